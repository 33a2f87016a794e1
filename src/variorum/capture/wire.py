"""One request, one answer: HTTP/1.1 by `httpcore`, one connection each, nothing remembered.

There are no cookies, no credentials, no proxies of the environment and no redirects here. A
connection serves one request, so two hosts at one address never share one.
"""

from __future__ import annotations

import ssl
import time as _time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import httpcore
import httpx

from variorum.capture.addresses import Resolve, resolve
from variorum.capture.connections import Connections, Deadline
from variorum.capture.policy import Policy, Time
from variorum.errors import InputError, LimitError, RetryError, VariorumError

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent; ``body`` is as it was sent, cut behind the most that was wanted."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    body: bytes


class Wire:
    """Sends requests.

    Args:
        policy: the name this program goes by, its time-outs, and what it may reach.
        resolve: gives the IP addresses of a host.
        time: what tells the time.
    """

    def __init__(self, policy: Policy, *, resolve: Resolve = resolve, time: Time = _time) -> None:
        self._policy = policy
        self._resolve = resolve
        self.time = time

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()

    def ask(
        self, url: httpx.URL, headers: Mapping[str, str], *, deadline: Deadline, most: int
    ) -> Answer:
        """Return the answer of a server, with no more of its body than ``most`` bytes and one.

        Raises:
            InputError: the host may not be reached, is none, or is not who it says it is.
            LimitError: the deadline is over.
            RetryError: there is no answer, or what comes is no HTTP.
        """
        network = Connections(
            self._resolve, allow_private=self._policy.allow_private, deadline=deadline
        )
        origin = httpcore.Origin(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port or _PORTS[url.scheme]
        )
        tls = self._tls if url.scheme == "https" else None
        try:
            with httpcore.HTTPConnection(
                origin, ssl_context=tls, network_backend=network
            ) as connection:
                return self._answer(connection, url, headers, most)
        except (
            httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError
        ) as error:  # fmt: skip
            raise _fault(error, deadline) from error

    def _answer(
        self,
        connection: httpcore.HTTPConnection,
        url: httpx.URL,
        headers: Mapping[str, str],
        most: int,
    ) -> Answer:
        named = {"User-Agent": self._policy.agent, "Accept": _ACCEPT, "Connection": "close"}
        request = httpx.Request("GET", url, headers={**named, **headers})
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        connect, read = self._policy.connect_seconds, self._policy.read_seconds
        timeouts = {"connect": connect, "read": read, "write": read}
        with connection.stream(
            "GET", target, headers=request.headers.raw, extensions={"timeout": timeouts}
        ) as response:
            kept = bytearray()
            for part in response.iter_stream():
                kept += part[: most + 1 - len(kept)]
                if len(kept) > most:
                    break
            told = httpx.Headers(response.headers)
            return Answer(url=url, status=response.status, headers=told, body=bytes(kept))


def _fault(error: Exception, deadline: Deadline) -> VariorumError:
    """Return what a fault of the connection means; of what the server sent nothing is told."""
    if deadline.left() <= 0:
        return LimitError(
            f"took longer than {deadline.seconds:g} seconds; raise the limit with --max-seconds"
        )
    if isinstance(error.__cause__, ssl.SSLCertVerificationError):
        return InputError("its certificate is not trusted, so who answers is unknown; see to it")
    if isinstance(error, httpcore.ConnectError):
        return RetryError("its host cannot be connected to; try later")
    if isinstance(error, httpcore.TimeoutException):
        return RetryError("its host does not answer in time; try later")
    return RetryError("the answer breaks off or is no HTTP; try later")
