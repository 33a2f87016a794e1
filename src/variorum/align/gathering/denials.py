"""Whether of two prints one denies what the other says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from variorum.align.gathering.profiles import Profile
from variorum.align.once import once
from variorum.align.prints import Print, PrintWord
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
    stances = _stance(one.of), _stance(other.of)
    if sorted(stances) != ["affirms", "leaves"]:
        return False
    return not _is_open(one.of if stances[0] == "affirms" else other.of)


def withholding(one: Print, other: Print) -> Sequence[PrintWord]:
    """Return the words of a print that leave the rest open, where the other's verb does so.

    "I cannot say" of "I cannot say whether it leaks", beside "would not say whether it leaks".
    """
    if _stance(other) != "leaves" or _stance(one) != "affirms":
        return ()
    return one.words[: _clause(one)] if _is_open(one) else ()


@once
def _stance(one: Print) -> str:
    """Return what the verb of speech does to what is printed."""
    quotation = one.quotation
    if one.language is None:
        return "affirms"
    cue = [word.form for span in quotation.cue for word in words_in(one.article.text, span)]
    content = [word.form for word in one.words]
    return stance(cue, content, negated=quotation.negated, language=one.language)


def _clause(one: Print) -> int:
    """Return where the first clause begins inside a print that has words before it, else 0."""
    joints = one.language.complementisers | one.language.question_words if one.language else set()
    if one.words[:1] and one.words[0].form in joints:
        return 0
    return next((at for at, word in enumerate(one.words) if word.form in joints), 0)


def _is_open(one: Print) -> bool:
    """Tell whether words ask or deny something inside: "it is unclear who", "I cannot say that"."""
    language, clause = one.language, _clause(one)
    if language is None:
        return False
    cues = (language.cues.get(word.form) for word in one.words)
    if any(cue is not None and cue.lemma in language.denying for cue in cues):
        return True
    asking = language.question_words - language.clause_relatives
    opening = one.words[: clause + 1]
    asks = bool(clause) and opening[-1].form in asking
    return asks or any(language.negates(word.form) for word in opening[:-1])


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
