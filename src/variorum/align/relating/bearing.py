"""What speaks for two claims bearing on one point, and how much.

The weights are those of a logistic regression over labelled pairs (``training.joining``). What
counts most is whether each of the two lies nearer to the other than to anything else that the
other witness says: paraphrases are near, and so is all that reports of one event say.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import numpy as np

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.align.relating.fates import are_near, fates_of
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.nearness import Edge, Floats, Nearness

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "always": -0.38,
        "near": -1.58,
        "nearer than others": 3.63,
        "apart in their texts": -1.98,
        "more alike than others": 2.54,
        "words": 1.81,
        "shared": 0.55,
        "told": -0.14,
        "names shared": -0.39,
        "names left": 0.08,
        "one denies": 0.41,
        "both held": 0.42,
        "other numbers": 0.45,
        "one unit": 0.20,
        "one fate": 0.38,
        "other fate": -0.45,
        "near counts": 0.70,
    }
)
# No more counts of what is shared.
MOST_SHARED = 6.0
MOST_TOLD = 5
MOST_NAMES = 3
# So near, and so much alike, are any two statements about one event.
ANY_NEAR = 0.35
ANY_ALIKE = 0.1
# So many sentences of another witness, the nearest, are looked at for each.
NEAREST = 3
# and so many claims in them.
MOST = 12

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sides:
    """The claims of two witnesses by their numbers, in order, and how near they lie."""

    one: Sequence[int]
    other: Sequence[int]
    near: Floats
    margins: Floats

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
    near = nearness.between(one, other)
    return Sides(one, other, near, _margins(near))


def _best(values: Sequence[float]) -> list[int]:
    """Return the places of the highest values; claims of one sentence have one value."""
    highest = sorted({value for value in values if value > 0}, reverse=True)[:NEAREST]
    near = (at for at, value in enumerate(values) if highest and value >= highest[-1])
    return list(islice(near, MOST))


def _margins(near: Floats) -> Floats:
    """Return how much nearer each pair of sentences lies than either to any other sentence.

    A text of a sentence or two has no other: what any two of one event are counts as one.
    """
    rivals = np.maximum(np.maximum(_rivals(near), _rivals(near.T).T), ANY_NEAR)
    margins: Floats = near - rivals
    return margins


def _rivals(near: Floats) -> Floats:
    """Return for each cell the highest other value of its row."""
    top = near.max(axis=1, keepdims=True)
    less = np.where(near < top, near, 0.0).max(axis=1, keepdims=True)
    rivals: Floats = np.where(near < top, top, less)
    return rivals


def features(
    sides: Sides, claims: Sequence[Claim], likenesses: Mapping[Edge, Likeness]
) -> dict[Edge, Features]:
    """Return what is asked of pairs of claims of two witnesses, by the names in ``WEIGHTS``.

    Args:
        sides: the two witnesses.
        claims: of the whole story.
        likenesses: of the pairs that are asked about.
    """
    rows = {at: row for row, at in enumerate(sides.one)}
    columns = {at: column for column, at in enumerate(sides.other)}
    rivals = _rival_scores(likenesses)
    found = {}
    for edge, likeness in likenesses.items():
        row, column = rows[edge[0]], columns[edge[1]]
        apart = abs(row / len(rows) - column / len(columns))
        found[edge] = {
            "always": 1.0,
            "near": float(sides.near[row, column]),
            "nearer than others": float(sides.margins[row, column]),
            "apart in their texts": apart,
            "more alike than others": likeness.score - rivals[edge],
            **_shared(likeness, claims[edge[0]], claims[edge[1]]),
            **_counted(claims[edge[0]], claims[edge[1]]),
        }
    return found


def _rival_scores(likenesses: Mapping[Edge, Likeness]) -> dict[Edge, float]:
    """Return for each pair the likeness of the best other pair of either claim."""
    ranked: dict[tuple[int, int], list[float]] = defaultdict(list)
    for edge, likeness in likenesses.items():
        for side in (0, 1):
            ranked[side, edge[side]].append(likeness.score)
    best = {key: sorted(scores, reverse=True)[:2] for key, scores in ranked.items()}

    def rival(edge: Edge, side: int) -> float:
        scores = [*best[side, edge[side]], 0.0]
        return scores[1] if scores[0] == likenesses[edge].score else scores[0]

    return {edge: max(rival(edge, 0), rival(edge, 1), ANY_ALIKE) for edge in likenesses}


def _shared(likeness: Likeness, one: Claim, other: Claim) -> Features:
    """Return what two claims share and what only one has."""
    plain = (a for a, b in likeness.pairs if not (a.is_name or b.is_name or a.is_value))
    denied = one.denies != other.denies or one.statement.polarity != other.statement.polarity
    return {
        "words": likeness.words,
        "shared": min(likeness.shared, MOST_SHARED),
        "told": float(min(sum(not one.vocabulary.tells(t.key) for t in plain), MOST_TOLD)),
        "names shared": float(
            min(sum(a.is_name and b.is_name for a, b in likeness.pairs), MOST_NAMES)
        ),
        "names left": float(any(token.is_name for only in likeness.only for token in only)),
        "one denies": float(denied),
        "both held": float(bool(one.statement.holder and other.statement.holder)),
        "other numbers": float(all(_has_number(only) for only in likeness.only)),
    }


def _has_number(tokens: Iterable[Token]) -> bool:
    return any(token.key[0] == "#" for token in tokens)


def _counted(one: Claim, other: Claim) -> Features:
    """Return whether two claims count one thing, by its noun or by what became of it."""
    counts = fates_of(one), fates_of(other)
    both = counts[0].keys() & counts[1].keys()
    known = languages.find(one.article.language)
    near = known and any(are_near(counts[0][f], counts[1][f], known) for f in both)
    return {
        "one unit": float(not _units(one).isdisjoint(_units(other))),
        "one fate": float(bool(both)),
        "other fate": float(all(counts) and not both),
        "near counts": float(bool(near)),
    }


@once
def _units(claim: Claim) -> frozenset[str]:
    return frozenset(q.unit for q in claim.statement.quantities if q.unit)


def log_odds(found: Features) -> float:
    """Return the logarithm of the odds that two claims of these features bear on one point."""
    return sum(weight * found[name] for name, weight in WEIGHTS.items())


def likelihood(odds: float) -> float:
    """Return the probability of log-odds, to three places."""
    return round(1 / (1 + math.exp(-odds)), 3)
