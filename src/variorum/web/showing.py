"""Templates filled: every word passes the one escaping that the exports have."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from variorum import __version__, exports
from variorum.web import forms
from variorum.web.desk import desk_of
from variorum.web.guard import may_write

OWN_FILES = ("desk.css", "desk.js")
_WEB = ("http://", "https://")


def shown(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **words: Any,
) -> HTMLResponse:
    """Return a page: a template filled with words, each of which is escaped.

    Args:
        request: what the page answers.
        template: its name.
        status: of HTTP.
        headers: further headers.
        words: what the template names.
    """
    desk = desk_of(request)
    cookie, token = forms.ticket(request)
    page = _templates().get_template(template)
    body = page.render(
        form_token=token,
        writable=may_write(desk.settings, request.headers),
        guarded=desk.settings.token is not None,
        static={name: f"/static/{name}?{tag}" for name, (_, tag) in statics().items()},
        here=request.url.path,
        version=__version__,
        **words,
    )
    response = HTMLResponse(body, status, headers)
    if forms.COOKIE not in request.cookies:
        forms.keep_cookie(request, response, forms.COOKIE, cookie)
    return response


def ready(words: str) -> Markup:
    """Return mark-up that an export made: its words are escaped."""
    return Markup(words)  # noqa: S704 - made by exports, which escape


def outside(address: str | None) -> str | None:
    """Return an address of the web, None for anything else: no link runs a script."""
    return address if address and address.lower().startswith(_WEB) else None


def address(*parts: str, **asked: object) -> str:
    """Return the address of a page of this server.

    >>> address("speakers", "Ada Quill/Moss", outlet="dam")
    '/speakers/Ada%20Quill%2FMoss?outlet=dam'
    """
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    query = urlencode({name: value for name, value in asked.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


def not_modified(request: Request, tag: str) -> Response | None:
    """Return the answer to a browser that has this version of a page, None to any other."""
    known = [part.strip() for part in request.headers.get("if-none-match", "").split(",")]
    return Response(status_code=304, headers={"ETag": tag}) if tag in known else None


@cache
def statics() -> dict[str, tuple[str, str]]:
    """Return the styles and scripts of all pages by name, each with a hash of it."""
    folder = resources.files("variorum.web") / "static"
    own = {name: (folder / name).read_text("utf-8") for name in OWN_FILES}
    return {
        name: (text, hashlib.sha256(text.encode()).hexdigest()[:12])
        for name, text in (exports.page_files() | own).items()
    }


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("variorum.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"address": address, "outside": outside}
    return made


def _finalized(value: object) -> Markup:
    """Return what a template prints; words that no export has escaped are escaped as it does."""
    if isinstance(value, Markup):
        return value
    return ready("" if value is None else exports.escaped(str(value)))
