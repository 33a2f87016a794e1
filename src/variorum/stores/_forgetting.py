"""Removes captures with all that rests on them; the store then wipes what they left behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from variorum.errors import InputError
from variorum.model.library import Forgotten
from variorum.stores._holdings import is_hash
from variorum.stores._tables import (
    ARTICLES,
    CAPTURES,
    CHANGES,
    INPUTS,
    MEMBERSHIPS,
    MOVES,
    NAMED,
    NAMES,
    RECORDS,
    REJECTIONS,
    SIGHTINGS,
    SKETCHES,
    STORIES,
)
from variorum.stores._writer import Writer


def forget(writer: Writer, connection: Connection, named: str) -> Forgotten:
    """Remove what has this source, URL or sha256.

    All versions at a URL go, and every capture a file held. Bytes that came under several names
    go with each of them, for they are one capture. What is known of visits to their addresses
    goes too: the next time they are asked in full.

    Raises:
        InputError: there is nothing of that name, or several begin so.
    """
    captures = _captures(connection, named)
    rejected = delete(REJECTIONS).where(_of_source(REJECTIONS.c.source, named))
    visits = writer.forget_visits((named, *_names_of(connection, captures)))
    if not connection.execute(rejected).rowcount + len(captures) + visits:
        raise InputError(f"{named}: the library has nothing of that name")
    connection.execute(delete(INPUTS).where(INPUTS.c.source == named))
    articles = 0
    stories: set[str] = set()
    for capture in captures:
        for article in connection.execute(_articles_of(capture)).all():
            articles += 1
            stories |= _stories_of(connection, article.id)
        _remove(writer, connection, capture)
    for story in sorted(stories):
        _take_down(connection, story)
    connection.execute(delete(NAMES).where(NAMES.c.id.not_in(select(NAMED.c.name))))
    writer.refresh(sorted(stories))
    left = [story for story in sorted(stories) if not _is_empty(connection, story)]
    _drop_dangling(connection)
    writer.moved(())
    return Forgotten(captures=len(captures), articles=articles, stories=tuple(left))


def _names_of(connection: Connection, captures: Sequence[int]) -> list[str]:
    """Return every name under which some captures came."""
    seen = [select(SIGHTINGS.c.source).where(SIGHTINGS.c.capture == c) for c in captures]
    return [name for query in seen for name in connection.scalars(query)]


def _articles_of(capture: int) -> Any:
    return select(ARTICLES).where(ARTICLES.c.capture == capture)


def _remove(writer: Writer, connection: Connection, capture: int) -> None:
    """Remove one capture; where it was the current version at a URL, the one before it is."""
    urls = [a.address for a in connection.execute(_articles_of(capture)) if a.address]
    sha256 = select(CAPTURES.c.sha256).where(CAPTURES.c.id == capture).scalar_subquery()
    connection.execute(delete(INPUTS).where(INPUTS.c.sha256 == sha256))
    connection.execute(delete(CAPTURES).where(CAPTURES.c.id == capture))
    for url in urls:
        writer.promote(url)


def _take_down(connection: Connection, story: str) -> None:
    """Remove the record of a story and all that was told of its changes: they print the words."""
    own = select(STORIES.c.id).where(STORIES.c.name == story)
    for table in (RECORDS, CHANGES):
        connection.execute(delete(table).where(table.c.story.in_(own)))


def _is_empty(connection: Connection, story: str) -> bool:
    """Tell whether a story has no article any more; one that was not merged is removed then."""
    found = STORIES.c.name == story
    empty = STORIES.c.id.not_in(select(MEMBERSHIPS.c.story))
    connection.execute(delete(STORIES).where(found, empty, STORIES.c.into_story.is_(None)))
    return connection.scalar(select(STORIES.c.id).where(found, STORIES.c.articles > 0)) is None


def _drop_dangling(connection: Connection) -> None:
    """Let no story lead to one that is gone: it stands for itself, or goes too if it is empty."""
    told = STORIES.alias()
    dangling = STORIES.c.into_story.not_in(select(told.c.name))
    holding = STORIES.c.id.in_(select(MEMBERSHIPS.c.story))
    connection.execute(update(STORIES).where(dangling, holding).values(into_story=None))
    while connection.execute(delete(STORIES).where(dangling)).rowcount:
        continue


def _captures(connection: Connection, named: str) -> Sequence[int]:
    """Return the captures that came under this name, else the one with this sha256."""
    seen = select(SIGHTINGS.c.capture).where(_of_source(SIGHTINGS.c.source, named))
    at_url = select(ARTICLES.c.capture).where(ARTICLES.c.address == named)
    by_name = select(CAPTURES.c.id).where(or_(CAPTURES.c.id.in_(seen), CAPTURES.c.id.in_(at_url)))
    found = connection.scalars(by_name).all()
    if not found and is_hash(named):
        begins = CAPTURES.c.sha256.startswith(named.lower(), autoescape=True)
        found = connection.scalars(select(CAPTURES.c.id).where(begins)).all()
        if len(found) > 1:
            raise InputError(f"{named}: several captures begin so; give more of the sha256")
    return found


def _of_source(column: Any, named: str) -> Any:
    return or_(column == named, column.startswith(f"{named}#", autoescape=True))


def _stories_of(connection: Connection, article: int) -> set[str]:
    """Return every story that an article is in or once was in."""
    now = (
        select(STORIES.c.name)
        .join(MEMBERSHIPS, MEMBERSHIPS.c.story == STORIES.c.id)
        .join(SKETCHES, SKETCHES.c.id == MEMBERSHIPS.c.sketch)
        .where(SKETCHES.c.article == article)
    )
    once = [select(c).where(MOVES.c.article == article) for c in (MOVES.c.story, MOVES.c.before)]
    return {name for query in (now, *once) for name in connection.scalars(query) if name}
