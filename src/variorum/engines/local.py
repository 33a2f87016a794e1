"""The local engine: one record after the other, in this process. It defines what is right.

Any other engine must give the same set of records. An :class:`~variorum.errors.InputError`
concerns one record, or the records of one key: it is handed to ``reject`` and the run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from variorum.engines._clock import Clock
from variorum.errors import InputError

R = TypeVar("R")
S = TypeVar("S")
K = TypeVar("K")


def map(  # noqa: A001
    stage: Callable[[R], S],
    records: Iterable[R],
    *,
    reject: Callable[[R, InputError], None],
    clock: Clock | None = None,
) -> Iterator[S]:
    """Yield ``stage`` of each record, each within the time that ``clock`` gives it."""
    clock = clock or Clock()
    for record in records:
        try:
            with clock.one_call():
                result = stage(record)
        except InputError as error:
            reject(record, error)
        else:
            yield result


def group(
    stage: Callable[[K, Sequence[R]], S],
    records: Mapping[K, Sequence[R]],
    *,
    reject: Callable[[K, InputError], None],
    clock: Clock | None = None,
) -> Iterator[S]:
    """Yield ``stage`` of each key with the records of that key, each within its time."""
    clock = clock or Clock()
    for key, members in records.items():
        try:
            with clock.one_call():
                result = stage(key, members)
        except InputError as error:
            reject(key, error)
        else:
            yield result
