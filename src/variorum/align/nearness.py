"""How near the sentences of two claims lie in meaning, for pairs that words alone do not settle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from variorum.align.claims import Claim
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span, covers
from variorum.weights import sentences as encoder

# A vector is counted in so many steps: products of whole numbers are exact in any order.
STEPS = 2047
# So many sentences of a story are encoded at most.
MOST = 400

Place = tuple[str, Span]


@dataclass(frozen=True)
class Nearness:
    """The sentences that claims stand in, and their vectors once asked for."""

    articles: Sequence[AnnotatedArticle]

    def between(self, pairs: Iterable[tuple[Claim, Claim]]) -> list[float]:
        """Return the cosine of the sentences of each pair of claims; equal words are 1.

        Each sentence is encoded once, by itself, and the cosines are exact sums of whole numbers:
        they depend on nothing but the two sentences.

        Args:
            pairs: the likeliest first; those that would need more than ``MOST`` sentences are
                not looked at, and 0.
        """
        told = [(self._sentence(one), self._sentence(other)) for one, other in pairs]
        rows: dict[str, int] = {}
        for pair in told:
            new = {text for text in pair if pair[0] != pair[1]} - rows.keys()
            if len(rows) + len(new) <= MOST:
                rows |= {text: at for at, text in enumerate(sorted(new), start=len(rows))}
        steps = np.rint(encoder.vectors(list(rows)) * STEPS).astype(np.int64)

        def cosine(one: str, other: str) -> float:
            if one == other:
                return 1.0
            known = one in rows and other in rows
            return float(steps[rows[one]] @ steps[rows[other]]) / STEPS**2 if known else 0.0

        return [cosine(*pair) for pair in told]

    @cached_property
    def _sentences(self) -> Mapping[str, Sequence[Span]]:
        return {a.article.id: sorted(a.sentences) for a in self.articles}

    def _sentence(self, claim: Claim) -> str:
        """Return the sentence that a claim stands in, the claim itself where none is known."""
        sentences = self._sentences[claim.article.id]
        first = claim.statement.spans[0]
        at = bisect_right(sentences, (first[0], len(claim.article.text))) - 1
        span = sentences[at] if at >= 0 and covers(sentences[at], first) else first
        return claim.article.text[slice(*span)]
