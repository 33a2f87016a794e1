"""Several workers on one library in PostgreSQL, and its commands beside those of a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import postgresql
from tests.libraries import AGAIN, FERRY, LATER, MILL, take, write
from tests.unit.test_postgres_library import library, run
from variorum.model.library import Wanted
from variorum.stores import open_store
from variorum.stores._reader import Reader

pytestmark = pytest.mark.postgres


@pytest.fixture
def server(postgres_server: postgresql.Server) -> postgresql.Server:
    """Return a PostgreSQL server."""
    return postgres_server


def together(*jobs: Callable[[], object]) -> None:
    """Run jobs at the same time, and raise what one of them raised."""
    failed: list[BaseException] = []

    def guarded(job: Callable[[], object]) -> None:
        try:
            job()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not any(thread.is_alive() for thread in threads)
    if failed:
        raise failed[0]


def test_claimed_name_is_left_to_its_worker(server: postgresql.Server) -> None:
    """Who does not wait is told that another has a name; who waits gets it when it is let go."""
    address = library(server)
    one, other = open_store(address), open_store(address)
    done: list[str] = []

    def second() -> None:
        with other.claim("report", wait=True) as mine:
            assert mine
            done.append("second")

    with one.claim("report"):
        with other.claim("report") as mine:
            assert not mine
        with other.claim("another") as mine:
            assert mine
        thread = threading.Thread(target=second)
        thread.start()
        done.append("first")
    thread.join(30)
    assert done == ["first", "second"]
    one.close()
    other.close()


def test_workers_share_files_and_stories(server: postgresql.Server, tmp_path: Path) -> None:
    """Three that take in one folder at once make the library that one alone makes."""
    pages = {"ferry": FERRY, "later": LATER, "mill": MILL}  # dated: any may arrive first
    files = write(tmp_path / "pages", **pages)
    address = server.database()
    workers = [open_store(address, create=True) for _ in range(3)]
    together(*(lambda store=store: take(store, files) for store in workers))
    take(workers[1], write(tmp_path / "pages", again=AGAIN))
    alone = open_store(tmp_path / "library.sqlite", create=True)
    take(alone, files)
    take(alone, write(tmp_path / "pages", again=AGAIN))
    for store in (workers[0], alone):
        assert store.faults() == ()
    with workers[2].reading() as view, alone.reading() as one:
        assert view.stale() == ()
        assert members(view) == members(one)
        told = [(change.story, change.told) for change in view.changes()]
        assert len(set(told)) == len(told)
        for question in (Wanted(), Wanted(place="Corran"), Wanted(speaker="penrose")):
            assert {s.title for s in view.stories(question)} == {
                s.title for s in one.stories(question)
            }
    for store in (*workers, alone):
        store.close()


def members(view: Reader) -> set[tuple[str, ...]]:
    """Return the articles of every story of a library."""
    return {
        tuple(article.id for article in view.members(line.story)) for line in view.stories(Wanted())
    }


def test_commands_print_the_same(server: postgresql.Server, tmp_path: Path) -> None:
    """Every command of a library says of one in PostgreSQL what it says of one in a file."""
    pages = write(tmp_path / "pages", ferry=FERRY, mill=MILL)
    later = write(tmp_path / "pages", again=AGAIN, later=LATER)
    told = []
    for address in (str(tmp_path / "library.sqlite"), server.database()):
        said = [run(address, "ingest", *pages), run(address, "ingest", *pages, *later)]
        said += [run(address, "stories"), run(address, "stories", "--place", "corran")]
        rows = json.loads(run(address, "stories", "--format", "json"))
        said += [run(address, "show", row["story"], "--format", "json") for row in rows]
        said += [run(address, "search", words) for words in ("nobody", '"engine room"', "absent")]
        said.append(run(address, "read", "ferry.txt", "mill.txt", "--format", "json"))
        said += [run(address, "forget", "again.txt"), run(address, "stories")]
        told.append(said)
        assert run(address, "doctor").endswith(": sound\n")
    assert told[0] == told[1]
