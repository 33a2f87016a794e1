"""One quantity or time of the day in two notations: "8pm", "20:00"; "a quarter", "25%"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from variorum.align.collating.differences import Difference
from variorum.align.collating.numerals import figures_in
from variorum.align.collating.units import counted_in
from variorum.align.once import once
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of

# Two of one sort are the same where they are off by no more than this part: they are rounded.
OFF = {"clock": 0.0, "share": 0.011}
ROUNDED = 0.03
MINUTES = 60
PERCENT = "%"
# It, or a word for it, stands so near behind its figure.
NEAR = 2
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(?:[ \u00a0]?([^\W\d]\.?[^\W\d]\b))?")
_MEASURED = re.compile(r"(\d[\d,]*(?:\.\d+)?)([^\W\d]+)\Z")

Words = Sequence[PrintWord]


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity: its sort, what it is of the unit of that sort, how it is told, and its words."""

    sort: str
    value: float
    notation: str
    words: tuple[PrintWord, ...]


def same_amount(
    rows: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> tuple[Amount, Amount] | None:
    """Return the one amount that two prints have in two notations, None where they have none.

    Args:
        rows: two prints.
        words: of each.
        language: of both.
    """
    found = [list(_amounts(row, side, language)) for row, side in zip(rows, words, strict=True)]
    for one, other in product(*found):
        off = OFF.get(one.sort, ROUNDED) * max(one.value, other.value)
        if (
            one.sort == other.sort
            and abs(one.value - other.value) <= off
            and one.notation != other.notation
        ):
            return one, other
    return None


@once
def amount_at(difference: Difference) -> tuple[Amount, Amount] | None:
    """Return the same of a place in a collation."""
    language = difference.language
    if language is None:
        return None
    return same_amount((difference.one, difference.other), difference.words, language)


def _amounts(row: Print, words: Words, language: Language) -> Iterator[Amount]:
    yield from _clock_times(row, words, language)
    yield from _shares(row, words, language)
    yield from _measured(words, language)


def _clock_times(row: Print, words: Words, language: Language) -> Iterator[Amount]:
    """Yield the times of the day in digits: "8pm", "9.30 a.m.", "20:00"."""
    for at, word in enumerate(words):
        start = word.span[0]
        match = _CLOCK.match(row.article.text, start, start + 12)
        if match is None or (at and words[at - 1].span[1] > start - 2 and words[at - 1].is_number):
            continue
        hour, minute, half = match.groups()
        late = language.variants.day_halves.get((half or "").casefold())
        plain = late is None and minute and match[0][len(hour)] == ":"
        if late is None and not plain:
            continue
        told = int(hour) % 12 + late if late is not None else int(hour)
        held = tuple(w for w in words[at:] if w.span[0] < match.end())
        yield Amount("clock", float(MINUTES * told + int(minute or 0)), match[0], held)


def _shares(row: Print, words: Words, language: Language) -> Iterator[Amount]:
    """Yield the parts of a whole: "75%", "three quarters", "one in four"."""
    yield from _percentages(row, words, language)
    yield from _ratios(words, language)
    yield from _fractions(words, language)


def _percentages(row: Print, words: Words, language: Language) -> Iterator[Amount]:
    """Yield the figures with a sign or a word for hundredths behind them."""
    signs = language.variants.signs.items()
    listed = frozenset(word for word, sign in signs if sign == PERCENT)
    for figure in figures_in(words, language):
        end = figure.words[-1].span[1]
        signed = PERCENT in row.article.text[end : end + NEAR]
        start = bisect_left(row.words, end, key=lambda word: word.span[0])
        told = [word.form for word in row.words[start : start + NEAR]]
        if signed or any(first == 0 for first, _ in places_of(listed, told)):
            yield Amount("share", figure.value / 100, PERCENT, figure.words)


def _ratios(words: Words, language: Language) -> Iterator[Amount]:
    """Yield how many of how many: "one in four"."""
    forms = [word.form for word in words]
    for start, stop in places_of(language.variants.ratios, forms):
        if start > 0 and stop < len(words):
            part, whole = (_number(words[at], language) for at in (start - 1, stop))
            if part and whole and part < whole:
                yield Amount(
                    "share", part / whole, forms[start], tuple(words[start - 1 : stop + 1])
                )


def _number(word: PrintWord, language: Language) -> float | None:
    """Return what a single word counts, a word for one too."""
    plain = float(word.form) if word.form.isdecimal() and not word.date else None
    return language.numbers.get(word.form, plain)


def _fractions(words: Words, language: Language) -> Iterator[Amount]:
    """Yield the parts of a whole in words: "three quarters", "two-thirds", "a half"."""
    shares = language.contrasts.shares
    for at, word in enumerate(words):
        *counted, part = word.form.split("-")
        value = shares.get(part) or shares.get(part.removesuffix("s"))
        if value is None:
            continue
        before = words[at - 1].form if at else ""
        number = language.numbers.get(counted[0] if counted else before)
        held = (words[at - 1], word) if number and not counted else (word,)
        if number or part in shares:
            yield Amount("share", value * (number or 1), part, held)


def _measured(words: Words, language: Language) -> Iterator[Amount]:
    """Yield the figures that count a unit of length, area, weight or volume."""
    for figure in figures_in(words, language):
        match = _MEASURED.match(figure.words[0].form)
        unit = counted_in(words, figure, language)
        value = figure.value
        if match and not unit:
            value = float(match[1].replace(",", ""))
            unit = language.variants.short_forms.get(match[2], match[2])
            unit = language.singular(unit) or unit
        for sort, sizes in language.variants.sizes.items():
            if unit in sizes:
                at = words.index(figure.words[-1])
                held = figure.words if match else (*figure.words, *words[at + 1 : at + 2])
                yield Amount(sort, value * sizes[unit], unit, held)
