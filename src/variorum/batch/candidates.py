"""Which pairs of sketches are scored, and which of them are linked.

Two are candidates where they share one of the words that each is found by first, and of all they
are found by so much that it says something. Under a word that many have, one is compared with the
:data:`REACH` before it in order of date, as one that arrives is (:mod:`variorum.cluster.window`);
how many pairs are not looked at for that is counted.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.cluster.batch import place
from variorum.cluster.pairs import Weigh
from variorum.cluster.scorer import chances
from variorum.cluster.window import Row, beside, keys_of, row_of
from variorum.model.stream import Sketch

# Nearly all pairs that score LEAST share one of so many words (docs/batch.md has the figures).
KEYS = 16
REACH = 64
# What two share weighs as much as one word that hardly any have, or several that more have.
LEAST_SHARED = 4.0
# Where no pair scores so much, no story is (`cluster.stream.StoryStream`).
LEAST = 0.5
DAYS = 10


@dataclass(frozen=True, slots=True)
class Keyed:
    """A sketch with its name, the words that lead to it, and all that it is found by."""

    row: Row
    node: str
    first: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Pairs of sketches that are to be scored, and how many are not looked at."""

    pairs: tuple[tuple[Keyed, Keyed], ...]
    left_out: int


def node_of(sketch: Sketch) -> str:
    """Return the name of a sketch: its article, with the passage if it is of one."""
    if sketch.passage is None:
        return sketch.article
    start, end = sketch.passage
    return f"{sketch.article}@{start}-{end}"


def pairs_among(key: str, found: Sequence[Sketch], weigh: Weigh) -> Candidates:
    """Return the pairs of sketches to be scored under one key: the one that says most of a pair.

    Args:
        key: one of the first :data:`KEYS` keys of each.
        found: any number, in any order.
        weigh: what it says that two sketches share a word.
    """
    ordered = [_keyed(sketch) for sketch in sorted(found, key=place)]
    near = list(_near(ordered))
    return Candidates(
        pairs=tuple((one, other) for one, other in near if _meet(one, other, key, weigh)),
        left_out=_of_near_days([one.row.day for one in ordered]) - len(near),
    )


def links_of(pairs: Sequence[tuple[Keyed, Keyed]], weigh: Weigh) -> list[tuple[str, str]]:
    """Return the names of the pairs that are likely of one event."""
    found = chances([beside(one.row, other.row) for one, other in pairs], weigh)
    linked = zip(pairs, found, strict=True)
    return [(one.node, other.node) for (one, other), chance in linked if chance >= LEAST]


def _keyed(sketch: Sketch) -> Keyed:
    keys = keys_of(sketch)
    return Keyed(row_of(sketch), node_of(sketch), frozenset(keys[:KEYS]), frozenset(keys))


def _near(ordered: Sequence[Keyed]) -> Iterator[tuple[Keyed, Keyed]]:
    """Yield each with those of near days among the :data:`REACH` before it."""
    before: deque[Keyed] = deque(maxlen=REACH)
    for one in ordered:
        yield from ((other, one) for other in before if _are_near(other.row.day, one.row.day))
        before.append(one)


def _meet(one: Keyed, other: Keyed, key: str, weigh: Weigh) -> bool:
    """Tell whether two are to be scored under a key: it says most of those both are found by."""
    shared = one.first & other.first
    if len(shared) > 1 and min((-weigh(word), word) for word in shared)[1] != key:
        return False
    return sum(map(weigh, one.all & other.all)) >= LEAST_SHARED


def _are_near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= DAYS


def _of_near_days(days: Sequence[int | None]) -> int:
    """Return how many pairs of days, in order and the unknown first, are near."""
    unknown = sum(day is None for day in days)
    known = [day for day in days if day is not None]
    pairs = unknown * (unknown - 1) // 2 + unknown * len(known)
    first = 0
    for at, day in enumerate(known):
        while known[first] < day - DAYS:
            first += 1
        pairs += at - first
    return pairs
