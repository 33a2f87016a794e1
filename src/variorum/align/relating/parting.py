"""Relations that are refused, or told of other scopes, as the two claims tell of two things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.align.relating.acts import act_of
from variorum.align.relating.amounts import only_units_differ, other_currencies, other_units
from variorum.align.relating.complements import ALIKE, name_two_doers, other_things
from variorum.align.relating.fates import fates_of
from variorum.align.relating.likeness import Likeness, is_stem
from variorum.align.relating.namings import is_one_name
from variorum.align.relating.verdicts import Verdict
from variorum.model.phrases import places_of
from variorum.model.spans import Span, covers

# What two claims of one thing are told to be.
_OF_ONE_THING = frozenset({"same", "stronger", "broader"})
_AS_MUCH = frozenset({"same", "stronger"})


def parted(found: Verdict, one: Claim, other: Claim, likeness: Likeness) -> Verdict | None:
    """Return how two claims stand once it is asked whether they tell of one thing, None if not.

    Figures that differ, of two things, are of other scopes (``4% for nurses``, ``6% for porters``);
    the first and the second half are of one whole.

    Args:
        found: how they stand if they tell of one thing.
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    if found.relation not in _OF_ONE_THING | {"incompatible"}:
        return found
    halves = found.relation == "incompatible" and _parts_a_whole(one) and _parts_a_whole(other)
    if (are_numbered_apart(one, other) and not halves) or count_other_fates(one, other):
        return None
    if _describe_others(one, other, likeness):
        return None
    one_thing = found.relation in _OF_ONE_THING
    if one_thing and (amounts := other_units(one, other, likeness)):
        return _of_other_units(found, amounts, likeness)
    if one_thing and other_currencies(one, other, likeness):
        return None
    if one_thing and (_try(one, other, likeness) or _count_other_things(one, other, likeness)):
        return None
    if one_thing and _have_unread(one, other, likeness):
        return None
    if found.relation in _AS_MUCH and _name_others(one, other, likeness):
        return None
    return _of_other_things(found, (one, other), likeness)


def _of_other_things(
    found: Verdict, pair: tuple[Claim, Claim], likeness: Likeness
) -> Verdict | None:
    """Return how two claims stand once it is asked whether they tell of one thing in one place.

    Figures of two who act, but for counts of one fate, exclude nothing.
    """
    counted = found.relation == "incompatible" and any(t.is_value for t in likeness.only[0])
    fated = fates_of(pair[0]).keys() & fates_of(pair[1]).keys()
    if counted and not fated and name_two_doers(*pair, likeness):
        return None
    things = other_things(*pair, likeness)
    if things is None:
        return found
    if not counted:
        return None
    told = f"{things[0]} ≠ {things[1]}"
    told = f"{found.finding}; {told}" if found.finding else told
    return replace(found, relation="other-scope", finding=told)


def _of_other_units(found: Verdict, amounts: tuple[str, str], likeness: Likeness) -> Verdict | None:
    """Return that two claims differ in the unit of one number, None where in more than that."""
    told = f"amount {amounts[0]} ≠ {amounts[1]}"
    if found.relation != "same" or not only_units_differ(found.one, found.other, likeness):
        return None
    pairs = tuple(pair for pair in found.pairs if not pair[0].is_value)
    return replace(found, relation="incompatible", pairs=pairs, finding=told)


