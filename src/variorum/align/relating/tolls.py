"""How two counts of one thing stand: one that grew, a bound that leaves room, or a clash."""

from __future__ import annotations

from dataclasses import replace

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.amounts import amount_of
from variorum.align.relating.bounds import Figure
from variorum.align.relating.fates import APART, are_near, fates_of, spared
from variorum.align.relating.fitting import Match, are_converted, fit, is_close
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.printed import printed, printed_apart, within_a_night
from variorum.align.relating.scopes import other_group, other_places, part_alone, placed_alone
from variorum.align.relating.since import growing_word, is_perfect, printed_in_order
from variorum.align.relating.verdicts import Verdict
from variorum.languages import Language

# So certain that both bear on one point must be what is called incompatible.
CERTAIN = 0.5
# A count may grow so many times from one day to a later one.
GROWN = 3.0
# Reports further apart than this, in days, may tell of two occasions.
OCCASION = 30
# Figures of one unit, so much alike in what stands around them, count one thing.
ALIKE = 2.5
# So much alike in words are a claim that nobody met a fate and a count of those who did.
SHARED = 0.5


def stand_by_fate(same: Verdict) -> Verdict | None:
    """Return how two claims stand that count one fate otherwise, None where they do not.

    Counts of two places, or of all and of some, are of other scopes; counts of two days are of
    other times where such a count goes on, as are those of which one is told to grow; else they
    are incompatible, unless one bounds the other. Of reports of one night only what may have grown
    since is of another time.

    Args:
        same: that both bear on one point.
    """
    language = languages.find(same.one.article.language)
    if language is None:
        return None
    counts = fates_of(same.one), fates_of(same.other)
    for fate in sorted(counts[0].keys() & counts[1].keys()):
        pair = counts[0][fate], counts[1][fate]
        if pair[0].value == pair[1].value or (is_close(*pair) and not _has_grown(same, pair)):
            continue
        if are_near(*pair, language, apart=GROWN if _grew(same, pair) else APART):
            return _counted(same, pair, fate)
        if groups := other_group((same.one, same.other), pair):
            shown = f"{groups[0]} ≠ {groups[1]} ({fate})"
            return replace(same, relation="other-scope", finding=shown)
    return None


def _has_grown(same: Verdict, pair: tuple[Figure, Figure]) -> bool:
    """Tell whether a claim tells of a count that it grew beyond that of the other (``rose to``)."""
    sides = zip((same.one, same.other), pair, pair[::-1], strict=True)
    return any(
        growing_word(claim) and not more.bound and more.value[0] > less.value[1]
        for claim, more, less in sides
    )


def _counted(same: Verdict, pair: tuple[Figure, Figure], fate: str) -> Verdict | None:
    """Return how two claims stand that count one fate of one group."""
    if found := _scoped(same, pair) or _on_other_days(same, pair, fate):
        return found
    growing = growing_word(same.one) or growing_word(same.other)
    if growing and (fit(*pair) == "clash" or _has_grown(same, pair)):
        shown = f"number {_shown(same, pair)} {fate}; {growing}"
        return replace(same, relation="other-time", finding=shown)
    return _clashing(same, pair, fate)


def spares(same: Verdict) -> tuple[Claim, Claim, str] | None:
    """Return a claim that nobody met a fate, one that counts who did, and the fate."""
    for none, counting in ((same.one, same.other), (same.other, same.one)):
        for fate in sorted(spared(none) & fates_of(counting).keys()):
            return none, counting, fate
    return None


def stand_by_none(same: Verdict, likeness: Likeness) -> Verdict | None:
    """Return how a claim that nobody met a fate stands to a count of those who did.

    A count that was printed later, or goes on, is of another time, else the two are incompatible;
    None where they may tell of two groups or occasions.

    Args:
        same: that both bear on one point; one of its claims must spare whom the other counts.
        likeness: of the two.
    """
    sides, language = spares(same), languages.find(same.one.article.language)
    if sides is None or language is None:
        return None
    none, counting, fate = sides
    count = fates_of(counting)[fate]
    met = count.value[0] >= 1 and count.bound not in ("under", "most")
    if not met or likeness.words < SHARED or _tell_apart(likeness, none, count):
        return None
    once = _is_settled(none, fate, language)
    return _after_none(same, (none, counting), f"{counting.surface(count.token)} {fate}", once=once)


def _is_settled(none: Claim, fate: str, language: Language) -> bool:
    """Tell whether nobody met a fate of the moment (``nobody was hurt``) in what is over.

    What was not reported yet, or has not been so far, may become known.
    """
    reported = not language.contrasts.harms.isdisjoint(none.forms)
    return fate in language.contrasts.momentary and not reported and not is_perfect(none, language)


def _tell_apart(likeness: Likeness, none: Claim, count: Figure) -> bool:
    """Tell whether two claims share no more than what became of whom, or each says more."""
    language = languages.find(none.article.language)
    if language is None:
        return True
    idle = language.contrasts.fates.keys() | language.contrasts.anyone | language.cues.keys()
    if all(a.is_value or a.key in idle or b.key in idle for a, b in likeness.pairs):
        return True
    return all(
        any(
            t.is_plain
            and t.key not in idle | language.negations
            and language.singular(t.key) != count.unit
            for t in only
        )
        for only in likeness.only
    )


