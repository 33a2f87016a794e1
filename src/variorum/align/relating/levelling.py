"""A witness that tells a thing flatly somewhere is not the weaker one where it credits it as well.

Reports often tell a thing in their heading and then by whom it is told; so flat word is set against
flat word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.align.claims import Claim
from variorum.align.rarity import Rarity
from variorum.align.relating.likeness import Likeness, compare
from variorum.align.relating.parting import parted
from variorum.align.relating.verdicts import LEAST_TOKENS, Verdict, judge_alike

Edge = tuple[int, int]

# So much of a heading stands in what follows and tells the same, summed by rarity.
REPEATED = 0.5
FLATLY = "told flatly elsewhere by the same witness"


def levelled(
    verdicts: Mapping[Edge, Verdict], claims: Sequence[Claim], rare: Rarity
) -> dict[Edge, Verdict]:
    """Return how claims stand: ``same`` where the weaker one's witness tells it flatly as well.

    Args:
        verdicts: how pairs of claims stand, by their numbers.
        claims: of all witnesses.
        rare: how rare their words are.
    """
    found = dict(verdicts)
    known: dict[int, frozenset[int]] = {}
    for edge, verdict in verdicts.items():
        firm, weak = edge if claims[edge[0]] is verdict.one else edge[::-1]
        if verdict.relation != "stronger" or not _is_by_holder(claims[firm], claims[weak]):
            continue
        if weak not in known:
            known[weak] = frozenset(_flat_twins(weak, claims, rare))
        if known[weak] or _is_told_flatly(firm, claims[weak].article.id, verdicts, claims):
            found[edge] = replace(verdict, relation="same", finding=FLATLY)
    return found


def _is_by_holder(firm: Claim, weak: Claim) -> bool:
    return (firm.statement.modality, weak.statement.modality) == ("fact", "claimed")


def _is_told_flatly(
    firm: int, witness: str, verdicts: Mapping[Edge, Verdict], claims: Sequence[Claim]
) -> bool:
    """Tell whether a flat claim of a witness says the same as a firm one of another."""
    return any(
        verdict.relation == "same"
        and firm in edge
        and claims[sum(edge) - firm].article.id == witness
        and claims[sum(edge) - firm].statement.modality == "fact"
        for edge, verdict in verdicts.items()
    )


def _flat_twins(weak: int, claims: Sequence[Claim], rare: Rarity) -> Iterator[int]:
    """Yield the claims of the narrator that say what a claim of the same witness credits."""
    one = claims[weak]
    for at, other in enumerate(claims):
        own = other.article.id == one.article.id and at != weak
        if own and other.statement.modality == "fact" and _say_one_thing(one, other, rare):
            yield at


def _say_one_thing(one: Claim, flat: Claim, rare: Rarity) -> bool:
    """Tell whether a flat claim says the same, or is a heading that another one mostly repeats."""
    likeness = compare(one, flat, rare)
    verdict = judge_alike(one, flat, likeness)
    if verdict is None and _is_repeated(flat, likeness):
        verdict = Verdict("same", one, flat, likeness.score, likeness.pairs)
    verdict = verdict and parted(verdict, one, flat, likeness)
    return verdict is not None and verdict.relation in ("same", "stronger")


def _is_repeated(flat: Claim, likeness: Likeness) -> bool:
    """Tell whether a claim stands in the first line, and another one has most of its words."""
    heading = "\n" not in flat.article.text[: flat.statement.spans[0][0]]
    named = any(a.is_name or b.is_name for a, b in likeness.pairs)
    enough = len(likeness.pairs) >= LEAST_TOKENS and likeness.covered[1] >= REPEATED
    return heading and named and enough and not flat.denies
