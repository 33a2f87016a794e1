"""Claims that tell of one point in other words: joined by what they share and where they stand.

A pair is joined by a logistic regression over two figures: how near the sentences of both lie
(as in SuperPAL, Ernst et al. 2021, one encoder's vectors in place of a joint one), and how much
alike the claims are in words. Its weights are fitted by ``training/joining`` on pairs judged by
reading; at its threshold seven of ten doubtful pairs and nine of ten others are right. What a
pair then says of numbers, dates and names must not clash, else nothing is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import exp

from variorum import languages
from variorum.align.bounds import Figure, Match, fit, is_close
from variorum.align.claims import Claim
from variorum.align.contradictions import set_against
from variorum.align.likeness import Likeness
from variorum.align.nearness import Nearness
from variorum.align.rarity import Vocabulary
from variorum.align.verdicts import Verdict, as_strong, facing

# The weights of the nearness of two sentences, of the likeness of two claims, and of neither.
NEAR, ALIKE, NEITHER = 4.3, 1.75, -1.92
LEAST = 0.8
# From here on names of their own part two claims no more.
SURE = 0.88
# So much of the words of one claim, beside names, values and who spoke, is shared.
HALF = 0.5
# Two that each name something more share this part of the shorter one.
SHARING = 0.6
# The length of an EDTF date of a day.
DAY = 10
# Reports further apart than this, in days, may tell of two occasions.
OCCASION = 7


# What is worth the look: so much shared, and so much alike in words.
LEAST_SHARED = 0.8
LEAST_ALIKE = 0.2
# So many claims of another witness are looked at for each, those most alike.
NEAREST = 3

# How a bound is told.
_BOUNDS = {
    "over": "over",
    "least": "from",
    "under": "under",
    "most": "up to",
    "nearly": "nearly",
    "about": "about",
    "": "about",
}

Edge = tuple[int, int]


def join_all(
    unsettled: Mapping[Edge, Likeness], claims: Sequence[Claim], nearness: Nearness
) -> dict[Edge, Verdict]:
    """Return how pairs of claims stand that words alone do not settle, those only that are sure.

    A claim is joined to one claim of each other witness at most, the likeliest for both.

    Args:
        unsettled: the likeness of each pair, by the places of its claims.
        claims: of all witnesses of a story.
        nearness: of the sentences they stand in; only what may be joined is encoded.
    """
    alike = {edge: likeness.score for edge, likeness in unsettled.items() if _may_join(likeness)}
    likely = _nearest(alike, claims, NEAREST)
    edges = sorted(likely, key=lambda edge: (-alike[edge], edge))
    pairs = [(claims[one], claims[other]) for one, other in edges]
    near = dict(zip(edges, nearness.between(pairs), strict=True))
    certain = {edge: score(unsettled[edge], near[edge]) for edge in edges}
    found = {}
    for edge in sorted(_nearest(certain, claims, 1)):
        one, other = claims[edge[0]], claims[edge[1]]
        verdict = join(one, other, unsettled[edge], near[edge])
        if verdict:
            found[edge] = verdict
    return found


def _may_join(likeness: Likeness) -> bool:
    return likeness.shared >= LEAST_SHARED and likeness.score >= LEAST_ALIKE


def _nearest(ranked: Mapping[Edge, float], claims: Sequence[Claim], most: int) -> set[Edge]:
    """Return the pairs that are among the best of both their claims, witness by witness."""
    beside: dict[tuple[int, str], list[Edge]] = defaultdict(list)
    for edge in sorted(ranked, key=lambda edge: (-ranked[edge], edge)):
        for one, other in (edge, edge[::-1]):
            beside[one, claims[other].article.id].append(edge)
    kept = Counter(edge for edges in beside.values() for edge in edges[:most])
    return {edge for edge, times in kept.items() if times > 1}


def score(likeness: Likeness, nearness: float) -> float:
    """Return how certain it is that two claims answer one question, from 0 to 1."""
    return 1 / (1 + exp(-(NEAR * nearness + ALIKE * likeness.score + NEITHER)))


def join(one: Claim, other: Claim, likeness: Likeness, nearness: float) -> Verdict | None:
    """Return how two claims stand that words alone do not settle, None where unsure.

    Args:
        one: a claim.
        other: a claim of another witness.
        likeness: of the two.
        nearness: of the sentences they stand in.
    """
    certain = score(likeness, nearness)
    if certain < LEAST or not _tells(likeness, one.vocabulary):
        return None
    if certain < SURE and _parted(likeness):
        return None
    if one.statement.polarity != other.statement.polarity or one.denies != other.denies:
        return None
    beside = set_against(one, other, likeness)
    if beside.names or beside.swapped or beside.opposites or beside.turned:
        return None
    same = Verdict("same", one, other, round(certain, 3), likeness.pairs)
    figures = [(m.figure, m.other) for m in beside.figures if m.figure.kind != "@" and m.other]
    clashes = [m for m in beside.clashes if m.other and _differ(m.figure, m.other)]
    if clashes:
        return _later(same, clashes)
    wider = _wider(same, figures) or _vaguer(same)
    strong = as_strong(one, other, likeness) or same
    found = _planned(same) or wider or replace(strong, score=same.score)
    near = f"sentences alike: {nearness:.2f}"
    return replace(found, finding=f"{near}; {found.finding}" if found.finding else near)


def _differ(one: Figure, other: Figure) -> bool:
    """Tell two figures from a figure and a bound at that same figure (``40``, ``over 40``)."""
    return one.value != other.value or bool(one.bound and other.bound)


def _printed_apart(same: Verdict) -> tuple[date, date] | None:
    """Return the days on which two claims were printed, None where unknown or one day."""
    stated = [claim.article.published for claim in (same.one, same.other)]
    try:
        first, second = (date.fromisoformat(day.edtf[:DAY] if day else "") for day in stated)
    except ValueError:
        return None
    return (first, second) if first != second else None


def _tells(likeness: Likeness, known: Vocabulary) -> bool:
    """Tell whether what is shared goes beyond names and who spoke.

    Of the other words of one claim half are shared, or a date of both and a name.
    """
    plain = [a for a, b in likeness.pairs if not (a.is_name or b.is_name or a.is_value)]
    told = sum(not known.tells(token.key) for token in plain)
    left = [
        sum(not (t.is_name or t.is_value or known.tells(t.key)) for t in only)
        for only in likeness.only
    ]
    dated = any(a.key[0] == "@" for a, _ in likeness.pairs)
    named = any(a.is_name for a, _ in likeness.pairs)
    return (told > 0 and told >= HALF * (told + min(left))) or (dated and named)


def _parted(likeness: Likeness) -> bool:
    """Tell whether each claim names what the other does not, and they share little else."""
    named = all(any(token.is_name for token in only) for only in likeness.only)
    return named and max(likeness.covered) < SHARING


def _later(same: Verdict, clashes: Sequence[Match]) -> Verdict | None:
    """Return that a count was another one on another day, None for two figures of one day."""
    days = _printed_apart(same)
    figure, other = clashes[0].figure, clashes[0].other
    if days is None or other is None or figure.kind != "#":
        return None
    units = {figure.unit, other.unit} - {None}
    if abs(days[0] - days[1]).days > OCCASION or len(units) > 1:
        return None
    first, second = same.one.surface(figure.token), same.other.surface(other.token)
    shown = f"number {first} ≠ {second}; printed {days[0]}, {days[1]}"
    return replace(same, relation="other-time", finding=shown)


def _planned(same: Verdict) -> Verdict | None:
    """Return how what is planned stands to what is done, or to what may be."""
    pair = same.one, same.other
    planned = [claim for claim in pair if claim.statement.modality == "planned"]
    if len(planned) != 1:
        return None
    if any(claim.statement.modality == "possible" for claim in pair):
        return facing(replace(same, relation="stronger", finding="planned > possible"), planned[0])
    shown = " ≠ ".join(claim.statement.modality for claim in pair)
    return replace(same, relation="other-time", finding=shown)


def _vaguer(same: Verdict) -> Verdict | None:
    """Return that one claim tells a count that the other leaves open (``dozens``)."""
    language = languages.find(same.one.article.language)
    pair = same.one, same.other
    counts = [[t for t in claim.tokens if t.key[0] == "#"] for claim in pair]
    if language is None or bool(counts[0]) == bool(counts[1]):
        return None
    vague, exact = pair if counts[1] else pair[::-1]
    words = sorted(f for f in vague.forms if f[:-1] in language.scales and f not in language.scales)
    if not words:
        return None
    shown = f"{words[0]} ⊃ {exact.surface((counts[0] or counts[1])[0])}"
    return facing(replace(same, relation="broader", finding=shown), vague)


def _wider(same: Verdict, figures: Sequence[tuple[Figure, Figure]]) -> Verdict | None:
    """Return that the figures of one claim bound those of the other and leave room."""
    wide = {side for pair in figures if (side := _wider_of(*pair)) is not None}
    if len(wide) != 1:
        return None
    side = wide.pop()
    first, second = next(pair for pair in figures if _wider_of(*pair) == side)
    pair = [same.one.surface(first.token), same.other.surface(second.token)]
    if side:
        pair.reverse()
    shown = f"number {_BOUNDS[(second if side else first).bound]} {pair[0]} ⊃ {pair[1]}"
    claim = same.other if side else same.one
    return facing(replace(same, relation="broader", finding=shown), claim)


def _wider_of(one: Figure, other: Figure) -> int | None:
    """Return which of two figures, 0 or 1, holds the other and more; None where neither does."""
    holds = fit(one, other) == "held", fit(other, one) == "held"
    if holds[0] == holds[1] or (is_close(one, other) and one.value != other.value):
        return None
    return 0 if holds[0] else 1
