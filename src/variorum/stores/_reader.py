"""What a library knows of stories: their lines, pages, records, sketches and changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select

from variorum.errors import InputError
from variorum.model.article import Article
from variorum.model.library import Find, StoryChange, StoryLine, StoryPage, Wanted
from variorum.model.record import Record
from variorum.model.stream import Sketch
from variorum.stores import _packed as packed
from variorum.stores._holdings import SHORTEST_PREFIX
from variorum.stores._names import Names, words_in
from variorum.stores._shelves import Shelves, line_of
from variorum.stores._tables import (
    ARTICLES,
    CHANGES,
    MEMBERSHIPS,
    MOVES,
    NAMED,
    NAMES,
    RECORDS,
    SKETCHES,
    SORTING,
    STORIES,
    TEXTS,
)

# A story may have been merged so often before it reached the one that stands.
_MERGES = 500
MOST_REASONS = 6


class Reader(Names, Shelves, ABC):
    """One view of a library, over one connection inside one transaction."""

    @abstractmethod
    def matching(self, words: str, *, syntax: bool = False) -> Select[Any]:
        """Return the articles (their rows) that have ``words``.

        Args:
            words: as a person typed them: all must be there, what stands in double quotes in a
                row.
            syntax: they are in the query language of the store.
        """

    @abstractmethod
    def search(
        self, words: str, *, syntax: bool = False, most: int = 20, after: str | None = None
    ) -> tuple[Find, ...]:
        """Return articles that have ``words``, the last that arrived first.

        Args:
            words: as ``matching`` takes them.
            syntax: likewise.
            most: how many are returned at most.
            after: the id of an article: only what arrived before it.

        Raises:
            InputError: there are no words, or they break the ``syntax``.
        """

    def turn(self) -> int:
        """Return how often articles were moved between stories; see ``Writer.moved``."""
        return int(self._sql.scalar(select(SORTING.c.turn)) or 0)

    def sketches(self, since: str | None = None) -> Iterator[tuple[Sketch, str]]:
        """Yield sketches with their stories in the order of arrival.

        Args:
            since: a day, ``YYYY-MM-DD``; what arrived before anything dated then or later is
                left out.
        """
        found = (
            select(SKETCHES.c.facts, SKETCHES.c.vector, STORIES.c.name)
            .join(MEMBERSHIPS, MEMBERSHIPS.c.sketch == SKETCHES.c.id)
            .join(STORIES, STORIES.c.id == MEMBERSHIPS.c.story)
            .order_by(SKETCHES.c.id)
        )
        if since is not None:
            first = select(func.min(SKETCHES.c.id)).where(SKETCHES.c.day >= since)
            found = found.where(SKETCHES.c.id >= first.scalar_subquery())
        for row in self._sql.execute(found):
            yield packed.sketch_of(row.facts, row.vector), row.name

    def latest_days(self, most: int) -> tuple[str, ...]:
        """Return the days of the dated sketches that arrived last, the last one first."""
        dated = select(SKETCHES.c.day).where(SKETCHES.c.day.is_not(None))
        return tuple(self._sql.scalars(dated.order_by(SKETCHES.c.id.desc()).limit(most)))

    def stale(self, story: str | None = None) -> tuple[tuple[str, int], ...]:
        """Return the stories to compose anew, each with the mark that ``keep_record`` wants.

        Args:
            story: only this one, if it is to be.
        """
        found = select(STORIES.c.name, STORIES.c.stale).where(
            STORIES.c.stale > 0, STORIES.c.articles > 0
        )
        if story is not None:
            found = found.where(STORIES.c.name == story)
        rows = self._sql.execute(found.order_by(STORIES.c.id))
        return tuple((row.name, row.stale) for row in rows)

    def members(self, story: str) -> tuple[Article, ...]:
        """Return the current articles of a story, sorted by id."""
        rows = self._sql.execute(
            select(ARTICLES.c.facts, TEXTS.c.text)
            .join(TEXTS)
            .where(ARTICLES.c.current == 1, ARTICLES.c.id.in_(_articles_in(story)))
            .order_by(ARTICLES.c.name)
        )
        return tuple(packed.article_of(row.facts, row.text) for row in rows)

    def reasons(self, story: str) -> tuple[str, ...]:
        """Return why the articles of a story are kept together, each reason once.

        Why it was opened says why its first article stood alone then: that is no such reason.
        """
        rows = self._sql.scalars(
            select(MOVES.c.reasons)
            .join(ARTICLES, ARTICLES.c.id == MOVES.c.article)
            .where(MOVES.c.story == story, ARTICLES.c.id.in_(_articles_in(story)))
            .where(MOVES.c.kind != "opened")
            .order_by(MOVES.c.id)
        )
        every = (reason for row in rows for reason in packed.strings_of(row))
        return tuple(dict.fromkeys(every))[:MOST_REASONS]

    def composed(self) -> tuple[str, ...]:
        """Return every story that has a record, in the order they were opened."""
        found = select(STORIES.c.name).join(RECORDS, RECORDS.c.story == STORIES.c.id)
        return tuple(self._sql.scalars(found.order_by(STORIES.c.id)))

    def record(self, story: str) -> Record | None:
        """Return the record of a story as it was last composed, None where it never was."""
        data = self._sql.scalar(select(RECORDS.c.data).join(STORIES).where(STORIES.c.name == story))
        return None if data is None else packed.record_of(data)

    def page(self, named: str) -> StoryPage:
        """Return the page of a story.

        Args:
            named: its id, or the six first characters of it or more. One that was merged into
                another leads there.

        Raises:
            InputError: there is no such story, or several.
        """
        line = self._line(named)
        for _ in range(_MERGES):
            if line.into is None:
                break
            line = self._line(line.into)
        holdings = self._holdings(ARTICLES.c.id.in_(_articles_in(line.story)))
        return StoryPage(line=line, record=self.record(line.story), holdings=holdings)

    def stories(self, wanted: Wanted) -> tuple[StoryLine, ...]:
        """Return the stories that are asked for, those that went on last first."""
        found = select(STORIES).where(STORIES.c.articles > 0, STORIES.c.into_story.is_(None))
        if wanted.since is not None:
            found = found.where(STORIES.c.last >= wanted.since)
        if wanted.until is not None:
            found = found.where(STORIES.c.first <= wanted.until)
        if wanted.outlet is not None:
            here = func.lower(ARTICLES.c.outlet).contains(wanted.outlet.lower(), autoescape=True)
            found = found.where(_with_articles(select(ARTICLES.c.id).where(here)))
        if wanted.words is not None:
            found = found.where(_with_articles(self.matching(wanted.words)))
        if wanted.place is not None:
            found = found.where(_with_articles(_naming("place", wanted.place)))
        if wanted.speaker is not None:
            quoting = _with_articles(_naming("speaker", wanted.speaker))
            if ruled := self.ruled_of(wanted.speaker):
                given = select(ARTICLES.c.id).where(ARTICLES.c.name.in_(ruled))
                quoting = quoting | _with_articles(given)
            found = found.where(quoting)
        if wanted.after is not None:
            found = found.where(_after(*wanted.after))
        newest = (STORIES.c.last.is_(None), STORIES.c.last.desc(), STORIES.c.id.desc())
        rows = self._sql.execute(found.order_by(*newest).limit(wanted.most))
        return tuple(map(line_of, rows))

    def changes(
        self, since: str | None = None, most: int = 100, after: int | None = None
    ) -> tuple[StoryChange, ...]:
        """Return what was changed in stories, the latest first.

        Args:
            since: a day or a point in time, ``YYYY-MM-DD…``: what was changed from then on.
            most: how many are returned at most.
            after: the number of a change: only what was changed before it.
        """
        found = (
            select(CHANGES, STORIES.c.name, STORIES.c.title)
            .join(STORIES, STORIES.c.id == CHANGES.c.story)
            .order_by(CHANGES.c.id.desc())
            .limit(most)
        )
        if since is not None:
            found = found.where(CHANGES.c.at >= since)
        if after is not None:
            found = found.where(CHANGES.c.id < after)
        return tuple(
            StoryChange(
                number=row.id,
                story=row.name,
                title=row.title,
                at=row.at,
                changes=packed.changes_of(row.data),
                told=packed.told_of(row.told)[0],
            )
            for row in self._sql.execute(found)
        )

    def lines_of(self, change: StoryChange) -> bytes:
        """Return what tells a change, line by line; nothing of one that an older version kept."""
        told = self._sql.scalar(select(CHANGES.c.told).where(CHANGES.c.id == change.number))
        return b"" if told is None else packed.told_of(told)[1]

    def _line(self, named: str) -> StoryLine:
        if len(named) < SHORTEST_PREFIX:
            raise InputError(
                f"{named!r}: give {SHORTEST_PREFIX} characters of a story's id or more"
            )
        begins = STORIES.c.name.startswith(named, autoescape=True)  # reads every story there is
        for wanted in (STORIES.c.name == named, begins):
            if rows := self._sql.execute(select(STORIES).where(wanted).limit(2)).all():
                break
        if len(rows) != 1:
            what = "several stories begin so" if rows else "no such story in this library"
            raise InputError(f"{named}: {what}; `variorum stories` lists them")
        return line_of(rows[0])


def _after(last: str | None, story: str) -> Any:
    """Return the condition that a story is listed after one of this last day and id."""
    mark = select(STORIES.c.id).where(STORIES.c.name == story).scalar_subquery()
    undated = STORIES.c.last.is_(None)
    if last is None:
        return undated & (STORIES.c.id < mark)
    return undated | (STORIES.c.last < last) | ((STORIES.c.last == last) & (STORIES.c.id < mark))


def _articles_in(story: str) -> Select[Any]:
    return (
        select(SKETCHES.c.article)
        .distinct()
        .join(MEMBERSHIPS, MEMBERSHIPS.c.sketch == SKETCHES.c.id)
        .join(STORIES, STORIES.c.id == MEMBERSHIPS.c.story)
        .where(STORIES.c.name == story)
    )


def _with_articles(articles: Select[Any]) -> Any:
    """Return the condition that a story has one of these articles."""
    return STORIES.c.id.in_(
        select(MEMBERSHIPS.c.story)
        .join(SKETCHES, SKETCHES.c.id == MEMBERSHIPS.c.sketch)
        .where(SKETCHES.c.article.in_(articles))
    )


def _naming(kind: str, name: str) -> Select[Any]:
    """Return the articles that name somebody or something with all these words."""
    return select(NAMED.c.article).join(NAMES).where(NAMED.c.kind == kind, *words_in(name))
