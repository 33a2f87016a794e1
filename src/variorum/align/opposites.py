"""Words that exclude one another, such as "rise" and "fall", and where they stand in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from variorum.align.prints import PrintWord
from variorum.align.subsequence import in_common
from variorum.languages import Language
from variorum.model.phrases import places_of
from variorum.model.words import stem_of

# Two words stand in one place where each print has so many content words there at most.
PLACE = 3

Words = Sequence[PrintWord]


@cache
def opposites(language: Language) -> Mapping[str, frozenset[str]]:
    """Return by stem the words of which the one denies the other, without phrases."""
    return _by_stem(language.contrasts.opposites)


@cache
def excluded(language: Language) -> Mapping[str, frozenset[str]]:
    """Return the opposites, and the words that tell of another person, place or time, by stem."""
    return _by_stem(language.contrasts.opposites, language.contrasts.counterparts)


def _by_stem(*tables: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in tables:
        for word, others in table.items():
            if " " not in word:
                alone = (stem_of(other) for other in others if " " not in other)
                found.setdefault(stem_of(word), set()).update(alone)
    return {stem: frozenset(others) for stem, others in found.items()}


def in_one_place(
    one: Words, other: Words, table: Mapping[str, frozenset[str]]
) -> tuple[PrintWord, PrintWord] | None:
    """Return two words that a table has for excluding one another and that replace each other.

    Both stand between the same shared words, and neither print has the other's word anywhere.

    Args:
        one: words of a print.
        other: words of another one.
        table: from stems to stems.
    """
    sides = [[word for word in side if word.content] for side in (one, other)]
    keys = [{word.key for word in side} for side in sides]
    for gap in _gaps(*sides):
        for first in gap[0]:
            for second in gap[1]:
                lone = first.key not in keys[1] and second.key not in keys[0]
                if lone and second.key in table.get(first.key, ()):
                    return first, second
    return None


def are_other_hours(one: str, other: str, language: Language) -> bool:
    """Tell whether two times of the day cannot be one: "at dawn" may be "in the morning".

    Args:
        one: a time, as the language names it and all that are the same.
        other: likewise.
        language: of both.
    """
    longer = language.variants.hours_within
    held = [{hour, longer.get(hour, hour)} for hour in (one, other)]
    return one not in held[1] and other not in held[0]


def other_sides(one: Words, other: Words, language: Language) -> tuple[PrintWord, PrintWord] | None:
    """Return two words of which the one is for something and the other against the same.

    Neither print has a word of the other sort besides. "For" is such a word where the other print
    has "against" in its place.

    Args:
        one: words of a print.
        other: words of another one.
        language: of both.
    """
    sorts = language.variants.opposing, language.variants.supporting
    (opposing, supporting), (opposed, supported) = (
        [_first_of(sort, words) for sort in sorts] for words in (one, other)
    )
    if opposing and supported and not (supporting or opposed):
        pair = opposing, supported
    elif supporting and opposed and not (opposing or supported):
        pair = supporting, opposed
    else:
        return _in_place_of(one, other, language) or _in_place_of(other, one, language, turned=True)
    return (pair[0][0], pair[1][0]) if pair[0][1] == pair[1][1] else None


def _in_place_of(
    one: Words, other: Words, language: Language, *, turned: bool = False
) -> tuple[PrintWord, PrintWord] | None:
    """Return "for" of one print and "against" of the other between the same words, else None."""
    siding, opposing = language.variants.siding, language.variants.opposing
    forms = [{word.form for word in side} for side in (one, other)]
    if not siding.isdisjoint(forms[1]) or not opposing.isdisjoint(forms[0]):
        return None
    for at, word in enumerate(one):
        if word.form not in siding:
            continue
        for place, facing in enumerate(other):
            if facing.form in opposing and _beside(one, at) == _beside(other, place):
                return (facing, word) if turned else (word, facing)
    return None


def _beside(words: Words, at: int) -> tuple[str, list[str]]:
    """Return the key of the word before a place, and of the next content behind it."""
    before = words[at - 1].key if at else ""
    return before, [word.key for word in words[at + 1 :] if word.content][:1]


def _first_of(phrases: frozenset[str], words: Words) -> tuple[PrintWord, str] | None:
    """Return the first word of a phrase among words, with the key of the content behind it."""
    places = places_of(phrases, [word.form for word in words])
    if not places:
        return None
    start, stop = min(places)
    return words[start], next((word.key for word in words[stop:] if word.content), "")


def _gaps(one: Words, other: Words) -> Iterator[tuple[Words, Words]]:
    """Yield the few words on each side between two that both share, or at an end."""
    common = in_common([word.key for word in one], [word.key for word in other])
    edges = [(-1, -1), *common, (len(one), len(other))]
    for (a, b), (c, d) in pairwise(edges):
        if a + 1 < c and b + 1 < d and max(c - a, d - b) <= PLACE + 1:
            yield one[a + 1 : c], other[b + 1 : d]
