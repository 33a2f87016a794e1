"""Attitudes to what is said that two prints tell in other words: "I fear", "she feared"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from variorum.align.collating.scopes import content_beside, place_of
from variorum.align.prints import Print, PrintWord, read_words
from variorum.languages import Language
from variorum.model.phrases import places_of

Words = Sequence[PrintWord]


def has_attitude(hedge: Words, own: Print, other: Print, language: Language) -> bool:
    """Tell whether a print has the attitude or the doubt of a hedge of another one, in any words.

    It has a word of that sort beside what the hedge weakens ("a chance" for "might"), or its verb
    of speech is one.

    Args:
        hedge: words of the first print.
        own: the print that has them.
        other: the print that is asked.
        language: of both.
    """
    held = {name for name, _ in _attitudes(hedge, language)}
    if not held:
        return False
    cue = read_words(other.article, other.quotation.cue, other.language)
    if any(name in held for name, _ in _attitudes(cue, language)):
        return True
    weakened = _beside(own, place_of(hedge[0], own), place_of(hedge[-1], own))
    return any(
        not weakened or not weakened.isdisjoint(_beside(other, start, stop - 1))
        for name, (start, stop) in _attitudes(other.words, language)
        if name in held
    )


def _attitudes(words: Words, language: Language) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the attitudes that words tell of, and where; the name of a month is none ("May")."""
    forms = ["" if word.date else word.form for word in words]
    for start, stop in places_of(_phrases(language), forms):
        yield language.variants.attitudes[" ".join(forms[start:stop])], (start, stop)


@cache
def _phrases(language: Language) -> frozenset[str]:
    return frozenset(language.variants.attitudes)


def _beside(row: Print, first: int, last: int) -> set[str]:
    """Return the content behind some words in their clause, before them where none follows."""
    behind = content_beside(row, range(last, len(row.words) - 1), step=1)
    return set(behind or content_beside(row, range(first, 0, -1), step=-1))
