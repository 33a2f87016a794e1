"""Readings of texts that were sent: they run one after the other, in a process of their own.

So that the server answers meanwhile, and the time of one text is kept (a
:class:`variorum.engines.Clock` needs a main thread). Nothing is written to the library.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_context
from multiprocessing.sharedctypes import SynchronizedArray
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from variorum.errors import SetupError, VariorumError
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.web.api.messages import Job
from variorum.web.api.problems import BASE, RefusedError

if TYPE_CHECKING:
    from variorum.capture import Intake
    from variorum.model.annotation import AnnotatedArticle
    from variorum.model.article import Article

MOST_KEPT = 100
MOST_WAITING = 20
Steps: TypeAlias = "SynchronizedArray[int]"
"""How far the reading is that runs: its number, how many texts are read, and of how many."""
_PLACE = "https://sent.invalid/"


@dataclass(slots=True)
class _Run:
    number: int
    of: int
    future: Future[bytes]
    done: int = 0


class Jobs:
    """Takes readings, and knows the last of them.

    Args:
        limits: on what is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._executor: Executor | None = None
        self._count = 0
        self._runs: OrderedDict[str, _Run] = OrderedDict()
        self._lock = threading.Lock()

    @cached_property
    def steps(self) -> Steps:
        """Where a process that has called :func:`listen` tells how far a reading is."""
        return get_context("spawn").Array("q", 3)

    def submit(self, captures: Sequence[Capture], text: str) -> str:
        """Take texts to read; return the id of the job.

        Args:
            captures: what was sent.
            text: how much of the witnesses' words the record is to carry.

        Raises:
            RefusedError: too many readings wait.
        """
        id_ = secrets.token_urlsafe(12)
        with self._lock:
            waiting = sum(not run.future.done() for run in self._runs.values())
            if waiting >= MOST_WAITING:
                raise RefusedError(503, "Too many readings wait.", {"retry-after": "20"})
            self._count += 1
            future = self._started(self._count, tuple(captures), text)
            self._runs[id_] = _Run(self._count, len(captures), future)
            while len(self._runs) > MOST_KEPT:
                self._runs.popitem(last=False)
        return id_

    def job(self, id_: str) -> Job:
        """Return how a job stands.

        Raises:
            RefusedError: there is none of this id, or it is too long ago.
        """
        with self._lock:
            run = self._run(id_)
            number, done, of = self.steps[:]
            if number == run.number:
                run.done, run.of = done, of
        if not run.future.done():
            state = "running" if run.future.running() else "waiting"
            return Job(id=id_, state=cast(Any, state), done=run.done, of=run.of)
        if (error := _error(run.future)) is not None:
            return Job(id=id_, state="failed", done=run.done, of=run.of, problem=str(error))
        where = f"{BASE}/jobs/{id_}/record"
        return Job(id=id_, state="done", done=run.of, of=run.of, record=where)

    def future(self, id_: str) -> Future[bytes]:
        """Return what will be the record of a job, as JSON.

        Raises:
            RefusedError: as ``job`` does.
        """
        with self._lock:
            return self._run(id_).future

    def run_on(self, executor: Executor) -> None:
        """Run readings there, in place of a process of their own that starts with the first."""
        self._executor = executor

    def close(self) -> None:
        """Stop: what waits is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _run(self, id_: str) -> _Run:
        if id_ not in self._runs:
            raise RefusedError(404, "No job of this id is known, or no longer.")
        return self._runs[id_]

    def _started(self, number: int, captures: tuple[Capture, ...], text: str) -> Future[bytes]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), initializer=listen, initargs=(self.steps,)
            )
        try:
            return self._executor.submit(read_sent, (number, text), self._limits, captures)
        except BrokenProcessPool:
            self._executor = None
            return self._started(number, captures, text)


def record_in(future: Future[bytes]) -> bytes:
    """Return the record of a job that has ended.

    Raises:
        VariorumError: it came to nothing, and why.
    """
    if (error := _error(future)) is not None:
        raise error
    return future.result()


def _error(future: Future[bytes]) -> VariorumError | None:
    error = None if future.cancelled() else future.exception()
    if error is None and not future.cancelled():
        return None
    if isinstance(error, VariorumError) and not isinstance(error, SetupError):
        return error
    return RefusedError(503, "The reading was stopped; send it again.", {"retry-after": "1"})


_LISTENER: list[Steps] = []


def listen(steps: Steps) -> None:
    """Tell from now on in this process how far a reading is."""
    _LISTENER[:] = [steps]


def _tell(*step: int) -> None:
    for steps in _LISTENER:
        steps[:] = step


class _Sent:
    """The stages of reading, over captures that were sent: no path and no address is opened."""

    def __init__(self, captures: dict[str, Capture], limits: Limits) -> None:
        from variorum.annotate import Annotate
        from variorum.extract import Extract

        self._captures = captures
        self._extract = Extract(limits=limits)
        self._annotate = Annotate()

    def take(self, path: str, intake: Intake) -> Capture:
        return self._captures[path]

    def extract(self, capture: Capture) -> Article:
        return self._extract(capture)

    def annotate(self, article: Article) -> AnnotatedArticle:
        return self._annotate(article)


def read_sent(job: tuple[int, str], limits: Limits, captures: tuple[Capture, ...]) -> bytes:
    """Read captures into one record, and return it as JSON.

    Args:
        job: the number of the job, and how much of the words the record is to carry.
        limits: on what is read.
        captures: what was sent.

    Raises:
        LimitError: the time was up before the texts were sorted into stories.
    """
    from variorum import codec, pipeline
    from variorum.review.share import share

    number, text = job
    places = {f"{_PLACE}{at}": capture for at, capture in enumerate(captures)}

    def watch(found: Sequence[Capture]) -> Iterator[Capture]:
        for at, capture in enumerate(found):
            _tell(number, at, len(found))
            yield capture
        _tell(number, len(found), len(found))

    record = pipeline.read(places, limits=limits, watch=watch, kept=_Sent(places, limits))
    return codec.encode(share(record, text))
