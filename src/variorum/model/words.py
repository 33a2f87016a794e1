"""Words of a text with their spans: the tokens that alignment compares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from variorum.model.spans import Span

# A word may hold apostrophes, hyphens and number points between letters or digits.
_WORD = re.compile(r"\w+(?:['’.,\-‐‑]\w+)*", re.UNICODE)
_FOLD = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
# From this share of capitals on, a line is set in title case and a capital names nothing.
TITLE_CASE = 0.6
# A stem is cut to this many letters: longer words rarely differ after them but by inflection.
STEM = 7
# So many of them are kept at hand, and the words of so many texts.
STEMS = 1 << 16
TEXTS = 4
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "y", "s", "e")
# Scripts written without spaces: each character is a word of its own.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff]")


class Word(NamedTuple):
    """A word at ``span``; ``form`` is its case-folded, NFKC-normalised shape for comparing.

    A tuple, as an article has hundreds and tuples are made soonest.
    """

    span: Span
    form: str


def words_in(text: str, span: Span | None = None) -> Iterator[Word]:
    """Yield the words of ``text`` (within ``span``) from left to right.

    Punctuation and quote marks are no words. A run in a script written without spaces
    yields one word a character.
    """
    start, end = span or (0, len(text))
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if word.isascii():
            yield Word(match.span(), word.lower())
        elif _UNSPACED.search(word):
            for at in range(match.start(), match.end()):
                yield Word((at, at + 1), _form(text[at]))
        else:
            yield Word(match.span(), _form(word))


@lru_cache(maxsize=TEXTS)
def all_words(text: str) -> tuple[Word, ...]:
    """Return all words of a text: read once for all who ask for them in a row."""
    return tuple(words_in(text))


def held(words: Iterable[Word], spans: Iterable[Span]) -> tuple[bool, ...]:
    """Tell of each word whether one of some spans holds it.

    Args:
        words: of one text, from left to right.
        spans: of the same text, in any order.
    """
    in_order = sorted(spans)
    told = []
    reach = at = 0
    for word in words:
        while at < len(in_order) and in_order[at][0] <= word.span[0]:
            reach = max(reach, in_order[at][1])
            at += 1
        told.append(word.span[1] <= reach)
    return tuple(told)


@lru_cache(maxsize=STEMS)
def stem_of(form: str) -> str:
    """Return what inflections of a word share: a crude key for comparing, never shown."""
    plain = form.replace("-", "").replace("'", "")
    for ending in _ENDINGS:
        left = plain.removesuffix(ending)
        if left != plain and len(left) >= 4 and not (ending == "y" and left[-1] in "aeiou"):
            plain = left
            break
    if len(plain) > 3 and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain[:STEM]


def _form(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_FOLD).casefold()
