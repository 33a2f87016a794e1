"""Figures and dates in which two claims of one thing differ: refused where unsure.

Two figures clash when they count the same thing in sentences that otherwise agree. What is
counted is told by its unit, or by the words around the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.align.claims import Claim, Token
from variorum.align.relating.amounts import amount_of
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.dated import stand_by_date
from variorum.align.relating.fitting import fit, is_close
from variorum.align.relating.likeness import Likeness, Pair
from variorum.model.vocabulary import RelationKind
from variorum.model.words import words_in

# Two statements that differ in a number or a date agree in all else this far,
AGREED = 0.9
# or this far where every figure has a unit and neither names or dates anything more.
AGREED_BY_UNIT = 0.7
# So many figures of one sentence are set against those of another.
MOST = 3
# So many words behind a figure tell what it counts.
BEHIND = 2

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """How claims of other figures stand: ``broad`` is the one whose figures leave more open.

    ``told`` are the figures or dates that differ, as a reader is told them.
    """

    relation: RelationKind
    told: tuple[str, ...] = ()
    broad: Claim | None = None


def values_left(likeness: Likeness) -> tuple[Tokens, Tokens]:
    """Return the numbers and dates that each claim has alone, but for a date within a date."""
    first, second = (tuple(t for t in only if t.is_value) for only in likeness.only)
    return (
        tuple(t for t in first if not any(_holds(t, o) for o in second)),
        tuple(t for t in second if not any(_holds(t, o) for o in first)),
    )


def clashes(
    one: Claim, other: Claim, likeness: Likeness, left: tuple[Tokens, Tokens]
) -> Differing | None:
    """Return how claims stand that print other figures or dates, and which those are."""
    pairs = list(zip(*left, strict=False))
    if len(left[0]) != len(left[1]) or len(pairs) > MOST:
        return None
    kinds = {token.key[0] for tokens in left for token in tokens}
    if kinds == {"@"} and len(pairs) == 1 and likeness.words >= AGREED:
        relation = stand_by_date(one, other, pairs[0], likeness)
        told = f"date {one.surface(pairs[0][0])} ≠ {other.surface(pairs[0][1])}"
        return Differing(relation, () if relation == "same" else (told,))
    if kinds != {"#"} or not all(_counts_alike(one, other, pair) for pair in pairs):
        return None
    by_unit = all((f := _figure(one, pair[0])) and f.unit for pair in pairs) and not _says_more(
        likeness
    )
    if likeness.words < (AGREED_BY_UNIT if by_unit else AGREED):
        return None
    return _standing(one, other, pairs)


def _standing(one: Claim, other: Claim, pairs: Sequence[Pair]) -> Differing | None:
    """Tell figures that cannot both be true from those of which one leaves the other open."""
    figures = [{f.token.span: f for f in figures_of(claim)} for claim in (one, other)]
    if any(a.span not in figures[0] or b.span not in figures[1] for a, b in pairs):
        return None
    sides = [(figures[0][a.span], figures[1][b.span]) for a, b in pairs]
    fits = {fit(*side) for side in sides}, {fit(b, a) for a, b in sides}
    if fits[0] == {"clash"} and not _hedged(one, other, sides):
        return Differing("incompatible", tuple(_told(one, other, pair) for pair in pairs))
    if all(is_close(*side) for side in sides):
        close = (close_figures(one, other, side) for side in sides)
        return Differing("same", tuple(filter(None, close)))
    wide = [claim for claim, found in zip((one, other), fits, strict=True) if found == {"held"}]
    return Differing("broader", broad=wide[0]) if len(wide) == 1 else None


def _hedged(one: Claim, other: Claim, sides: Sequence[tuple[Figure, Figure]]) -> bool:
    """Tell whether a word of a claim that may bound a figure bounds none of its own."""
    bounded = [all(figure.bound for figure in side) for side in zip(*sides, strict=True)]
    return any(
        claim.hedges and not bounds for claim, bounds in zip((one, other), bounded, strict=True)
    )


def bounds_differ(one: Claim, other: Claim, pairs: Sequence[Pair]) -> bool:
    """Tell whether a number or date that both print is bounded by one of them only.

    "Over", "than" or "before" turn the sense of a value; what only comes near it hedges.
    """
    figures = [{f.token.span: f for f in figures_of(claim)} for claim in (one, other)]
    for a, b in pairs:
        first, second = figures[0].get(a.span), figures[1].get(b.span)
        if first and second and {_side(first), _side(second)} != {_side(first)}:
            return True
    return False


def _side(figure: Figure) -> str:
    return "" if figure.bound in ("nearly", "about") else figure.bound


def _counts_alike(one: Claim, other: Claim, pair: Pair) -> bool:
    """Tell whether two figures count the same thing."""
    told = _figure(one, pair[0]), _figure(other, pair[1])
    units = [figure.unit if figure else None for figure in told]
    alike = told[0] and told[1] and told[0].sort and told[0].sort == told[1].sort
    if units[0] != units[1] and not alike:
        return False
    ordinals = [token.is_rank for token in pair]
    around = _around(one, pair[0]), _around(other, pair[1])
    if any(ordinals):
        part = around[0][1][:1]
        return all(ordinals) and around[0] == around[1] and one.vocabulary.is_part(part)
    return units[0] is not None or around[0] == around[1]


def _says_more(likeness: Likeness) -> bool:
    """Tell whether one claim names or dates something that the other does not."""
    return any(token.is_name or token.key[0] == "@" for only in likeness.only for token in only)


def _told(one: Claim, other: Claim, pair: Pair) -> str:
    """Return two numbers as a reader is told of them, with what they count."""
    first, second = _figure(one, pair[0]), _figure(other, pair[1])
    if first and second and first.unit != second.unit:
        return f"number {amount_of(one, first)} ≠ {amount_of(other, second)}"
    unit = first.unit if first else None
    counted = f" ({unit})" if unit and unit.isalpha() and not unit.isupper() else ""
    return f"number {one.surface(pair[0])} ≠ {other.surface(pair[1])}{counted}"


def close_figures(one: Claim, other: Claim, side: tuple[Figure, Figure]) -> str:
    """Return two numbers that are taken for one though they differ, empty where they are equal.

    Args:
        one: a claim.
        other: another claim.
        side: a number of each.
    """
    if side[0].value == side[1].value:
        return ""
    if side[0].unit != side[1].unit:
        return f"number {amount_of(one, side[0])} ≈ {amount_of(other, side[1])}"
    return f"number {one.surface(side[0].token)} ≈ {other.surface(side[1].token)}"


def _holds(one: Token, other: Token) -> bool:
    """Tell whether one date may lie within the other: a month holds its days, X any digit."""
    a, b = one.key, other.key
    alike = all(x == y or "X" in (x, y) for x, y in zip(a, b, strict=False))
    return a[0] == b[0] == "@" and alike


def _figure(claim: Claim, token: Token) -> Figure | None:
    return next((f for f in figures_of(claim) if f.token.span == token.span), None)


def _around(claim: Claim, token: Token) -> tuple[Sequence[str], Sequence[str]]:
    """Return the word before a value and the words after it, inside its span of the statement."""
    start, end = next(s for s in claim.statement.spans if s[0] <= token.span[0] < s[1])
    before = [w.form for w in words_in(claim.article.text, (start, token.span[0]))][-1:]
    after = [w.form for w in words_in(claim.article.text, (token.span[1], end))][:BEHIND]
    return before, after
