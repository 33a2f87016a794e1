"""What speaks for two claims bearing on one point, and how much.

The weights are those of a logistic regression over some twenty thousand pairs that were read
(``training.joining``). What counts most is how near the sentences lie of the two and what each
tells of, then which words they share and how rare these are. Of the other claims only two things
are asked: whether another sentence lies nearer to either, and how many there are, for the fewer a
report has the likelier two bear on one point.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import numpy as np

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.once import once
from variorum.align.rarity import Rarity
from variorum.align.relating.fates import are_near, fates_of
from variorum.align.relating.lawfulness import judgements_of
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.nearness import Edge, Floats, Nearness

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "always": -3.21,
        "near": 2.37,
        "a head near": 0.70,
        "both heads near": 1.56,
        "nearest": 0.32,
        "many claims": -0.41,
        "apart in their texts": -0.91,
        "words alike": 1.38,
        "words shared": 0.68,
        "names shared": 0.56,
        "values shared": 1.30,
        "one denies": -0.42,
        "both held": 0.13,
        "one unit": 0.61,
        "headlines": 0.35,
    }
)
# What these say together weighs so much beside what a network says that reads both, and what counts
# against any pair (fitted where it had read neither story).
OF_FIGURES, OF_READING, OF_BOTH = 0.67, 0.55, 0.10
# No more counts of what is shared: of the summed rarity of words and of names, and of values.
MOST_WORDS = 6.0
MOST_NAMES = 4.0
MOST_VALUES = 3
# No report that was read has fewer claims outside direct speech.
FEW = 12
# So many sentences of another witness, the nearest, are looked at for each.
NEAREST = 3
# and so many claims in them.
MOST = 12

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sides:
    """The claims of two witnesses by their numbers, in order, and how near they lie.

    ``heads``: how near the head of each claim of one lies to a word of each of the other, and
    ``others`` how near the head of that lies to a word of this.
    """

    one: Sequence[int]
    other: Sequence[int]
    near: Floats
    heads: Floats
    others: Floats

    def nearest(self) -> set[Edge]:
        """Return the pairs of claims whose sentences are among the nearest of either."""
        found: set[Edge] = set()
        for near, flip in ((self.near, False), (self.near.T, True)):
            for row, values in enumerate(near.tolist()):
                for column in _best(values):
                    at = (column, row) if flip else (row, column)
                    found.add((self.one[at[0]], self.other[at[1]]))
        return found


def sides_of(one: Sequence[int], other: Sequence[int], nearness: Nearness) -> Sides:
    """Return how near the claims of two witnesses lie.

    Args:
        one: the numbers of the claims of one witness, in the order of its text.
        other: those of the other.
        nearness: of the sentences of all claims.
    """
    heads, others = nearness.heads_between(one, other), nearness.heads_between(other, one).T
    return Sides(one, other, nearness.between(one, other), heads, others)


def _best(values: Sequence[float]) -> list[int]:
    """Return the places of the highest values; claims of one sentence have one value."""
    highest = sorted({value for value in values if value > 0}, reverse=True)[:NEAREST]
    near = (at for at, value in enumerate(values) if highest and value >= highest[-1])
    return list(islice(near, MOST))


def features(
    sides: Sides, claims: Sequence[Claim], likenesses: Mapping[Edge, Likeness], rare: Rarity
) -> dict[Edge, Features]:
    """Return what is asked of pairs of claims of two witnesses, by the names in ``WEIGHTS``.

    Args:
        sides: the two witnesses.
        claims: of the whole story.
        likenesses: of the pairs that are asked about.
        rare: how rare the words of the story are.
    """
    rows = {at: row for row, at in enumerate(sides.one)}
    columns = {at: column for column, at in enumerate(sides.other)}
    nearest = _nearest_of_both(sides.near)
    told = [sum(not claims[at].spoken for at in side) for side in (rows, columns)]
    many = sum(math.log(max(count, FEW)) for count in told) / 2
    found = {}
    for edge, likeness in likenesses.items():
        row, column = rows[edge[0]], columns[edge[1]]
        heads = sides.heads[row, column], sides.others[row, column]
        found[edge] = {
            "always": 1.0,
            "near": float(sides.near[row, column]),
            "a head near": float(max(heads)),
            "both heads near": float(min(heads)),
            "nearest": float(nearest[row, column]),
            "many claims": many,
            "apart in their texts": abs(row / len(rows) - column / len(columns)),
            **_shared(likeness, claims[edge[0]], claims[edge[1]], rare),
        }
    return found


def _nearest_of_both(near: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Tell for each cell whether none of its row and none of its column is higher."""
    row = near.max(axis=1, keepdims=True, initial=0.0)
    column = near.max(axis=0, keepdims=True, initial=0.0)
    found: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = (near >= row) & (near >= column)
    return found


def _shared(likeness: Likeness, one: Claim, other: Claim, rare: Rarity) -> Features:
    """Return what two claims share, and what they are."""
    words, names, values = 0.0, 0.0, 0
    whole = sum(rare(t.key) for only in likeness.only for t in only if t.is_plain)
    for first, second in likeness.pairs:
        weights = rare(first.key), rare(second.key)
        if first.is_value:
            values += 1
        elif first.is_name or second.is_name:
            names += min(weights)
        else:
            words += min(weights)
            whole += sum(weights)
    denied = one.denies != other.denies or one.statement.polarity != other.statement.polarity
    return {
        "words alike": 2 * words / whole if words else 0.0,
        "words shared": min(words, MOST_WORDS),
        "names shared": min(names, MOST_NAMES),
        "values shared": float(min(values, MOST_VALUES)),
        "one denies": float(denied),
        "both held": float(bool(one.statement.holder and other.statement.holder)),
        "one unit": float(not _units(one).isdisjoint(_units(other))),
        "headlines": float(_is_headline(one) + _is_headline(other)),
    }


@once
def _is_headline(claim: Claim) -> bool:
    """Tell whether a claim stands in the first line of its article."""
    return "\n" not in claim.article.text[: claim.statement.spans[0][0]]


def answer_one_question(one: Claim, other: Claim) -> bool:
    """Tell whether two claims answer one question in whatever words.

    They count whom one fate met, and nearly agree (``12 dead``), or judge by one word whether
    something is lawful.
    """
    language = languages.find(one.article.language)
    if language is None:
        return False
    if judgements_of(one) & judgements_of(other):
        return True
    counts = fates_of(one), fates_of(other)
    both = counts[0].keys() & counts[1].keys()
    return any(are_near(counts[0][fate], counts[1][fate], language) for fate in both)


@once
def _units(claim: Claim) -> frozenset[str]:
    return frozenset(q.unit for q in claim.statement.quantities if q.unit)


def log_odds(found: Features) -> float:
    """Return the logarithm of the odds that two claims of these features bear on one point."""
    return sum(weight * found[name] for name, weight in WEIGHTS.items())


def weighed(figures: float, reading: float) -> float:
    """Return the log-odds of a pair by its figures and by reading both claims side by side."""
    return OF_FIGURES * figures + OF_READING * reading + OF_BOTH
