"""How two claims about one point stand: what they say of it is compared part by part.

Numbers, dates, names and denials must not clash, else nothing is said, or what clashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.collating.dates import are_other_days
from variorum.align.relating.acts import only_names, tell_other_acts
from variorum.align.relating.amounts import other_currencies
from variorum.align.relating.as_read import as_read
from variorum.align.relating.biddings import stand_by_bidding
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
from variorum.align.relating.other_times import ended, stand_by_end, stand_by_times
from variorum.align.relating.parting import are_numbered_apart, count_other_fates, parted
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
from variorum.align.relating.wholes import stand_by_all, stand_by_area, stand_by_part
from variorum.languages import Language
from variorum.model.spans import covers

# What the rules refuse is told as it is read from this chance of one point on.
READ = 0.6
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
    beside = set_against(one, other, likeness)
    found = _by_degree(same, rows) or _compared(same, beside)
    found = found and parted(found, one, other, likeness)
    apart = other_currencies(one, other, likeness) or count_other_fates(one, other)
    told = certain >= READ and not apart
    if found is None and read is not None and told:
        found = as_read(same, beside, read)
    if found is None:
        return None
    shown = f"sentences alike: {near:.2f}"
    return replace(found, finding=f"{shown}; {found.finding}" if found.finding else shown)


def _by_degree(same: Verdict, rows: tuple[Rows, Rows]) -> Verdict | None:
    """Return that one claim commits to more about who has a place."""
    for firm, pair in ((same.one, rows), (same.other, rows[::-1])):
        if degrees := degrees_of(*pair):
            shown = " > ".join(degrees)
            return facing(replace(same, relation="stronger", finding=shown), firm)
    return None


def _compared(same: Verdict, beside: Comparison) -> Verdict | None:
    """Return how two claims stand by their words, names, numbers and dates."""
    one, other, likeness = same.one, same.other, beside.likeness
    polarities = {one.statement.polarity, other.statement.polarity}
    denied = len(polarities) > 1 or (one.denies != other.denies and polarities != {"denied"})
    if denied or beside.turned:
        return stand_by_none(same, likeness) if spares(same) else stand_by_denial(same, beside)
    renamed = beside.names and _is_repeated(likeness)
    if renamed or beside.swapped or beside.exchanged or is_apart(one, other, likeness):
        return None
    if dated := stand_by_once(same, likeness) or stand_by_times(same, beside):
        return dated
    if are_other_days((one, other)) or are_numbered_apart(one, other):
        return None
    if excluded := excluded_words(one, other, likeness):
        return _since(same, excluded[0]) or _excluding(same, excluded[0], likeness)
    if over := ended(same):
        return stand_by_end(same, over)
    return stand_by_part(same) or _counted(same, beside)


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
    if language is None or same.score < READ or not _only_exclude(words, likeness, language):
        return None
    pair = same.one, same.other
    since = any(is_perfect(claim, language) for claim in pair) or plans(pair[0]) != plans(pair[1])
    if since or any(word.key in language.contrasts.counterparts for word in words):
        return None
    shown = " ≠ ".join((same.one.surface(words[0]), same.other.surface(words[1])))
    return replace(same, relation="incompatible", finding=shown)


def _only_exclude(words: Pair, likeness: Likeness, language: Language) -> bool:
    """Tell whether two claims differ in words that exclude one another, and one in a time."""
    sides = zip(likeness.only, words, strict=True)
    more = [[t for t in only if not covers(word.span, t.span)] for only, word in sides]
    return not all(more) and all(t.key in language.contrasts.lengths for t in (*more[0], *more[1]))


def _counted(same: Verdict, beside: Comparison) -> Verdict | None:
    """Return how two claims stand of which none denies the other: by figures, then by force."""
    figures = [(m.figure, m.other) for m in beside.figures if m.figure.kind != "@" and m.other]
    clashes = [
        m
        for m in beside.clashes
        if m.other and _differ(m.figure, m.other) and not is_one_weekday(same, m.figure, m.other)
    ]
    told = stand_by_fate(same) or stand_by_all(same) or stand_by_bidding(same)
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
    wider = _wider(same, figures) or stand_by_area(same) or _vaguer(same, beside.likeness)
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
