"""The HTTP API over a library: JSON, described by OpenAPI, mounted at ``/api/v1``.

An application that mounts ``routes`` has a desk (``operations.Desk``) as ``app.state.desk``. Who
may ask, and who may write, is not decided here: that stands before every page and the API.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby

import msgspec
from starlette.routing import Route

from variorum.web.api.answering import Resource
from variorum.web.api.operations import Answer, Asked, Operation
from variorum.web.api.table import OPERATIONS

__all__ = ["routes"]


def _document(asked: Asked) -> Answer:
    return Answer(body=_described)


@cache
def _described() -> bytes:
    from variorum.web.api.description import describe

    return msgspec.json.encode(describe(OPERATIONS))


_DOCUMENT = Operation(
    path="/openapi.json", name="openapi", says="This document.", does=_document, gives=dict
)


def _path(path: str) -> str:
    """Return a path as Starlette writes it; a name may hold a slash."""
    return path.replace("{name}", "{name:path}")


def _routes() -> list[Route]:
    several = groupby((*OPERATIONS, _DOCUMENT), key=lambda operation: operation.path)
    found = [Route(_path(path), Resource(tuple(operations))) for path, operations in several]
    return [*found, Route("/{rest:path}", Resource())]


routes = _routes()
