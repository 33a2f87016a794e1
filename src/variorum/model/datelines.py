"""Datelines: where and when a report was written, and for whom (``VELM, 3 May (Wire) – Poe left``).

They open a paragraph and state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from variorum.model.article import Article
from variorum.model.spans import Span

# How long a dateline is at most, in code points, and how short its place in capitals at least.
LONGEST = 80
LEAST = 3
# How many words a report has behind its dateline.
TOLD = 3
# So many blocks of a page are looked at for one.
BLOCKS = 12
LAST_DAY = 31
_END = re.compile(r"\s[-–—]{1,2}\s|\)[-–—]{1,2}|—\s?")
_BODY = re.compile(r"\([^\W\d_][^()\n]*\)")
_WORD = re.compile(r"\w+")


def without_dateline(text: str, sentence: Span) -> Span:
    """Return the span of a sentence without the dateline that it opens with.

    A dateline is names and figures alone up to a dash, with its place in capitals or a body in
    brackets; a score (``Velm 3 – 2 Tarn``) is none.

    Args:
        text: of the article.
        sentence: the span to look at.
    """
    start, end = sentence
    head = text[start : min(end, start + LONGEST)]
    dash = _END.search(head)
    if dash is None:
        return sentence
    words = _WORD.findall(head[: dash.start()])
    named = bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)
    place = named and words[0].isupper() and len(words[0]) >= LEAST
    rest = text[start + dash.end() : end]
    if not (place or (named and _BODY.search(head, 0, dash.start() + 1))) or rest[:1].isdigit():
        return sentence
    first = _WORD.search(rest)
    tells = len(_WORD.findall(rest[:LONGEST])) >= TOLD
    if (
        first is None
        or not tells
        or first[0][0].islower()
        or (len(first[0]) > 1 and rest.isupper())
    ):
        return sentence
    return start + dash.end(), end


def day_written(article: Article, months: Mapping[str, int]) -> tuple[int, int] | None:
    """Return the month and day of an article's dateline, None where none says so.

    Args:
        article: whose first blocks are looked at.
        months: the words for them, to their numbers.
    """
    for block in article.blocks[:BLOCKS]:
        behind = without_dateline(article.text, block.span)[0]
        words = _WORD.findall(article.text[block.span[0] : behind])
        for one, two in (*pairwise(words), *pairwise(reversed(words))):
            if one.casefold() in months and two.isdecimal() and 1 <= int(two) <= LAST_DAY:
                return months[one.casefold()], int(two)
    return None
