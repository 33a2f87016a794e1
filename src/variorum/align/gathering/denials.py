"""Whether of two prints one denies what the other says."""

from __future__ import annotations

from functools import cache

from variorum.align.gathering.profiles import Profile
from variorum.languages import Language, says_untrue, stance
from variorum.model.words import words_in


def are_at_odds(one: Profile, other: Profile) -> bool:
    """Tell whether a speaker denies what the other print says, or calls a report of it untrue.

    ``Poe denied that the tax was dead``; ``the claim that the tax was dead is a lie``.

    Args:
        one: a print.
        other: another one.
    """
    untrue = _calls_untrue(one), _calls_untrue(other)
    if untrue[0] == untrue[1]:
        return _denies(one) != _denies(other) and one.denies == other.denies
    telling = other if untrue[0] else one
    return not (telling.denies or _denies(telling))


def are_told_and_withheld(one: Profile, other: Profile) -> bool:
    """Tell whether a speaker leaves open what the other print says: "would not say whether".

    Not so where that leaves it open in its own words ("I cannot say whether it leaks").

    Args:
        one: a print.
        other: another one.
    """
    stances = _stance(one), _stance(other)
    if sorted(stances) != ["affirms", "leaves"]:
        return False
    return not _is_open(one if stances[0] == "affirms" else other)


def _stance(one: Profile) -> str:
    """Return what the verb of speech does to what is printed."""
    row, quotation = one.of, one.of.quotation
    if row.language is None:
        return "affirms"
    cue = [word.form for span in quotation.cue for word in words_in(row.article.text, span)]
    content = [word.form for word in row.words]
    return stance(cue, content, negated=quotation.negated, language=row.language)


def _is_open(one: Profile) -> bool:
    """Tell whether words ask or deny something inside: "it is unclear who", "I do not deny"."""
    language = one.of.language
    if language is None:
        return False
    asking = language.question_words - language.clause_relatives
    cues = (language.cues.get(word.form) for word in one.of.words)
    denies = any(cue is not None and cue.lemma in language.denying for cue in cues)
    return denies or any(word.form in asking for word in one.of.words[1:])


def _denies(one: Profile) -> bool:
    """Tell whether the speaker denies what is printed."""
    row, language = one.of, one.of.language
    if language is None:
        return False
    denials = _denials(language)
    return any(cue.casefold() in denials for cue in row.article.words(*row.quotation.cue))


@cache
def _denials(language: Language) -> frozenset[str]:
    return language.cues_of("deny")


def _calls_untrue(one: Profile) -> bool:
    language = one.of.language
    return language is not None and says_untrue([w.form for w in one.of.words], language)
