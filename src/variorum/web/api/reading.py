"""Texts over HTTP: texts are sent, a record comes back; a long one is a job with its progress."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator

import msgspec
from starlette.concurrency import run_in_threadpool

from variorum.model.article import Capture
from variorum.web.api.jobs import Jobs, record_in
from variorum.web.api.messages import Job, Text, Texts
from variorum.web.api.operations import Answer, Asked
from variorum.web.api.problems import BASE, RefusedError

LATER = "respond-async"
# Seconds between two looks at a job, and looks after which something is sent in any case.
_LOOK = 0.2
_SILENT = 75


async def read(asked: Asked) -> Answer:
    """Read texts into one record, or give the job that does."""
    body: Texts = asked.body
    limits = asked.desk.settings.limits
    if len(body.texts) > limits.witnesses:
        told = f"{len(body.texts)} texts, and at most {limits.witnesses} are read together."
        raise RefusedError(413, told)
    captures = [await run_in_threadpool(_capture, text, at) for at, text in enumerate(body.texts)]
    large = next((c for c in captures if len(c.data) > limits.bytes), None)
    if large is not None:
        raise RefusedError(413, f"{large.source}: larger than {limits.bytes:,} bytes.")
    id_ = asked.desk.jobs.submit(captures, body.text)
    if LATER in asked.prefer:
        where = {"location": f"{BASE}/jobs/{id_}", "preference-applied": LATER}
        return Answer(body=asked.desk.jobs.job(id_), status=202, headers=where)
    future = asked.desk.jobs.future(id_)
    await asyncio.wait([asyncio.wrap_future(future)])
    return Answer(body=lambda: record_in(future))


def job(asked: Asked) -> Answer:
    """Return how a job stands."""
    return Answer(body=asked.desk.jobs.job(asked.path["job"]))


def record_of_job(asked: Asked) -> Answer:
    """Return the record of a job that is done."""
    id_ = asked.path["job"]
    if asked.desk.jobs.job(id_).state in ("waiting", "running"):
        raise RefusedError(409, "The job is not done yet.")
    return Answer(body=lambda: record_in(asked.desk.jobs.future(id_)))


def events(asked: Asked) -> Answer:
    """Return how a job stands each time it stands otherwise, until it has ended."""
    id_ = asked.path["job"]
    asked.desk.jobs.job(id_)
    return Answer(stream=_stream(asked.desk.jobs, id_))


async def _stream(jobs: Jobs, id_: str) -> AsyncIterator[bytes]:
    last: Job | None = None
    silent = 0
    while last is None or last.state in ("waiting", "running"):
        if last is not None:
            await asyncio.sleep(_LOOK)
        try:
            now = jobs.job(id_)
        except RefusedError:
            return
        silent = 0 if now != last else silent + 1
        if now != last:
            yield _event(now)
        elif silent % _SILENT == 0:
            yield b": still at it\n\n"
        last = now


def _event(job: Job) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (job.state.encode(), msgspec.json.encode(job))


def _capture(text: Text, at: int) -> Capture:
    """Return a text as a capture; what it is called only names it."""
    data = text.text.encode()
    plain = "".join(c if c.isprintable() else " " for c in text.source or "").strip()
    return Capture(
        source=plain or f"text {at + 1}",
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=text.media_type,
    )
