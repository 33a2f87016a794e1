"""What the API can be asked: one `Operation` for each method of each path."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol

from variorum.errors import VariorumError
from variorum.model.limits import Limits
from variorum.stores import Store
from variorum.web.api.messages import AskNothing

if TYPE_CHECKING:
    from variorum.web.api.jobs import Jobs

BASE = "/api/v1"
JSON = "application/json"
EVENTS = "text/event-stream"


class Served(Protocol):
    """What of the settings of a server the API asks for."""

    @property
    def limits(self) -> Limits:
        """On what is read."""

    @property
    def most_bytes(self) -> int:
        """Of one request."""

    @property
    def shared(self) -> str:
        """How much of the witnesses' words is given away, where nothing else is asked for."""

    @property
    def shown(self) -> str:
        """How much of them is given at most."""


class Desk(Protocol):
    """What of an application the API asks for; it stands in ``app.state.desk``."""

    @property
    def store(self) -> Store:
        """The library."""

    @property
    def settings(self) -> Served:
        """How it is served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, checked: its query and body are of the types that the operation names."""

    desk: Desk
    query: Any
    body: Any
    path: Mapping[str, str]
    prefer: frozenset[str]
    jobs: Jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered.

    Args:
        body: a noun, or what writes the bytes, called where they are wanted only.
        status: the status.
        tag: a hash of what is answered, where it is known before it is written.
        headers: others than those of every answer.
        stream: events, in place of a body.
    """

    body: object = None
    status: int = 200
    tag: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    stream: AsyncIterator[bytes] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path.

    Args:
        path: with the names of its parts in braces.
        name: the ``operationId``.
        says: what it does, in one sentence.
        does: answers; on a thread of its own, unless it is a coroutine.
        gives: the noun of the answer.
        method: of HTTP.
        query: the dataclass of what stands in the query.
        takes: the dataclass of the body, None where there is none.
        status: of the answer.
        refuses: with which problems it may be answered, besides those of every operation.
        otherwise: another status with which it may be answered, and its noun.
        events: the answer is a stream of events, each with the noun as its data.
    """

    path: str
    name: str
    says: str
    does: Callable[[Asked], Answer | Awaitable[Answer]]
    gives: type
    method: str = "GET"
    query: type = AskNothing
    takes: type | None = None
    status: int = 200
    refuses: tuple[int, ...] = ()
    otherwise: tuple[int, type] | None = None
    events: bool = False


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
