"""Forms: read within limits, and only where this server gave them out.

A form carries a token made of a cookie that other sites can neither read nor set, under a key
that lasts as long as the server runs.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote, unquote

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from variorum.web.desk import desk_of

COOKIE = "variorum-form"
WHO_COOKIE = "variorum-who"
FIELD = "form"
_LONGEST_NAME = 200


@asynccontextmanager
async def sent(request: Request) -> AsyncIterator[FormData]:
    """Yield a form that was sent.

    Raises:
        HTTPException: it has too many parts, or was not given out by this server.
    """
    desk = desk_of(request)
    limits = desk.settings
    form = await request.form(
        max_files=limits.most_parts,
        max_fields=limits.most_parts,
        max_part_size=limits.most_bytes,
    )
    try:
        cookie = request.cookies.get(COOKIE, "")
        given = word(form, FIELD)
        if not cookie or not hmac.compare_digest(given.encode(), _token(desk.key, cookie).encode()):
            raise HTTPException(403, "This form is too old; go back, load it again and send it.")
        yield form
    finally:
        await form.close()


def word(form: FormData, name: str) -> str:
    """Return the words of a field, "" where it has none."""
    found = form.get(name, "")
    return found if isinstance(found, str) else ""


def words(form: FormData, name: str) -> list[str]:
    """Return the words of every field of this name."""
    return [found for found in form.getlist(name) if isinstance(found, str)]


def files(form: FormData, name: str) -> list[UploadFile]:
    """Return the files of every field of this name, without those that were left empty."""
    found = form.getlist(name)
    return [file for file in found if isinstance(file, UploadFile) and file.filename]


def ticket(request: Request) -> tuple[str, str]:
    """Return the cookie of a browser, made where it has none, and the token of its forms."""
    cookie = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
    return cookie, _token(desk_of(request).key, cookie)


def keep_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Give a browser a cookie that it sends to this server's own pages only."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, httponly=True, samesite="strict", secure=secure)


def remember(request: Request, response: Response, who: str) -> None:
    """Remember in a browser who rules there."""
    keep_cookie(request, response, WHO_COOKIE, quote(who[:_LONGEST_NAME]))


def remembered(request: Request) -> str:
    """Return who ruled last in this browser, "" where nobody did."""
    return unquote(request.cookies.get(WHO_COOKIE, ""))[:_LONGEST_NAME]


def _token(key: bytes, cookie: str) -> str:
    return hmac.new(key, cookie.encode(), hashlib.sha256).hexdigest()
