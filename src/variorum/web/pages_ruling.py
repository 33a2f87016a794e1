"""The form that rules on one row of a story, and what is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from variorum import exports
from variorum.errors import InputError
from variorum.ingest.ruling import decide
from variorum.model.library import StoryPage
from variorum.model.vocabulary import OneOf, QuotationUse, RelationKind
from variorum.review.deciding import Decision
from variorum.review.share import share
from variorum.web import forms
from variorum.web.desk import desk_of
from variorum.web.pages_reading import followed
from variorum.web.pages_story import page_of
from variorum.web.showing import address, shown

# What can be ruled on each kind of row: the key of the choice, its verdict and subject.
CHOICES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "utterance": {
        "print-split": ("split", "print"),
        "print-merge": ("merge", "print"),
        "print-accept": ("accept", "print"),
        "speaker-relabel": ("relabel", "speaker"),
        "speaker-reject": ("reject", "speaker"),
        "speaker-accept": ("accept", "speaker"),
        "quotation-reject": ("reject", "quotation"),
        "quotation-relabel": ("relabel", "quotation"),
        "quotation-note": ("note", "quotation"),
    },
    "relation": {
        "relation-accept": ("accept", "relation"),
        "relation-reject": ("reject", "relation"),
        "relation-relabel": ("relabel", "relation"),
        "relation-note": ("note", "relation"),
    },
    "ruling": {"ruling-undo": ("undo", "ruling")},
    "origin": {
        "origin-merge": ("merge", "origin"),
        "origin-split": ("split", "origin"),
        "origin-note": ("note", "origin"),
    },
}
ORIGINS = "origins"


def form(request: Request) -> Response:
    """Show what can be ruled on a row of a story."""
    page = page_of(desk_of(request).store, request.path_params["story"])
    return _form(request, page, request.query_params.get("on", ""))


async def rule(request: Request) -> Response:
    """Keep a ruling, and lead to the story composed anew."""
    desk = desk_of(request)
    async with forms.sent(request) as filled:
        on, who, why = (forms.word(filled, name).strip() for name in ("on", "who", "why"))
        choice = forms.word(filled, "choice")
        named = forms.words(filled, "part")
        if choice == "print-merge":
            named += forms.words(filled, "other")
        to = forms.word(filled, f"to-{choice}").strip()
    page = await run_in_threadpool(page_of, desk.store, request.path_params["story"])
    possible = {key: pair for rows in CHOICES.values() for key, pair in rows.items()}
    try:
        if choice not in possible:
            raise InputError("choose what is to be ruled")
        decision = decision_of(possible[choice], who, why, to=to or None)
        made = await run_in_threadpool(decide, desk.store, page.line.story, decision, named)
    except InputError as error:
        told = {"who": who, "why": why, "choice": choice, "to": to}
        return await run_in_threadpool(_form, request, page, on, str(error), told=told)
    then = address("stories", page.line.story) + f"#r-{made.id}"
    return await ruled_now(request, then, who)


def decision_of(pair: tuple[str, str], who: str, why: str, *, to: str | None = None) -> Decision:
    """Return a decision that is made now."""
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Decision(verdict=pair[0], subject=pair[1], who=who, when=when, why=why, to=to)


async def ruled_now(request: Request, then: str, who: str) -> Response:
    """Compose what waits, lead to ``then``, and remember who ruled for the next form."""
    response = await followed(request, desk_of(request).take_in(then=then))
    forms.remember(request, response, who)
    return response


def _form(
    request: Request,
    page: StoryPage,
    on: str,
    wrong: str = "",
    *,
    told: Mapping[str, str] | None = None,
) -> Response:
    if page.record is None:
        raise HTTPException(404, "This story is not composed yet.")
    record = share(page.record, desk_of(request).settings.shown)
    matter = None if on == ORIGINS else exports.matter(record, on)
    if matter is None and on != ORIGINS:
        raise HTTPException(404, "The story has no such row any more.")
    known = {"who": forms.remembered(request), "why": "", "choice": "", "to": ""}
    return shown(
        request,
        "rule.html",
        status=422 if wrong else 200,
        title="Rule",
        page=page,
        on=on,
        matter=matter,
        witnesses=record.witnesses,
        choices=list(CHOICES[matter.subject if matter else "origin"]),
        uses=_names(QuotationUse),
        relations=_names(RelationKind),
        wrong=wrong,
        told=known | dict(told or {}),
    )


def _names(kind: object) -> tuple[str, ...]:
    """Return the values of a kind, for a list to choose from."""
    found = (m for m in getattr(kind, "__metadata__", ()) if isinstance(m, OneOf))
    return next(iter(found)).values
