"""Pairs of claims with what was said of them, and all that is asked of them.

Statements may be cut otherwise now than when they were read: a claim stands for a passage where
it still fits it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from pathlib import Path
from typing import NamedTuple

from tests.quality import _labelled_stories as stories
from training.joining.judged import LISTED, Judgement, Reports, reports
from training.joining.teach import Example
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.bearing import Features, features, log_odds, sides_of
from variorum.align.relating.contradictions import Comparison, set_against
from variorum.align.relating.likeness import Likeness, compare
from variorum.align.relating.nearness import Edge, read_nearness
from variorum.model.spans import Spans, overlap

# A claim that fits the passage that was read so far is that passage; what writers listed was cut by
# the guidelines, and not as claims are.
LEAST_FIT = 0.65
LEAST_FIT_LISTED = 0.5
# So many of the likeliest pairs of two invented reports that are unrelated are read, and so many
# others.
UNRELATED = 25
UNLISTED = "unlisted"


class Judged(NamedTuple):
    """How two claims stand, a place in ``KINDS`` or None, and how the pair was drawn."""

    kind: int | None
    drawn: str


@dataclass(frozen=True)
class Row:
    """A pair of claims: what is asked of it, how it stands, and the story it is of.

    ``beside`` is how the words of two that are related stand.
    """

    asked: Features
    example: Example
    beside: Comparison | None
    story: str
    drawn: str

    @property
    def invented(self) -> bool:
        """Whether both reports were written to train."""
        return self.drawn in (LISTED, UNLISTED)


def rows(data: Path) -> Iterator[Row]:
    """Yield the pairs of claims that were read, as far as the claims are still told so."""
    for read in reports(data):
        yield from _rows(read)


def _rows(read: Reports) -> Iterator[Row]:
    witnesses = [stories.annotated(one) for one in read.articles]
    claims = [one for one in claims_of(witnesses) if not one.spoken]  # no other was read
    rare = rarity([c.keys for c in group] for _, group in groupby(claims, key=_witness))
    sides = [[n for n, c in enumerate(claims) if c.article.id == a.id] for a in read.articles]
    near = read_nearness(witnesses, claims, ())
    judged = _fitting(claims, sides, read.judgements)
    between = sides_of(sides[0], sides[1], near)

    def alike(edge: Edge) -> Likeness:
        return compare(claims[edge[0]], claims[edge[1]], rare)

    def asked(edges: Iterable[Edge]) -> dict[Edge, Features]:
        return features(between, claims, {edge: alike(edge) for edge in edges}, rare)

    told = asked(judged)
    if any(one.drawn == LISTED for one in read.judgements):
        free = asked(_unlisted(claims, sides, read.judgements))
        drawn = _drawn(free, random.Random(read.story))
        told |= {edge: free[edge] for edge in drawn}
        judged |= dict.fromkeys(drawn, Judged(None, UNLISTED))
    for edge, figures in told.items():
        one, other = (near.rows[at] for at in edge)
        kind, how = judged[edge]
        if one is not None and other is not None:
            pair = claims[edge[0]], claims[edge[1]]
            beside = None if kind is None else set_against(*pair, alike(edge))
            yield Row(figures, Example((one, other), kind), beside, read.story, how)


def _fitting(
    claims: Sequence[Claim], sides: Sequence[Sequence[int]], judgements: Sequence[Judgement]
) -> dict[Edge, Judged]:
    """Return what was said of pairs of claims: those that fit the passages that were read."""
    found: dict[Edge, Judged] = {}
    for told in judgements:
        ends = zip(sides, (told.one, told.other), strict=True)
        least = LEAST_FIT_LISTED if told.drawn == LISTED else LEAST_FIT
        fitting = [[n for n in side if _iou(claims[n], spans) >= least] for side, spans in ends]
        for edge in product(*fitting):
            if edge not in found or found[edge].kind is None:
                found[edge[0], edge[1]] = Judged(told.kind, told.drawn)
    return found


def _unlisted(
    claims: Sequence[Claim], sides: Sequence[Sequence[int]], judgements: Sequence[Judgement]
) -> list[Edge]:
    """Return the pairs of claims that touch no pair that was listed: they are unrelated."""
    touched: set[tuple[int, ...]] = set()
    for told in judgements:
        ends = zip(sides, (told.one, told.other), strict=True)
        touched |= set(product(*([n for n in side if _iou(claims[n], s) > 0] for side, s in ends)))
    return [(a, b) for a in sides[0] for b in sides[1] if (a, b) not in touched]


def _drawn(asked: Mapping[Edge, Features], chance: random.Random) -> list[Edge]:
    """Return the likeliest pairs of many, and as many others."""
    likely = sorted(asked, key=lambda edge: (-log_odds(asked[edge]), edge))
    first, rest = likely[:UNRELATED], likely[UNRELATED:]
    return first + chance.sample(rest, min(UNRELATED, len(rest)))


def _witness(claim: Claim) -> str:
    return claim.article.id


def _iou(claim: Claim, wanted: Spans) -> float:
    found = claim.statement.spans
    shared = sum(overlap(a, b) for a in found for b in wanted)
    return shared / (sum(e - s for s, e in (*found, *wanted)) - shared)
