"""The chunks of a run: cut by their bytes, and given out again when a worker was lost with one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

TRIES = 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """Calls that travel together, each with the key by which it is rejected.

    ``tries`` is how often a worker was lost with it.
    """

    keys: tuple[Any, ...]
    calls: tuple[bytes, ...]
    tries: int = 0


class Ledger:
    """Gives out chunks until all calls are done or given up.

    Args:
        chunks: taken one by one.
    """

    def __init__(self, chunks: Iterator[Chunk]) -> None:
        self._fresh = chunks
        self._again: deque[Chunk] = deque()

    def next(self) -> Chunk | None:
        """Return a chunk that waits, those that were lost first, or None where none is left."""
        return self._again.popleft() if self._again else next(self._fresh, None)

    def lost(self, chunk: Chunk) -> bool:
        """Take back a chunk whose worker was lost, and tell whether it is tried again.

        Its calls go out one by one from now on, so that only one that ends its worker each time,
        :data:`TRIES` times in all, is given up.
        """
        if chunk.tries + 1 >= TRIES:
            return False
        parts = zip(chunk.keys, chunk.calls, strict=True)
        self._again.extend(Chunk((key,), (call,), chunk.tries + 1) for key, call in parts)
        return True


def cut(calls: Iterable[tuple[Any, bytes]], most: int) -> Iterator[Chunk]:
    """Yield calls, each given with its key, in chunks.

    Args:
        calls: taken as the chunks are.
        most: a chunk is full once its calls have this many bytes; one call is never cut.
    """
    keys: list[Any] = []
    cut: list[bytes] = []
    size = 0
    for key, call in calls:
        keys.append(key)
        cut.append(call)
        size += len(call)
        if size >= most:
            yield Chunk(tuple(keys), tuple(cut))
            keys, cut, size = [], [], 0
    if cut:
        yield Chunk(tuple(keys), tuple(cut))
