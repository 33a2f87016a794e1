"""Who is quoted in a library, and which places it names."""

from __future__ import annotations

import unicodedata
from typing import Any

from sqlalchemy import func, select

from variorum.errors import InputError
from variorum.model.library import NameLine
from variorum.stores._rulings import Rulings
from variorum.stores._tables import ARTICLES, NAMED, NAMES

# So many words of a name are looked for.
MOST_WORDS = 20


class Names(Rulings):
    """Asks for names over all stories."""

    def names(
        self, kind: str, *, words: str | None = None, most: int = 100, after: str | None = None
    ) -> tuple[NameLine, ...]:
        """Return the names of those who are quoted, or of places, sorted.

        Args:
            kind: ``speaker`` or ``place``.
            words: all of them must be in the name; None: every name.
            most: how many are returned at most.
            after: only names that are sorted after this one.
        """
        found = (
            select(NAMES.c.name, func.count().label("articles"))
            .join(NAMED, NAMED.c.name == NAMES.c.id)
            .where(NAMED.c.kind == kind, *words_in(words))
            .group_by(NAMES.c.name)
            .order_by(NAMES.c.name)
        )
        if after is not None:
            found = found.where(NAMES.c.name > after)
        rows = self._sql.execute(found.limit(most))
        return tuple(NameLine(name=row.name, articles=row.articles) for row in rows)

    def articles_of(self, kind: str, name: str) -> frozenset[str]:
        """Return the articles that stand now and have a name, in capitals or not.

        Args:
            kind: ``speaker`` or ``place``.
            name: all of it.
        """
        rows = self._sql.scalars(
            select(ARTICLES.c.name)
            .join(NAMED, NAMED.c.article == ARTICLES.c.id)
            .join(NAMES, NAMES.c.id == NAMED.c.name)
            .where(NAMED.c.kind == kind, NAMES.c.folded == folded(name), ARTICLES.c.current == 1)
        )
        return frozenset(rows)

    def ruled_of(self, name: str) -> tuple[str, ...]:
        """Return the articles in which somebody was ruled to have a name with all these words."""
        rulings = self.rulings()
        undone = {target for r in rulings if r.verdict == "undo" for target in r.targets}
        words = set(folded(name).split())
        return tuple(
            dict.fromkeys(
                witness
                for ruling in rulings
                if ruling.subject == "speaker" and ruling.to and ruling.id not in undone
                if words <= set(folded(ruling.to).split())
                for witness in ruling.witnesses
            )
        )


def folded(name: str) -> str:
    """Return a name as names are compared: its words in small letters, a space around each."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return f" {' '.join(words)} "


def words_in(name: str | None) -> list[Any]:
    """Return the conditions that a name has all the words of another."""
    if name is None:
        return []
    words = folded(name).split()
    if not words:
        raise InputError(f"{name!r}: a name has letters or digits")
    return [NAMES.c.folded.contains(f" {word} ", autoescape=True) for word in words[:MOST_WORDS]]
