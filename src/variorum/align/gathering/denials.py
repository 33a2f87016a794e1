"""Whether of two prints one denies what the other says."""

from __future__ import annotations

from functools import cache

from variorum.align.gathering.profiles import Profile
from variorum.languages import Language, says_untrue


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
