"""Full-text search by SQLite's FTS5: what a person types is never read as its query language."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, column, literal_column, select, table, text
from sqlalchemy.exc import DatabaseError

from variorum.errors import InputError
from variorum.model.library import Find
from variorum.model.spans import Span, Spans
from variorum.stores._finding import Finder, parts_of
from variorum.stores._tables import ARTICLES

# Stand around a match; they are no characters, so no text should hold them.
_OPEN, _SHUT = "\ufdd1", "\ufdd2"
# No row has this number or a later one.
_NEWEST_ROW = 2**63 - 1
_NEWEST = text(
    "SELECT rowid, highlight(searchable, 0, :open, :shut) AS marked FROM searchable"
    " WHERE searchable MATCH :query AND rowid < :before ORDER BY rowid DESC LIMIT :most"
)


class Searcher(Finder):
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
        return tuple(self._finds(tuple(marked), lambda row, words: _matches(marked[row], words)))


def query_of(words: str, *, syntax: bool = False) -> str:
    """Return what a person typed as a query of FTS5: every part a string, all of them wanted.

    Raises:
        InputError: there is no word in it, or there are too many.

    >>> query_of('ferry OR "no order to leave" title:x*')
    '"ferry" AND "OR" AND "no order to leave" AND "title:x*"'
    """
    if syntax:
        return words.replace("\0", " ")
    return " AND ".join(f'"{part}"' for part in parts_of(words))


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
