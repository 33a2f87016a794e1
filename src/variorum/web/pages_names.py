"""What somebody is quoted as saying, and what is printed of a place, over all stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from variorum import exports
from variorum.model.library import StoryLine, Wanted
from variorum.model.record import Record
from variorum.review.share import share
from variorum.stores._names import folded
from variorum.web import forms
from variorum.web.cursors import after_story, cut, story_place
from variorum.web.desk import Desk, desk_of
from variorum.web.pages_ruling import decision_of, ruled_now
from variorum.web.pages_stories import AFTER
from variorum.web.persons import proposals, rule_apart, rule_same
from variorum.web.showing import address, shown

if TYPE_CHECKING:
    from variorum.stores._reader import Reader

_T = TypeVar("_T")
AT_ONCE = 20
SAME = "same"


@dataclass(frozen=True, slots=True)
class InStory(Generic[_T]):
    """What one story has of a name."""

    line: StoryLine
    told: tuple[_T, ...]


def speaker(request: Request) -> Response:
    """Show what somebody is quoted as saying, over time."""
    desk, name = desk_of(request), request.path_params["name"]
    after = after_story(request.query_params.get(AFTER))
    with desk.store.reading() as view:
        lines, rest = _naming(view, Wanted(speaker=name, most=AT_ONCE + 1, after=after))
        found = _gathered(desk, view, lines, lambda r: exports.sayings(r, name))
        near = proposals(view, name)
    return shown(
        request,
        "speaker.html",
        status=200 if found or after else 404,
        title=name,
        name=name,
        stories=found,
        near=near,
        who=forms.remembered(request),
        more=address("speakers", name, after=rest) if rest else "",
    )


def place(request: Request) -> Response:
    """Show what is printed of a place, story by story."""
    desk, name = desk_of(request), request.path_params["name"]
    after = after_story(request.query_params.get(AFTER))
    with desk.store.reading() as view:
        lines, rest = _naming(view, Wanted(place=name, most=AT_ONCE + 1, after=after))
        found = _gathered(desk, view, lines, lambda r: exports.place_rows(r, name))
    return shown(
        request,
        "place.html",
        status=200 if lines or after else 404,
        title=name,
        name=name,
        stories=found,
        more=address("places", name, after=rest) if rest else "",
    )


def _naming(view: Reader, wanted: Wanted) -> tuple[tuple[StoryLine, ...], str | None]:
    """Return the stories with the name that is wanted, and the cursor that leads to further ones.

    A name without a word is none's.
    """
    name = wanted.speaker or wanted.place or ""
    rows = view.stories(wanted) if folded(name).split() else ()
    return cut(rows, AT_ONCE, story_place)


def _gathered(
    desk: Desk, view: Reader, lines: tuple[StoryLine, ...], told: Callable[[Record], tuple[_T, ...]]
) -> list[InStory[_T]]:
    """Return what the records of stories say, with the words that pages show."""
    found = []
    for line in lines:
        record = view.record(line.story)
        if record is not None and (rows := told(share(record, desk.settings.shown))):
            found.append(InStory(line, rows))
    return found


async def rule(request: Request) -> Response:
    """Rule that another name is this one's, in each story that quotes it, or is not."""
    desk, name = desk_of(request), request.path_params["name"]
    async with forms.sent(request) as form:
        other, who = forms.word(form, "other"), forms.word(form, "who")
        why, same = forms.word(form, "why"), forms.word(form, "verdict") == SAME
    if not folded(other).split():
        raise HTTPException(400, "Choose a name.")
    if same:
        decision = decision_of(("relabel", "speaker"), who, why, to=name)
        if not await run_in_threadpool(rule_same, desk.store, name, other, decision):
            raise HTTPException(400, f"No story quotes {other!r}.")
    else:
        decision = decision_of(("split", "speaker"), who, why)
        await run_in_threadpool(rule_apart, desk.store, name, other, decision)
    return await ruled_now(request, address("speakers", name), who)
