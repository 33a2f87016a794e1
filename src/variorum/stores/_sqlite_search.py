"""Full-text search by SQLite's FTS5: what a person types is never read as its query language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, column, literal_column, select, table, text
from sqlalchemy.exc import DatabaseError

from variorum.errors import InputError
from variorum.model.library import Find
from variorum.model.spans import Span, Spans
from variorum.stores._holdings import holding_of
from variorum.stores._reader import Reader
from variorum.stores._tables import ARTICLES, CAPTURES, MEMBERSHIPS, SKETCHES, STORIES, TEXTS

# A part of a search: words in a row between double quotes, or one word.
_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_MOST_PARTS = 60
# What is shown of a text around its first match, to each side.
_BESIDE = 100
# Stand around a match; they are no characters, so no text should hold them.
_OPEN, _SHUT = "\ufdd1", "\ufdd2"
# No row has this number or a later one.
_NEWEST_ROW = 2**63 - 1
_NEWEST = text(
    "SELECT rowid, highlight(searchable, 0, :open, :shut) AS marked FROM searchable"
    " WHERE searchable MATCH :query AND rowid < :before ORDER BY rowid DESC LIMIT :most"
)


class Searcher(Reader):
    """Answers searches from the FTS5 table ``searchable``."""

    def matching(self, words: str, *, syntax: bool = False) -> Select[Any]:
        """Return the rows of the articles that have ``words``; see :class:`Reader`."""
        searchable = table("searchable", column("rowid"))
        query = query_of(words, syntax=syntax)
        return select(searchable.c.rowid).where(literal_column("searchable").op("MATCH")(query))

    def search(
        self, words: str, *, syntax: bool = False, most: int = 20, after: str | None = None
    ) -> tuple[Find, ...]:
        """Return articles that have ``words``, the last that arrived first; see :class:`Reader`.

        Raises:
            InputError: there are no words, or they break the ``syntax`` of FTS5.
        """
        query = query_of(words, syntax=syntax)
        before = self._sql.scalar(select(ARTICLES.c.id).where(ARTICLES.c.name == after))
        mark = _NEWEST_ROW if before is None else before
        values = {"open": _OPEN, "shut": _SHUT, "query": query, "most": most, "before": mark}
        try:
            marked = {row.rowid: row.marked for row in self._sql.execute(_NEWEST, values)}
        except DatabaseError as error:
            if "malformed" in str(error.orig):
                raise
            raise InputError(f"{words!r} cannot be searched for ({error.orig})") from error
        return tuple(self._finds(marked))

    def _finds(self, marked: Mapping[int, str]) -> Iterator[Find]:
        """Yield each article of ``marked``, which has its text with the matches marked."""
        found = (
            select(ARTICLES, CAPTURES.c.sha256, TEXTS.c.text)
            .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
            .join(TEXTS, TEXTS.c.article == ARTICLES.c.id)
            .where(ARTICLES.c.id.in_(tuple(marked)))
        )
        rows = {row.id: row for row in self._sql.execute(found)}
        stories = self._stories_of(tuple(marked))
        for article in marked:
            row = rows[article]
            matches = _matches(marked[article], row.text)
            span = _around(row.text, matches[0] if matches else (0, 0))
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


def query_of(words: str, *, syntax: bool = False) -> str:
    """Return what a person typed as a query of FTS5: every part a string, all of them wanted.

    Raises:
        InputError: there is no word in it, or there are too many.

    >>> query_of('ferry OR "no order to leave" title:x*')
    '"ferry" AND "OR" AND "no order to leave" AND "title:x*"'
    """
    if syntax:
        return words.replace("\0", " ")
    parts = [match[1] or match[2] or "" for match in _PART.finditer(words.replace("\0", " "))]
    parts = [part for part in parts if any(map(str.isalnum, part))]
    if not parts:
        raise InputError(f"{words!r}: give a word to search for")
    if len(parts) > _MOST_PARTS:
        raise InputError(f"a search has at most {_MOST_PARTS} words, and this has {len(parts)}")
    return " AND ".join(f'"{part}"' for part in parts)


def _matches(marked: str, words: str) -> Spans:
    """Return where a text matches, none where the store could not mark it exactly."""
    if _OPEN in words or _SHUT in words or _plain(marked) != words:
        return ()
    found: list[Span] = []
    at = 0
    for piece in marked.split(_OPEN)[1:]:
        start = at = marked.index(_OPEN, at) + 1
        end = start + piece.index(_SHUT)
        passed = 2 * len(found) + 1
        found.append((start - passed, end - passed))
    return tuple(found)


def _plain(marked: str) -> str:
    return marked.replace(_OPEN, "").replace(_SHUT, "")


def _around(words: str, match: Span) -> Span:
    """Return the part of a line around a match, cut between words."""
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
