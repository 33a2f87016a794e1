"""Which pairs of sketches are scored, and which of them are linked.

Two are candidates where they share one of the words that each is found by first, and their vectors
are not too far apart. Under a word that many have, one is compared with the :data:`REACH` before it
in order of date, as one that arrives is (:mod:`variorum.cluster.window`); how many pairs are not
looked at for that is counted. Of those it is compared with, the nearest are scored.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from variorum.cluster.pairs import Weigh
from variorum.cluster.scorer import chances
from variorum.cluster.window import Row, beside, keys_of, row_of, vector_of
from variorum.model.stream import Sketch

# Nearly all pairs that score LEAST share one of so many words (docs/batch.md has the figures).
KEYS = 16
REACH = 64
# Of these, the nearest so many are scored: one link to its fellows is enough for each.
NEAREST = 4
# No pair of two sets whose vectors lie further apart than this scored LEAST.
LEAST_NEAR = 0.15
# Where no pair scores so much, no story is (`cluster.stream.StoryStream`).
LEAST = 0.5
DAYS = 10


@dataclass(frozen=True, slots=True)
class Keyed:
    """A sketch with its name and the words that lead to it."""

    row: Row
    node: str
    keys: frozenset[str]


Candidate = tuple[Keyed, Keyed]
Vector = np.ndarray[tuple[int], np.dtype[np.float32]]


def node_of(sketch: Sketch) -> str:
    """Return the name of a sketch: its article, with the passage if it is of one."""
    if sketch.passage is None:
        return sketch.article
    start, end = sketch.passage
    return f"{sketch.article}@{start}-{end}"


class Candidates:
    """The pairs of sketches to be scored under one key: the one that says most of a pair.

    ``left_out`` counts the pairs of near days that were not looked at.

    Args:
        key: one of the first :data:`KEYS` keys of each.
        weigh: what it says that two sketches share a word.
    """

    def __init__(self, key: str, weigh: Weigh) -> None:
        self.left_out = 0
        self._key = key
        self._weigh = weigh

    def __call__(self, ordered: Iterable[Sketch]) -> Iterator[Candidate]:
        """Yield the pairs.

        Args:
            ordered: any number of sketches, in order of date; :data:`REACH` of them are held.
        """
        before: deque[tuple[Keyed, Vector]] = deque(maxlen=REACH)
        days = _Days()
        for sketch in ordered:
            one, vector = _keyed(sketch), vector_of(sketch)
            near = [pair for pair in before if _are_near(pair[0].row.day, one.row.day)]
            self.left_out += days.near(one.row.day) - len(near)
            yield from self._nearest(one, vector, near)
            before.append((one, vector))

    def _nearest(
        self, one: Keyed, vector: Vector, near: Sequence[tuple[Keyed, Vector]]
    ) -> Iterator[Candidate]:
        if not near:
            return
        alike = np.stack([other for _, other in near]) @ vector
        meet = (
            at
            for at, (other, _) in enumerate(near)
            if alike[at] >= LEAST_NEAR and _meet(one, other, self._key, self._weigh)
        )
        yield from ((near[at][0], one) for at in nsmallest(NEAREST, meet, key=lambda n: -alike[n]))


class _Days:
    """Days in order, those that are not known first."""

    def __init__(self) -> None:
        self._unknown = 0
        self._known: deque[int] = deque()

    def near(self, day: int | None) -> int:
        """Take a day down, and return how many before it are near."""
        if day is None:
            self._unknown += 1
            return self._unknown - 1
        while self._known and self._known[0] < day - DAYS:
            self._known.popleft()
        self._known.append(day)
        return self._unknown + len(self._known) - 1


def links_of(pairs: Sequence[Candidate], weigh: Weigh) -> list[tuple[str, str]]:
    """Return the names of the pairs that are likely of one event."""
    found = chances([beside(one.row, other.row) for one, other in pairs], weigh)
    linked = zip(pairs, found, strict=True)
    return [(one.node, other.node) for (one, other), chance in linked if chance >= LEAST]


def _keyed(sketch: Sketch) -> Keyed:
    return Keyed(row_of(sketch), node_of(sketch), frozenset(keys_of(sketch)[:KEYS]))


def _meet(one: Keyed, other: Keyed, key: str, weigh: Weigh) -> bool:
    """Tell whether two are compared under a key: of those that lead to both it says most."""
    shared = one.keys & other.keys
    return len(shared) == 1 or min((-weigh(word), word) for word in shared)[1] == key


def _are_near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= DAYS
