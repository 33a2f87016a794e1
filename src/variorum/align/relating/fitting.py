"""Whether the numbers and dates of one claim are borne out by those of another.

"More than 200" and "214" agree, "fewer than 200" and "214" cannot both be true. Intervals decide
it (as of quantities in Roy, Vieira and Roth 2015), and what is counted tells which are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.align.relating.bounds import Ends, Figure, ends_in_one_year

# A bound this near to the figure itself says the same.
CLOSE = 0.1
# A candidate this much less alike than the best is another figure.
MARGIN = 0.6

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
    same = one.unit is not None and one.unit == other.unit
    others = one.unit is not None and other.unit is not None and not same
    return 2.0 * same - 0.5 * others + len(one.behind & other.behind) + around


def fit(one: Figure, other: Figure) -> Fit:
    """Return whether all that the other may amount to lies in this one, or nothing of it."""
    first, second = _together(one, other)
    if first is None or second is None:
        return "open"
    if one.bound == other.bound and one.kind == "@" and one.bound in ("least", "most"):
        first, second = one.value, other.value
    if second[0] >= first[0] and second[1] <= first[1]:
        return "held"
    return "clash" if second[1] < first[0] or second[0] > first[1] else "open"


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
