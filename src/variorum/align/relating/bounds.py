"""What a number or a date of a claim may amount to, with the words that bound it: an interval.

How the intervals of two claims fit is told by ``fitting``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.languages import Language
from variorum.model import edtf
from variorum.model.annotation import Quantity
from variorum.model.spans import Span
from variorum.model.words import stem_of, words_in

# So far before a figure, and behind it, in code points, and in words, a bound is looked for.
REACH = 60
WORDS_BEFORE = 6
WORDS_BEHIND = 4
SKIPPED = 3
# So many content words before and behind a figure tell what it counts.
AROUND = 3
# "Nearly" is so much below, "about" so much on both sides.
NEARLY = 0.1
ABOUT = 0.07
# More figures than this of one claim are not set against those of another.
MOST = 12
_ISO_CURRENCY = 3
_YEAR = 4

# The sorts of lengths of time, and of money by the name of the currency.
TIME, MONEY = "time", "money "

Bound = Literal["", "over", "least", "under", "most", "nearly", "about"]
Ends = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, an ordinal or a date of a claim, at a token.

    ``kind`` is ``#``, ``.`` or ``@``; ``value`` its ends as printed and ``low``, ``high`` those
    that its words leave open: seconds for a date, of 2000 where it has no year (``yearless``),
    else in the one unit of the ``sort`` that its unit is of: hours, metres.
    ``before`` and ``behind`` are the stems of the content words around it.
    """

    kind: str
    token: Token
    value: tuple[float, float]
    low: float
    high: float
    bound: Bound = ""
    unit: str | None = None
    yearless: bool = False
    sort: str = ""
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()

    @property
    def measure(self) -> str:
        """Return of what sort a number is: a share, of a currency, of a size, or a count."""
        return self.unit if self.unit == "%" else self.sort


@once
def figures_of(claim: Claim) -> tuple[Figure, ...]:
    """Return the numbers and dates of a claim, none where it has more than can be compared."""
    language = languages.find(claim.article.language)
    values = [(at, token) for at, token in enumerate(claim.tokens) if token.is_value]
    if len(values) > MOST:
        return ()
    found = (_figure(claim, at, token, language) for at, token in values)
    return tuple(figure for figure in found if figure)


def ends_in_one_year(figure: Figure) -> Ends | None:
    """Return what a date may amount to in the year 2000, None where it is only a year."""
    if figure.yearless:
        return figure.low, figure.high
    key = figure.token.key[1:]
    moved = _moments(f"2000{key[_YEAR:]}") if key[_YEAR : _YEAR + 1] == "-" else None
    return _bounded(moved, figure.bound) if moved else None


def _figure(claim: Claim, at: int, token: Token, language: Language | None) -> Figure | None:
    kind = "." if token.is_rank else token.key[0]
    quantity = next((q for q in claim.statement.quantities if q.span == token.span), None)
    unit = quantity.unit if quantity else "%" if token.span in claim.shares else None
    sort, size = _sort(unit, language) if unit and language else ("", 1.0)
    value = _moments(token.key[1:]) if kind == "@" else _number(claim, token, quantity)
    if value is None:
        return None
    value = (value[0] * size, value[1] * size)
    bound = _bound_of(claim, token, language, dated=kind == "@") if language else ""
    low, high = _bounded(value, bound)
    words = [t for t in claim.tokens[max(0, at - AROUND) : at] if not t.is_value]
    behind = [t for t in claim.tokens[at + 1 : at + 1 + AROUND] if not t.is_value]
    return Figure(
        kind=kind,
        token=token,
        value=value,
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        yearless="XXXX" in token.key,
        sort=sort,
        before=frozenset(stem_of(t.key) for t in words),
        behind=frozenset(stem_of(t.key) for t in behind),
    )


def _sort(unit: str, language: Language) -> tuple[str, float]:
    """Return of what sort a unit is, and how many of the one unit of that sort it is."""
    if unit in language.contrasts.lengths:
        return TIME, language.contrasts.lengths[unit]
    for sort, sizes in language.variants.sizes.items():
        if unit in sizes:
            return sort, sizes[unit]
    code = len(unit) == _ISO_CURRENCY and unit.isupper()
    money = language.contrasts.moneys.get(unit) or unit * code
    return MONEY * bool(money) + money, 1.0


