"""Connections that go only where they may, and end in time.

A host is resolved once, each address is judged, and the very address that was judged is
connected to: a name that changes its mind between two look-ups (DNS rebinding) gains nothing.
TLS and the Host header keep the name. Every wait on the socket is cut at one deadline, so that
a server which sends a byte now and then, in a header or in a body, cannot hold a run.
"""

from __future__ import annotations

import ssl
from typing import Any

import httpcore

from variorum.capture.addresses import Resolve, is_public
from variorum.capture.policy import Time
from variorum.errors import InputError


class Deadline:
    """When one page must be there, from first to last; polite waits do not count.

    Args:
        seconds: how long it may take.
        time: what tells the time.
    """

    def __init__(self, seconds: float, time: Time) -> None:
        self.seconds = seconds
        self.waited = 0.0
        self._time = time
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return how many seconds are left, negative where none is."""
        return self._end - self._time.monotonic()

    def put_off(self, seconds: float) -> None:
        """Leave a wait of so many seconds out of the account."""
        self.waited += seconds
        self._end += seconds

    def cut(self, timeout: float | None) -> float:
        """Return the shorter one of a time-out and of what is left.

        Raises:
            ReadTimeout: nothing is left.
        """
        left = self.left()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline")
        return left if timeout is None else min(timeout, left)


class Connections(httpcore.NetworkBackend):
    """Opens connections to judged addresses.

    Args:
        resolve: gives the IP addresses of a host.
        allow_private: whether any of them will do.
        deadline: ends every wait.
    """

    def __init__(self, resolve: Resolve, *, allow_private: bool, deadline: Deadline) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *rest: Any, **options: Any
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that may be reached and answers.

        Raises:
            InputError: none may be reached.
            ConnectError: none answers.
        """
        found = self._resolve(host, port)
        allowed = [ip for ip in found if self._allow_private or is_public(ip)]
        if not allowed:
            raise InputError(f"{host} is not of the public internet; allow it with --allow-private")
        fault: Exception = httpcore.ConnectError("no address")
        for ip in allowed:
            try:
                within = self._deadline.cut(timeout)
                stream = self._plain.connect_tcp(ip, port, within, *rest, **options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
            else:
                return _Timed(stream, self._deadline)
        raise fault


class _Timed(httpcore.NetworkStream):
    """A stream whose every wait ends with a deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        within = self._deadline.cut(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, within), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
