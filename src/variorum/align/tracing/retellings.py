"""Whether one text retells another in words of its own: its names, its figures, its order.

Two reporters of one event name some of the same people and figures, but each has some that the
other lacks, and tells them in an order of his own. Who rewrites a report has no more than the
report, sentence after sentence; where each text names in full somebody whom the other has not, both
were there, be they ever so short. Sentences are matched by the weight of the content words they
share, a word weighing the less the more sentences hold it. A match counts where each of the two
sentences is the other's best: in a long text there is something like any sentence, but few of its
sentences have nothing nearer. Order is the share of concordant pairs of matches (Kendall 1938).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

# How alike a match is at least.
MATCH = 0.05
# So many sentences are matched at least: two briefs share their names and nothing else.
LEAST = 3
# Forms of one word agree in their beginning.
PREFIX = 5

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells outside quotation marks: its names, its figures, each sentence's words.

    ``people`` are the family names of those whom it names in full, ``words`` all that it has.
    """

    names: frozenset[str]
    figures: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    people: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


class Measures(NamedTuple):
    """What two tellings have in common, each from 0 to 1.

    ``names``: of the names of the one with more; ``figures``: of the figures of the one with fewer;
    ``matched``: of the sentences of the shorter text, those matched; ``ordered``: of the pairs of
    matches, those in one order.
    """

    names: float
    figures: float
    matched: float
    ordered: float


# By ``training/origins/fit.py``: what each measure weighs, and how much is enough.
WEIGHTS = Measures(names=8.93, figures=2.63, matched=7.80, ordered=4.69)
ENOUGH = 17.42


def retells(one: Telling, other: Telling) -> bool:
    """Tell whether one of two texts has what the other has, and in its order."""
    if know_others(one, other):
        return False
    held = _held(one, other)
    if _weighed(Measures(*held, matched=1.0, ordered=1.0)) < ENOUGH:
        return False
    short, long = _by_length(one, other)
    places = _matched(short, long)
    return len(places) >= LEAST and _weighed(Measures(*held, *_order(places, short))) >= ENOUGH


def know_others(one: Telling, other: Telling) -> bool:
    """Tell whether each of two texts names somebody of whom the other one has no word."""
    return _knows_others(one, other) and _knows_others(other, one)


def _knows_others(one: Telling, other: Telling) -> bool:
    """Tell whether one text names somebody in full whose name, in no spelling, the other has."""
    there = {form[:PREFIX] for form in other.words}
    return any(family[:PREFIX] not in there for family in one.people)


def measures(one: Telling, other: Telling) -> Measures:
    """Return what two tellings have in common."""
    short, long = _by_length(one, other)
    return Measures(*_held(one, other), *_order(_matched(short, long), short))


def _order(places: Sequence[int], short: Sequence[Words]) -> tuple[float, float]:
    """Return the parts of the sentences that match, and of the pairs of matches in one order."""
    pairs = math.comb(len(places), 2)
    ordered = sum(first <= second for first, second in combinations(places, 2))
    return len(places) / max(1, len(short)), ordered / pairs if pairs else 0.0


def _matched(short: Sequence[Words], long: Sequence[Words]) -> list[int]:
    """Return the places in the longer text of the sentences that match, in the shorter's order."""
    there, back = _likenesses(short, long)
    return [
        place
        for at, (likeness, place) in enumerate(there)
        if likeness > MATCH and back[place][1] == at
    ]


def likeness(one: Telling, other: Telling) -> float:
    """Return how alike a sentence of the shorter text is to its best in the other, in the mean."""
    short, long = _by_length(one, other)
    best = [found for found, _ in _likenesses(short, long)[0] if found > MATCH]
    return math.fsum(best) / max(1, len(short))


def _held(one: Telling, other: Telling) -> tuple[float, float]:
    """Return the parts of the names and of the figures that both have."""
    names = max(len(one.names), len(other.names))
    figures = min(len(one.figures), len(other.figures))
    return (
        len(one.names & other.names) / max(1, names),
        len(one.figures & other.figures) / max(1, figures),
    )


def _weighed(told: Measures) -> float:
    return math.fsum(weight * value for weight, value in zip(WEIGHTS, told, strict=True))


def _by_length(one: Telling, other: Telling) -> tuple[list[Words], list[Words]]:
    """Return the stems of the sentences of two texts, the one with fewer sentences first."""
    short, long = sorted(map(_stems, (one.sentences, other.sentences)), key=_size)
    return short, long


def _size(sentences: Sequence[Words]) -> tuple[int, list[list[str]]]:
    return len(sentences), [sorted(words) for words in sentences]


def _stems(sentences: Sequence[Words]) -> list[Words]:
    stems = (frozenset(form[:PREFIX] for form in words) for words in sentences)
    return [words for words in stems if len(words) > 2]


def _likenesses(
    short: Sequence[Words], long: Sequence[Words]
) -> tuple[list[tuple[float, int]], list[tuple[float, int]]]:
    """Return for each sentence of two texts how alike its best in the other is, and its place."""
    counts = Counter(word for words in (*short, *long) for word in words)
    table = [[_likeness(words, other, counts) for other in long] for words in short]
    columns = list(zip(*table, strict=True)) or [()] * len(long)
    return [_best(row) for row in table], [_best(column) for column in columns]


def _best(row: Sequence[float]) -> tuple[float, int]:
    """Return the greatest of a row, and the first of its places."""
    found, at = max(((value, -at) for at, value in enumerate(row)), default=(0.0, 0))
    return found, -at


def _likeness(one: Words, other: Words, counts: Mapping[str, int]) -> float:
    """Return the cosine of the weighted words of two sentences."""
    shared = one & other
    if not shared:
        return 0.0
    return _weight(shared, counts) / math.sqrt(_weight(one, counts) * _weight(other, counts))


def _weight(words: Words, counts: Mapping[str, int]) -> float:
    return math.fsum(1 / counts[word] for word in sorted(words))
