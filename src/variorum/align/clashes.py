"""Numbers, dates and names that differ between two readings of one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.differences import Difference
from variorum.align.name_pairs import other_names
from variorum.align.prints import PrintWord

# A number or a name is another only among so few words: in long differences all words are others.
NARROW = 5
_PARTS = ("year", "month", "day", "weekday")


def clashes(difference: Difference) -> Iterator[tuple[str, str]]:
    """Yield the kind of variant and what differs, for each clash between two readings.

    Ordinals and parts ("second", "half") are numbers too, where each side has one.
    """
    one, other = difference.words
    numbers = [
        {w.key for w in side if w.is_number and not w.date and not w.rank} for side in (one, other)
    ]
    ranks = [{w.rank for w in side if w.rank and not w.date} for side in (one, other)]
    narrow = max(len(one), len(other)) <= NARROW
    if narrow and any(all(values) and values[0] != values[1] for values in (numbers, ranks)):
        yield "number-changed", "number"
    if any(_other_part(one, other, part) for part in _PARTS):
        yield "date-changed", "date"
    if narrow and other_names(difference):
        yield "name-changed", "name"


def _other_part(one: Sequence[PrintWord], other: Sequence[PrintWord], part: str) -> bool:
    """Tell whether both readings have this part of a date, and differ in it."""
    keys = [{word.key for word in side if word.date == part} for side in (one, other)]
    return all(keys) and keys[0] != keys[1]
