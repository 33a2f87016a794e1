"""The units that figures count: of time, money, length, weight and the like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from variorum.align.collating.differences import Difference
from variorum.align.collating.numerals import Figure
from variorum.align.collating.spellings import respelt
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

Words = Sequence[PrintWord]
# Two lengths of time in two units are one where they are off by no more than this part, unless one
# unit is so many of the other.
NEAR = 0.2
# A figure and its unit, as they are printed.
Amount = tuple[float, str]


def unit_of(word: PrintWord, language: Language) -> str | None:
    """Return the unit that a word is, in the singular or as a code; None for other words."""
    form = _whole(word.form, language)
    if form in language.currencies:
        return language.currencies[form]
    known = language.variants.measures | language.variants.clock_units
    return form if form in known or form in language.contrasts.lengths else None


def counted_in(words: Words, figure: Figure, language: Language) -> str:
    """Return what a figure counts: the content word right behind it, empty where none stands."""
    last = figure.words[-1]
    after = next((b for a, b in pairwise(words) if a is last), None)
    if after is None or not after.content or after.is_number:
        return ""
    return _whole(after.form, language)


def same_length(one: Amount, other: Amount, language: Language) -> bool:
    """Tell whether two amounts are one length of time: "two weeks", "14 days".

    In two units they need not be the very same: "eleven weeks" is "three months" to most. Where a
    unit is a round number of the other they are: "20 months" is not "two years".
    """
    lengths = language.contrasts.lengths
    if not {one[1], other[1]} <= lengths.keys():
        return False
    short, long = sorted((lengths[one[1]], lengths[other[1]]))
    hours = sorted((one[0] * lengths[one[1]], other[0] * lengths[other[1]]))
    off = NEAR * hours[1] if long % short else 0
    return hours[1] - hours[0] <= off


def other_unit(difference: Difference) -> bool:
    """Tell whether one number counts another unit on each side: "two weeks", "two months"."""
    language = difference.language
    if language is None:
        return False
    sides = [
        [(held, unit) for held in positions if (unit := _counted(row, held, language))]
        for row, positions in (
            (difference.one, difference.first),
            (difference.other, difference.second),
        )
    ]
    if [len(side) for side in sides] != [1, 1]:
        return False
    (at, unit), (there, other) = sides[0][0], sides[1][0]
    words = difference.one.words[at], difference.other.words[there]
    numbers = difference.one.words[at - 1].key, difference.other.words[there - 1].key
    alike = unit == other or respelt(*words, language) is not None
    return numbers[0] == numbers[1] and not alike


def _counted(row: Print, at: int, language: Language) -> str | None:
    """Return the unit that stands at a place right behind a number."""
    if at == 0 or not row.words[at - 1].is_number:
        return None
    return unit_of(row.words[at], language)


def _whole(form: str, language: Language) -> str:
    """Return a noun in full and in the singular."""
    full = language.variants.short_forms.get(form, form)
    return language.singular(full) or full
