"""Numbers, dates and names that differ between two readings of one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.prints import PrintWord

# A name is another only among so few words: in long differences all words are others.
NARROW = 5
# Names this alike are two spellings of one.
ONE_NAME = 0.6
_PARTS = ("year", "month", "day", "weekday")


def clashes(one: Sequence[PrintWord], other: Sequence[PrintWord]) -> Iterator[tuple[str, str]]:
    """Yield the kind of variant and what differs, for each clash between two readings."""
    numbers = [{w.key for w in side if w.is_number and not w.date} for side in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        yield "number-changed", "number"
    if any(_other_part(one, other, part) for part in _PARTS):
        yield "date-changed", "date"
    if max(len(one), len(other)) <= NARROW and _other_name(one, other):
        yield "name-changed", "name"


def _other_part(one: Sequence[PrintWord], other: Sequence[PrintWord], part: str) -> bool:
    """Tell whether both readings have this part of a date, and differ in it."""
    keys = [{word.key for word in side if word.date == part} for side in (one, other)]
    return all(keys) and keys[0] != keys[1]


def _other_name(one: Sequence[PrintWord], other: Sequence[PrintWord]) -> bool:
    from rapidfuzz.distance import Indel

    names = [sorted({w.form for w in side if w.is_name}) for side in (one, other)]
    keys = [{w.key for w in side if w.is_name} for side in (one, other)]
    if not all(names) or keys[0] & keys[1]:
        return False
    return all(Indel.normalized_similarity(a, b) < ONE_NAME for a in names[0] for b in names[1])
