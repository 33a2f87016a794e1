"""Which relation two claims of one point have: what a network reads, and what the rules find.

The rules compare figures, days, names and denials, and refuse where these differ and they cannot
say how; the network has learned from pairs that were judged (``training.joining``). A multinomial
regression weighs both; it is asked where the rules refuse.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from variorum.align.collating.dates import are_other_days
from variorum.align.relating.contradictions import Comparison, excluded_words
from variorum.align.relating.plans import plans
from variorum.align.relating.printed import printed_apart
from variorum.align.relating.scopes import other_places
from variorum.align.relating.side_by_side import KINDS, Answer
from variorum.align.relating.since import growing_word
from variorum.model.vocabulary import RelationKind

RELATIONS: tuple[RelationKind, ...] = (
    "same",
    "stronger",
    "broader",
    "incompatible",
    "other-time",
    "other-scope",
)
# A relation is as likely as this at least, as far as the network goes.
LEAST = 1e-9
# How much each finding speaks for each of ``RELATIONS``, in their order.
WEIGHTS: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "read same": (0.29, -0.36, -0.10, 0.10, 0.17, -0.10),
        "read stronger": (-0.09, 0.68, -0.10, -0.24, -0.09, -0.16),
        "read broader": (-0.12, 0.07, 0.44, -0.27, -0.35, 0.23),
        "read incompatible": (-0.21, -0.08, -0.25, 1.03, -0.15, -0.36),
        "read other-time": (-0.11, -0.10, -0.10, -0.25, 0.84, -0.27),
        "read other-scope": (-0.23, -0.32, -0.08, -0.25, -0.05, 0.93),
        "denied": (-0.13, -0.37, -0.48, 0.50, -0.03, 0.50),
        "other figure": (-0.59, -0.56, -0.61, 0.65, 0.30, 0.81),
        "other date": (-0.34, 0.09, -0.47, 0.19, 0.48, 0.05),
        "excluded": (-0.44, 0.23, -0.39, -0.12, 0.50, 0.23),
        "one plans": (-0.20, 0.28, 0.02, -0.14, 0.03, 0.00),
        "grows": (-0.10, -0.01, -0.19, 0.37, 0.24, -0.30),
        "other places": (-0.43, -0.24, 0.75, -0.16, -0.36, 0.45),
        "printed apart": (-0.44, -0.36, -0.15, -0.20, 1.05, 0.10),
    }
)

Findings = dict[str, float]


def findings(beside: Comparison, read: Answer) -> Findings:
    """Return what speaks for how two claims stand, by the names in ``WEIGHTS``.

    Args:
        beside: how the words of one stand to those of the other.
        read: what the network says of the two.
    """
    one, other = beside.one, beside.other
    told = dict.fromkeys(RELATIONS, 0.0)
    for (relation, _), weight in zip(KINDS, read.kinds, strict=True):
        told[relation] += math.exp(weight)
    kinds = {match.figure.kind for match in beside.clashes}
    polarity = one.statement.polarity != other.statement.polarity
    return {
        **{f"read {relation}": math.log(max(part, LEAST)) for relation, part in told.items()},
        "denied": float(polarity or one.denies != other.denies or beside.turned),
        "other figure": float("#" in kinds),
        "other date": float("@" in kinds or are_other_days((one, other))),
        "excluded": float(bool(excluded_words(one, other, beside.likeness))),
        "one plans": float(plans(one) != plans(other)),
        "grows": float(bool(growing_word(one) or growing_word(other))),
        "other places": float(other_places((one, other)) is not None),
        "printed apart": float(printed_apart(one.article, other.article) is not None),
    }


def weigh(found: Findings) -> dict[RelationKind, float]:
    """Return how likely each relation is by what was found; they sum to 1."""
    odds = [0.0] * len(RELATIONS)
    for name, value in found.items():
        for at, weight in enumerate(WEIGHTS[name]):
            odds[at] += value * weight
    highest = max(odds)
    parts = [math.exp(one - highest) for one in odds]
    return {r: round(part / sum(parts), 3) for r, part in zip(RELATIONS, parts, strict=True)}
