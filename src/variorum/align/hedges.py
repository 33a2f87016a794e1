"""Words that weaken a statement, found in a run of words by the language's list."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import PrintWord
from variorum.languages import Language

# The most words of a hedge in the lists.
LONGEST = 6


def hedge_in(words: Sequence[PrintWord], language: Language | None) -> tuple[PrintWord, ...]:
    """Return the first hedge among ``words``, the longest phrase first; empty where none is.

    A word that is a preposition or an article besides ("about", "some") hedges before a number
    only.
    """
    for start in range(len(words)):
        if found := _at(words, start, language):
            return found
    return ()


def opening_hedge(words: Sequence[PrintWord], language: Language | None) -> tuple[PrintWord, ...]:
    """Return the hedge a sentence begins with, after at most one word ("but at least …")."""
    for start in range(min(2, len(words))):
        if found := _at(words, start, language):
            return found
    return ()


def without_hedges(words: Sequence[PrintWord], language: Language | None) -> tuple[PrintWord, ...]:
    """Return the words that are part of no hedge."""
    left: list[PrintWord] = []
    at = 0
    while at < len(words):
        found = _at(words, at, language)
        if not found:
            left.append(words[at])
        at += max(1, len(found))
    return tuple(left)


def _at(words: Sequence[PrintWord], start: int, language: Language | None) -> tuple[PrintWord, ...]:
    if language is None:
        return ()
    for length in range(min(LONGEST, len(words) - start), 0, -1):
        run = tuple(words[start : start + length])
        listed = " ".join(word.form for word in run) in language.hedges
        if listed and (length > 1 or _weakens(run[0], words[start + 1 : start + 2], language)):
            return run
    return ()


def _weakens(word: PrintWord, following: Sequence[PrintWord], language: Language) -> bool:
    if word.content or word.form in language.possible:
        return True
    return bool(following) and following[0].is_number
