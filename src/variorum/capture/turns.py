"""Politeness: one request at a time to a host, and a rest for it after each."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from variorum.capture.connections import Deadline
from variorum.capture.policy import Time
from variorum.errors import RetryError


class TooSoonError(RetryError):
    """A host cannot be asked yet, nor soon enough to wait for it."""


class Turn:
    """What is between this program and one host; used inside :meth:`Turns.of` only."""

    def __init__(self, time: Time, longest_wait: float) -> None:
        self.lock = threading.Lock()
        self._time = time
        self._longest_wait = longest_wait
        self._free_at = time.monotonic()

    def wait(self, deadline: Deadline) -> None:
        """Wait until the host may be asked; the wait is not on the deadline's account.

        Raises:
            TooSoonError: that is too far away, with what this page has waited already.
        """
        left = self._free_at - self._time.monotonic()
        if left > self._longest_wait - deadline.waited:
            told = f"its host is to be left alone for another {left:,.0f} seconds; try later"
            raise TooSoonError(told, after=left)
        if left > 0:
            self._time.sleep(left)
            deadline.put_off(left)

    def rest(self, seconds: float) -> None:
        """Leave the host alone for at least so many seconds from now."""
        self._free_at = max(self._free_at, self._time.monotonic() + seconds)


class Turns:
    """The turns of all hosts.

    Args:
        time: what tells the time, and waits.
        longest_wait: how many seconds are waited at most for one page.
    """

    def __init__(self, time: Time, longest_wait: float) -> None:
        self._time = time
        self._longest_wait = longest_wait
        self._lock = threading.Lock()
        self._turns: dict[str, Turn] = {}

    @contextmanager
    def of(self, host: str) -> Iterator[Turn]:
        """Take the turn of a host; other threads wait for theirs."""
        with self._lock:
            turn = self._turns.setdefault(host, Turn(self._time, self._longest_wait))
        with turn.lock:
            yield turn
