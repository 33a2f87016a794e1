"""Which pairs of sketches are scored, and which of them are linked.

Two are candidates where they share one of the words that each is found by first, and their vectors
are not too far apart. Under a word that many have, one is compared with the :data:`REACH` before it
in order of date, as one that arrives is (:mod:`variorum.cluster.window`); how many pairs are not
looked at for that is counted. Of those it is compared with, the nearest are scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from variorum.cluster.batch import place
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Pairs of sketches that are to be scored, and how many are not looked at."""

    pairs: tuple[Candidate, ...]
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
    vectors = np.stack([vector_of(one.row.sketch) for one in ordered])
    pairs: list[Candidate] = []
    looked_at = 0
    for at, one in enumerate(ordered):
        first = max(0, at - REACH)
        before = ordered[first:at]
        near = [n for n, other in enumerate(before) if _are_near(other.row.day, one.row.day)]
        looked_at += len(near)
        alike = vectors[first:at] @ vectors[at]
        meet = (n for n in near if alike[n] >= LEAST_NEAR and _meet(one, before[n], key, weigh))
        pairs += ((before[n], one) for n in nsmallest(NEAREST, meet, key=lambda n: -alike[n]))
    left_out = _of_near_days([one.row.day for one in ordered]) - looked_at
    return Candidates(pairs=tuple(pairs), left_out=left_out)


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
