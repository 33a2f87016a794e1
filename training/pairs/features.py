"""A pair of claims as numbers: how far they overlap, and what the rules find."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from variorum.align.claims import Claim, Token
from variorum.align.rarity import Rarity
from variorum.align.relating.contradictions import Comparison, set_against
from variorum.align.relating.likeness import compare

FITS = ("held", "clash", "open", "alone")


def overlap(found: Comparison, claim: Claim, evidence: Claim) -> list[float]:
    """Return how far two claims overlap; no number, date or negation has a say of its own."""
    likeness = found.likeness
    pairs = [(a, b) for a, b in likeness.pairs if not a.is_value]
    names = [a for a, _ in pairs if a.is_name]
    lacking, more = ([t for t in only if not t.is_value] for only in likeness.only)
    lacks_names = [t for t in lacking if t.is_name]
    at = {token.span: place for place, token in enumerate(evidence.tokens)}
    places = [at[b.span] for _, b in pairs]
    return [
        _share(pairs, lacking),
        _share(names, lacks_names),
        _share(pairs[len(names) :], lacking[len(lacks_names) :]),
        len(lacking),
        len(lacks_names),
        len(more),
        sum(token.is_name for token in more),
        len(claim.tokens),
        len(evidence.tokens),
        likeness.words,
        *likeness.covered,
        (max(places) - min(places) + 1) / len(places) if places else 0.0,
        sum(a > b for a, b in pairwise(places)),
    ]


def findings(found: Comparison, claim: Claim, evidence: Claim) -> list[float]:
    """Return what the rules find in two claims."""
    row: list[float] = []
    for kinds in (("#", "."), ("@",)):
        figures = [m for m in found.figures if m.figure.kind in kinds]
        row += [float(sum(m.fit == fit for m in figures)) for fit in FITS]
        row += [max((m.likeness for m in figures if m.fit == f), default=-1.0) for f in FITS[:2]]
        row += [
            float(sum(m.figure.bound in ends for m in figures))
            for ends in (("over", "least"), ("under", "most"))
        ]
        row.append(float(sum(m.other is not None and m.other.bound != "" for m in figures)))
    row += [float(len(found.opposites)), float(len(found.names))]
    row += [float(told) for told in (found.turned, found.swapped, found.wider, found.weaker)]
    row += [float(side.denies) for side in (claim, evidence)]
    row += [float(len(side.weakening)) for side in (claim, evidence)]
    return [*row, float(("supports", "contradicts", "neither").index(found.answer()))]


def features(claim: Claim, evidence: Claim, cosine: float) -> tuple[list[float], list[float]]:
    """Return the numbers of the overlap and those of the findings of one pair.

    Args:
        claim: the sentence that is borne out or not.
        evidence: the sentence it is set against.
        cosine: of the vectors of both.
    """
    found = set_against(claim, evidence, compare(claim, evidence, Rarity({})))
    return [cosine, *overlap(found, claim, evidence)], findings(found, claim, evidence)


def _share(found: Sequence[object], lacking: Sequence[Token]) -> float:
    return len(found) / max(1, len(found) + len(lacking))
