"""What is asked of the library: stories, records, finds, changes, names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from variorum import __version__, codec
from variorum.errors import InputError
from variorum.model.days import EXAMPLE, is_day
from variorum.model.library import StoryPage, Wanted
from variorum.review.share import AMOUNTS, share
from variorum.web.api.messages import (
    AskChanges,
    AskFinds,
    AskNames,
    AskRecord,
    AskStories,
    Finds,
    Found,
    Names,
    Stories,
    StoryChanges,
    StoryHeld,
)
from variorum.web.api.operations import Answer, Asked
from variorum.web.api.problems import BASE, RefusedError
from variorum.web.cursors import after_story, cut, place_of, story_place


def stories(asked: Asked) -> Answer:
    """Return the stories that are asked for."""
    query: AskStories = asked.query
    wanted = Wanted(
        since=_day(query.since),
        words=query.query,
        place=query.place,
        speaker=query.speaker,
        most=query.limit + 1,
        after=after_story(query.cursor),
    )
    with asked.desk.store.reading() as view:
        rows = view.stories(wanted)
    items, rest = cut(rows, query.limit, story_place)
    return Answer(body=Stories(items=items, next=rest))


def story(asked: Asked) -> Answer:
    """Return a story: its line and its articles."""
    page = _page(asked)
    digest = page.record.made_by.digest if page.record else None
    where = f"{BASE}/stories/{page.line.story}/record"
    links = {"link": f'<{where}>; rel="item"'}
    held = StoryHeld(story=page.line, holdings=page.holdings, digest=digest)
    return Answer(body=held, headers=links)


def record(asked: Asked) -> Answer:
    """Return the record of a story."""
    settings, query = asked.desk.settings, asked.query
    assert isinstance(query, AskRecord)  # noqa: S101 - the operation says so
    amount = query.text or settings.shared
    if AMOUNTS.index(amount) < AMOUNTS.index(settings.shown):
        raise RefusedError(403, f"This server gives no more than --text {settings.shown}.")
    made = _page(asked).record
    if made is None:
        raise RefusedError(404, "The story is not composed yet.")
    tag = f"{made.made_by.digest}-{amount}-{__version__}"
    return Answer(body=lambda: codec.encode(share(made, amount)), tag=tag)


def search(asked: Asked) -> Answer:
    """Return the articles that have some words."""
    query: AskFinds = asked.query
    after = place_of(query.cursor, str)
    with asked.desk.store.reading() as view:
        rows = view.search(query.query, most=query.limit + 1, after=after)
    kept, rest = cut(rows, query.limit, lambda find: find.holding.article)
    full = asked.desk.settings.shown == "full"
    items = tuple(
        Found(
            holding=find.holding,
            stories=find.stories,
            span=find.span,
            words=find.words if full else None,
            matches=find.matches,
        )
        for find in kept
    )
    return Answer(body=Finds(items=items, next=rest))


def changes(asked: Asked) -> Answer:
    """Return what was changed in stories."""
    query: AskChanges = asked.query
    after = place_of(query.cursor, int)
    with asked.desk.store.reading() as view:
        rows = view.changes(_instant(query.since), query.limit + 1, after)
    items, rest = cut(rows, query.limit, lambda change: change.number)
    if asked.desk.settings.shared == "none":
        items = tuple(replace(change, told="") for change in items)
    return Answer(body=StoryChanges(items=items, next=rest))


def names_of(kind: str) -> Callable[[Asked], Answer]:
    """Return what lists the names of those who are quoted (``speaker``), or of places."""

    def names(asked: Asked) -> Answer:
        query: AskNames = asked.query
        after = place_of(query.cursor, str)
        with asked.desk.store.reading() as view:
            rows = view.names(kind, words=query.query, most=query.limit + 1, after=after)
        items, rest = cut(rows, query.limit, lambda line: line.name)
        return Answer(body=Names(items=items, next=rest))

    return names


def page_of(asked: Asked, named: str) -> StoryPage:
    """Return the page of a story.

    Raises:
        RefusedError: there is no such story.
    """
    try:
        with asked.desk.store.reading() as view:
            return view.page(named)
    except InputError as error:
        raise RefusedError(404, f"{str(error).partition('; `variorum')[0]}.") from error


def _page(asked: Asked) -> StoryPage:
    return page_of(asked, asked.path["story"])


def _day(words: str | None) -> str | None:
    """Return a day that there is, as it was asked for.

    Raises:
        RefusedError: the calendar has no such day.
    """
    if words is not None and not is_day(words):
        raise RefusedError(400, f"{words!r} is no day; write {EXAMPLE}.")
    return words


def _instant(words: str | None) -> str | None:
    """Return a day that there is, with a time that there is or none, as it was asked for.

    Raises:
        RefusedError: there is no such day or time.
    """
    try:
        if words is not None:
            datetime.fromisoformat(words)
    except ValueError as error:
        raise RefusedError(400, f"{words!r} is no day; write {EXAMPLE}.") from error
    return words
