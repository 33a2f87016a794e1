"""Figures for one thing that differ between two prints, wherever they stand in them.

Where one figure alone is left on each side, it is told by what it counts, or by its digits, to be
of one thing: slips of the keys turn digits round, and move points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from variorum.align.collating.notations import same_amount
from variorum.align.collating.numerals import Figure, figures_in
from variorum.align.collating.units import counted_in, same_length
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# So many digits tell a slip from two other figures.
DIGITS = 2
# So many figures of one print are set against the one of the other.
MOST = 3
# A figure is another one rounded if it is off by no more than this part.
ROUNDED = 0.05

Words = Sequence[PrintWord]


def number_changed(
    pair: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> tuple[Figure, Figure] | None:
    """Return the only figures of two prints that differ, None where none or several do.

    Args:
        pair: the prints; a figure that the other has in another sentence is none that differs.
        words: the words of each that stand for one another.
        language: of the prints.
    """
    found = [figures_in(side, language) for side in words]
    if not all(found):
        return None
    same = {id(w) for one in same_amount(pair, words, language) or () for w in one.words}
    told = [{one.value for one in figures_in(row.words, language)} for row in pair]
    left = [
        [one for one in side if one.value not in facing and id(one.words[0]) not in same]
        for side, facing in zip(found, reversed(told), strict=True)
    ]
    if min(map(len, left)) != 1 or max(map(len, left)) > MOST:
        return None
    alone = max(map(len, left)) == 1
    for one, other in product(*left):
        units = counted_in(words[0], one, language), counted_in(words[1], other, language)
        if same_length((one.value, units[0]), (other.value, units[1]), language):
            continue
        if _slip(one, other) or (alone and _of_one_thing(*units, language)):
            return one, other
    return None


def number_respelt(words: tuple[Words, Words], language: Language) -> tuple[Figure, Figure] | None:
    """Return a figure that one print has in digits and the other in words, None for none.

    Args:
        words: the words of each that stand for one another.
        language: of the prints.
    """
    found = [figures_in(side, language) for side in words]
    for one, other in product(*found):
        if one.value == other.value and _in_digits(one) != _in_digits(other):
            return one, other
    return None


def _in_digits(figure: Figure) -> bool:
    return figure.words[0].form[0].isdigit()


def weight_of(one: float, other: float) -> str:
    """Return how much it weighs that two figures differ: little where one is the other rounded."""
    smaller, larger = sorted((abs(one), abs(other)))
    digits = [len(f"{value:.0f}".rstrip("0")) for value in (one, other)]
    near = larger - smaller <= ROUNDED * larger
    return "minor" if near and digits[0] != digits[1] else "major"


def _of_one_thing(one: str, other: str, language: Language) -> bool:
    """Tell whether two figures have one unit, or both are lengths of time."""
    units = language.time_units.keys() | language.variants.clock_units
    return bool(one) and (one == other or {one, other} <= units)


def _slip(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have the same digits, some moved, or some noughts more."""
    digits = [f"{figure.value:.10g}".replace(".", "") for figure in (one, other)]
    if min(map(len, digits)) < DIGITS:
        return False
    plain = [number.rstrip("0") for number in digits]
    return sorted(digits[0]) == sorted(digits[1]) or plain[0] == plain[1]
