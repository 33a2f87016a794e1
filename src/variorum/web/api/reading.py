"""Texts over HTTP: texts are sent, a record comes back; a long one is a job with its progress."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator

import msgspec
from starlette.concurrency import run_in_threadpool

from variorum.model.article import Capture
from variorum.web.api import messages
from variorum.web.api.messages import Text, Texts
from variorum.web.api.operations import Answer, Asked
from variorum.web.api.problems import BASE, RefusedError
from variorum.web.jobs import Job, Jobs
from variorum.web.reading import ReadSent

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
    work = ReadSent(limits, tuple(captures), body.text)
    job = asked.desk.jobs.submit(work, of=len(captures))
    if LATER in asked.prefer:
        where = {"location": f"{BASE}/jobs/{job.id}", "preference-applied": LATER}
        return Answer(body=_told(job), status=202, headers=where)
    await asked.desk.jobs.wait(job)
    return Answer(body=job.result)


def job(asked: Asked) -> Answer:
    """Return how a job stands."""
    return Answer(body=_told(_found(asked.desk.jobs, asked.path["job"])))


def record_of_job(asked: Asked) -> Answer:
    """Return the record of a job that is done."""
    job = _found(asked.desk.jobs, asked.path["job"])
    if not job.ended():
        raise RefusedError(409, "The job is not done yet.")
    made = job.result()
    if not isinstance(made, bytes):
        raise RefusedError(404, "This job has no record: its texts went into the library.")
    return Answer(body=lambda: made)


def events(asked: Asked) -> Answer:
    """Return how a job stands each time it stands otherwise, until it has ended."""
    job = _found(asked.desk.jobs, asked.path["job"])
    return Answer(stream=_stream(asked.desk.jobs, job.id))


async def _stream(jobs: Jobs, id_: str) -> AsyncIterator[bytes]:
    last: messages.Job | None = None
    silent = 0
    while last is None or last.state in ("waiting", "running"):
        if last is not None:
            await asyncio.sleep(_LOOK)
        try:
            now = _told(_found(jobs, id_))
        except RefusedError:
            return
        silent = 0 if now != last else silent + 1
        if now != last:
            yield _event(now)
        elif silent % _SILENT == 0:
            yield b": still at it\n\n"
        last = now


def _found(jobs: Jobs, id_: str) -> Job[object]:
    """Return a job.

    Raises:
        RefusedError: there is none of this id, or it is too long ago.
    """
    found = jobs.get(id_)
    if found is None:
        raise RefusedError(404, "No job of this id is known, or no longer.")
    return found


def _told(job: Job[bytes] | Job[object]) -> messages.Job:
    """Return how a job stands."""
    state, record, told = job.state, None, None
    if state == "failed":
        told = str(job.error())
    elif state == "done" and isinstance(job.result(), bytes):
        record = f"{BASE}/jobs/{job.id}/record"
    done = job.of if state == "done" else job.done
    return messages.Job(id=job.id, state=state, done=done, of=job.of, record=record, problem=told)


def _event(job: messages.Job) -> bytes:
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
