"""Engines run stages over records: `map` (each) and `group` (together), one file each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from variorum import drawers
from variorum.engines._clock import Clock
from variorum.errors import InputError

__all__ = ["Clock", "Engine", "names"]


class Engine(Protocol):
    """The two verbs of an engine; ``local`` says what they do.

    An engine of more than one process takes stages that are dataclasses at the top of a module,
    and besides ``workers``, how many, and ``chunk_bytes``, how much each gets at a time.
    """

    def map(
        self,
        stage: Callable[[Any], Any],
        records: Iterable[Any],
        *,
        reject: Callable[[Any, InputError], None],
        clock: Clock | None = None,
    ) -> Iterator[Any]:
        """Yield ``stage`` of each record."""

    def group(
        self,
        stage: Callable[[Any, Sequence[Any]], Any],
        records: Mapping[Any, Sequence[Any]],
        *,
        reject: Callable[[Any, InputError], None],
        clock: Clock | None = None,
    ) -> Iterator[Any]:
        """Yield ``stage`` of each key with the records of that key."""


def names() -> tuple[str, ...]:
    """Return the names of all engines."""
    return drawers.keys(sys.modules[__name__])
