"""Claims that bear on one point in other words: joined where each is the other's likeliest.

How certain a pair is tells a logistic regression over how near their sentences lie and what both
share (``variorum.align.relating.bearing``), and for the likely ones a network that reads both side
by side (as in SuperPAL, Ernst et al. 2021; ``variorum.align.relating.side_by_side``). What a pair
then says of numbers, dates and names must not clash, else nothing is said, or what clashes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from variorum.align.claims import Claim, both_spoken
from variorum.align.odds import likelihood
from variorum.align.rarity import Rarity
from variorum.align.relating.acts import act_of
from variorum.align.relating.bearing import (
    Features,
    Sides,
    answer_one_question,
    features,
    log_odds,
    sides_of,
    weighed,
)
from variorum.align.relating.holdings import Rows, sharing
from variorum.align.relating.leading import count_alike, lead_alike
from variorum.align.relating.likeness import Likeness, compare
from variorum.align.relating.nearness import Edge, Nearness
from variorum.align.relating.replacing import replaces
from variorum.align.relating.side_by_side import Answer, read_both
from variorum.align.relating.standings import stand
from variorum.align.relating.told_of_whom import tell_of_others
from variorum.align.relating.verdicts import Verdict

# What says less than so many things, a word or a figure, says nothing that is told in other words.
LEAST_TOKENS = 2
# So few plain words, with no verb and no other word, tell nothing.
FRAGMENT = 3
# So many claims of one sentence are looked at.
PER_SENTENCE = 8
# From here on the likeliest pair is joined, and from the second on where both answer one question
# in whatever words.
LEAST = 0.5
LEAST_ANSWERED = 0.1
# From here on a claim is joined to its likeliest, whatever is the likeliest for that, as one of
# two witnesses may say a thing twice.
ALONE = 0.6
# From so likely on pairs are read side by side, from the second on where one stands in direct
# speech, and so many of a story, the likeliest first.
LEAST_READ = 0.07
LEAST_READ_SPOKEN = 0.2
MOST_READ = 600
# So certain are two claims that tell of one row of the ledger, and two that give the counts with
# which their reports lead, or from the last chance on count what is counted but once.
ON_LEDGER = 0.8
LEADING = 0.6
COUNTING = 0.4

Side = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Pairs of claims of two witnesses: how alike they are, what is asked of them, common rows.

    ``leading``: those that give the counts with which the two lead; ``counting``: those that count
    what is counted but once.
    """

    witnesses: tuple[str, str]
    sides: Sides
    likenesses: Mapping[Edge, Likeness]
    told: Mapping[Edge, Features]
    ledger: Mapping[Edge, int]
    leading: Set[Edge]
    counting: Set[Edge]


@dataclass(frozen=True, slots=True)
class _Told:
    """How certain pairs of claims are, and what the network says of those that it read."""

    certain: Mapping[Edge, float]
    read: Mapping[Edge, Answer]


