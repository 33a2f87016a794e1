"""What pages ask of a library beside its stories: one witness, who is named, which outlets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select

from variorum.errors import InputError
from variorum.model.library import Holding, StoryLine, WitnessPage
from variorum.stores import _packed as packed
from variorum.stores._holdings import Holdings, holding_of, is_hash
from variorum.stores._tables import (
    ARTICLES,
    CAPTURES,
    MEMBERSHIPS,
    NAMED,
    NAMES,
    SKETCHES,
    STORIES,
    TEXTS,
)

_IN_A_STORY = (
    select(ARTICLES.c.id, STORIES.c.name.label("story"))
    .join(SKETCHES, SKETCHES.c.article == ARTICLES.c.id)
    .join(MEMBERSHIPS, MEMBERSHIPS.c.sketch == SKETCHES.c.id)
    .join(STORIES, STORIES.c.id == MEMBERSHIPS.c.story)
)


class Shelves(Holdings):
    """Asks for single witnesses, and for names over all stories."""

    def witness(self, named: str) -> WitnessPage:
        """Return the page of a witness.

        Args:
            named: the id of its article, or the sha256 of its bytes, or six characters of it or
                more.

        Raises:
            InputError: there is no such witness, or several.
        """
        ways = [ARTICLES.c.name == named, CAPTURES.c.sha256 == named.lower()]
        if is_hash(named):  # reads every capture there is
            ways.append(CAPTURES.c.sha256.startswith(named.lower(), autoescape=True))
        found = (
            select(ARTICLES, CAPTURES.c.sha256, CAPTURES.c.size, TEXTS.c.text)
            .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
            .join(TEXTS, TEXTS.c.article == ARTICLES.c.id)
            .limit(2)
        )
        for wanted in ways:
            if rows := self._sql.execute(found.where(wanted)).all():
                break
        if len(rows) != 1:
            what = "several witnesses are named so" if rows else "no such witness in this library"
            raise InputError(f"{named}: {what}")
        row = rows[0]
        return WitnessPage(
            holding=holding_of(row),
            article=packed.article_of(row.facts, row.text),
            size=row.size,
            versions=self._versions(row),
            stories=self._lines(ARTICLES.c.id == row.id),
        )

    def stories_of(self, sha256s: Collection[str]) -> tuple[StoryLine, ...]:
        """Return the stories in which captures with these hashes stand."""
        holds = select(CAPTURES.c.id).where(CAPTURES.c.sha256.in_(tuple(sha256s)))
        return self._lines(ARTICLES.c.capture.in_(holds))

    def stories_with(self, articles: Collection[str]) -> tuple[StoryLine, ...]:
        """Return the stories in which articles with these ids stand."""
        return self._lines(ARTICLES.c.name.in_(tuple(articles)))

    def outlets(self, stories: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the outlets of stories, each once, in the order of their names."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(stories, ())
        rows = self._sql.execute(
            _IN_A_STORY.with_only_columns(STORIES.c.name, ARTICLES.c.outlet)
            .distinct()
            .where(STORIES.c.name.in_(tuple(stories)), ARTICLES.c.outlet.is_not(None))
            .order_by(ARTICLES.c.outlet)
        )
        for row in rows:
            found[row.name] += (row.outlet,)
        return found

    def named_like(self, kind: str, word: str, most: int = 50) -> tuple[str, ...]:
        """Return names that have a word: of those who are quoted (``speaker``), or of a place.

        Args:
            kind: ``speaker`` or ``place``.
            word: in small letters.
            most: how many are returned at most.
        """
        rows = self._sql.scalars(
            select(NAMES.c.name)
            .where(
                NAMES.c.folded.contains(f" {word} ", autoescape=True),
                NAMES.c.id.in_(select(NAMED.c.name).where(NAMED.c.kind == kind)),
            )
            .order_by(NAMES.c.name)
            .limit(most)
        )
        return tuple(rows)

    def _versions(self, row: Row[Any]) -> tuple[Holding, ...]:
        if row.address is None:
            return (holding_of(row),)
        return self._holdings(ARTICLES.c.address == row.address)

    def _lines(self, articles: Any) -> tuple[StoryLine, ...]:
        names = _IN_A_STORY.with_only_columns(STORIES.c.id).where(articles)
        rows = self._sql.execute(select(STORIES).where(STORIES.c.id.in_(names)))
        return tuple(map(line_of, rows))


def line_of(row: Row[Any]) -> StoryLine:
    """Return a row of stories as what is listed of one."""
    return StoryLine(
        story=row.name,
        title=row.title,
        first=row.first,
        last=row.last,
        articles=row.articles,
        into=row.into_story,
    )
