"""How near two claims lie in meaning: by the sentences they stand in, and by what they tell of.

The sentence tells more than the clause does: its subject and its occasion are not cut off. What
one claim tells of is its head, a verb mostly; where both tell of one thing, the other has a word
that lies near it. Words are told by their states in their sentence, so ``ruled`` lies near
``decision`` where a court did (words are matched as in BERTScore, Zhang et al., 2020).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.align.relating.acts import head_of
from variorum.align.relating.side_by_side import Rows, rows_of
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span, covers
from variorum.weights import sentences as encoder

# A vector is counted in so many steps: sums of products of whole numbers are exact in any order.
STEPS = 2047
# So many sentences of a story are encoded at most.
MOST = 400
_NONE = np.zeros(encoder.WIDTH, dtype=np.int16)

Edge = tuple[int, int]
Floats = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Places = np.ndarray[tuple[int], np.dtype[np.int64]]
Steps = np.ndarray[tuple[int, int], np.dtype[np.int16]]


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the claims of a story lie.

    Args:
        places: of the sentence of each claim among ``cosines``, -1 for one that was not encoded.
        cosines: of these sentences.
        words: of each claim its words in steps, the head first; a row of 0 for what was not read.
        rows: of each claim what a network reads of it; None where it was not encoded.
    """

    places: Places
    cosines: Floats
    words: Sequence[Steps]
    rows: Sequence[Rows | None]

    def between(self, one: Sequence[int], other: Sequence[int]) -> Floats:
        """Return the cosine of the sentences of each claim of one list and each of another.

        It is 0 where a sentence was not encoded, and 1 for equal words.
        """
        rows, columns = self.places[list(one)], self.places[list(other)]
        found = self.cosines[np.ix_(rows, columns)]
        found[rows < 0] = 0.0
        found[:, columns < 0] = 0.0
        return found

    def near(self, edge: Edge, claims: tuple[Claim, Claim], words: tuple[Token, Token]) -> float:
        """Return how near two words of two claims lie: their cosine, 1 where one was not read.

        Args:
            edge: the numbers of the claims.
            claims: the two.
            words: a token of each.
        """
        rows = [self.words[at] for at in edge]
        if any(len(row) < len(claim.tokens) for row, claim in zip(rows, claims, strict=True)):
            return 1.0
        places = (_order(c).index(word) for c, word in zip(claims, words, strict=True))
        first, second = (row[at].astype(np.float64) for row, at in zip(rows, places, strict=True))
        return float(first @ second) / STEPS**2

    def heads_between(self, one: Sequence[int], other: Sequence[int]) -> Floats:
        """Return how near the head of each claim of one list lies to a word of each of another.

        It is the cosine to the nearest of these words, and 0 where a claim was not encoded.
        """
        if not one or not other:
            return np.zeros((len(one), len(other)))
        heads = np.stack([self.words[at][0] for at in one]).astype(np.float64)
        words = np.concatenate([self.words[at] for at in other]).astype(np.float64)
        starts = np.cumsum([0, *(len(self.words[at]) for at in other[:-1])])
        found: Floats = np.maximum.reduceat(heads @ words.T / STEPS**2, starts, axis=1)
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
            then the first ones of each witness outside direct speech, ``MOST`` in all.
    """
    sentences = {item.article.id: sorted(item.sentences) for item in articles}
    spans = [_sentence(claim, sentences) for claim in claims]
    told = [c.article.text[slice(*span)] for c, span in zip(claims, spans, strict=True)]
    plain = (at for at, claim in enumerate(claims) if not claim.spoken)
    early = sorted(plain, key=lambda at: (claims[at].statement.spans, told[at]))
    order = (*(at for edge in likely for at in edge), *early)
    rows: dict[str, int] = {}
    for at in order:
        if len(rows) == MOST:
            break
        rows.setdefault(told[at], len(rows))
    read = encoder.encode(list(rows))
    steps = np.stack([_steps(one.vector) for one in read] or [_NONE]).astype(np.float64)
    cosines = steps @ steps.T / STEPS**2
    np.fill_diagonal(cosines, 1.0)
    places = np.array([rows.get(text, -1) for text in told], dtype=np.int64)
    words, rows_read = [], []
    for claim, span, at in zip(claims, spans, places.tolist(), strict=True):
        words.append(_words(claim, read[at], span[0]) if at >= 0 else _NONE[None])
        inside = [(start - span[0], end - span[0]) for start, end in claim.statement.spans]
        rows_read.append(rows_of(read[at], inside) if at >= 0 else None)
    return Nearness(places, cosines, words, rows_read)


def _sentence(claim: Claim, sentences: Mapping[str, Sequence[Span]]) -> Span:
    """Return where the sentence stands that a claim is of, the claim itself where none is known."""
    known = sentences[claim.article.id]
    first = claim.statement.spans[0]
    at = bisect_right(known, (first[0], len(claim.article.text))) - 1
    return known[at] if at >= 0 and covers(known[at], first) else first


def _words(claim: Claim, read: encoder.Encoded, start: int) -> Steps:
    """Return the words of a claim, its head first, by the states of its sentence at ``start``."""
    spans = [token.span for token in _order(claim)]
    return np.stack([_steps(read.word((s - start, e - start))) for s, e in spans])


@once
def _order(claim: Claim) -> tuple[Token, ...]:
    """Return the tokens of a claim, its head first."""
    head = head_of(claim)
    return (head, *(token for token in claim.tokens if token is not head))


def _steps(vector: encoder.Vector) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return np.rint(vector * STEPS).astype(np.int16)
