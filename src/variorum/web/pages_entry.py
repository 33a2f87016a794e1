"""The page where somebody gives the token that allows to write."""

from __future__ import annotations

import hmac

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum.web import forms
from variorum.web.desk import desk_of
from variorum.web.guard import TOKEN_COOKIE, token_cookie
from variorum.web.showing import shown

WRONG = "This is not the token that the server was started with."


def form(request: Request) -> Response:
    """Ask for the token."""
    return shown(request, "token.html", title="Token", wrong="")


async def enter(request: Request) -> Response:
    """Take the token; the browser may write from then on."""
    known = desk_of(request).settings.token
    async with forms.sent(request) as filled:
        given = forms.word(filled, "token")
    if known is None or not hmac.compare_digest(given.encode(), known.encode()):
        return shown(request, "token.html", status=403, title="Token", wrong=WRONG)
    response = RedirectResponse("/", 303)
    forms.keep_cookie(request, response, TOKEN_COOKIE, token_cookie(known))
    return response
