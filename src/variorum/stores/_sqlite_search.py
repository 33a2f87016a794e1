"""Full-text search by SQLite's FTS5: what a person types is never read as its query language."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Select, column, literal_column, select, table, text
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
_NEWEST = text(
    "SELECT rowid FROM searchable WHERE searchable MATCH :query ORDER BY rowid DESC LIMIT :most"
)
_MARKED = text(
    "SELECT highlight(searchable, 0, :open, :shut) FROM searchable"
    " WHERE searchable MATCH :query AND rowid = :article"
)


class Searcher(Reader):
    """Answers searches from the FTS5 table ``searchable``."""

    def matching(self, words: str, *, syntax: bool = False) -> Select[Any]:
        """Return the rows of the articles that have ``words``; see :class:`Reader`."""
        searchable = table("searchable", column("rowid"))
        query = query_of(words, syntax=syntax)
        return select(searchable.c.rowid).where(literal_column("searchable").op("MATCH")(query))

    def search(self, words: str, *, syntax: bool = False, most: int = 20) -> tuple[Find, ...]:
        """Return articles that have ``words``, the last that arrived first.

        Raises:
            InputError: there are no words, or they break the ``syntax`` of FTS5.
        """
        query = query_of(words, syntax=syntax)
        try:
            rows = self._sql.scalars(_NEWEST, {"query": query, "most": most}).all()
        except DatabaseError as error:
            if "malformed" in str(error.orig):
                raise
            raise InputError(f"{words!r} cannot be searched for ({error.orig})") from error
        return tuple(self._find(row, query) for row in rows)

    def _find(self, row: int, query: str) -> Find:
        article = self._sql.execute(
            select(ARTICLES, CAPTURES.c.sha256, TEXTS.c.text)
            .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
            .join(TEXTS, TEXTS.c.article == ARTICLES.c.id)
            .where(ARTICLES.c.id == row)
        ).one()
        matches = _matches(self._sql, row, query, article.text)
        span = _around(article.text, matches[0] if matches else (0, 0))
        return Find(
            holding=holding_of(article),
            stories=self._stories_of(row),
            span=span,
            words=article.text[slice(*span)],
            matches=tuple(m for m in matches if span[0] <= m[0] and m[1] <= span[1]),
        )

    def _stories_of(self, article: int) -> tuple[str, ...]:
        found = (
            select(STORIES.c.name)
            .join(MEMBERSHIPS, MEMBERSHIPS.c.story == STORIES.c.id)
            .join(SKETCHES, SKETCHES.c.id == MEMBERSHIPS.c.sketch)
            .where(SKETCHES.c.article == article)
        )
        return tuple(sorted(set(self._sql.scalars(found))))


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


def _matches(connection: Connection, row: int, query: str, words: str) -> Spans:
    """Return where a text matches, none where the store cannot mark it exactly."""
    values = {"open": _OPEN, "shut": _SHUT, "query": query, "article": row}
    marked = connection.scalar(_MARKED, values) or ""
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
