"""Words that weaken a statement, found in a run of words by the language's list."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import PrintWord
from variorum.languages import Language

# The most words of a hedge in the lists.
LONGEST = 6


def hedges_in(words: Sequence[PrintWord], language: Language | None) -> list[tuple[PrintWord, ...]]:
    """Return the hedges among ``words``, the longest phrase first at each place.

    A word that is a preposition or an article besides ("about", "some") hedges before a number
    only.
    """
    return [tuple(words[start:end]) for start, end in _places(words, language)]


def opening_hedge(words: Sequence[PrintWord], language: Language | None) -> tuple[PrintWord, ...]:
    """Return the hedge a sentence begins with, after at most one word ("but at least …")."""
    places = _places(words[: LONGEST + 2], language)
    return next((tuple(words[start:end]) for start, end in places if start < 2), ())


def without_hedges(words: Sequence[PrintWord], language: Language | None) -> tuple[PrintWord, ...]:
    """Return the words that are part of no hedge."""
    hidden = {at for place in _places(words, language) for at in range(*place)}
    return tuple(word for at, word in enumerate(words) if at not in hidden)


def hedge_places(forms: Sequence[str], language: Language | None) -> list[tuple[int, int]]:
    """Return where hedges stand among case-folded words, as ranges of positions."""
    found: list[tuple[int, int]] = []
    at = 0
    while language is not None and at < len(forms):
        length = _length(forms[at : at + LONGEST + 1], language)
        if length:
            found.append((at, at + length))
        at += max(1, length)
    return found


def _places(words: Sequence[PrintWord], language: Language | None) -> list[tuple[int, int]]:
    """Return where hedges stand; the name of a month is none ("May")."""
    return hedge_places(["" if word.date else word.form for word in words], language)


def _length(forms: Sequence[str], language: Language) -> int:
    """Return how many words the hedge has that begins here, 0 where none does."""
    for length in range(min(LONGEST, len(forms)), 0, -1):
        listed = " ".join(forms[:length]) in language.hedges
        if listed and (length > 1 or _weakens(forms[0], forms[1:2], language)):
            return length
    return 0


def _weakens(form: str, following: Sequence[str], language: Language) -> bool:
    if form not in language.function_words or form in language.possible:
        return True
    return bool(following) and (following[0][:1].isdigit() or following[0] in language.numbers)
