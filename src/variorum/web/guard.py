"""What stands before every page and the API: who may ask, how much, and what a browser may do.

A request is answered only under a name of this server. What writes must come from its own pages,
or from no page at all (RFC 6454's ``Origin``, Fetch Metadata), and needs the token where others
reach the server. Bodies have a limit of bytes and of time.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from variorum.web.api.problems import API, RefusedError, problem
from variorum.web.settings import Settings

TOKEN_COOKIE = "variorum-token"  # noqa: S105 - a name
TOKEN_PAGE = "/token"  # noqa: S105 - an address
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITES = frozenset({"same-origin", "none"})
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
        " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """The middleware that every request goes through first.

    Args:
        app: what answers.
        settings: who may ask, and how much.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            status, told = refusal
            answer: Response = PlainTextResponse(f"{told}\n", status)
            if scope["path"].startswith(API):
                answer = problem(RefusedError(status, told))
            await answer(scope, receive, with_headers)
            return
        await self._app(scope, self._limited(receive), with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return why a request is not answered, None where it is."""
        headers = Headers(scope=scope)
        if not self._settings.answers_to(headers.get("host", "")):
            return 421, "This server is not known by that name; `variorum serve --name` adds one."
        if scope["method"] in _SAFE:
            return None
        if not _from_here(headers):
            return 403, "This was sent from another site's page, and is not done."
        if _length(headers) > self._settings.most_bytes:
            return 413, f"A request has at most {self._settings.most_bytes:,} bytes."
        if scope["path"] != TOKEN_PAGE and not may_write(self._settings, headers):
            return 403, "Writing needs the token that the server was started with."
        return None

    def _limited(self, receive: Receive) -> Callable[[], Awaitable[MutableMapping[str, Any]]]:
        """Return ``receive`` with a limit of bytes and of time on the body."""
        most, taken, whole = self._settings.most_bytes, 0, False
        loop = asyncio.get_running_loop()
        end = loop.time() + self._settings.seconds

        async def limited() -> MutableMapping[str, Any]:
            nonlocal taken, whole
            if whole:
                return await receive()
            try:
                async with asyncio.timeout_at(end):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, "The request did not arrive in time.") from None
            taken += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if taken > most:
                raise HTTPException(413, f"A request has at most {most:,} bytes.")
            return message

        return limited


def may_write(settings: Settings, headers: Headers) -> bool:
    """Tell whether a request may write: with the token, or at its owner's own desk."""
    if settings.own_desk and settings.token is None:
        return True
    if settings.token is None:
        return False
    kind, _, given = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and _same(given.strip(), settings.token):
        return True
    return _same(_cookie(headers, TOKEN_COOKIE), token_cookie(settings.token))


def token_cookie(token: str) -> str:
    """Return what the browser of somebody who gave the token keeps; it does not hold the token."""
    return hmac.new(token.encode(), b"variorum: may write", hashlib.sha256).hexdigest()


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _from_here(headers: Headers) -> bool:
    """Tell whether a request comes from a page of this server, or from no page at all.

    A page that gives no referrer, as these do, sends ``Origin: null``; then only a browser that
    says which site it comes from can be told from another site's page.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _OWN_SITES:
        return False
    if origin is None or (origin == "null" and site is not None):
        return True
    return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0
