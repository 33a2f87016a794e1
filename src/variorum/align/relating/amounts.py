"""Amounts of one number in two units, or of money in two currencies: never the same.

Currencies are not converted, for their rates are not known; a dollar may be of several countries.
"""

from __future__ import annotations

from itertools import product

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.bounds import MONEY, Figure, figures_of
from variorum.align.relating.fitting import are_converted, fit
from variorum.align.relating.likeness import Likeness
from variorum.model.words import words_in

# What a number counts stands so near behind it, in code points and in words.
REACH = 40
WORDS = 3


def amount_of(claim: Claim, figure: Figure) -> str:
    """Return a number with its unit as printed, which may stand in the number (``€40``)."""
    text, (start, end) = claim.article.text, figure.token.span
    return " ".join(text[start : _end_of(claim, figure) or end].split())


def _end_of(claim: Claim, figure: Figure) -> int | None:
    """Return where the unit behind a number ends, None where none stands there."""
    language = languages.find(claim.article.language)
    text, end = claim.article.text, figure.token.span[1]
    if language is None or figure.unit is None:
        return None
    for word in [*words_in(text, (end, end + REACH))][:WORDS]:
        noun = language.singular(word.form) or word.form
        if figure.unit in (noun, language.currencies.get(noun)):
            return word.span[1]
    return None


def other_units(one: Claim, other: Claim, likeness: Likeness) -> tuple[str, str] | None:
    """Return an amount of each of two claims, of one number but another unit or currency.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    first, second = ({f.token.span: f for f in figures_of(claim)} for claim in (one, other))
    for a, b in likeness.pairs:
        figures = first.get(a.span), second.get(b.span)
        if figures[0] and figures[1] and _are_apart(figures[0], figures[1]):
            return amount_of(one, figures[0]), amount_of(other, figures[1])
    return None


def other_currencies(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether each of two claims alone has an amount of money, in currencies that differ."""
    sides = [
        [f for f in figures_of(claim) if f.token in only and f.sort.startswith(MONEY)]
        for claim, only in zip((one, other), likeness.only, strict=True)
    ]
    return any(a.sort != b.sort for a, b in product(*sides))


def only_units_differ(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether one of two claims has nothing alone but the words of its units."""
    return any(
        all(_is_unit(token, claim) for token in only)
        for claim, only in zip((one, other), likeness.only, strict=True)
    )


def _is_unit(token: Token, claim: Claim) -> bool:
    """Tell whether a word stands in the unit of an amount."""
    ends = ((f.token.span[0], _end_of(claim, f)) for f in figures_of(claim))
    return any(end and start <= token.span[0] < end for start, end in ends)


def _are_apart(one: Figure, other: Figure) -> bool:
    """Tell two figures of other currencies, or of other units of one sort."""
    money = one.sort.startswith(MONEY) and other.sort.startswith(MONEY)
    if money:
        return one.sort != other.sort
    return are_converted(one, other) and fit(one, other) == "clash"
