"""A bar of how much is done, once there is something to wait for."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")

# Before this many seconds of work no progress bar is worth its flicker.
A_MOMENT = 1.0


def with_progress(things: Sequence[_T], what: str) -> Iterable[_T]:
    """Return things to be worked on one by one, with a bar where somebody can see it.

    Args:
        things: what is worked on.
        what: is done with it, as ``reading``.
    """
    if len(things) < 2 or not sys.stderr.isatty():
        return things
    return _with_bar(things, what)


def _with_bar(things: Sequence[_T], what: str) -> Iterator[_T]:
    from rich.console import Console
    from rich.progress import Progress

    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=len(things), visible=False)
        for item in things:
            yield item
            progress.update(task, advance=1, visible=time.monotonic() - started > A_MOMENT)
