"""What is asked of one name: what somebody said, and what is printed of a place, story by story."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from variorum import exports
from variorum.model.library import StoryLine, Wanted
from variorum.model.record import Record
from variorum.review.share import share
from variorum.web.api.messages import PlaceRows, Sayings, StoryPlace, StorySayings
from variorum.web.api.operations import Answer, Asked
from variorum.web.api.problems import RefusedError
from variorum.web.cursors import after_story, cut, story_place

_T = TypeVar("_T")


def sayings(asked: Asked) -> Answer:
    """Return what somebody is quoted as saying, with what differs between its prints."""
    name = asked.path["name"]
    found, rest = _gathered(asked, "speaker", lambda record: exports.sayings(record, name))
    items = tuple(StorySayings(story=line, sayings=told) for line, told in found)
    return Answer(body=Sayings(items=items, next=rest))


def place_rows(asked: Asked) -> Answer:
    """Return what witnesses say of a place."""
    name = asked.path["name"]
    found, rest = _gathered(asked, "place", lambda record: exports.place_rows(record, name))
    items = tuple(StoryPlace(story=line, rows=told) for line, told in found)
    return Answer(body=PlaceRows(items=items, next=rest))


def _gathered(
    asked: Asked, kind: str, told: Callable[[Record], tuple[_T, ...]]
) -> tuple[list[tuple[StoryLine, tuple[_T, ...]]], str | None]:
    """Return what the records of some stories have of a name, and where the list goes on."""
    limit, name = asked.query.limit, asked.path["name"]
    after = after_story(asked.query.cursor)
    speaker, place = (name if kind == one else None for one in ("speaker", "place"))
    wanted = Wanted(speaker=speaker, place=place, most=limit + 1, after=after)
    found = []
    with asked.desk.store.reading() as view:
        rows = view.stories(wanted)
        if not rows and after is None:
            raise RefusedError(404, f"No story has a {kind} of that name.")
        lines, rest = cut(rows, limit, story_place)
        for line in lines:
            record = view.record(line.story)
            if record and (parts := told(share(record, asked.desk.settings.shared))):
                found.append((line, parts))
    return found, rest
