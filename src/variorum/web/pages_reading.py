"""The box to paste texts into, and the readings that come of it."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum.model.article import Capture
from variorum.model.library import StoryLine
from variorum.web import forms
from variorum.web.api.problems import BASE
from variorum.web.desk import Desk, desk_of
from variorum.web.jobs import Job
from variorum.web.pages_stories import number
from variorum.web.reading import Done
from variorum.web.showing import address, outside, shown

BOXES = 2
MOST_BOXES = 20
_LONGEST_NAME = 200
_NOTHING = "Paste a text, or choose a file."


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the form: where a text stands, and the text."""

    address: str = ""
    text: str = ""


def form(request: Request) -> Response:
    """Show the boxes; the address says how many."""
    boxes = max(BOXES, number(request.query_params.get("boxes"), MOST_BOXES))
    return _form(request, [Box()] * boxes)


async def read(request: Request) -> Response:
    """Take texts into the library, and lead to the story they make."""
    desk = desk_of(request)
    async with forms.sent(request) as filled:
        addresses, texts = forms.words(filled, "address"), forms.words(filled, "text")
        addresses += [""] * (len(texts) - len(addresses))
        boxes = [Box(a.strip(), t) for a, t in zip(addresses, texts, strict=False)]
        wrong = [box.address for box in boxes if box.address and not outside(box.address)]
        if wrong:
            return _form(request, boxes, f"{wrong[0]!r} is no address of the web: https://…")
        captures = [_pasted(box) for box in boxes if box.text.strip()]
        captures += [capture async for capture in _uploaded(filled)]
    if not captures:
        return _form(request, boxes, _NOTHING)
    large = next((c for c in captures if len(c.data) > desk.settings.limits.bytes), None)
    if large is not None:
        raise HTTPException(413, f"One text has at most {desk.settings.limits.bytes:,} bytes.")
    once = {capture.sha256: capture for capture in reversed(captures)}
    return await followed(request, desk.take_in([*reversed(once.values())]))


async def reading(request: Request) -> Response:
    """Show a reading: say how it stands, or lead to its story."""
    found = desk_of(request).jobs.get(request.path_params["reading"])
    if found is None:
        raise HTTPException(404, "No reading of this name is known any more; see the stories.")
    if found.ended():
        return _led(request, found)
    return shown(
        request,
        "reading.html",
        title="Being read",
        done=None,
        reading=found,
        events=f"{BASE}/jobs/{found.id}/events",
    )


async def followed(request: Request, found: Job[Done]) -> Response:
    """Wait for a reading as long as an answer may, and lead to what comes of it."""
    if await desk_of(request).wait(found):
        return _led(request, found)
    return RedirectResponse(address("readings", found.id), 303)


def _led(request: Request, found: Job[Done] | Job[object]) -> Response:
    """Lead to the story that a reading made, or to its page where it made none or several."""
    done, here = found.result(), address("readings", found.id)
    if not isinstance(done, Done):
        return RedirectResponse(f"{BASE}/jobs/{found.id}/record", 303)
    if not done.rejected and (found.then or len(done.stories) == 1):
        return RedirectResponse(found.then or address("stories", done.stories[0]), 303)
    if request.url.path != here:
        return RedirectResponse(here, 303)
    lines = _lines(desk_of(request), done)
    return shown(request, "reading.html", title="Read", reading=found, done=done, stories=lines)


def _form(request: Request, boxes: list[Box], wrong: str = "") -> Response:
    return shown(
        request,
        "read.html",
        status=400 if wrong else 200,
        title="Read",
        boxes=boxes,
        wrong=wrong,
        more=address("read", boxes=len(boxes) + 2) if len(boxes) < MOST_BOXES else "",
        most=desk_of(request).settings.limits.bytes // 1_000_000,
    )


def _pasted(box: Box) -> Capture:
    """Return a pasted text as a capture, with the line ends that a person sees."""
    data = box.text.replace("\r\n", "\n").encode("utf-8", "replace")
    sha256 = hashlib.sha256(data).hexdigest()
    source = box.address or f"pasted text {sha256[:8]}"
    return Capture(source=source, data=data, sha256=sha256, media_type="text/plain")


async def _uploaded(filled: FormData) -> AsyncIterator[Capture]:
    """Yield files as captures; their names only name them, and lead to no file."""
    for file in forms.files(filled, "files"):
        data = await file.read()
        name = (file.filename or "").replace("\\", "/").rpartition("/")[2]
        plain = "".join(c for c in name if c.isprintable())[-_LONGEST_NAME:] or "file"
        yield Capture(source=plain, data=data, sha256=hashlib.sha256(data).hexdigest())


def _lines(desk: Desk, done: Done) -> list[StoryLine]:
    with desk.store.reading() as view:
        return [view.page(story).line for story in done.stories]
