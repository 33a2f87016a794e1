"""The words of a text as FTS5 finds them, so that every store's search finds the same.

A word is a run of letters and digits; case and the accents of Latin letters do not count
(``unicode61`` with ``remove_diacritics 2``). What Unicode has added since its version 6.1 may be
taken otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.model.spans import Span, Spans

# Marks that may stand within a word, and do not count in it.
_MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_LETTER = r"[^\W_]|[\ue000-\uf8ff]"
_WORD = re.compile(f"(?:{_LETTER})(?:{_LETTER}|[{_MARKS}])*")
_MARK = re.compile(f"[{_MARKS}]")
# The longest word that an index of PostgreSQL holds has 2,046 bytes.
LONGEST = 500
# What a vector takes of positions, and how large it may be.
_LAST_PLACE, _MOST_PLACES, _LARGEST = 16_383, 255, 1_000_000


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    >>> words_of("The Café’s 2nd quay")
    ['the', 'cafe', 's', '2nd', 'quay']
    """
    return [_folded(match[0]) for match in _WORD.finditer(text)]


def key_of(word: str) -> str:
    """Return under what a word is indexed."""
    return word[:LONGEST]


def vector_of(words: Sequence[str]) -> str | None:
    """Return words with their places as a ``tsvector`` is written, None where it is too large."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        found = places.setdefault(key_of(word), [])
        if len(found) < _MOST_PLACES and (place <= _LAST_PLACE or not found):
            found.append(min(place, _LAST_PLACE))
    size = sum(len(word.encode()) + 2 * len(found) + 8 for word, found in places.items())
    if size > _LARGEST:
        return None
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in places.items())


def places_of(phrases: Sequence[Sequence[str]], text: str) -> Spans:
    """Return where one of the phrases stands in a text; those that overlap are one place."""
    spans = [(match.span(), _folded(match[0])) for match in _WORD.finditer(text)]
    words = [word for _, word in spans]
    found: list[Span] = []
    for first, last in _joined(sorted(_standing(phrases, words))):
        found.append((spans[first][0][0], spans[last][0][1]))
    return tuple(found)


def _standing(phrases: Sequence[Sequence[str]], words: Sequence[str]) -> Iterator[Span]:
    """Yield the first and the last word of each place where a phrase stands."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            by_first.setdefault(phrase[0], set()).add(tuple(phrase))
    for at, word in enumerate(words):
        for wanted in by_first.get(word, ()):
            if tuple(words[at : at + len(wanted)]) == wanted:
                yield (at, at + len(wanted) - 1)


def _joined(places: Sequence[Span]) -> Iterator[Span]:
    """Yield places in order, those that overlap as one."""
    last: Span | None = None
    for place in places:
        if last is None or place[0] > last[1]:
            if last is not None:
                yield last
            last = place
        else:
            last = (last[0], max(last[1], place[1]))
    if last is not None:
        yield last


def folded(text: str) -> str:
    """Return a text in small letters without the accents of Latin letters."""
    return "".join(map(_letter, _MARK.sub("", text)))


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return word.lower() if word.isascii() else folded(word)


@lru_cache(maxsize=10_000)
def _letter(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    letter = first if first.isascii() and first.isalpha() else letter
    for small in (letter.casefold(), letter.lower()):
        if len(small) == 1:
            return small
    return letter
