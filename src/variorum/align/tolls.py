"""How two counts of one fate stand: a toll that grew, a bound that leaves room, or a clash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from variorum import languages
from variorum.align.bounds import Figure, fit, is_close
from variorum.align.claims import Claim
from variorum.align.fates import are_near, fates_of
from variorum.align.verdicts import Verdict
from variorum.languages import Language

# The length of an EDTF date of a day.
DAY = 10
# So certain that both bear on one point must be what is called incompatible.
CERTAIN = 0.4
# Reports further apart than this, in days, may tell of two occasions.
OCCASION = 30


def stand_by_fate(same: Verdict) -> Verdict | None:
    """Return how two claims stand that count one fate otherwise, None where they do not.

    Counts of two days are of other times, as are those of which one is told to grow; else they
    are incompatible, unless one bounds the other.

    Args:
        same: that both bear on one point.
    """
    language = languages.find(same.one.article.language)
    if language is None:
        return None
    counts = fates_of(same.one), fates_of(same.other)
    for fate in sorted(counts[0].keys() & counts[1].keys()):
        one, other = counts[0][fate], counts[1][fate]
        if are_near(one, other, language) and one.value != other.value and not is_close(one, other):
            return _standing(same, one, other, fate=fate, language=language)
    return None


def _standing(
    same: Verdict, one: Figure, other: Figure, *, fate: str, language: Language
) -> Verdict | None:
    days = printed_apart(same)
    shown = f"number {same.one.surface(one.token)} ≠ {same.other.surface(other.token)} {fate}"
    if days and abs(days[0] - days[1]).days <= OCCASION:
        return replace(same, relation="other-time", finding=f"{shown}; {printed(days)}")
    if fit(one, other) != "clash":
        return None
    growing = growing_word(same.one) or growing_word(same.other)
    if growing:
        return replace(same, relation="other-time", finding=f"{shown}; {growing}")
    undated = [claim.article.published is None for claim in (same.one, same.other)]
    if days or same.score < CERTAIN or undated[0] != undated[1] or _names_more(same):
        return None
    return replace(same, relation="incompatible", finding=shown)


def _names_more(same: Verdict) -> bool:
    """Tell whether one claim names what the other does not: its count may be of another place."""
    for side, claim in enumerate((same.one, same.other)):
        shared = {pair[side].span for pair in same.pairs}
        if any(token.is_name and token.span not in shared for token in claim.tokens):
            return True
    return False


def growing_word(claim: Claim) -> str:
    """Return a word by which a claim tells that its count goes on, empty for none."""
    language = languages.find(claim.article.language)
    if language is None:
        return ""
    said = f" {' '.join(word.form for word in claim.words)} "
    return next((w for w in sorted(language.contrasts.growing) if f" {w} " in said), "")


def printed_apart(same: Verdict) -> tuple[date, date] | None:
    """Return the days on which two claims were printed, None where unknown or one day."""
    stated = [claim.article.published for claim in (same.one, same.other)]
    try:
        first, second = (date.fromisoformat(day.edtf[:DAY] if day else "") for day in stated)
    except ValueError:
        return None
    return (first, second) if first != second else None


def printed(days: tuple[date, date]) -> str:
    """Return how a reader is told of the days on which two claims were printed."""
    return f"printed {days[0]}, {days[1]}"
