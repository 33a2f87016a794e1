"""What a library holds of persons' decisions: a list that only grows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Row, func, insert, select

from variorum.model.rulings import Ruling
from variorum.stores import _packed as packed
from variorum.stores._holdings import AT_ONCE, Holdings
from variorum.stores._tables import ARTICLES, MEMBERSHIPS, RULED, RULINGS, SKETCHES, STORIES


class Rulings(Holdings):
    """Asks for rulings, and adds to them; nothing is ever changed or taken out.

    The order of rulings decides which of two stands: by time, those of one file as they stood in
    it, and one that is made on this library after all that it has.
    """

    def rulings(self, witnesses: Collection[str] | None = None) -> tuple[Ruling, ...]:
        """Return rulings in the order in which they are replayed.

        Args:
            witnesses: ids; only what is about one of them at least. None: every ruling.
        """
        if witnesses is None:
            return _in_order(self._sql.execute(select(RULINGS)))
        ids = sorted(witnesses)
        found: set[Row[Any]] = set()
        for at in range(0, len(ids), AT_ONCE):
            about = RULED.c.witness.in_(ids[at : at + AT_ONCE])
            found |= set(self._sql.execute(select(RULINGS).join(RULED).where(about)))
        return _in_order(found)

    def versions(self, story: str) -> frozenset[str]:
        """Return the ids of all articles of a story, earlier versions of its pages among them."""
        here = (
            select(ARTICLES.c.id, ARTICLES.c.name, ARTICLES.c.address)
            .join(SKETCHES, SKETCHES.c.article == ARTICLES.c.id)
            .join(MEMBERSHIPS, MEMBERSHIPS.c.sketch == SKETCHES.c.id)
            .join(STORIES, STORIES.c.id == MEMBERSHIPS.c.story)
            .where(STORIES.c.name == story)
        ).subquery()
        at = select(here.c.address).where(here.c.address.is_not(None))
        every = select(ARTICLES.c.name).where(ARTICLES.c.address.in_(at))
        return frozenset(self._sql.scalars(every.union(select(here.c.name))))

    def _add_ruling(self, ruling: Ruling, at: str) -> bool:
        """Add a ruling at its place in time; tell whether the library did not have it."""
        if self._has(select(RULINGS.c.id).where(RULINGS.c.name == ruling.id)):
            return False
        values = {"name": ruling.id, "at": at, "data": packed.ruling_json(ruling)}
        made = self._sql.execute(insert(RULINGS).values(**values)).inserted_primary_key
        rows = [{"ruling": made[0], "witness": w} for w in sorted(set(ruling.witnesses))]  # type: ignore[index]
        if rows:
            self._sql.execute(insert(RULED), rows)
        return True

    def _latest_ruling(self) -> str:
        return self._sql.scalar(select(func.max(RULINGS.c.at))) or ""

    def _stories_with(self, article: str) -> Sequence[str]:
        """Return the stories in which an article, or another version at its address, stands."""
        address = select(ARTICLES.c.address).where(ARTICLES.c.name == article).scalar_subquery()
        return self._sql.scalars(
            select(STORIES.c.name)
            .distinct()
            .join(MEMBERSHIPS, MEMBERSHIPS.c.story == STORIES.c.id)
            .join(SKETCHES, SKETCHES.c.id == MEMBERSHIPS.c.sketch)
            .join(ARTICLES, ARTICLES.c.id == SKETCHES.c.article)
            .where((ARTICLES.c.name == article) | (ARTICLES.c.address == address))
        ).all()


def _in_order(rows: Iterable[Row[Any]]) -> tuple[Ruling, ...]:
    return tuple(packed.ruling_of(r.data) for r in sorted(rows, key=lambda r: (r.at, r.id)))
