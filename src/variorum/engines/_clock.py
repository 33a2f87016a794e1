"""A time limit on one call, kept by the interval timer of POSIX systems."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from variorum.errors import LimitError


class _TimeUp(BaseException):
    """Not an Exception, so that a library's broad ``except`` cannot swallow it."""


@contextmanager
def at_most(seconds: float | None) -> Iterator[None]:
    """Stop what runs inside after ``seconds``.

    The limit holds on the main thread of systems with interval timers, and takes effect when a
    running C function returns. Elsewhere nothing is limited.

    Raises:
        LimitError: the time is up.
    """
    if seconds is None or not _can_keep_time():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _TimeUp:
        raise LimitError(
            f"took longer than {seconds:g} seconds; raise the limit with --max-seconds"
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(signum: int, frame: FrameType | None) -> None:
    raise _TimeUp


def _can_keep_time() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer")
