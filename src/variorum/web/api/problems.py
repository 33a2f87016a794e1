"""Why a request is not answered: as RFC 9457 writes it, for the API and what stands before it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from variorum.errors import VariorumError
from variorum.web.api.messages import Problem

API = "/api/"
BASE = "/api/v1"
PROBLEM = "application/problem+json"


class RefusedError(VariorumError):
    """A request that is not answered.

    Args:
        status: the status of HTTP.
        detail: why, and what to do.
        headers: to answer with.
    """

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.title = HTTPStatus(status).phrase
        self.headers = dict(headers or {})


def problem(refusal: RefusedError) -> Response:
    """Return a refusal as RFC 9457 writes it."""
    told = Problem(
        type="about:blank", title=refusal.title, status=refusal.status, detail=str(refusal)
    )
    data = msgspec.json.encode(told)
    return Response(data, refusal.status, headers=refusal.headers, media_type=PROBLEM)
