"""Takes a request to its operation and back: queries, bodies, tags, problems, `HEAD`, `OPTIONS`."""

from __future__ import annotations

import hashlib
import inspect
import logging
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from variorum.errors import RetryError, SetupError, VariorumError
from variorum.web.api.operations import EVENTS, JSON, Answer, Asked, Operation
from variorum.web.api.problems import RefusedError, problem

if TYPE_CHECKING:
    from variorum.web.desk import Desk

log = logging.getLogger("variorum")

RETRY = {"retry-after": "20"}


class Resource:
    """One path of the API, as an ASGI application.

    Args:
        operations: one for each of its methods; none: there is no such path.
    """

    def __init__(self, operations: Sequence[Operation] = ()) -> None:
        self._operations = {operation.method: operation for operation in operations}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        try:
            response = await self._response(request)
        except Exception as error:
            if isinstance(error, ClientDisconnect):
                return
            response = problem(_refusal(error))
        if request.method == "HEAD":
            response = Response(status_code=response.status_code, headers=dict(response.headers))
        response.headers["cache-control"] = "no-cache"
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        if not self._operations:
            raise RefusedError(404, f"Nothing is here; {request.url.path} is no path of this API.")
        method = "GET" if request.method == "HEAD" else request.method
        operation = self._operations.get(method)
        if operation is None:
            allow = {"allow": ", ".join(self._methods())}
            if method == "OPTIONS":
                return Response(status_code=204, headers=allow)
            raise RefusedError(
                405, f"There is no {method} here; there are: {allow['allow']}.", allow
            )
        asked = await _asked(request, operation)
        if inspect.iscoroutinefunction(operation.does):
            answer = await operation.does(asked)
        else:
            answer = await run_in_threadpool(operation.does, asked)
        if answer.stream is not None:
            return StreamingResponse(answer.stream, media_type=EVENTS)
        return await run_in_threadpool(_written, request, answer)

    def _methods(self) -> list[str]:
        head = {"HEAD"} if "GET" in self._operations else set()
        return sorted({*self._operations, *head, "OPTIONS"})


def _refusal(error: Exception) -> RefusedError:
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, HTTPException):
        return RefusedError(error.status_code, error.detail, error.headers)
    if isinstance(error, RetryError | SetupError):
        return RefusedError(503, f"Not now: {error}.", RETRY)
    if isinstance(error, VariorumError):
        return RefusedError(422, str(error))
    log.error("a fault of the program, please report it: %r", error, exc_info=error)
    return RefusedError(500, "A fault of the program; its log says more.")


async def _asked(request: Request, operation: Operation) -> Asked:
    prefer = request.headers.get("prefer", "").lower().split(",")
    asked = Asked(
        desk=cast("Desk", request.app.state.desk),
        query=_query(request, operation.query),
        body=None,
        path=request.path_params,
        prefer=frozenset(word.strip() for word in prefer),
    )
    if operation.takes is None:
        return asked
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise RefusedError(415, f"Send the body as {JSON}.")
    data = await _body(request, asked.desk.settings.most_bytes)
    try:
        body: Any = await run_in_threadpool(msgspec.json.decode, data, type=operation.takes)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(400, f"The body is not as it must be: {error}.") from error
    return replace(asked, body=body)


async def _body(request: Request, most: int) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > most:
            raise RefusedError(413, f"A request has at most {most:,} bytes.")
    return b"".join(parts)


def _query(request: Request, kind: Any) -> Any:
    """Return what stands in a query as the dataclass that says what may.

    Raises:
        RefusedError: it holds something else, or something twice.
    """
    given: dict[str, str | int] = {}
    numbers = {f.name for f in fields(kind) if f.name == "limit"}
    known = [f.name for f in fields(kind)]
    for name, value in request.query_params.multi_items():
        if name not in known or name in given:
            there = f"there are: {', '.join(known)}" if known else "there are none"
            twice = "stands twice in the query" if name in given else "is no parameter here"
            raise RefusedError(400, f"{name[:40]!r} {twice}; {there}.")
        given[name] = int(value) if name in numbers and _is_number(value) else value
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as error:
        raise RefusedError(400, f"The query is not as it must be: {error}.") from error


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


def _written(request: Request, answer: Answer) -> Response:
    """Return an answer with its tag, or that nothing of it has changed."""
    data = None if answer.tag else _bytes(answer.body)
    tag = f'"{answer.tag or hashlib.sha256(data or b"").hexdigest()[:32]}"'
    safe = request.method in ("GET", "HEAD")
    headers = {**answer.headers, **({"etag": tag} if safe else {})}
    if safe and _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    data = _bytes(answer.body) if data is None else data
    return Response(data, answer.status, headers=headers, media_type=JSON)


def _bytes(body: Any) -> bytes:
    return bytes(body()) if callable(body) else msgspec.json.encode(body)


def _has(given: str, tag: str) -> bool:
    """Tell whether a list of tags names this one, by weak comparison (RFC 9110, 13.1.2)."""
    tags = [one.strip().removeprefix("W/") for one in given.split(",")]
    return "*" in tags or tag in tags
