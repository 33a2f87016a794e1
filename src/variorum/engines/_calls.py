"""The verbs of an engine as calls of a stage: what each sends, and what comes back of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from variorum.engines import _wire
from variorum.engines._ledger import Chunk
from variorum.errors import InputError

Reject = Callable[[Any, InputError], None]
Call = tuple[Any, bytes]


def each(records: Iterable[Any], reject: Reject) -> Iterator[Call]:
    """Yield a call for each record: what ``map`` sends."""
    return _packed(((record, (record,)) for record in records), reject)


def together(records: Mapping[Any, Sequence[Any]], reject: Reject) -> Iterator[Call]:
    """Yield a call for each key with its records: what ``group`` sends."""
    return _packed(((key, (key, members)) for key, members in records.items()), reject)


def settled(stage: bytes, chunk: Chunk, outcomes: Iterable[bytes], reject: Reject) -> Iterator[Any]:
    """Yield the results of the calls of a chunk, and tell ``reject`` of the others.

    Raises:
        SetupError: a call raised it.
        RuntimeError: a call raised what is no :class:`InputError`.
    """
    for key, outcome in zip(chunk.keys, outcomes, strict=True):
        try:
            result = _wire.opened(stage, outcome)
        except InputError as error:
            reject(key, error)
        else:
            yield result


def _packed(calls: Iterable[tuple[Any, tuple[Any, ...]]], reject: Reject) -> Iterator[Call]:
    for key, arguments in calls:
        try:
            yield key, _wire.pack_call(arguments)
        except InputError as error:
            reject(key, error)
