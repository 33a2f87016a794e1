"""Whether one text retells another in words of its own: its names, its figures, its order.

Two reporters of one event name some of the same people and figures, but each has some that the
other lacks, and tells them in an order of his own. Who rewrites a report has no more than the
report, sentence after sentence. Sentences are matched by the weight of the content words they
share, a word weighing the less the more sentences hold it; the order of the matches is measured
by the share of concordant pairs (Kendall 1938).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

# Of the names of either text the other has so many,
NAMES = 0.5
# of the figures of the one with fewer so many,
FIGURES = 0.2
# and of its sentences so many are matched, at least four, in the same order as often as this.
MATCHED = 0.75
LEAST = 4
ORDER = 0.8
# How alike the sentences are in the mean, and how alike a match is at least.
ALIKE = 0.15
MATCH = 0.05
# Forms of one word agree in their beginning.
PREFIX = 5

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells outside quotation marks: its names, its figures, each sentence's words."""

    names: frozenset[str]
    figures: frozenset[str]
    sentences: tuple[frozenset[str], ...]


def retells(one: Telling, other: Telling) -> bool:
    """Tell whether one of two texts has what the other has, and in its order."""
    names = len(one.names & other.names)
    if not names or names < NAMES * max(len(one.names), len(other.names)):
        return False
    figures = len(one.figures & other.figures)
    if not figures or figures < FIGURES * min(len(one.figures), len(other.figures)):
        return False
    return _in_order(*sorted(map(_stems, (one.sentences, other.sentences)), key=_size))


def _size(sentences: Sequence[Words]) -> tuple[int, list[list[str]]]:
    return len(sentences), [sorted(words) for words in sentences]


def _stems(sentences: Sequence[Words]) -> list[Words]:
    stems = (frozenset(form[:PREFIX] for form in words) for words in sentences)
    return [words for words in stems if len(words) > 2]


def _in_order(short: Sequence[Words], long: Sequence[Words]) -> bool:
    """Tell whether the sentences of the shorter text are matched in the longer one in order."""
    counts = Counter(word for words in (*short, *long) for word in words)
    best = [_best(words, long, counts) for words in short]
    places = [place for likeness, place in best if likeness > MATCH]
    if len(places) < max(LEAST, MATCHED * len(short)):
        return False
    if sum(likeness for likeness, _ in best if likeness > MATCH) < ALIKE * len(short):
        return False
    ordered = sum(first <= second for first, second in combinations(places, 2))
    return ordered >= ORDER * math.comb(len(places), 2)


def _best(words: Words, among: Sequence[Words], counts: Mapping[str, int]) -> tuple[float, int]:
    """Return how alike the most like sentence is (cosine of weighted words), and its place."""
    found = [(_likeness(words, other, counts), -at) for at, other in enumerate(among)]
    likeness, at = max(found, default=(0.0, 0))
    return likeness, -at


def _likeness(one: Words, other: Words, counts: Mapping[str, int]) -> float:
    shared = one & other
    if not shared:
        return 0.0
    return _weight(shared, counts) / math.sqrt(_weight(one, counts) * _weight(other, counts))


def _weight(words: Words, counts: Mapping[str, int]) -> float:
    return math.fsum(1 / counts[word] for word in sorted(words))
