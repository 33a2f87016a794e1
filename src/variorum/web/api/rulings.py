"""Rulings over HTTP: those of a library, and a new one."""

from __future__ import annotations

from datetime import UTC, datetime

from variorum.errors import InputError
from variorum.ingest import Stages, compose_waiting
from variorum.ingest.ruling import decide
from variorum.review.deciding import Decision
from variorum.web.api.cursors import cut, place_of
from variorum.web.api.messages import AskRulings, Deciding, Rulings
from variorum.web.api.operations import BASE, Answer, Asked, RefusedError
from variorum.web.api.stories import page_of


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


def rule(asked: Asked) -> Answer:
    """Make a ruling, and compose the stories anew that it is about."""
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
    story = page_of(asked, body.story).line.story
    made = decide(desk.store, story, decision, body.targets)
    limits = desk.settings.limits
    compose_waiting(desk.store, Stages(desk.store, limits=limits), limits)
    record = page_of(asked, story).record
    if record is None:
        raise RefusedError(503, "The ruling is kept; the story is not composed yet.")
    told = next((ruling for ruling in record.rulings if ruling.id == made.id), made)
    return Answer(body=told, status=201, headers={"location": f"{BASE}/rulings?story={story}"})