def _have_unread(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether each claim has a figure alone, of which one was not read as a number or date.

    As in a language that is not known, or in a word (``310-metre-high``), there where nothing else
    differs. Where the other claim has no such figure, it is another.
    """
    figures = [
        [
            token
            for token in only
            if _digits(token) and not any(covers(score, token.span) for score in claim.scores)
        ]
        for claim, only in zip((one, other), likeness.only, strict=True)
    ]
    known = languages.find(one.article.language) is not None
    if known and [*map(len, figures)] != [*map(len, likeness.only)]:
        return False
    facing = [{_digits(token) for token in claim.tokens} for claim in (other, one)]
    return all(figures) and any(
        not token.is_value and _digits(token) not in told
        for side, told in zip(figures, facing, strict=True)
        for token in side
    )


def _digits(token: Token) -> str:
    return "".join(filter(str.isdigit, token.key))


def are_numbered_apart(one: Claim, other: Claim) -> bool:
    """Tell whether each tells of another one in a row: the first ship, the second ship.

    Args:
        one: a claim.
        other: another claim.
    """
    rows = [{t.key for t in claim.tokens if t.is_rank} for claim in (one, other)]
    return bool(rows[0] - rows[1]) and bool(rows[1] - rows[0])


def _parts_a_whole(claim: Claim) -> bool:
    """Tell whether a rank of a claim is that of a part: the second half."""
    ranks = {token.span for token in claim.tokens if token.is_rank}
    near = pairwise(claim.words)
    return any(
        word.span in ranks and claim.vocabulary.is_part([behind.form]) for word, behind in near
    )


def count_other_fates(one: Claim, other: Claim) -> bool:
    """Tell whether two claims count whom something befell, and not the same thing.

    Args:
        one: a claim.
        other: another claim.
    """
    fates = fates_of(one).keys(), fates_of(other).keys()
    return all(fates) and fates[0].isdisjoint(fates[1])


def _describe_others(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether one noun has another counterpart in each: the lower house, the upper house."""
    language = languages.find(one.article.language)
    if language is None:
        return False
    described = [_described(c, only) for c, only in zip((one, other), likeness.only, strict=True)]
    counterparts = language.contrasts.counterparts
    return any(
        described[1].get(b.span) in counterparts.get(described[0].get(a.span, ""), ())
        for a, b in likeness.pairs
        if not a.is_value
    )


def _described(claim: Claim, alone: Iterable[Token]) -> Mapping[Span, str]:
    """Return the words that a claim has alone, by where the word right behind each stands."""
    keys = {token.span: token.key for token in alone}
    return {b.span: keys[a.span] for a, b in pairwise(claim.words) if a.span in keys}


def _count_other_things(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims have one number of two things: four farms, four roads."""
    language = languages.find(one.article.language)
    if language is None or likeness.words < ALIKE:
        return False
    terms = language.contrasts
    loose = (
        terms.anyone
        | terms.areas
        | language.people.keys()
        | terms.fates.keys()
        | terms.lengths.keys()
    )
    units = [{q.span: q.unit for q in claim.statement.quantities} for claim in (one, other)]
    pairs = ((units[0].get(a.span), units[1].get(b.span)) for a, b in likeness.pairs if a.is_value)
    sizes = language.variants.sizes.values()  # compared as amounts
    return any(
        a
        and b
        and not is_stem(a, b)
        and a != b
        and loose.isdisjoint((a, b))
        and not any({a, b} <= sort.keys() for sort in sizes)
        for a, b in pairs
    )


def _name_others(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims share no name, and each names what the other does not."""
    language = languages.find(one.article.language)
    if language is None or any(a.is_name and b.is_name for a, b in likeness.pairs):
        return False
    days = language.weekdays.keys() | language.months.keys()
    named = [[t for t in only if t.is_name and t.key not in days] for only in likeness.only]
    if not all(named) or is_one_name(named[0], named[1], language):
        return False
    return not any(is_one_name([token], named[1], language) for token in named[0])


def _try(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether what one of two claims tells as done was only tried, or near, in the other.

    Or it was tried in the one, and near in the other.
    """
    shared = {a.span for a, _ in likeness.pairs}, {b.span for _, b in likeness.pairs}
    first, second = (_tried(claim) for claim in (one, other))
    if bool(first) == bool(second):
        return bool(first) and first.keys() != second.keys()
    told, spans, claim = (first, shared[0], one) if first else (second, shared[1], other)
    act = act_of(claim)
    near = act is not None and told.get("near") == act.span
    return near or not spans.isdisjoint(told.values())


@once
def _tried(claim: Claim) -> Mapping[str, Span]:
    """Return whether a claim tells what was tried or nearly came about, and where that stands."""
    language = languages.find(claim.article.language)
    if language is None:
        return {}
    terms = language.contrasts
    forms, found = [word.form for word in claim.words], {}
    for kind, phrases in (("tried", terms.attempts), ("near", terms.brinks)):
        for phrase in (told.split() for told in phrases):
            size = len(phrase)
            for at in range(len(forms) - size):
                if forms[at : at + size] == phrase:
                    found[kind] = claim.words[at + size].span
    told = {token.span for token in claim.tokens if token.is_plain}
    amounts = language.variants.extents.keys() | language.fractions.keys()
    ends = [end for _, end in places_of(terms.nearing, forms) if end < len(forms)]
    for word in (claim.words[end] for end in ends):
        if word.span in told and word.form not in amounts and not word.form.endswith("ly"):
            found.setdefault("near", word.span)
    return found
