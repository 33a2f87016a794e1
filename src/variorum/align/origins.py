"""How many origins a statement has once copies are collapsed.

Two readings share an origin when a copied run holds most of what both say, when one speaker is the
holder of both, when one is given to the outlet of the other, or when their witnesses print one
report, in other words perhaps. ``independent`` says no more than that nothing in the texts ties
this witness to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.align.holders import Holders, holders_of
from variorum.align.tracing.chains import with_chains
from variorum.align.tracing.rewrites import find_rewrites
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import sign
from variorum.model.rulings import NO_RULINGS, Decisions, sorted_pair
from variorum.model.spans import Span, Spans, overlap, size
from variorum.model.story import Copy, Origin, Relation, StatementReading, Utterance
from variorum.model.vocabulary import OriginBasis

# Two readings are copied when a run holds at least this part of the shorter one, in both.
COPIED = 0.5
# What ties two witnesses, the strongest ground first.
_GROUNDS: tuple[OriginBasis, ...] = ("ruled", "credit-line", "copied", "rewritten", "same-speech")

Runs = Mapping[tuple[str, str], Sequence[tuple[Span, Span, bool]]]


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties readings: copied runs by pair of witnesses, and whose word each statement is.

    ``rewrites`` are the pairs of witnesses that print one report, ``decisions`` says which of
    them a person ruled of one origin, or not.
    """

    runs: Runs
    holders: Holders
    rewrites: frozenset[tuple[str, str]] = frozenset()
    decisions: Decisions = NO_RULINGS

    def between(self, one: StatementReading, other: StatementReading) -> OriginBasis | None:
        """Return on what ground two readings have one origin, None where on none."""
        pair = sorted_pair(one.witness, other.witness)
        if pair in self.decisions.one_origin:
            return "ruled"
        if pair in self.decisions.other_origins:
            return None
        if self.holders.is_credited(one, other):
            return "credit-line"
        for first, second, credited in self.runs.get((one.witness, other.witness), ()):
            enough = COPIED * min(size(one.spans), size(other.spans))
            if _inside(one.spans, first) >= enough <= _inside(other.spans, second):
                return "credit-line" if credited else "copied"
        if self.holders.are_one_speech(one, other):
            return "same-speech"
        return self._as_rewrite(*pair)

    def _as_rewrite(self, one: str, other: str) -> OriginBasis | None:
        """Return on what ground two witnesses print one report, None where they do not."""
        if (one, other) not in self.rewrites:
            return None
        credited = any(run[2] for run in self.runs.get((one, other), ()))
        return "credit-line" if credited else "rewritten"


def ties_of(
    articles: Sequence[AnnotatedArticle],
    copies: Sequence[Copy],
    *,
    decisions: Decisions = NO_RULINGS,
) -> Ties:
    """Return what ties the statements of ``articles``, given their copied runs."""
    runs: dict[tuple[str, str], list[tuple[Span, Span, bool]]] = defaultdict(list)
    for copy in copies:
        one, other = copy.from_, copy.to
        runs[one.witness, other.witness].append((one.span, other.span, copy.credited))
        runs[other.witness, one.witness].append((other.span, one.span, copy.credited))
    rewrites = with_chains(find_rewrites(articles), articles)
    return Ties(runs, holders_of(articles), rewrites, decisions)


def count_origins(relation: Relation, ties: Ties) -> Relation:
    """Return ``relation`` with the number of its origins filled in."""
    return replace(relation, origins=sum(1 for _ in _origins(relation, ties)))


def find_origins(
    utterances: Sequence[Utterance],
    relations: Sequence[Relation],
    articles: Sequence[AnnotatedArticle],
    ties: Ties,
) -> tuple[Origin, ...]:
    """Return the origins of utterances and relations, in content order.

    An utterance is one origin: the speech itself. Relations that rest on the same witnesses on
    the same ground rest on one origin.
    """
    prints = {q.id: q.witness for a in articles for q in a.quotations}
    rests: dict[tuple[tuple[str, ...], OriginBasis], list[str]] = defaultdict(list)
    for relation in relations:
        for witnesses, basis in _origins(relation, ties):
            rests[witnesses, basis].append(relation.id)
    found = [_origin(witnesses, basis, of) for (witnesses, basis), of in rests.items()]
    for utterance in utterances:
        witnesses = tuple(sorted({prints[p] for p in utterance.prints if p in prints}))
        found.append(_origin(witnesses, "same-speech", [utterance.id]))
    return tuple(sorted(found, key=lambda o: (o.witnesses, o.basis, o.of)))


def _origin(witnesses: tuple[str, ...], basis: OriginBasis, of: Iterable[str]) -> Origin:
    unsigned = Origin(id="", witnesses=witnesses, basis=basis, of=tuple(sorted(of)))
    return sign(unsigned, {})


def _origins(relation: Relation, ties: Ties) -> Iterator[tuple[tuple[str, ...], OriginBasis]]:
    """Yield the witnesses and the ground of each origin of a relation."""
    group = {index: {index} for index in range(len(relation.readings))}
    grounds: dict[int, set[OriginBasis]] = defaultdict(set)
    for one, other in combinations(range(len(relation.readings)), 2):
        ground = ties.between(relation.readings[one], relation.readings[other])
        if ground:
            grounds[one].add(ground)
            merged = group[one] | group[other]
            group.update(dict.fromkeys(merged, merged))
    for members in sorted({tuple(sorted(members)) for members in group.values()}):
        known = {ground for index in members for ground in grounds[index]}
        basis = next((ground for ground in _GROUNDS if ground in known), "independent")
        yield tuple(sorted({relation.readings[index].witness for index in members})), basis


def _inside(spans: Spans, run: Span) -> int:
    return sum(overlap(span, run) for span in spans)
