"""The cores of one machine: worker processes of this one, each with one chunk at a time.

Gives the set that ``local`` gives, in the order in which work is done. A worker that ends while
it works, as one does that runs out of memory, is replaced, and its chunk is given out again.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, ClassVar, TypeVar, cast

import msgspec

from variorum.engines import _wire
from variorum.engines._calls import Reject, each, settled, together
from variorum.engines._clock import Clock
from variorum.engines._cores import cores
from variorum.engines._ledger import TRIES, Chunk, Ledger, cut
from variorum.errors import InputError

R = TypeVar("R")
S = TypeVar("S")
K = TypeVar("K")

CHUNK_BYTES = 1 << 16
# The modules of a fork would share the threads of the models in it.
_CONTEXT = get_context("spawn")


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
        stage: a frozen dataclass at the top of a module.
        records: taken as workers become free.
        reject: is told of each record that cannot be used.
        clock: its time of one call is kept by the workers, that of the run between two chunks.
        workers: how many processes; None: as many as this one may use cores.
        chunk_bytes: how many bytes of records a worker gets at a time, and at least one record.

    Raises:
        SetupError: a worker raised it, or the stage cannot be sent.
        RuntimeError: a worker raised what is no :class:`InputError`.
    """
    with _Pool(stage, workers or cores()) as pool:
        yield from pool.run(
            Ledger(cut(each(records, reject), chunk_bytes)), reject, clock or Clock()
        )


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
    with _Pool(stage, workers or cores()) as pool:
        yield from pool.run(
            Ledger(cut(together(records, reject), chunk_bytes)), reject, clock or Clock()
        )


class _Pool:
    """Workers for a stage, started as they are needed; those that are left serve the next call.

    Where the driver ends, in whatever way, their pipes end, and so do they.
    """

    _idle: ClassVar[list[_Worker]] = []

    def __init__(self, stage: Callable[..., Any], workers: int) -> None:
        self._stage = _wire.pack_stage(stage)
        self._workers = workers
        self._busy: dict[Connection, _Worker] = {}

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._busy.values():
            worker.end()

    def run(self, ledger: Ledger, reject: Reject, clock: Clock) -> Iterator[Any]:
        """Yield the result of each call in a ledger, or tell ``reject``."""
        self._give_out(ledger, reject, clock)
        while self._busy:
            for pipe in wait(list(self._busy)):
                worker = self._busy.pop(cast(Connection, pipe))
                chunk, outcomes = worker.take()
                if outcomes is None:
                    self._replace(worker, ledger, chunk, reject)
                else:
                    self._idle.append(worker)
                self._give_out(ledger, reject, clock)
                if outcomes is not None:
                    yield from settled(self._stage, chunk, outcomes, reject)

    def _give_out(self, ledger: Ledger, reject: Reject, clock: Clock) -> None:
        while len(self._busy) < self._workers and (chunk := ledger.next()):
            try:
                seconds = clock.seconds()
            except InputError as too_late:
                for key in chunk.keys:
                    reject(key, too_late)
                continue
            worker = self._idle.pop() if self._idle else _Worker()
            worker.give(self._stage, chunk, seconds)
            self._busy[worker.pipe] = worker

    def _replace(self, worker: _Worker, ledger: Ledger, chunk: Chunk, reject: Reject) -> None:
        code = worker.end()
        if not ledger.lost(chunk):
            for key in chunk.keys:
                reject(key, InputError(f"ended its process {TRIES} times (exit code {code})"))


class _Worker:
    """One process and the pipe to it."""

    def __init__(self) -> None:
        self.pipe, far = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(far,), daemon=True)
        self._process.start()
        far.close()
        self._chunk = Chunk((), ())

    def give(self, stage: bytes, chunk: Chunk, seconds: float | None) -> None:
        """Send a chunk; a worker that has ended is found out when its answer is taken."""
        self._chunk = chunk
        with suppress(ConnectionError):
            self.pipe.send_bytes(msgspec.msgpack.encode((stage, chunk.calls, seconds)))

    def take(self) -> tuple[Chunk, list[bytes] | None]:
        """Return the chunk and its outcomes, None where the process has ended instead."""
        try:
            return self._chunk, msgspec.msgpack.decode(self.pipe.recv_bytes(), type=list[bytes])
        except (EOFError, ConnectionError):
            return self._chunk, None

    def end(self) -> int | None:
        """End the process and return its exit code."""
        self.pipe.close()
        self._process.join(timeout=0.1)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        return self._process.exitcode


def _serve(pipe: Connection) -> None:
    """Work on chunks until the driver is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    order = msgspec.msgpack.Decoder(tuple[bytes, list[bytes], float | None])
    with suppress(EOFError, ConnectionError):
        while True:
            stage, calls, seconds = order.decode(pipe.recv_bytes())
            pipe.send_bytes(msgspec.msgpack.encode(_wire.run(stage, calls, seconds)))
