"""What the API can be asked: one `Operation` for each method of each path."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from variorum.web.api.messages import AskNothing

if TYPE_CHECKING:
    from variorum.web.desk import Desk

JSON = "application/json"
EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, checked: its query and body are of the types that the operation names."""

    desk: Desk
    query: Any
    body: Any
    path: Mapping[str, str]
    prefer: frozenset[str]


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
