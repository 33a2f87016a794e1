"""Whether the numbers and dates of one claim are borne out by those of another.

"More than 200" and "214" agree, "fewer than 200" and "214" cannot both be true. Intervals decide
it (as of quantities in Roy, Vieira and Roth 2015), and what is counted tells which are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from variorum.align.relating.bounds import MONEY, TIME, Bound, Ends, Figure, ends_in_one_year

# A bound this near to the figure itself says the same.
CLOSE = 0.1
# A candidate this much less alike than the best is another figure.
MARGIN = 0.6

# What is rounded is off by no more than this part.
COARSE = 0.1
# Bounds that leave open on which side a figure lies.
_NEAR: frozenset[Bound] = frozenset({"about", "nearly"})

Fit = Literal["held", "clash", "open", "alone"]


@dataclass(frozen=True, slots=True)
class Match:
    """A figure of one claim, the one it was set against, and how they fit.

    ``held``: the other bears it out; ``clash``: both cannot be true; ``open``: the other leaves
    it open; ``alone``: the other claim has none of its kind. ``likeness`` tells how much alike
    what they count is.
    """

    figure: Figure
    other: Figure | None
    fit: Fit
    likeness: float = 0.0


def matched(one: Sequence[Figure], other: Sequence[Figure]) -> tuple[Match, ...]:
    """Return for each figure of one claim whether those of the other bear it out."""
    return tuple(_match(figure, other) for figure in one)


def _match(figure: Figure, others: Sequence[Figure]) -> Match:
    ranked = [(_alike(figure, o), o) for o in others if _comparable(figure, o)]
    ranked = [(s, o) for s, o in ranked if s >= 0]
    if not ranked:
        return Match(figure, None, "alone")
    best = max(likeness for likeness, _ in ranked)
    near = [(fit(figure, o), s, o) for s, o in ranked if s >= best - MARGIN or _equal(figure, o)]
    order: tuple[Fit, ...] = ("held", "open", "clash")
    how, likeness, found = min(
        near, key=lambda one: (order.index(one[0]), one[2].value != figure.value, -one[1])
    )
    return Match(figure, found, how, likeness)


def _comparable(one: Figure, other: Figure) -> bool:
    dated = one.kind == "@"
    return (
        one.kind == other.kind
        and one.measure == other.measure
        and not (dated and None in _together(one, other))
    )


def _equal(one: Figure, other: Figure) -> bool:
    return not one.bound and one.value == other.value


def _alike(one: Figure, other: Figure) -> float:
    """Return how much alike what two figures count is: by unit and by the words around them."""
    around = len((one.before | one.behind) & (other.before | other.behind)) / 2
    if one.kind == "@":
        return around
    same = one.unit is not None and (one.unit == other.unit or are_converted(one, other))
    others = one.unit is not None and other.unit is not None and not same
    return 2.0 * same - 0.5 * others + len(one.behind & other.behind) + around


def fit(one: Figure, other: Figure) -> Fit:
    """Return whether all that the other may amount to lies in this one, or nothing of it."""
    first, second = _together(one, other)
    if first is None or second is None:
        return "open"
    if are_converted(one, other):
        first, second = _rounded(one, first), _rounded(other, second)
        apart = second[1] < first[0] or second[0] > first[1]
        return "clash" if apart else "held" if not (one.bound or other.bound) else "open"
    if one.value != other.value and {one.bound, other.bound} <= _NEAR:
        near = first[0] <= other.value[0] <= first[1] or second[0] <= one.value[0] <= second[1]
        return "held" if near else "clash"
    if one.bound == other.bound and one.kind == "@" and one.bound in ("least", "most"):
        first, second = one.value, other.value
    if second[0] >= first[0] and second[1] <= first[1]:
        return "held"
    return "clash" if second[1] < first[0] or second[0] > first[1] else "open"


def are_converted(one: Figure, other: Figure) -> bool:
    """Tell two sizes in other units of one sort: metres and feet; not hours and days."""
    sorts = one.sort == other.sort and one.sort not in ("", TIME) and MONEY not in one.sort
    return sorts and one.unit != other.unit


def _rounded(figure: Figure, ends: Ends) -> Ends:
    """Return the ends of a size that may have been rounded where it was converted."""
    number = Decimal(figure.token.key[1:]).normalize()
    grain = Decimal(10) ** int(number.as_tuple().exponent)
    part = min(float(grain / abs(number)) / 2, COARSE) if number else 0.0
    off = part * abs(figure.value[0])
    return ends[0] - off, ends[1] + off


def is_close(one: Figure, other: Figure) -> bool:
    """Tell whether two figures say the same: "half a million" and 500,000, or "over 40" and 42."""
    fits = fit(one, other), fit(other, one)
    bounded = bool(one.bound) != bool(other.bound)
    apart = abs(one.value[0] - other.value[0])
    near = apart <= CLOSE * max(abs(one.value[0]), abs(other.value[0]))
    return fits == ("held", "held") or (bounded and "held" in fits and near)


def _together(one: Figure, other: Figure) -> tuple[Ends | None, Ends | None]:
    """Return the ends of two figures; where one date has no year, both in the same year."""
    if one.yearless == other.yearless:
        return (one.low, one.high), (other.low, other.high)
    return ends_in_one_year(one), ends_in_one_year(other)
