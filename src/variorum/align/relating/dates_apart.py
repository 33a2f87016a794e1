"""Dates that differ in two claims of one point: of what comes but once, bounds, and weekdays."""

from __future__ import annotations

from dataclasses import replace

from variorum.align.relating.bounds import Figure
from variorum.align.relating.dated import comes_once
from variorum.align.relating.figures import AGREED, values_left
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.printed import printed_apart
from variorum.align.relating.verdicts import Verdict

# A weekday in reports so many days apart may be two.
WEEK = 7
# So certain that both bear on one point must be what is called incompatible.
CERTAIN = 0.6


def stand_by_once(same: Verdict, likeness: Likeness) -> Verdict | None:
    """Return that two claims cannot both be true that date what comes but once, and only that."""
    left = values_left(likeness)
    if [len(tokens) for tokens in left] != [1, 1] or likeness.words < AGREED:
        return None
    pair = left[0][0], left[1][0]
    dates = pair[0].key[0] == pair[1].key[0] == "@"
    if not dates or same.score < CERTAIN or not comes_once(same.one, same.other, pair, likeness):
        return None
    shown = f"date {same.one.surface(pair[0])} ≠ {same.other.surface(pair[1])}"
    return replace(same, relation="incompatible", finding=shown)


def are_other_bounds(same: Verdict, one: Figure, other: Figure) -> bool:
    """Tell two dates that only bound when (``before 1890``, ``before 1895``), and not alike."""
    bounds = one.kind == "@" and bool(one.bound and other.bound) and one.value != other.value
    return bounds and not is_one_weekday(same, one, other)


def is_one_weekday(same: Verdict, one: Figure, other: Figure) -> bool:
    """Tell one date in the same words (``Thursday``) that was read back in one of two reports.

    Reports of one week seldom mean two Thursdays, and their tenses may mislead.
    """
    shown = same.one.surface(one.token), same.other.surface(other.token)
    if one.kind != "@" or shown[0].casefold() != shown[1].casefold():
        return False
    days = printed_apart(same.one.article, same.other.article)
    return days is None or abs((days[0] - days[1]).days) < WEEK