@dataclass(frozen=True)
class Joining:
    """Joins the claims of a story.

    Args:
        claims: of all witnesses, in order.
        rare: how rare their words are.
        nearness: of the sentences they stand in.
        rows: the rows of the ledger that each tells of.
    """

    claims: Sequence[Claim]
    rare: Rarity
    nearness: Nearness
    rows: Sequence[Rows]

    def join_all(
        self, unsettled: Mapping[Edge, Likeness], settled: Set[tuple[int, str]]
    ) -> dict[Edge, Verdict]:
        """Return how claims stand that words alone do not settle, those only that are sure.

        A claim that words do not relate is joined to one claim of each other witness at most: the
        likeliest for both, or for itself where that is sure, or counts one fate, or tells of one
        row of the ledger.

        Args:
            unsettled: how alike some pairs are that words do not settle, by their numbers.
            settled: the claims, with a witness, that words relate to one of its claims.
        """
        by_witness = self._considered()
        shared: dict[tuple[str, str], dict[Edge, Likeness]] = defaultdict(dict)
        known = {at for numbers in by_witness.values() for at in numbers}
        for edge, likeness in unsettled.items():
            if known.issuperset(edge):
                one, other = (self.claims[at].article.id for at in edge)
                shared[one, other][edge] = likeness
        compared = [
            self._compared((one, other), (by_witness[one], by_witness[other]), shared[one, other])
            for one, other in combinations(sorted(by_witness), 2)
        ]
        told = {edge: asked for pairs in compared for edge, asked in pairs.told.items()}
        odds = {edge: log_odds(asked) for edge, asked in told.items()}
        read = self._read(odds)
        certain = _certain(odds, read)
        found: dict[Edge, Verdict] = {}
        for pairs in compared:
            found |= self._between(pairs, _Told(certain, read), settled)
        return found

    def _read(self, odds: Mapping[Edge, float]) -> dict[Edge, Answer]:
        """Return what the network says of the likely pairs: how both stand that it read."""
        likely = sorted(
            (edge for edge, told in odds.items() if likelihood(told) >= self._least_read(edge)),
            key=lambda edge: (-odds[edge], edge),
        )
        found = {}
        for edge in likely[:MOST_READ]:
            one, other = (self.nearness.rows[at] for at in edge)
            if one is not None and other is not None:
                found[edge] = read_both(one, other)
        return found

    def _least_read(self, edge: Edge) -> float:
        spoken = any(self.claims[at].spoken for at in edge)
        return LEAST_READ_SPOKEN if spoken else LEAST_READ

    def _considered(self) -> dict[str, list[int]]:
        """Return the claims that may be joined by witness: their sentence's vector is known."""
        found: dict[str, list[int]] = defaultdict(list)
        inside: Counter[tuple[str, int]] = Counter()
        for at, claim in enumerate(self.claims):
            place = int(self.nearness.places[at])
            inside[claim.article.id, place] += 1
            few = inside[claim.article.id, place] <= PER_SENTENCE
            if _says_something(claim) and few and place >= 0:
                found[claim.article.id].append(at)
        return found

    def _compared(
        self,
        witnesses: tuple[str, str],
        numbers: tuple[Sequence[int], Sequence[int]],
        shared: Mapping[Edge, Likeness],
    ) -> _Compared:
        """Return what is asked of the claims of two witnesses: those near, and those alike."""
        sides = sides_of(*numbers, self.nearness)
        ledger = sharing(sides.one, sides.other, self.rows)
        leading = lead_alike(sides.one, sides.other, self.claims)
        counting = count_alike(sides.one, sides.other, self.claims)
        edges = sides.nearest() | ledger.keys() | leading | counting
        pairs = (
            (edge, self.claims[edge[0]], self.claims[edge[1]]) for edge in edges - shared.keys()
        )
        asked = {
            edge: compare(one, other, self.rare)
            for edge, one, other in pairs
            if not both_spoken(one, other)
        }
        ledger = {edge: rows for edge, rows in ledger.items() if edge in shared or edge in asked}
        alike = {**shared, **asked}
        told = features(sides, self.claims, alike, self.rare)
        return _Compared(witnesses, sides, alike, told, ledger, leading, counting)

    def _between(
        self, compared: _Compared, told: _Told, settled: Set[tuple[int, str]]
    ) -> dict[Edge, Verdict]:
        """Return how the claims of two witnesses stand."""
        claims, sides, ledger = self.claims, compared.sides, compared.ledger
        related = {
            (side, at)
            for side, numbers in enumerate((sides.one, sides.other))
            for at in numbers
            if (at, compared.witnesses[1 - side]) in settled
        }
        chances = {edge: told.certain[edge] for edge in compared.told}
        for edge, chance in chances.items():
            if edge in compared.leading or (edge in compared.counting and chance >= COUNTING):
                chances[edge] = max(chance, LEADING)
        certain = {
            edge: chance
            for edge, chance in chances.items()
            if chance >= LEAST_ANSWERED or edge in ledger
            if not tell_of_others(claims[edge[0]], claims[edge[1]], compared.likenesses[edge])
        }
        answered = {
            edge for edge in certain if answer_one_question(claims[edge[0]], claims[edge[1]])
        }
        verdicts = {}
        for edge, likely in _likeliest(certain, ledger, related, answered):
            verdict = stand(
                (claims[edge[0]], claims[edge[1]]),
                compared.likenesses[edge],
                certain=likely,
                near=compared.told[edge]["near"],
                rows=(self.rows[edge[0]], self.rows[edge[1]]),
                read=told.read.get(edge),
            )
            if verdict and not self.puts_another(edge, verdict, compared.likenesses[edge]):
                verdicts[edge] = verdict
        return verdicts

    def puts_another(self, edge: Edge, verdict: Verdict, likeness: Likeness) -> bool:
        """Tell whether two claims told to be the same have another thing in one place.

        Args:
            edge: their numbers.
            verdict: how they stand.
            likeness: of the two.
        """
        if verdict.relation not in ("same", "stronger"):
            return False
        one, other = pair = (self.claims[edge[0]], self.claims[edge[1]])
        return replaces(one, other, likeness, lambda a, b: self.nearness.near(edge, pair, (a, b)))


