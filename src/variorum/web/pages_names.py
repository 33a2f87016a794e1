"""What somebody is quoted as saying, and what is printed of a place, over all stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rapidfuzz import fuzz
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from variorum import exports
from variorum.ingest.ruling import decide
from variorum.model.library import StoryLine, Wanted
from variorum.model.record import Record
from variorum.review.deciding import Decision
from variorum.review.share import share
from variorum.stores._names import folded
from variorum.web import forms
from variorum.web.cursors import after_story, cut, story_place
from variorum.web.desk import Desk, desk_of
from variorum.web.pages_ruling import decision_of, ruled_now
from variorum.web.pages_stories import AFTER
from variorum.web.showing import address, shown

if TYPE_CHECKING:
    from variorum.stores._reader import Reader

_T = TypeVar("_T")
AT_ONCE = 20
_MOST_NEAR = 12
# A name of so many letters or fewer is no ground to propose another.
_SHORT = 2
# Of a hundred, by how much two last words must be alike.
_LIKENESS = 80


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
        lines, rest = _naming(view, name, Wanted(speaker=name, most=AT_ONCE + 1, after=after))
        found = _gathered(desk, view, lines, lambda r: exports.sayings(r, name))
        near = _near(view, name)
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
        lines, rest = _naming(view, name, Wanted(place=name, most=AT_ONCE + 1, after=after))
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


def _naming(view: Reader, name: str, wanted: Wanted) -> tuple[tuple[StoryLine, ...], str | None]:
    """Return the stories that have a name, and the cursor that leads to further ones."""
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


def _near(view: Reader, name: str) -> list[str]:
    """Return other names that may be the same person's, for somebody to rule on."""
    words = folded(name).split()
    ends = dict.fromkeys(word for word in (*words[-1:], *words[:1]) if len(word) > _SHORT)
    found = dict.fromkeys(other for word in ends for other in view.named_like("speaker", word))
    return [other for other in found if may_be_one(name, other)][:_MOST_NEAR]


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names can be one person's.

    They end alike and all words of the shorter are in the longer, or only their last words
    differ, and those little, as where a name was written down by ear.

    >>> may_be_one("Ada Quill", "Quill"), may_be_one("Ada Quill", "Bo Quill")
    (True, False)
    >>> may_be_one("Mila Koravic", "Mila Koravitch"), may_be_one("Ada Quill", "Ada Moss")
    (True, False)
    """
    fewer, more = sorted((folded(name).split(), folded(other).split()), key=len)
    if not fewer or fewer == more:
        return False
    if fewer[-1] == more[-1]:
        return set(fewer) <= set(more)
    return (
        len(fewer) > 1 and fewer[:-1] == more[:-1] and fuzz.ratio(fewer[-1], more[-1]) >= _LIKENESS
    )


async def same_person(request: Request) -> Response:
    """Rule, in each story that quotes another name, that it is this one's."""
    desk, name = desk_of(request), request.path_params["name"]
    async with forms.sent(request) as form:
        other, who = forms.word(form, "other"), forms.word(form, "who")
        decision = decision_of(("relabel", "speaker"), who, forms.word(form, "why"), to=name)
    made = await run_in_threadpool(_relabel, desk, other, decision)
    if not made:
        raise HTTPException(400, f"No story quotes {other!r}.")
    return await ruled_now(request, address("speakers", name), who)


def _relabel(desk: Desk, other: str, decision: Decision) -> int:
    made = 0
    with desk.store.reading() as view:
        lines = view.stories(Wanted(speaker=other)) if folded(other).split() else ()
        quoted = [(line.story, _quoted(view.record(line.story), other)) for line in lines]
    for story, ids in quoted:
        if ids:
            decide(desk.store, story, decision, ids)
            made += 1
    return made


def _quoted(record: Record | None, name: str) -> list[str]:
    """Return the ids of what a name is quoted as saying."""
    if record is None:
        return []
    wanted = name.casefold()
    return [q.id for q in record.quotations if q.speaker and q.speaker.name.casefold() == wanted]
