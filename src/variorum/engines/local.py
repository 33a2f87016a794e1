"""The local engine: one record after the other, in this process. It defines what is right.

Any other engine must give the same set of records. An :class:`~variorum.errors.InputError`
concerns one record only: it is handed to ``reject`` and the run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from variorum.engines._clock import at_most
from variorum.errors import InputError

R = TypeVar("R")
S = TypeVar("S")
K = TypeVar("K")


def map(  # noqa: A001
    stage: Callable[[R], S],
    records: Iterable[R],
    *,
    reject: Callable[[R, InputError], None],
    seconds: float | None = None,
) -> Iterator[S]:
    """Yield ``stage`` of each record, giving each at most ``seconds``."""
    for record in records:
        try:
            with at_most(seconds):
                result = stage(record)
        except InputError as error:
            reject(record, error)
        else:
            yield result


def group(stage: Callable[[K, Sequence[R]], S], records: Mapping[K, Sequence[R]]) -> Iterator[S]:
    """Yield ``stage`` of each key with the records of that key."""
    for key, members in records.items():
        yield stage(key, members)
