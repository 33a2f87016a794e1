"""How near two claims lie in meaning: by the vectors of the sentences they stand in.

The sentence tells more than the clause does: its subject and its occasion are not cut off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.align.claims import Claim
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span, covers
from variorum.weights import sentences as encoder

# A vector is counted in so many steps: sums of products of whole numbers are exact in any order.
STEPS = 2047
# So many sentences of a story are encoded at most.
MOST = 400

Edge = tuple[int, int]
Floats = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Nearness:
    """The cosines of the sentences of a story; ``places`` are those of its claims, -1 for none."""

    places: Places
    cosines: Floats

    def between(self, one: Sequence[int], other: Sequence[int]) -> Floats:
        """Return the cosine of the sentences of each claim of one list and each of another.

        It is 0 where a sentence was not encoded, and 1 for equal words.
        """
        rows, columns = self.places[list(one)], self.places[list(other)]
        found = self.cosines[np.ix_(rows, columns)]
        found[rows < 0] = 0.0
        found[:, columns < 0] = 0.0
        return found


def read_nearness(
    articles: Sequence[AnnotatedArticle], claims: Sequence[Claim], likely: Iterable[Edge]
) -> Nearness:
    """Return how near the sentences of claims lie to one another.

    Each sentence is encoded once, by itself, and the cosines are exact sums of whole numbers:
    they depend on nothing but the two sentences.

    Args:
        articles: the witnesses that the claims are of.
        claims: of all of them.
        likely: pairs of claims, the likeliest first: of a long story their sentences are encoded,
            then the first ones of each witness, ``MOST`` in all.
    """
    sentences = {item.article.id: sorted(item.sentences) for item in articles}
    told = [_sentence(claim, sentences) for claim in claims]
    early = sorted(range(len(claims)), key=lambda at: (claims[at].statement.spans, told[at]))
    order = (*(at for edge in likely for at in edge), *early)
    rows: dict[str, int] = {}
    for at in order:
        if len(rows) == MOST:
            break
        rows.setdefault(told[at], len(rows))
    steps = np.rint(encoder.vectors(list(rows)) * STEPS).astype(np.float64)
    cosines = steps @ steps.T / STEPS**2
    np.fill_diagonal(cosines, 1.0)
    places = np.array([rows.get(text, -1) for text in told], dtype=np.int64)
    return Nearness(places, cosines)


def _sentence(claim: Claim, sentences: Mapping[str, Sequence[Span]]) -> str:
    """Return the sentence that a claim stands in, the claim itself where none is known."""
    known = sentences[claim.article.id]
    first = claim.statement.spans[0]
    at = bisect_right(known, (first[0], len(claim.article.text))) - 1
    span = known[at] if at >= 0 and covers(known[at], first) else first
    return claim.article.text[slice(*span)]
