"""Numbers, dates and names that differ between two readings of one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.prints import PrintWord
from variorum.languages import Language

# A number or a name is another only among so few words: in long differences all words are others.
NARROW = 5
# Names this alike are two spellings of one.
ONE_NAME = 0.6
_PARTS = ("year", "month", "day", "weekday")


def clashes(
    one: Sequence[PrintWord], other: Sequence[PrintWord], language: Language | None
) -> Iterator[tuple[str, str]]:
    """Yield the kind of variant and what differs, for each clash between two readings.

    Ordinals and parts ("second", "half") are numbers too, where each side has one.
    """
    numbers = [
        {w.key for w in side if w.is_number and not w.date and not w.rank} for side in (one, other)
    ]
    ranks = [{w.rank for w in side if w.rank and not w.date} for side in (one, other)]
    narrow = max(len(one), len(other)) <= NARROW
    if narrow and any(all(values) and values[0] != values[1] for values in (numbers, ranks)):
        yield "number-changed", "number"
    if any(_other_part(one, other, part) for part in _PARTS):
        yield "date-changed", "date"
    if narrow and _other_name(one, other, language):
        yield "name-changed", "name"


def _other_part(one: Sequence[PrintWord], other: Sequence[PrintWord], part: str) -> bool:
    """Tell whether both readings have this part of a date, and differ in it."""
    keys = [{word.key for word in side if word.date == part} for side in (one, other)]
    return all(keys) and keys[0] != keys[1]


def _other_name(
    one: Sequence[PrintWord], other: Sequence[PrintWord], language: Language | None
) -> bool:
    """Tell whether two names are neither alike nor two names of one country."""
    from rapidfuzz.distance import Indel

    names = [sorted({w.form for w in side if w.is_name}) for side in (one, other)]
    keys = [{w.key for w in side if w.is_name} for side in (one, other)]
    if not all(names) or keys[0] & keys[1]:
        return False
    known = language.same_names if language else {}
    whole = [" ".join(w.form for w in side if w.is_name) for side in (one, other)]
    if known.get(whole[0], whole[0]) == known.get(whole[1], whole[1]):
        return False
    return all(Indel.normalized_similarity(a, b) < ONE_NAME for a in names[0] for b in names[1])