def _certain(odds: Mapping[Edge, float], read: Mapping[Edge, Answer]) -> dict[Edge, float]:
    """Return how certain pairs are, by their figures and by reading both, where they were read."""
    return {
        edge: likelihood(weighed(told, read[edge].odds) if edge in read else told)
        for edge, told in odds.items()
    }


def _says_something(claim: Claim) -> bool:
    """Tell a claim from what says too little to be told in other words (``Harbour horror``)."""
    bare = len(claim.words) == len(claim.tokens) <= FRAGMENT
    fragment = bare and all(t.is_plain for t in claim.tokens) and act_of(claim) is None
    return claim.vocabulary.known and len(claim.tokens) >= LEAST_TOKENS and not fragment


def _likeliest(
    certain: Mapping[Edge, float],
    ledger: Mapping[Edge, int],
    related: Set[Side],
    answered: Set[Edge],
) -> Iterator[tuple[Edge, float]]:
    """Yield the pairs to join, with how certain they are; those on the ledger come first.

    What is less certain than any that is joined keeps no other from being the likeliest.
    """
    free = {edge: c for edge, c in certain.items() if related.isdisjoint(enumerate(edge))}
    taken: set[Side] = set(related)
    for edge, times in _best({e: ledger[e] + free[e] for e in free.keys() & ledger.keys()}):
        if times > 1:
            yield edge, max(certain[edge], ON_LEDGER)
            taken.update(enumerate(edge))
    joined: set[Side] = set()
    for edge, times in _best(free):
        answering = edge in answered and certain[edge] >= LEAST_ANSWERED
        enough = answering or (times > 1 and certain[edge] >= LEAST)
        if enough and taken.isdisjoint(enumerate(edge)):
            yield edge, certain[edge]
            joined.update(enumerate(edge))
    for side, edge in _best_of(certain).items():
        if certain[edge] >= ALONE and side not in taken | joined:
            yield edge, certain[edge]


def _best(certain: Mapping[Edge, float]) -> list[tuple[Edge, int]]:
    """Return the pairs that are the best of one of their claims, or of both (2), in order."""
    return sorted(Counter(_best_of(certain).values()).items())


def _best_of(certain: Mapping[Edge, float]) -> dict[Side, Edge]:
    """Return the best pair of each claim; a claim is told by its side and its number."""
    best: dict[Side, Edge] = {}
    for edge in sorted(certain, key=lambda edge: (-certain[edge], edge)):
        for side in enumerate(edge):
            best.setdefault(side, edge)
    return best
