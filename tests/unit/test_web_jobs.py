"""What runs beside a served library: pages and API wait in one line, and see how far it is."""

from __future__ import annotations

import asyncio
import gc
import hashlib
from collections.abc import Iterator
from concurrent.futures import Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from tests.libraries import FERRY, MILL
from tests.served import Served, served
from variorum.errors import RetryError, VariorumError
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.web.jobs import MOST_KEPT, Job, Jobs
from variorum.web.reading import ReadSent, TakeIn
from variorum.web.settings import Settings


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Yield a library of what these tests send it."""
    with served(tmp_path_factory.mktemp("desk"), Settings(patience=120)) as made:
        yield made


class Stuck(Executor):
    """Never does what it is given."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return what never ends."""
        return Future()


class Broken(Executor):
    """Is stopped with whatever it does."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return what was stopped."""
        future: Future[Any] = Future()
        future.set_exception(BrokenProcessPool())
        return future


def test_a_long_reading_has_a_page(tmp_path: Path) -> None:
    """A reading that takes long is not waited for; its page says how it stands."""
    settings = Settings(patience=0.01, most_waiting=2)
    with served(tmp_path, settings, executor=Stuck()) as stuck:
        answer = stuck.send("/read", {"text": [FERRY], "address": [""]})
        assert answer.url.path.startswith("/readings/")
        assert "Look again" in answer.text
        assert stuck.get("/readings/another").status_code == 404
        stuck.send("/read", {"text": [FERRY], "address": [""]})
        third = stuck.send("/read", {"text": [FERRY], "address": [""]})
        assert third.status_code == 503
        assert third.headers["retry-after"]


def test_pages_and_api_wait_in_one_line(tmp_path: Path) -> None:
    """What a page has sent is told by the API, counts there, and is no record."""
    with served(tmp_path, Settings(patience=0.01, most_waiting=1), executor=Stuck()) as stuck:
        address = stuck.send("/read", {"text": [FERRY], "address": [""]}).url.path
        job = f"/api/v1/jobs/{address.removeprefix('/readings/')}"
        assert f'data-events="{job}/events"' in stuck.get(address).text
        assert stuck.get(job).json() | {"id": ""} == {
            "id": "", "state": "waiting", "done": 0, "of": 1, "record": None, "problem": None
        }  # fmt: skip
        refused = stuck.client.post("/api/v1/read", json={"texts": [{"text": FERRY}]})
        assert (refused.status_code, "wait" in refused.json()["detail"]) == (503, True)
        assert refused.headers["retry-after"]