def _after_none(
    same: Verdict, pair: tuple[Claim, Claim], met: str, *, once: bool
) -> Verdict | None:
    """Return how a claim that nobody met a fate, the first, stands to one of who did.

    ``once``: whoever met it did so then and there, so that later reports count no others.
    """
    shown, order = f"nobody ≠ {met}", printed_in_order(pair[0].article, pair[1].article)
    days = printed_apart(pair[0].article, pair[1].article)
    if days and abs((days[0] - days[1]).days) > OCCASION:
        return None
    later = order[1] if order and order[0] and not once else ""
    since = later or growing_word(pair[0]) or growing_word(pair[1])
    if since:
        return replace(same, relation="other-time", finding=f"{shown}; {since}")
    language = languages.find(pair[0].article.language)
    perfect = language is None or is_perfect(pair[0], language)
    open_ = perfect or (days is not None and not once and not within_a_night(days))
    if open_ or same.score < CERTAIN or not _is_sure(same):
        return None
    return replace(same, relation="incompatible", finding=shown)


def stand_by_unit(same: Verdict, match: Match) -> Verdict | None:
    """Return how two claims stand whose figures of one unit differ, None where unsure.

    Args:
        same: that both bear on one point.
        match: the figures that cannot both be true, if they are of one thing.
    """
    language = languages.find(same.one.article.language)
    if language is None or match.other is None or match.figure.kind != "#":
        return None
    pair = match.figure, match.other
    fates = fates_of(same.one), fates_of(same.other)
    alike = pair[0].unit == pair[1].unit or are_converted(*pair)
    if all(fates) or pair[0].unit is None or not alike:
        return None
    low, high = sorted(abs(figure.value[0]) for figure in pair)
    part = any(f.token.span in c.shares for f, c in zip(pair, (same.one, same.other), strict=True))
    limit = GROWN if _grew(same, pair) and pair[0].unit in language.contrasts.running else APART
    near = low < high and (part or high <= low * limit)
    near = near and match.likeness >= ALIKE and not any(fates)
    if scoped := _scoped(same, pair):
        return scoped
    if not near:
        return None
    if found := _on_other_days(same, pair, pair[0].unit):
        return found
    grows = growing_word(same.one) or growing_word(same.other)
    return None if grows else _clashing(same, pair, pair[0].unit)


def _scoped(same: Verdict, pair: tuple[Figure, Figure]) -> Verdict | None:
    """Return that two figures are of two places, None where they may be of one."""
    places = other_places((same.one, same.other))
    told = f"{places[0]} ≠ {places[1]}" if places else ""
    if (
        pair[0].unit == pair[1].unit == "%"
        and (same.one.tokens[0], same.other.tokens[0]) in same.pairs
    ):
        told = told or part_alone((same.one, same.other))
    if not told:
        return None
    shown = f"number {_shown(same, pair)}; {told}"
    return replace(same, relation="other-scope", finding=shown)


def _shown(same: Verdict, pair: tuple[Figure, Figure]) -> str:
    if pair[0].unit != pair[1].unit and pair[0].sort:
        return f"{amount_of(same.one, pair[0])} ≠ {amount_of(same.other, pair[1])}"
    return f"{same.one.surface(pair[0].token)} ≠ {same.other.surface(pair[1].token)}"


def _on_other_days(same: Verdict, pair: tuple[Figure, Figure], counted: str) -> Verdict | None:
    """Return that a count may have become another one from one day to the other.

    What passes may, and what goes on to be counted: the dead, not those who filed a suit. On the
    two days beside a midnight only a count that grew may.
    """
    days = printed_apart(same.one.article, same.other.article)
    language = languages.find(same.one.article.language)
    if days is None or language is None or abs((days[0] - days[1]).days) > OCCASION:
        return None
    running = counted in language.contrasts.running
    grown = running and (_grew(same, pair) or not within_a_night(days))
    if not (grown or counted in language.contrasts.passing):
        return None
    shown = f"number {_shown(same, pair)} {counted}; {printed(days)}"
    return replace(same, relation="other-time", finding=shown)


def _grew(same: Verdict, pair: tuple[Figure, Figure]) -> bool:
    """Tell whether the greater of two counts was printed on a later day."""
    days = printed_apart(same.one.article, same.other.article)
    return days is not None and (pair[0].value < pair[1].value) == (days[0] < days[1])


def _are_of_one_day(same: Verdict) -> bool:
    """Tell whether two claims name one date."""
    return any(a.key == b.key and a.key[0] == "@" for a, b in same.pairs)


def _clashing(same: Verdict, pair: tuple[Figure, Figure], counted: str) -> Verdict | None:
    """Return that two counts cannot both be true, None where one may, or they are of two days.

    A count that grew overnight is of one day only where both claims name that day.
    """
    days = printed_apart(same.one.article, same.other.article)
    apart = days is not None and not within_a_night(days)
    apart = apart or (_grew(same, pair) and not _are_of_one_day(same))
    if apart or fit(*pair) != "clash" or same.score < CERTAIN or not _is_sure(same):
        return None
    shown = f"number {_shown(same, pair)}"
    shown = shown if are_converted(*pair) else f"{shown} {counted}"
    return replace(same, relation="incompatible", finding=shown)


def _is_sure(same: Verdict) -> bool:
    """Tell whether what clashes is surely of one place and time, as far as the words say."""
    pair = same.one, same.other
    undated = [claim.article.published is None for claim in pair]
    if undated[0] != undated[1] or _names_more(same):
        return False
    return not placed_alone(pair) and _others_agree(same)


def _others_agree(same: Verdict) -> bool:
    """Tell whether two claims have no further figures that differ, as those of other spans do."""
    sides = [[key for key in claim.keys if key[0] == "#"] for claim in (same.one, same.other)]
    left = [set(side) - set(facing) for side, facing in (sides, sides[::-1])]
    return max(map(len, left)) <= 1


def _names_more(same: Verdict) -> bool:
    """Tell whether one claim names what the other does not: its count may be of another place."""
    for side, claim in enumerate((same.one, same.other)):
        shared = {pair[side].span for pair in same.pairs}
        if any(token.is_name and token.span not in shared for token in claim.tokens):
            return True
    return False