def _number(claim: Claim, token: Token, quantity: Quantity | None) -> Ends | None:
    """Return a number in full; a "one" in letters is hardly more than an article."""
    if quantity is not None:
        value = quantity.value * (_part_before(claim, token) or 1)
        return None if value == 1 and claim.surface(token).isalpha() else (value, value)
    try:
        value = float(token.key[1:].removesuffix("."))
    except ValueError:
        return None
    return value, value


def _part_before(claim: Claim, token: Token) -> float | None:
    """Return what part of it a word before a number makes it: "half a million"."""
    language = languages.find(claim.article.language)
    start = max(claim.statement.spans[0][0], token.span[0] - REACH)
    before = [word.form for word in words_in(claim.article.text, (start, token.span[0]))]
    return language.fractions.get(before[-1]) if language and before else None


def _moments(value: str) -> Ends | None:
    """Return the first and the last moment of an EDTF value, of 2000 where it has no year."""
    found = edtf.read(value.replace("XXXX", "2000"))
    if found is None or found.start is None or found.end is None:
        return None
    return found.start, found.end - 1


def _bounded(value: Ends, bound: Bound) -> Ends:
    """Return what may be meant by a value with a bound before it."""
    low, high = value
    match bound:
        case "over":
            return math.nextafter(high, math.inf), math.inf
        case "least":
            return low, math.inf
        case "under":
            return -math.inf, math.nextafter(low, -math.inf)
        case "most":
            return -math.inf, high
        case "nearly":
            return low - NEARLY * abs(low), high
        case "about":
            return low - ABOUT * abs(low), high + ABOUT * abs(high)
    return value


@cache
def _phrases(language: Language, dated: bool) -> dict[tuple[str, ...], Bound]:
    """Return the phrases before a date, or a number, that bound it."""
    words = language.contrasts
    tables: dict[Bound, frozenset[str]] = (
        {"over": words.after, "least": words.since, "under": words.before, "most": words.until}
        if dated
        else {
            "over": words.over,
            "least": words.least,
            "under": words.under,
            "most": words.most,
            "nearly": words.nearly,
            "about": words.about,
        }
    )
    return {tuple(p.split()): bound for bound, phrases in tables.items() for p in phrases}


def _bound_of(claim: Claim, token: Token, language: Language, *, dated: bool) -> Bound:
    """Return what bounds a figure; a part of a whole that is told in words is none too exact."""
    if claim.surface(token).casefold() in language.contrasts.mostly:
        return "over"
    return _bound(claim, token.span, language, dated=dated) or (
        "about" if token.span in claim.shares else ""
    )


def _bound(claim: Claim, span: Span, language: Language, *, dated: bool) -> Bound:
    """Return what bounds a figure: the longest phrase before it, or one behind it."""
    text = claim.article.text
    start, end = next(s for s in claim.statement.spans if s[0] <= span[0] < s[1])
    opening = (max(start, span[0] - REACH), span[0])
    before = [word.form for word in words_in(text, opening)][-WORDS_BEFORE:]
    phrases = _phrases(language, dated)
    for stop in _stops(before, language.contrasts.skipped):
        for first in range(stop):
            if found := phrases.get(tuple(before[first:stop])):
                return found
    if dated:
        return ""
    closing = (span[1], min(end, span[1] + REACH))
    behind = " ".join([word.form for word in words_in(text, closing)][:WORDS_BEHIND]) + " "
    if any(f"{phrase} " in behind for phrase in language.contrasts.or_more):
        return "least"
    return "most" if any(f"{p} " in behind for p in language.contrasts.or_less) else ""


def _stops(before: Sequence[str], skipped: frozenset[str]) -> Iterator[int]:
    """Yield where a phrase may end: at the figure, or before a few words that say nothing."""
    for stop in range(len(before), max(0, len(before) - SKIPPED) - 1, -1):
        yield stop
        if stop == 0 or before[stop - 1] not in skipped:
            return
