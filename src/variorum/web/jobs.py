"""What runs beside the server, for pages and API alike: readings, one after the other.

They run in a process of their own, so that the server answers meanwhile and the time of one text
or story is kept (:class:`variorum.engines.Clock` needs a main thread).
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import SynchronizedArray
from typing import Generic, Literal, TypeAlias, TypeVar

from variorum.errors import RetryError, VariorumError

log = logging.getLogger("variorum")

_T = TypeVar("_T")
State = Literal["waiting", "running", "done", "failed"]
Tell = Callable[[int, int], None]
"""Tells how many texts are read, and of how many."""
Work = Callable[[Tell], _T]
"""What a job does; it can be sent to another process."""
Steps: TypeAlias = "SynchronizedArray[int]"
"""How far the job is that runs: its number, how many texts are read, and of how many."""

MOST_KEPT = 100
WAIT = 20.0
_STOPPED = "the reading was stopped; send it again"
_CLOSED = "the server stops; send it again in a while"


@dataclass(slots=True)
class Job(Generic[_T]):
    """A reading that waits, runs or has ended; ``done`` of its ``of`` texts are read.

    ``then`` is the page that it leads to where it is a page's, "" where that is told by what it
    comes to.
    """

    id: str
    number: int
    of: int
    then: str
    future: Future[_T] = field(repr=False)
    done: int = 0

    @property
    def state(self) -> State:
        """Return how it stands."""
        if not self.future.done():
            return "running" if self.future.running() else "waiting"
        return "done" if self.error() is None else "failed"

    def ended(self) -> bool:
        """Tell whether it has come to an end, good or bad."""
        return self.future.done()

    def error(self) -> VariorumError | None:
        """Return why a job that has ended came to nothing, None where it came to something."""
        error = CancelledError() if self.future.cancelled() else self.future.exception()
        if error is None or isinstance(error, VariorumError):
            return error
        return RetryError(_STOPPED, after=1.0)

    def result(self) -> _T:
        """Return what a job that has ended came to.

        Raises:
            VariorumError: it came to nothing, and why.
        """
        if (error := self.error()) is not None:
            raise error
        return self.future.result()


class Jobs:
    """Takes jobs, and knows the last of them; they are in memory and end with the server.

    Args:
        most_waiting: how many may wait or run.
        executor: runs them; None: a process of their own, started with the first.
    """

    def __init__(self, most_waiting: int, executor: Executor | None = None) -> None:
        self._most_waiting = most_waiting
        self._executor = executor
        self._own = executor is None
        self._steps: Steps = get_context("spawn").Array("q", 3)
        self._workers: set[BaseProcess] = set()
        self._count = 0
        self._closed = False
        self._kept: OrderedDict[str, Job[object]] = OrderedDict()
        self._lock = threading.Lock()

    def submit(self, work: Work[_T], *, of: int, then: str = "") -> Job[_T]:
        """Take a job; it runs when those before it have ended.

        Args:
            work: what it does.
            of: how many texts it reads.
            then: the page that it leads to.

        Raises:
            RetryError: too many wait, or the server stops.
        """
        with self._lock:
            if self._closed:
                raise RetryError(_CLOSED, after=WAIT)
            waiting = sum(not job.ended() for job in self._kept.values())
            if waiting >= self._most_waiting:
                raise RetryError("too many readings wait; send it again in a while", after=WAIT)
            self._count += 1
            future = self._started(self._count, work)
            future.add_done_callback(_report)
            job = Job(secrets.token_urlsafe(12), self._count, of, then, future)
            self._kept[job.id] = job  # type: ignore[assignment]
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return job

    def get(self, id_: str) -> Job[object] | None:
        """Return a job with how far it is; None where it is not, or no longer, known."""
        with self._lock:
            job = self._kept.get(id_)
            number, done, of = self._steps[:]
            if job is not None and job.number == number:
                job.done, job.of = done, of
        return job

    async def wait(self, job: Job[_T], patience: float | None = None) -> bool:
        """Wait so many seconds for a job, None: to its end; tell whether it has ended."""
        waited = asyncio.wrap_future(job.future)
        waited.add_done_callback(_heard)
        await asyncio.wait([waited], timeout=patience)
        return job.ended()

    def close(self) -> None:
        """Stop: what waits is dropped, and what runs is ended; what it has written is kept."""
        with self._lock:
            self._closed = True
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.terminate()

    def _started(self, number: int, work: Work[_T]) -> Future[_T]:
        """Start a job, and with the first a process for them."""
        try:
            return self._sent(number, work)
        except BrokenProcessPool:
            self._executor = None
            return self._sent(number, work)

    def _sent(self, number: int, work: Work[_T]) -> Future[_T]:
        if self._executor is None:
            spawn = get_context("spawn")
            self._executor = ProcessPoolExecutor(
                1, mp_context=spawn, initializer=_begin, initargs=(self._steps,)
            )
        if not self._own:
            return self._executor.submit(_run, number, work, self._steps)
        before = set(active_children())
        future = self._executor.submit(_run, number, work)
        self._workers |= set(active_children()) - before
        return future


def _heard(waited: asyncio.Future[_T]) -> None:
    """Hear of a failure also after patience has ended: :func:`_report` has told of it."""
    if not waited.cancelled():
        waited.exception()


def _report(future: Future[_T]) -> None:
    """Write a fault of the program to the log, once; whoever waits is told to send it again."""
    error = None if future.cancelled() else future.exception()
    if error and not isinstance(error, VariorumError | BrokenProcessPool):
        log.error("a fault of the program, please report it: %r", error, exc_info=error)


_LISTENER: list[Steps] = []


def _begin(steps: Steps) -> None:
    """Begin a process for jobs: it tells there how far it is, and leaves Ctrl-C to the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _LISTENER[:] = [steps]


def _run(number: int, work: Work[_T], steps: Steps | None = None) -> _T:
    return work(partial(_tell, _LISTENER[0] if steps is None else steps, number))


def _tell(steps: Steps, *step: int) -> None:
    steps[:] = step