def test_a_page_tells_how_far_its_reading_is(desk: Served) -> None:
    """Once its texts are in the library a reading is done for the API too, without a record."""
    files = [("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4))]
    answer = desk.client.post("/read", data={"form": desk.form()}, files=files)
    job = f"/api/v1/jobs/{answer.url.path.removeprefix('/readings/')}"
    events = desk.get(f"{job}/events").text
    assert events.startswith("event: done")
    assert '"done":1,"of":1,"record":null' in events
    assert desk.get(f"{job}/record").status_code == 404


def test_a_record_that_was_asked_for_is_no_page(desk: Served) -> None:
    """The page of a job of the API leads to its record."""
    sent = {"texts": [{"text": MILL}]}
    job = desk.client.post("/api/v1/read", json=sent, headers={"prefer": "respond-async"}).json()
    assert "event: done" in desk.get(f"/api/v1/jobs/{job['id']}/events").text
    page = desk.get(f"/readings/{job['id']}")
    assert page.json()["record"] == "variorum/1"


def test_the_last_jobs_are_kept(tmp_path: Path) -> None:
    """Of many jobs that have ended the oldest are forgotten; a fault of one is no other's."""
    jobs = Jobs(2, Broken())
    ids = [jobs.submit(TakeIn("", Limits()), of=0).id for _ in range(MOST_KEPT + 1)]
    assert jobs.get(ids[0]) is None
    last = jobs.get(ids[-1])
    assert last
    assert last.state == "failed"


def test_a_reading_that_was_stopped_is_said(tmp_path: Path) -> None:
    """Where the process of the readings ends, who waits for it is told."""
    with served(tmp_path, executor=Broken()) as broken:
        answer = broken.send("/read", {"text": [FERRY], "address": [""]})
        assert answer.status_code == 503
        assert "send it again" in answer.text


def test_readings_run_in_a_process_of_their_own(tmp_path: Path) -> None:
    """What is read beside the server is in the library when it is done; the process reads on."""
    from variorum.stores import open_store

    path = tmp_path / "library.sqlite"
    store = open_store(path, create=True)
    jobs, capture = Jobs(20), _capture(MILL)
    work = TakeIn(str(path), Limits(), (capture,))
    done = jobs.submit(work, of=1).future.result(timeout=120)
    read = jobs.submit(ReadSent(Limits(), (capture,), "spans"), of=1)
    assert read.future.result(timeout=120).startswith(b"{")
    found = jobs.get(read.id)
    assert found
    assert (found.state, found.done, found.of) == ("done", 1, 1)
    jobs.close()
    with store.reading() as view:
        assert done.stories == tuple(line.story for line in view.stories_of([capture.sha256]))
        assert len(done.stories) == 1
    store.close()
    assert work(lambda done, of: None) == done


def test_closing_ends_what_runs(tmp_path: Path) -> None:
    """A reading that runs when the server stops holds nothing up."""
    from variorum.stores import open_store

    path = tmp_path / "library.sqlite"
    open_store(path, create=True).close()
    jobs = Jobs(20)
    text = " ".join(f"Mayor Rask of Velm said on day {n} that it rained." for n in range(20_000))
    job = jobs.submit(TakeIn(str(path), Limits(), (_capture(text),)), of=1)
    jobs.close()
    with pytest.raises(VariorumError, match="send it again"):
        _ended(job).result()


@pytest.mark.parametrize("started", [True, False], ids=["started", "not started"])
def test_a_server_that_stops_takes_no_reading(started: bool) -> None:
    """What is sent after closing is refused as what may be sent again; no process begins for it."""
    jobs = Jobs(2, Stuck() if started else None)
    jobs.close()
    with pytest.raises(RetryError, match="the server stops"):
        jobs.submit(TakeIn("", Limits()), of=0)


def test_a_job_that_fails_after_patience_ended_is_heard() -> None:
    """Who no longer waits leaves nothing that the loop reports as never looked at."""
    unheard: list[object] = []

    async def give_up() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, told: unheard.append(told))
        jobs = Jobs(2, Stuck())
        job = jobs.submit(TakeIn("", Limits()), of=0)
        assert not await jobs.wait(job, 0.0)
        job.future.set_exception(VariorumError("no text"))
        for _ in range(3):
            await asyncio.sleep(0)
        gc.collect()

    asyncio.run(give_up())
    assert unheard == []


def _capture(text: str) -> Capture:
    data = text.encode()
    return Capture(source="text", data=data, sha256=hashlib.sha256(data).hexdigest())


def _ended(job: Job[Any]) -> Job[Any]:
    """Return a job that has ended, or been ended, within half a minute."""
    wait([job.future], timeout=30)
    assert job.ended()
    return job


class Failing(Executor):
    """Fails at whatever it is given."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return what has failed."""
        future: Future[Any] = Future()
        future.set_exception(ZeroDivisionError("at line 7"))
        return future


def test_a_fault_is_in_the_log_and_nowhere_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where reading itself fails, the log says so once, and who waits only that it was stopped."""
    with served(tmp_path, executor=Failing()) as made:
        answer = made.client.post("/api/v1/read", json={"texts": [{"text": FERRY}]})
    assert (answer.status_code, "line 7" in answer.text) == (503, False)
    assert [r.levelname for r in caplog.records if "ZeroDivisionError" in r.message] == ["ERROR"]
