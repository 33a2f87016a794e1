"""Signals that end a command where it can end well."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """Yield what tells whether a signal to stop has come (SIGINT, SIGTERM).

    The first one is only noted; the next one does what it did before.
    """
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    heard: list[int] = []

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append(number)
        restore()

    for number in _SIGNALS:
        signal.signal(number, hear)
    try:
        yield lambda: bool(heard)
    finally:
        restore()
