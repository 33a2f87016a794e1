"""Full-text search in PostgreSQL: an index of words, and the words in a row of each text.

What a person types is cut into words as a text is, and words are all that is asked for; the query
language of ``to_tsquery`` is only spoken where it is asked for.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Select, and_, cast, column, func, literal, or_, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.exc import DatabaseError

from variorum.errors import InputError
from variorum.model.library import Find
from variorum.model.spans import Spans
from variorum.stores._finding import Finder, parts_of
from variorum.stores._postgres_words import (
    LONGEST,
    folded,
    key_of,
    places_of,
    words_of,
)
from variorum.stores._tables import ARTICLES

_TABLE = table("searchable", column("article"), column("words"), column("vector"))
# A word in a query of ``to_tsquery``, and whether it is the beginning of one.
_ASKED = re.compile(r"([^\W_]+)(:\w*\*)?")
_WORD = re.compile(r"[^\W_]+")


class Searcher(Finder):
    """Answers searches from the table ``searchable``."""

    def matching(self, words: str, *, syntax: bool = False) -> Select[Any]:
        """Return the rows of the articles that have ``words``; see :class:`Reader`."""
        found = select(_TABLE.c.article)
        if syntax:
            asked = func.to_tsquery("simple", folded(words.replace("\0", " ")))
            return found.where(_TABLE.c.vector.op("@@")(asked))
        return found.where(_having(_phrases(words)))

    def search(
        self, words: str, *, syntax: bool = False, most: int = 20, after: str | None = None
    ) -> tuple[Find, ...]:
        """Return articles that have ``words``, the last that arrived first; see :class:`Reader`.

        Raises:
            InputError: there are no words, or they break the ``syntax`` of ``to_tsquery``.
        """
        newest = self.matching(words, syntax=syntax).order_by(_TABLE.c.article.desc()).limit(most)
        mark = self._sql.scalar(select(ARTICLES.c.id).where(ARTICLES.c.name == after))
        if mark is not None:
            newest = newest.where(_TABLE.c.article < mark)
        try:
            with self._sql.begin_nested():
                found = self._sql.scalars(newest).all()
        except DatabaseError as error:
            if not syntax:
                raise
            told = str(error.orig).partition("\n")[0]
            raise InputError(f"{words!r} cannot be searched for ({told})") from error
        if syntax:
            return tuple(self._finds(found, lambda _, text: _asked_in(words, text)))
        phrases = _phrases(words)
        return tuple(self._finds(found, lambda _, text: places_of(phrases, text)))


def _phrases(words: str) -> list[list[str]]:
    return [words_of(part) for part in parts_of(words)]


def _having(phrases: list[list[str]]) -> Any:
    """Return the condition that a text has all phrases, each with its words in a row."""
    keys = dict.fromkeys(key_of(word) for phrase in phrases for word in phrase)
    # Of letters and digits alone: nothing in it can be read as an operator.
    every = cast(literal(" & ".join(f"'{key}'" for key in keys)), TSQUERY)
    rows = [func.strpos(_TABLE.c.words, f" {' '.join(phrase)} ") > 0 for phrase in phrases]
    sure = [len(phrase) == 1 and len(phrase[0]) < LONGEST for phrase in phrases]
    unsure = [row for row, known in zip(rows, sure, strict=True) if not known]
    indexed = and_(_TABLE.c.vector.op("@@")(every), *unsure)
    return or_(indexed, and_(_TABLE.c.vector.is_(None), *rows))


def _asked_in(query: str, text: str) -> Spans:
    """Return where words of a query of ``to_tsquery`` stand in a text."""
    asked = _ASKED.findall(folded(query))
    exact = {word for word, begins in asked if not begins}
    begins = tuple(word for word, begins in asked if begins)
    return tuple(
        match.span()
        for match in _WORD.finditer(text)
        if (word := folded(match[0])) in exact or word.startswith(begins)
    )
