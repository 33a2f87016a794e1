"""How two claims about one point stand: what they say of it is compared part by part.

Numbers, dates, names and denials must not clash, else nothing is said, or what clashes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.collating.dates import are_other_days
from variorum.align.relating.acts import only_names, tell_other_acts
from variorum.align.relating.amounts import other_currencies
from variorum.align.relating.bounds import Figure
from variorum.align.relating.contradictions import Comparison, excluded_words, set_against
from variorum.align.relating.dates_apart import (
    WEEK,
    are_other_bounds,
    is_one_weekday,
    stand_by_once,
)
from variorum.align.relating.denials import stand_by_denial
from variorum.align.relating.exclusions import is_apart
from variorum.align.relating.figures import close_figures
from variorum.align.relating.fitting import fit, is_close
from variorum.align.relating.holdings import Rows, degrees_of
from variorum.align.relating.likeness import Likeness, Pair
from variorum.align.relating.occasions import are_other_occasions
from variorum.align.relating.openness import opener_of, scales_apart
from variorum.align.relating.parting import are_numbered_apart, parted
from variorum.align.relating.plans import are_other_plans, plans, stand_by_plan
from variorum.align.relating.printed import printed, printed_apart
from variorum.align.relating.side_by_side import Answer
from variorum.align.relating.since import is_perfect
from variorum.align.relating.tolls import (
    spares,
    stand_by_fate,
    stand_by_none,
    stand_by_unit,
)
from variorum.align.relating.verdicts import Verdict, as_scales, as_strong, facing
from variorum.align.relating.weighing import RELATIONS, findings, weigh
from variorum.model.spans import covers
from variorum.model.vocabulary import RelationKind

# So many words before a name may tell that a part of it is meant.
BEFORE = 3

# What the rules refuse is told as it is read from this chance of one point on, and where one of
# these relations is so likely.
READ = 0.6
SURE: Mapping[RelationKind, float] = MappingProxyType(
    {"incompatible": 0.7, "other-time": 0.5, "other-scope": 0.5}
)
# So many words are shown of what each says otherwise.
SHOWN = 3

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


def stand(
    claims: tuple[Claim, Claim],
    likeness: Likeness,
    *,
    certain: float,
    near: float,
    rows: tuple[Rows, Rows] = ((), ()),
    read: Answer | None = None,
) -> Verdict | None:
    """Return how two claims that bear on one point stand, None where unsure.

    Args:
        claims: of two witnesses.
        likeness: of the two.
        certain: how certain it is that they bear on one point, from 0 to 1.
        near: the cosine of the sentences they stand in.
        rows: of the ledger, that each tells of.
        read: what the network says that read both, None where it did not.
    """
    one, other = claims
    same = Verdict("same", one, other, certain, likeness.pairs)
    found = _by_degree(same, rows) or _compared(same, likeness)
    found = found and parted(found, one, other, likeness)
    told = certain >= READ and not other_currencies(one, other, likeness)
    if found is None and read is not None and told:
        found = _as_read(same, set_against(one, other, likeness), read)
    if found is None:
        return None
    shown = f"sentences alike: {near:.2f}"
    return replace(found, finding=f"{shown}; {found.finding}" if found.finding else shown)


def _as_read(same: Verdict, beside: Comparison, read: Answer) -> Verdict | None:
    """Return how two claims stand that the rules refuse, None where reading them is not sure.

    Never that they say the same, for the network sees little of what keeps two acts, persons or
    figures apart; nor who of the two says more.
    """
    likely = weigh(findings(beside, read))
    relation = max(RELATIONS, key=lambda one: likely[one])
    if relation not in SURE or likely[relation] < SURE[relation]:
        return None
    sides = zip((same.one, same.other), beside.likeness.only, strict=True)
    lone = [_shown(claim, only) for claim, only in sides]
    shown = f"told otherwise: {' / '.join(lone)}" if all(lone) else None
    return replace(same, relation=relation, finding=shown)


def _shown(claim: Claim, only: Sequence[Token]) -> str:
    """Return the first words that one of two claims has alone, its figures before all."""
    first = sorted(only, key=lambda token: (not token.is_value, token.span))[:SHOWN]
    return " ".join(claim.surface(token) for token in sorted(first, key=lambda one: one.span))


def _by_degree(same: Verdict, rows: tuple[Rows, Rows]) -> Verdict | None:
    """Return that one claim commits to more about who has a place."""
    for firm, pair in ((same.one, rows), (same.other, rows[::-1])):
        if degrees := degrees_of(*pair):
            shown = " > ".join(degrees)
            return facing(replace(same, relation="stronger", finding=shown), firm)
    return None


def _compared(same: Verdict, likeness: Likeness) -> Verdict | None:
    """Return how two claims stand by their words, names, numbers and dates."""
    one, other = same.one, same.other
    beside = set_against(one, other, likeness)
    polarities = {one.statement.polarity, other.statement.polarity}
    denied = len(polarities) > 1 or (one.denies != other.denies and polarities != {"denied"})
    if denied or beside.turned:
        return stand_by_none(same, likeness) if spares(same) else stand_by_denial(same, beside)
    renamed = beside.names and _is_repeated(likeness)
    if renamed or beside.swapped or beside.exchanged or is_apart(one, other, likeness):
        return None
    if dated := stand_by_once(same, likeness):
        return dated
    if are_other_days((one, other)) or are_numbered_apart(one, other):
        return None
    if excluded := excluded_words(one, other, likeness):
        return _since(same, excluded[0]) or _excluding(same, excluded[0], likeness)
    return _partly(same) or _counted(same, beside)


def _since(same: Verdict, words: Pair) -> Verdict | None:
    """Return that a state has changed from one day to another: closed, reopened.

    What is ruled (``cleared``, ``convicted``) is not ruled again within days.
    """
    days = printed_apart(same.one.article, same.other.article)
    language = languages.find(same.one.article.language)
    if days is None or language is None:
        return None
    ruled = all(word.key in language.contrasts.ruled for word in words)
    if ruled and abs((days[0] - days[1]).days) < WEEK:
        return None
    shown = " ≠ ".join((same.one.surface(words[0]), same.other.surface(words[1])))
    return replace(same, relation="other-time", finding=f"{shown}; {printed(days)}")


def _excluding(same: Verdict, words: Pair, likeness: Likeness) -> Verdict | None:
    """Return that two claims of one day differ but in words that exclude one another.

    What has come about (``has reopened``) may have done so since the other was told.
    """
    language = languages.find(same.one.article.language)
    sides = zip(likeness.only, words, strict=True)
    alone = all(covers(word.span, token.span) for only, word in sides for token in only)
    if language is None or not alone or same.score < READ:
        return None
    pair = same.one, same.other
    since = any(is_perfect(claim, language) for claim in pair) or plans(pair[0]) != plans(pair[1])
    if since or any(word.key in language.contrasts.counterparts for word in words):
        return None
    shown = " ≠ ".join((same.one.surface(words[0]), same.other.surface(words[1])))
    return replace(same, relation="incompatible", finding=shown)


def _partly(same: Verdict) -> Verdict | None:
    """Return that one claim tells of a part of a place that the other names whole."""
    shared = [(a, b) for a, b in same.pairs if a.is_name and b.is_name]
    for first, second in shared:
        parts = _part_of(same.one, first), _part_of(same.other, second)
        if bool(parts[0]) != bool(parts[1]):
            whole = same.other if parts[0] else same.one
            name = same.one.surface(first)
            shown = f"{name} ⊃ {parts[0] or parts[1]} {name}"
            return facing(replace(same, relation="broader", finding=shown), whole)
    return None


def _part_of(claim: Claim, name: Token) -> str:
    """Return the words that make a part of what is named, as ``parts of``, empty for none."""
    language = languages.find(claim.article.language)
    if language is None:
        return ""
    forms = [word.form for word in claim.words if word.span[1] <= name.span[0]][-BEFORE:]
    for part, of in pairwise(forms):
        if part in language.contrasts.parts and of in language.variants.partitive:
            return f"{part} {of}"
    return ""


def _counted(same: Verdict, beside: Comparison) -> Verdict | None:
    """Return how two claims stand of which none denies the other: by figures, then by force."""
    figures = [(m.figure, m.other) for m in beside.figures if m.figure.kind != "@" and m.other]
    clashes = [
        m
        for m in beside.clashes
        if m.other and _differ(m.figure, m.other) and not is_one_weekday(same, m.figure, m.other)
    ]
    told = stand_by_fate(same)
    if told:
        return told
    if clashes:
        return stand_by_unit(same, clashes[0])
    if any(m.other and are_other_bounds(same, m.figure, m.other) for m in beside.figures):
        return None
    pair = same.one, same.other
    if tell_other_acts(*pair, beside.likeness) or only_names(*pair, beside.likeness):
        return None
    if are_other_occasions(same.one, same.other, beside.likeness):
        return None
    planned = [claim for claim in (same.one, same.other) if plans(claim)]
    if len(planned) == 1:
        return stand_by_plan(same, planned[0])
    if planned and are_other_plans(same):
        return None
    strong = as_strong(same.one, same.other, beside.likeness) or same
    if apart := scales_apart(same.one, same.other, beside.likeness):
        return as_scales(replace(strong, score=same.score), apart)
    wider = _wider(same, figures) or _vaguer(same, beside.likeness)
    close = [close_figures(same.one, same.other, pair) for pair in figures if is_close(*pair)]
    shown = "; ".join(filter(None, (*close, strong.finding))) or None
    return wider or replace(strong, score=same.score, finding=shown)


def _differ(one: Figure, other: Figure) -> bool:
    """Tell two figures from a figure and a bound at that same figure (``40``, ``over 40``)."""
    return one.value != other.value or bool(one.bound and other.bound)


def _is_repeated(likeness: Likeness) -> bool:
    """Tell whether all that one claim says beside names and values stands in the other too.

    In other words another name may be another form of one name.
    """
    return any(all(t.is_name or t.is_value for t in only) for only in likeness.only)


def _vaguer(same: Verdict, likeness: Likeness) -> Verdict | None:
    """Return that one claim tells a count, or when, that the other leaves open (``dozens``)."""
    found = opener_of(same.one, same.other, likeness)
    if found is None:
        return None
    return facing(replace(same, relation="broader", finding=found[1]), found[0])


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
    if "about" in (one.bound, other.bound) or "nearly" in (one.bound, other.bound):
        return None
    return 0 if holds[0] else 1
