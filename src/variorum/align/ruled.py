"""What a person ruled, put in the place of what was found: links of prints, verdicts on claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.align.claims import Claim
from variorum.align.gathering.similarity import Affinity
from variorum.align.prints import Print
from variorum.align.rarity import Rarity
from variorum.align.relating.likeness import compare
from variorum.align.relating.verdicts import Verdict
from variorum.model.rulings import Decisions, Pair

RULED = "ruled by a person"
CERTAIN = 1.0


def ruled_links(
    found: Mapping[Pair, Affinity], prints: Mapping[str, Print], decisions: Decisions
) -> dict[Pair, Affinity]:
    """Return the links of prints, without those ruled apart and with those ruled together."""
    links = {pair: link for pair, link in found.items() if pair not in decisions.apart}
    for one, other in decisions.together:
        if one in prints and other in prints:
            links[one, other] = _certain(links.get((one, other)), prints[one], prints[other])
    return links


def _certain(found: Affinity | None, one: Print, other: Print) -> Affinity:
    """Return a link that nothing doubts; without words in common it holds all of both prints."""
    return Affinity(
        score=CERTAIN,
        left=found.left if found else range(len(one.words)),
        right=found.right if found else range(len(other.words)),
        whole=True,
        reasons=(*(found.reasons if found else ()), RULED),
        evidence=found.evidence if found else {},
        odds=found.odds if found else 0.0,
    )


def ruled_groups(prints: Iterable[str], decisions: Decisions) -> list[tuple[str, ...]]:
    """Return each print with those that were ruled, one by one, to be of its utterance."""
    of: dict[str, tuple[str, ...]] = {key: (key,) for key in prints}
    for one, other in sorted(decisions.together):
        if one in of and other in of and of[one] != of[other]:
            joined = tuple(sorted(of[one] + of[other]))
            of |= dict.fromkeys(joined, joined)
    return sorted(set(of.values()))


def ruled_verdicts(
    found: Mapping[tuple[int, int], Verdict],
    claims: Sequence[Claim],
    rare: Rarity,
    decisions: Decisions,
) -> dict[tuple[int, int], Verdict]:
    """Return verdicts by pair of claims, those on pairs that a person ruled on in their place."""
    at = {claim.statement.id: index for index, claim in enumerate(claims)}
    verdicts = dict(found)
    for pair, ruled in sorted(decisions.relations.items(), key=lambda item: item[0]):
        if not all(statement in at for statement in pair):
            continue
        edge = (min(at[pair[0]], at[pair[1]]), max(at[pair[0]], at[pair[1]]))
        known = verdicts.pop(edge, None)
        if ruled is not None and claims[edge[0]].article.id != claims[edge[1]].article.id:
            kind, first = ruled
            sides = sorted((claims[i] for i in edge), key=lambda side: side.statement.id != first)
            verdicts[edge] = _verdict(kind, known, sides, rare)
    return verdicts


def _verdict(kind: str, found: Verdict | None, sides: Sequence[Claim], rare: Rarity) -> Verdict:
    if found is not None and found.relation == kind:
        told = f"{found.finding}; {RULED}" if found.finding else RULED
        return replace(found, score=CERTAIN, finding=told)
    one, other = sides
    return Verdict(kind, one, other, CERTAIN, tuple(compare(one, other, rare).pairs), RULED)
