"""Numbers, units, dates and names that differ between two readings of one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.collating.counts import weight_of
from variorum.align.collating.differences import Difference
from variorum.align.collating.name_pairs import other_names
from variorum.align.collating.notations import amount_at
from variorum.align.collating.numerals import Figure, figures_in
from variorum.align.collating.timings import apart_at
from variorum.align.collating.units import counted_in, other_unit, same_length
from variorum.align.prints import PrintWord

# A number or a name is another only among so few words: in long differences all words are others.
NARROW = 5
_PARTS = ("year", "month", "day", "weekday")


def clashes(difference: Difference) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of variant, its weight and what differs, for each clash of two readings.

    Ordinals and parts ("second", "half") are numbers too, where each side has one.
    """
    one, other = difference.words
    respelt = amount_at(difference) is not None
    narrow = max(len(one), len(other)) <= NARROW
    if narrow and not respelt and (weight := _other_number(difference)):
        yield "number-changed", weight, "number"
    elif narrow and not respelt and other_unit(difference):
        yield "number-changed", "major", "unit"
    if any(_other_part(one, other, part) for part in _PARTS) or (narrow and apart_at(difference)):
        yield "date-changed", "major", "date"
    if narrow and other_names(difference):
        yield "name-changed", "major", "name"


def _other_number(difference: Difference) -> str | None:
    """Return how much it weighs that the numbers or ranks of two readings differ, if they do."""
    found = [figures_in(side, difference.language) for side in difference.words]
    numbers = [{figure.value for figure in side} for side in found]
    ranks = [{w.rank for w in side if w.rank and not w.date} for side in difference.words]
    differ = any(all(values) and values[0] != values[1] for values in (numbers, ranks))
    if not differ or _one_amount(difference, found):
        return None
    lone = [side[0].value for side in found if len(side) == 1]
    return weight_of(*lone) if len(lone) == len(found) else "major"


def _one_amount(difference: Difference, found: Sequence[Sequence[Figure]]) -> bool:
    """Tell whether the only figures of two readings make up one length of time with their units."""
    language = difference.language
    if language is None or [len(side) for side in found] != [1, 1]:
        return False
    units = [
        counted_in(words, side[0], language)
        for words, side in zip(difference.words, found, strict=True)
    ]
    values = found[0][0].value, found[1][0].value
    return same_length((values[0], units[0]), (values[1], units[1]), language)


def _other_part(one: Sequence[PrintWord], other: Sequence[PrintWord], part: str) -> bool:
    """Tell whether both readings have this part of a date, and differ in it."""
    keys = [{word.key for word in side if word.date == part} for side in (one, other)]
    return all(keys) and keys[0] != keys[1]
