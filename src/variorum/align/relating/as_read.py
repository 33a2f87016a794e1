"""How two claims of one point stand that the rules refuse, where a network is sure of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from variorum.align.claims import Claim, Token
from variorum.align.relating.acts import act_of
from variorum.align.relating.complements import name_two_doers
from variorum.align.relating.contradictions import Comparison
from variorum.align.relating.fates import fates_of
from variorum.align.relating.side_by_side import Answer
from variorum.align.relating.since import came_about
from variorum.align.relating.verdicts import Verdict
from variorum.align.relating.weighing import RELATIONS, findings, weigh
from variorum.model.vocabulary import RelationKind

# One of these relations is told where it is so likely.
SURE: Mapping[RelationKind, float] = MappingProxyType(
    {"incompatible": 0.7, "other-time": 0.5, "other-scope": 0.5}
)
# So many words are shown of what each says otherwise.
SHOWN = 3


def as_read(same: Verdict, beside: Comparison, read: Answer) -> Verdict | None:
    """Return how two claims stand that the rules refuse, None where reading them is not sure.

    Never that they say the same, for the network sees little of what keeps two acts, persons or
    figures apart; nor who of the two says more.

    Args:
        same: that both bear on one point.
        beside: how the words of one stand to those of the other.
        read: what the network says that read both.
    """
    likely = weigh(findings(beside, read))
    relation = max(RELATIONS, key=lambda one: likely[one])
    if relation not in SURE or likely[relation] < SURE[relation]:
        return None
    fates = fates_of(same.one).keys() & fates_of(same.other).keys()
    if relation == "other-scope" and (fates or _differ_at_large(beside)):
        return None
    if relation == "incompatible" and (since := _denied_at_first(same)):
        return replace(same, relation="other-time", finding=since)
    sides = zip((same.one, same.other), beside.likeness.only, strict=True)
    lone = [_shown(claim, only) for claim, only in sides]
    shown = f"told otherwise: {' / '.join(lone)}" if all(lone) else None
    return replace(same, relation=relation, finding=shown)


def _denied_at_first(same: Verdict) -> str:
    """Return by what one of two claims was denied only until the other, empty where it was not."""
    denying = [claim for claim in (same.one, same.other) if claim.denies]
    if len(denying) != 1:
        return ""
    return came_about(denying[0], same.other if denying[0] is same.one else same.one)


def _differ_at_large(beside: Comparison) -> bool:
    """Tell whether two claims differ in more than what they count: who, what is done, of whom."""
    pair = beside.one, beside.other
    acts = act_of(beside.one), act_of(beside.other)
    apart = [
        bool(beside.names),
        name_two_doers(*pair, beside.likeness),
        acts != (None, None) and acts not in beside.likeness.pairs,
        any(m.other and m.figure.unit != m.other.unit for m in beside.clashes),
    ]
    return sum(apart) > 1


def _shown(claim: Claim, only: Sequence[Token]) -> str:
    """Return the first words that one of two claims has alone, its figures before all."""
    first = sorted(only, key=lambda token: (not token.is_value, token.span))[:SHOWN]
    return " ".join(claim.surface(token) for token in sorted(first, key=lambda one: one.span))
