"""Figures for one thing that differ between two prints, wherever they stand in them.

Where one figure alone is left on each side, it is told by what it counts, or by its digits, to be
of one thing: slips of the keys turn digits round, and move points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# So many digits tell a slip from two other figures.
DIGITS = 2
# So many figures of one print are set against the one of the other.
MOST = 3

Words = Sequence[PrintWord]


def number_changed(pair: tuple[Print, Print], words: tuple[Words, Words]) -> str | None:
    """Return how the only figures of two prints that differ do so, None where they do not.

    Args:
        pair: the prints.
        words: the words of each that stand for one another.
    """
    language = pair[0].language or pair[1].language
    found = [_figures(side) for side in words]
    values = [
        {_digits(side[at].key) for at in told} for side, told in zip(words, found, strict=True)
    ]
    left = [
        [at for at in told if _digits(side[at].key) not in facing]
        for side, told, facing in zip(words, found, reversed(values), strict=True)
    ]
    alone = [len(side) for side in left] == [1, 1]
    if min(map(len, left)) != 1 or max(map(len, left)) > MOST:
        return None
    for first, second in product(*left):
        one, other = words[0][first], words[1][second]
        units = _unit(words[0], first, language), _unit(words[1], second, language)
        if _slip(one.key, other.key) or (alone and _of_one_thing(*units, language)):
            return f"other number: “{pair[0].said([one])}” / “{pair[1].said([other])}”"
    return None


def _figures(words: Words) -> list[int]:
    return [at for at, word in enumerate(words) if word.is_number and not word.date]


def _unit(words: Words, at: int, language: Language | None) -> str:
    """Return what a figure counts: the content word right behind it."""
    if at + 1 == len(words) or not words[at + 1].content or words[at + 1].is_number:
        return ""
    form = words[at + 1].form
    short = language.variants.short_forms.get(form, form) if language else form
    plain = language.singular(short) if language else None
    return plain or short


def _of_one_thing(one: str, other: str, language: Language | None) -> bool:
    """Tell whether two figures have one unit, or both are lengths of time."""
    if not one or not other or language is None:
        return False
    units = language.time_units.keys() | language.variants.clock_units
    return one == other or {one, other} <= units


def _slip(one: str, other: str) -> bool:
    """Tell whether two figures have the same digits, some moved, or one of them more often."""
    digits = _digits(one), _digits(other)
    if min(map(len, digits)) < DIGITS:
        return False
    plain = [number.rstrip("0") for number in digits]
    return sorted(digits[0]) == sorted(digits[1]) or plain[0] == plain[1]


def _digits(key: str) -> str:
    return "".join(c for c in key if c.isdigit())
