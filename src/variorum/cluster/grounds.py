"""Why a sketch was given to a story, in fixed templates filled with what two sketches share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.cluster.pairs import Pair, Weigh, is_one_text
from variorum.cluster.rarity import is_year

NAMED = 6
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Ground:
    """The score behind a move, and its reasons in words."""

    score: float | None
    reasons: tuple[str, ...]


def together(pair: Pair, mean: float, weigh: Weigh) -> Ground:
    """Say what an arrival and the member of a story that it is most like have in common.

    Args:
        pair: the two.
        mean: the score of the arrival with all members.
        weigh: what it says that two sketches share a word.
    """
    one, other = pair.one, pair.other
    names = _shared((*one.places, *one.names), (*other.places, *other.names), weigh)
    numbers = _shared(one.numbers, other.numbers, weigh)
    words = _shared(one.words, other.words, weigh)
    told = (
        ("shared names", names),
        ("shared numbers", [number for number in numbers if not is_year(number)]),
        ("shared rare words", [word for word in words if word not in {*names, *numbers}]),
    )
    reasons = [f"score {mean:.2f}, mean of its pairs with the story"]
    reasons += [f"{label}: {', '.join(found[:NAMED])}" for label, found in told if found]
    if is_one_text(pair, weigh):
        reasons.append("two prints of one text")
    return Ground(round(mean, DIGITS), tuple(reasons))


def alone(nearest: float | None, least: float) -> Ground:
    """Say how near the nearest story came, below the threshold ``least``."""
    if nearest is None:
        return Ground(None, ("no story is like it",))
    told = f"nearest story scores {nearest:.2f}, below {least:.2f}"
    return Ground(round(nearest, DIGITS), (told,))


def of_stories(mean: float) -> Ground:
    """Say how alike two stories, or two parts of one, are."""
    return Ground(round(mean, DIGITS), (f"score {mean:.2f}, mean of the pairs between the two",))


def _shared(one: Iterable[str], other: Iterable[str], weigh: Weigh) -> list[str]:
    """Return the different forms that both have, the weightiest first."""
    known = frozenset(other)
    found = {form for form in one if form in known}
    return sorted(found, key=lambda form: (-weigh(form), form))
