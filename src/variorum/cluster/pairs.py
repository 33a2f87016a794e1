"""How likely two sketches are of one event: what they share, judged by a small fitted model.

The model (``weights/stories.onnx``) is boosted trees over a dozen figures, none of which may
speak against an event when two texts share more. Its score is calibrated: of the pairs scored .8
about 80 in a hundred are of one event. Pages that share nothing but what their outlet prints
everywhere are told apart before it is asked, and two prints of one text after.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.cluster.rarity import is_year
from variorum.model.stream import Sketch
from variorum.weights import session

Weigh = Callable[[str], float]

WEIGHTS = "stories.onnx"
FIGURES = ("near", "title", "title in text", "words", "names", "days", "undated", "length")
# Days further apart say no more than these.
FAR_DAYS = 30
# Two texts with this much of their words in common, and of their numbers, are one text.
SAME_WORDS = 0.8
SAME_TITLE = 0.5
LEAST_NUMBERS = 2
BATCH = 64
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sketches beside each other: how far apart in days, and how near their vectors lie."""

    one: Sketch
    other: Sketch
    days: int | None
    near: float


class Lengths:
    """The lengths of lists of words as vectors, squared, each reckoned once.

    Args:
        weigh: what it says that two sketches share a word; it must not change.
    """

    def __init__(self, weigh: Weigh) -> None:
        self.weigh = weigh
        self._known: dict[tuple[str, ...], float] = {}

    def __call__(self, words: tuple[str, ...]) -> float:
        """Return the sum of the squares of the weights of words."""
        if words not in self._known:
            self._known[words] = _square(words, self.weigh)
        return self._known[words]

    def cosine(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        """Return the cosine of two lists of words, each weighed."""
        shared = _square(frozenset(other).intersection(one), self.weigh)
        return shared / math.sqrt(self(one) * self(other)) if shared else 0.0


def figures(pair: Pair, lengths: Lengths) -> tuple[float, ...]:
    """Return what two sketches share in the order of ``FIGURES``; their order does not matter.

    Args:
        pair: the two.
        lengths: of their words, weighed by what it says that two sketches share one.
    """
    one, other, weigh = pair.one, pair.other, lengths.weigh
    in_text = _share(one.title, other.words, weigh) + _share(other.title, one.words, weigh)
    return (
        pair.near,
        lengths.cosine(one.title, other.title),
        in_text / 2,
        lengths.cosine(one.words, other.words),
        lengths.cosine(one.names, other.names),
        math.log1p(min(FAR_DAYS, pair.days or 0)),
        float(pair.days is None),
        math.log1p(min(len(one.words), len(other.words))),
    )


def is_one_text(pair: Pair, weigh: Weigh) -> bool:
    """Tell two prints of one text, as a wire's report in two papers: the words and the numbers."""
    return _same_words(pair, weigh) and _same_numbers(pair)


def of_a_series(pair: Pair, weigh: Weigh) -> bool:
    """Tell two pages of one outlet that share what it prints on many of its pages.

    They have the same words under other headlines, as two pages behind one wall, or other
    numbers in the same words, as the weather of two days.
    """
    one, other = pair.one, pair.other
    if not one.outlet or one.outlet != other.outlet:
        return False
    if not _same_words(pair, weigh):
        return False
    return not _same_numbers(pair) or _cosine(one.title, other.title, weigh) < SAME_TITLE


def _same_words(pair: Pair, weigh: Weigh) -> bool:
    """Tell whether two texts are made up of the same words, their headlines aside."""
    heads = frozenset((*pair.one.title, *pair.other.title))
    one, other = ([w for w in s.words if w not in heads] for s in (pair.one, pair.other))
    return _cosine(one, other, weigh) >= SAME_WORDS


def _same_numbers(pair: Pair) -> bool:
    """Tell whether two texts share most of their numbers, or have hardly any."""
    numbers = [frozenset(n for n in s.numbers if not is_year(n)) for s in (pair.one, pair.other)]
    most = max(map(len, numbers))
    return most < LEAST_NUMBERS or 2 * len(numbers[0] & numbers[1]) >= most


def scores(rows: Sequence[Sequence[float]]) -> list[float]:
    """Return how likely each pair is of one event, from its figures.

    The model runs on tables of one size, so that no score hangs on how many are asked for.
    """
    found: list[float] = []
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        table = np.zeros((BATCH, len(FIGURES)), dtype=np.float32)
        table[: len(part)] = part
        (chances,) = session(WEIGHTS).run(["chance"], {"pair": table})
        found += [round(float(chance), 6) for chance in chances[: len(part), 0]]
    return found


def _cosine(one: Collection[str], other: Collection[str], weigh: Weigh) -> float:
    """Return the cosine of two sets of words, each weighed."""
    return Lengths(weigh).cosine(tuple(one), tuple(other))


def _square(words: Iterable[str], weigh: Weigh) -> float:
    return math.fsum([weight * weight for weight in map(weigh, words)])


def _share(part: Collection[str], whole: Collection[str], weigh: Weigh) -> float:
    """Return how much of the weight of some words others have."""
    total = math.fsum(map(weigh, part))
    return math.fsum(map(weigh, frozenset(whole).intersection(part))) / total if total else 0.0
