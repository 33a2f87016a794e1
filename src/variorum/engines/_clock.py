"""The time of a run: how long one call of a stage may take, and all of them together."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from variorum.errors import LimitError


class _TimeUp(BaseException):
    """Not an Exception, so that a library's broad ``except`` cannot swallow it."""


class Clock:
    """Starts when it is made, and limits calls made inside :meth:`one_call`.

    A call that runs is stopped by the interval timer of POSIX systems: on the main thread, when
    a running C function returns. Elsewhere only the run is limited, between two calls.

    Args:
        each: how many seconds one call may take, None for no limit.
        run: how many seconds all calls together may take, None for no limit.
    """

    def __init__(self, *, each: float | None = None, run: float | None = None) -> None:
        self._each = each
        self._run = run
        self._started = time.monotonic()

    @contextmanager
    def one_call(self) -> Iterator[None]:
        """Stop what runs inside when its time, or that of the whole run, is up.

        Raises:
            LimitError: the time is up, now or before the call.
        """
        seconds, too_late = self._in_time()
        if seconds is None or not _can_keep_time():
            yield
            return
        before = signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        except _TimeUp:
            raise too_late from None
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def seconds(self) -> float | None:
        """Return how long the next call may take; None where nothing limits it.

        Raises:
            LimitError: the time of the run is up.
        """
        return self._in_time()[0]

    def _in_time(self) -> tuple[float | None, LimitError]:
        seconds, too_late = self._allowance()
        if seconds is not None and seconds <= 0:
            raise too_late
        return seconds, too_late

    def _allowance(self) -> tuple[float | None, LimitError]:
        """Return how long the next call may take, and what to raise after that."""
        if self._run is not None:
            left = self._started + self._run - time.monotonic()
            if self._each is None or left < self._each:
                return left, _over("the run took", self._run, "--max-run-seconds")
        return self._each, _over("took", self._each or 0, "--max-seconds")


def _over(what: str, seconds: float, option: str) -> LimitError:
    return LimitError(f"{what} longer than {seconds:g} seconds; raise the limit with {option}")


def _ring(signum: int, frame: FrameType | None) -> None:
    raise _TimeUp


def _can_keep_time() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer")
