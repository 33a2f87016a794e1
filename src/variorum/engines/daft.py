"""Daft: many processes of one machine, or of a cluster on Ray (`pip install "variorum[cluster]"`).

Daft's own settings say where it runs: nothing, and it runs on this machine; ``DAFT_RUNNER=ray``
and ``RAY_ADDRESS``, and it runs on that cluster. Calls travel as Arrow columns of bytes, one row
a chunk, and a stage is loaded once a worker. What Daft loses, it is given again: on Ray a worker
that ends is replaced by Ray itself, on one machine Daft gives up the whole query.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

# Daft tells its makers of each import, Ray of each cluster: not from here, unless one asks for it.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
import daft

from variorum.engines import _wire
from variorum.engines._calls import Reject, each, settled, together
from variorum.engines._clock import Clock
from variorum.engines._cores import cores
from variorum.engines._ledger import TRIES, Chunk, cut
from variorum.errors import InputError, RetryError

R = TypeVar("R")
S = TypeVar("S")
K = TypeVar("K")

CHUNK_BYTES = 1 << 16
# What is handed to Daft in one query: it holds this in memory, and loads the models once for it.
QUERY_BYTES = 1 << 28


def map(  # noqa: A001
    stage: Callable[[R], S],
    records: Iterable[R],
    *,
    reject: Callable[[R, InputError], None],
    clock: Clock | None = None,
    workers: int | None = None,
    chunk_bytes: int = CHUNK_BYTES,
) -> Iterator[S]:
    """Yield ``stage`` of each record as ``local.map`` does, in any order.

    Args:
        stage: a frozen dataclass at the top of a module that every machine has.
        records: taken as far as one query goes, then worked on.
        reject: is told of each record that cannot be used.
        clock: its time of one call is kept by the workers, that of the run between two queries.
        workers: how many processes; None: as many as Daft finds cores, less two on a cluster.
        chunk_bytes: how many bytes of records a worker gets at a time, and at least one record.

    Raises:
        RetryError: Daft failed more than three times over what was left.
        SetupError: a worker raised it, or the stage cannot be sent.
        RuntimeError: a worker raised what is no :class:`InputError`.
    """
    chunks = cut(each(records, reject), chunk_bytes)
    return _run(_wire.pack_stage(stage), chunks, reject, clock=clock or Clock(), workers=workers)


def group(
    stage: Callable[[K, Sequence[R]], S],
    records: Mapping[K, Sequence[R]],
    *,
    reject: Callable[[K, InputError], None],
    clock: Clock | None = None,
    workers: int | None = None,
    chunk_bytes: int = CHUNK_BYTES,
) -> Iterator[S]:
    """Yield ``stage`` of each key with its records as ``local.group`` does, in any order."""
    chunks = cut(together(records, reject), chunk_bytes)
    return _run(_wire.pack_stage(stage), chunks, reject, clock=clock or Clock(), workers=workers)


class _Work:
    """A worker: it has the stage, and answers each row of calls with a row of outcomes."""

    def __init__(self, stage: bytes, seconds: float | None) -> None:
        self._stage = stage
        self._seconds = seconds

    @daft.method.batch(return_dtype=daft.DataType.list(daft.DataType.binary()), batch_size=1)
    def outcomes(self, calls: daft.Series) -> list[list[bytes]]:
        """Return what came of each call."""
        return [_wire.run(self._stage, row, self._seconds) for row in calls.to_pylist()]


def _run(
    stage: bytes, chunks: Iterator[Chunk], reject: Reject, *, clock: Clock, workers: int | None
) -> Iterator[Any]:
    while left := dict(enumerate(_for_one_query(chunks))):
        try:
            seconds = clock.seconds()
        except InputError as too_late:
            for key in (key for chunk in left.values() for key in chunk.keys):
                reject(key, too_late)
            continue
        work = _workers(workers)(stage, seconds)
        for tries in range(TRIES, -1, -1):
            try:
                for at, outcomes in _answers(work, left):
                    yield from settled(stage, left.pop(at), outcomes, reject)
                break
            except RetryError:
                if not tries:
                    raise


def _for_one_query(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    size = 0
    for chunk in chunks:
        yield chunk
        size += sum(len(call) for call in chunk.calls)
        if size >= QUERY_BYTES:
            return


def _answers(work: Any, chunks: Mapping[int, Chunk]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the number of each chunk with what came of its calls.

    Raises:
        RetryError: Daft lost a worker, or failed otherwise.
    """
    numbers = list(chunks)
    calls = [list(chunks[at].calls) for at in numbers]
    table = daft.from_pydict({"chunk": numbers, "calls": calls})
    done = table.select(table["chunk"], work.outcomes(table["calls"]).alias("outcomes"))
    try:
        for row in done.iter_rows():
            yield row["chunk"], row["outcomes"]
    except Exception as error:  # Daft's and Ray's errors share no class
        raise RetryError(f"Daft gave up: {error}") from error


def _workers(count: int | None) -> Any:
    """Return what makes workers: on a cluster Daft itself needs two cores beside theirs."""
    cluster = daft.get_or_create_runner().name == "ray"
    if count is None and cluster:
        import ray

        count = max(1, int(ray.cluster_resources().get("CPU", 1)) - 2)
    return daft.cls(_Work, max_concurrency=count or cores(), use_process=not cluster or None)
