"""Rulings over HTTP: those of a library, and a new one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from variorum.errors import InputError, RetryError
from variorum.ingest.ruling import decide
from variorum.review.deciding import Decision
from variorum.web.api.messages import AskRulings, Deciding, Rulings
from variorum.web.api.operations import Answer, Asked
from variorum.web.api.problems import BASE
from variorum.web.api.stories import page_of
from variorum.web.cursors import cut, place_of

if TYPE_CHECKING:
    from variorum.web.desk import Desk


def rulings(asked: Asked) -> Answer:
    """Return the rulings of the library, or of one story, in the order they are replayed."""
    query: AskRulings = asked.query
    last = place_of(query.cursor, str)
    page = page_of(asked, query.story) if query.story else None
    with asked.desk.store.reading() as view:
        rows = view.rulings(view.versions(page.line.story) if page else None)
    if page and page.record:
        told = {ruling.id: ruling for ruling in page.record.rulings}
        rows = tuple(told.get(ruling.id, ruling) for ruling in rows)
    ids = [ruling.id for ruling in rows]
    if last is not None and last not in ids:
        raise InputError("cursor: not one that this list gave out")
    start = 0 if last is None else ids.index(last) + 1
    items, rest = cut(rows[start : start + query.limit + 1], query.limit, lambda ruling: ruling.id)
    return Answer(body=Rulings(items=items, next=rest))


async def _composed(desk: Desk) -> bool:
    """Have what waits composed; tell whether it was in time, which a busy server may not be."""
    try:
        return await desk.wait(desk.take_in())
    except RetryError:
        return False


async def rule(asked: Asked) -> Answer:
    """Make a ruling; it is told with its state where the story is composed anew in time."""
    body: Deciding = asked.body
    desk = asked.desk
    decision = Decision(
        verdict=body.verdict,
        subject=body.subject,
        who=body.who,
        when=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        why=body.why,
        to=body.to,
    )
    story = (await run_in_threadpool(page_of, asked, body.story)).line.story
    made = await run_in_threadpool(decide, desk.store, story, decision, body.targets)
    if await _composed(desk) and (
        record := (await run_in_threadpool(page_of, asked, story)).record
    ):
        made = next((ruling for ruling in record.rulings if ruling.id == made.id), made)
    return Answer(body=made, status=201, headers={"location": f"{BASE}/rulings?story={story}"})
