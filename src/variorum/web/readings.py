"""Readings that run beside the server: texts into the library, and stories composed anew.

They run one after the other in a process of their own, so that pages are answered meanwhile and
the time of one text or story is kept (:class:`variorum.engines.Clock` needs a main thread).
"""

from __future__ import annotations

import asyncio
import secrets
import signal
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from starlette.exceptions import HTTPException

from variorum.errors import VariorumError
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.model.record import Rejected
from variorum.stores import open_store
from variorum.web.settings import Settings

MOST_KEPT = 500
MOST_ARTICLES = 1_000
WAIT = "20"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a reading came to: the stories its texts stand in, and what was of no use."""

    stories: tuple[str, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that waits, runs or has ended.

    ``then`` is the page it leads to, "" for that of the story it made.
    """

    id: str
    sources: tuple[str, ...]
    then: str
    future: Future[Done] = field(compare=False)

    def ended(self) -> bool:
        """Tell whether it has."""
        return self.future.done()

    def done(self) -> Done:
        """Return what it came to.

        Raises:
            VariorumError: it came to nothing, and why.
        """
        try:
            return self.future.result(timeout=0)
        except (BrokenProcessPool, CancelledError) as error:
            raise VariorumError("the reading was stopped; send it again") from error


class Readings:
    """Takes readings, and knows the last of them.

    Args:
        library: where the library is.
        settings: what is read at most.
        executor: runs them; None: a process of their own, started with the first.
    """

    def __init__(
        self, library: Path | str, settings: Settings, executor: Executor | None = None
    ) -> None:
        self._library = library
        self._settings = settings
        self._executor = executor
        self._workers: set[BaseProcess] = set()
        self._kept: OrderedDict[str, Reading] = OrderedDict()

    def submit(self, captures: Sequence[Capture] = (), *, then: str = "") -> Reading:
        """Take in captures, and compose all stories that wait.

        Raises:
            HTTPException: too many readings wait.
        """
        if sum(not one.ended() for one in self._kept.values()) >= self._settings.most_waiting:
            told = "Too many readings wait; send it again in a while."
            raise HTTPException(503, told, headers={"Retry-After": WAIT})
        work = (str(self._library), self._settings.limits, tuple(captures))
        try:
            future = self._start(*work)
        except BrokenProcessPool:
            self._executor = None
            future = self._start(*work)
        sources = tuple(capture.source for capture in captures)
        reading = Reading(secrets.token_urlsafe(9), sources, then, future)
        self._kept[reading.id] = reading
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return reading

    def get(self, id_: str) -> Reading | None:
        """Return a reading by its id, None where it is not, or no longer, known."""
        return self._kept.get(id_)

    async def wait(self, reading: Reading) -> bool:
        """Wait for a reading as long as an answer may; tell whether it has ended."""
        waited = asyncio.wrap_future(reading.future)
        await asyncio.wait([waited], timeout=self._settings.patience)
        if waited.done() and not waited.cancelled():
            waited.exception()
        return reading.ended()

    def close(self) -> None:
        """Stop: what waits is dropped, and what runs is ended; what it has written is kept."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.terminate()

    def _start(self, library: str, limits: Limits, captures: tuple[Capture, ...]) -> Future[Done]:
        """Start a reading, and with the first a process of its own for it."""
        if self._executor is None:
            spawn = get_context("spawn")
            self._executor = ProcessPoolExecutor(1, mp_context=spawn, initializer=_leave_interrupts)
        before = set(active_children())
        future = self._executor.submit(take_in, library, limits, captures)
        if isinstance(self._executor, ProcessPoolExecutor):
            self._workers |= set(active_children()) - before
        return future


def take_in(library: str, limits: Limits, captures: tuple[Capture, ...]) -> Done:
    """Take captures into a library, and compose all stories that wait.

    Args:
        library: where it is.
        limits: on what is read.
        captures: what arrived, by their places in this tuple; nothing else is opened.
    """
    from variorum.ingest import Stages, streaming

    with closing(open_store(library)) as store:
        arrived = {str(place): capture for place, capture in enumerate(captures)}
        job = streaming(
            store,
            Stages(store, limits=limits),
            limits=limits,
            most=MOST_ARTICLES,
            take=lambda place, _: arrived[place],
        )
        taken = job(tuple(arrived))
        with store.reading() as view:
            lines = view.stories_of({capture.sha256 for capture in captures})
    found = dict.fromkeys((*(line.story for line in lines), *(taken.stories if captures else ())))
    return Done(stories=tuple(found), rejected=tuple(taken.rejected))


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the server, which ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
