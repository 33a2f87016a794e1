"""The pages: which address leads to which, and what a person sees where something is amiss."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from variorum.errors import InputError, RetryError, SetupError
from variorum.web import (
    pages_entry,
    pages_names,
    pages_reading,
    pages_ruling,
    pages_stories,
    pages_story,
)
from variorum.web.api.problems import API, RefusedError, problem
from variorum.web.guard import HEADERS
from variorum.web.showing import shown, statics

log = logging.getLogger("variorum")

_LASTING = "public, max-age=31536000, immutable"
_TITLES = {
    400: "This cannot be done",
    403: "This is not allowed",
    404: "There is no such page",
    405: "This cannot be done here",
    413: "This is too large",
    503: "Not now",
}


def routes() -> list[BaseRoute]:
    """Return all pages by their addresses."""
    return [
        _page("/", pages_stories.stories),
        _page("/changes", pages_stories.changes),
        _page("/stories/{story}", pages_story.story),
        _page("/stories/{story}/export/{form}", pages_story.export),
        _page("/stories/{story}/rule", pages_ruling.form),
        _form("/stories/{story}/rule", pages_ruling.rule),
        _page("/witnesses/{witness}", pages_story.witness),
        _page("/witnesses/{witness}/since/{earlier}", pages_story.rewritten),
        _page("/speakers/{name:path}", pages_names.speaker),
        _form("/speakers/{name:path}", pages_names.rule),
        _page("/places/{name:path}", pages_names.place),
        _page("/read", pages_reading.form),
        _form("/read", pages_reading.read),
        _page("/readings/{reading}", pages_reading.reading),
        _page("/token", pages_entry.form),
        _form("/token", pages_entry.enter),
        _page("/static/{name}", static),
        _page("/favicon.ico", no_icon),
    ]


def _page(path: str, answer: Callable[[Request], Any]) -> Route:
    return Route(path, answer, methods=["GET"])


def _form(path: str, answer: Callable[[Request], Any]) -> Route:
    return Route(path, answer, methods=["POST"])


def static(request: Request) -> Response:
    """Answer with a style or a script; no other name leads to a file."""
    name = request.path_params["name"]
    found = statics().get(name)
    if found is None:
        raise HTTPException(404)
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return Response(found[0], media_type=kind, headers={"Cache-Control": _LASTING})


def no_icon(request: Request) -> Response:
    """Answer a browser that asks for an icon: there is none."""
    return Response(status_code=204, headers={"Cache-Control": _LASTING})


def _refused(request: Request, error: HTTPException) -> Response:
    """Show what is amiss with a request."""
    return _amiss(request, error.status_code, error.detail, error.headers)


def _of_no_use(request: Request, error: Exception) -> Response:
    """Show what is amiss with what was asked for."""
    return _amiss(request, 404 if request.method in ("GET", "HEAD") else 400, str(error))


def _later(request: Request, error: Exception) -> Response:
    return _amiss(request, 503, str(error), {"Retry-After": "10"})


def _fault(request: Request, error: Exception) -> Response:
    """Say that the program failed, and nothing else; the log has the rest."""
    log.error("a fault of the program, please report it: %r", error, exc_info=error)
    told = "A fault of the program; its log says more.\n"
    return PlainTextResponse(told, 500, headers=dict(HEADERS))


def _amiss(
    request: Request, status: int, told: str, headers: Mapping[str, str] | None = None
) -> Response:
    if request.url.path.startswith(API):
        return problem(RefusedError(status, told, headers))
    title = _TITLES.get(status, "This cannot be done")
    return shown(
        request, "amiss.html", status=status, headers=dict(headers or {}), title=title, told=told
    )


HANDLERS: dict[Any, Any] = {
    HTTPException: _refused,
    InputError: _of_no_use,
    RetryError: _later,
    SetupError: _later,
    Exception: _fault,
}
