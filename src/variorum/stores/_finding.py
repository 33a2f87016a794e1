"""What every store's search has in common: how words are typed, and how a find is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import select

from variorum.errors import InputError
from variorum.model.library import Find
from variorum.model.spans import Span, Spans
from variorum.stores import _packed as packed
from variorum.stores._holdings import holding_of
from variorum.stores._reader import Reader
from variorum.stores._stretches import telling
from variorum.stores._tables import ARTICLES, CAPTURES, MEMBERSHIPS, SKETCHES, STORIES, TEXTS

# A part of a search: words in a row between double quotes, or one word.
_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_MOST_PARTS = 60
# What is shown of a text around its matches, to each side.
_BESIDE = 100


class Finder(Reader):
    """Shows what a search has found."""

    def _finds(self, found: Sequence[int], places: Callable[[int, str], Spans]) -> Iterator[Find]:
        """Yield articles, by their rows, as finds.

        Args:
            found: their rows, in the order in which they are shown.
            places: returns where an article's text matches.
        """
        kept = (
            select(ARTICLES, CAPTURES.c.sha256, TEXTS.c.text)
            .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
            .join(TEXTS, TEXTS.c.article == ARTICLES.c.id)
            .where(ARTICLES.c.id.in_(tuple(found)))
        )
        rows = {row.id: row for row in self._sql.execute(kept)}
        stories = self._stories_of(found)
        for article in found:
            row = rows[article]
            matches = places(article, row.text)
            blocks = packed.article_of(row.facts, "").blocks
            span = _around(row.text, telling(row.text, matches, blocks))
            yield Find(
                holding=holding_of(row),
                stories=tuple(sorted(stories[article])),
                span=span,
                words=row.text[slice(*span)],
                matches=tuple(m for m in matches if span[0] <= m[0] and m[1] <= span[1]),
            )

    def _stories_of(self, articles: Sequence[int]) -> dict[int, set[str]]:
        found = (
            select(SKETCHES.c.article, STORIES.c.name)
            .join(MEMBERSHIPS, MEMBERSHIPS.c.sketch == SKETCHES.c.id)
            .join(STORIES, STORIES.c.id == MEMBERSHIPS.c.story)
            .where(SKETCHES.c.article.in_(articles))
        )
        stories: dict[int, set[str]] = {article: set() for article in articles}
        for row in self._sql.execute(found):
            stories[row.article].add(row.name)
        return stories


def parts_of(words: str) -> list[str]:
    """Return the parts of a search, as a person typed it: single words, and words in a row.

    Raises:
        InputError: there is no word in it, or there are too many.

    >>> parts_of('ferry OR "no order to leave" title:x* —')
    ['ferry', 'OR', 'no order to leave', 'title:x*']
    """
    parts = [match[1] or match[2] or "" for match in _PART.finditer(words.replace("\0", " "))]
    parts = [part for part in parts if any(map(str.isalnum, part))]
    if not parts:
        raise InputError(f"{words!r}: give a word to search for")
    if len(parts) > _MOST_PARTS:
        raise InputError(f"a search has at most {_MOST_PARTS} words, and this has {len(parts)}")
    return parts


def _around(words: str, match: Span) -> Span:
    """Return the part of a line around matches, cut between words."""
    start = words.rfind("\n", 0, match[0]) + 1
    end = words.find("\n", match[1])
    end = len(words) if end < 0 else end
    if match[0] - start > _BESIDE:
        cut = words.find(" ", match[0] - _BESIDE, match[0])
        start = match[0] if cut < 0 else cut + 1
    if end - match[1] > _BESIDE:
        cut = words.rfind(" ", match[1], match[1] + _BESIDE)
        end = match[1] if cut < 0 else cut
    return (start, end)
