"""A batch gives the same records, whatever happens on the way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.engine_jobs import EXAMPLES
from tests.samples import CONTAINERS
from variorum import batch, codec, pipeline
from variorum.batch import shards
from variorum.batch.shards import Notes, Row, Shard, Tally, done, tally_of, write_rows
from variorum.engines import processes
from variorum.errors import SetupError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.record import Record

INPUTS = tuple(
    str(EXAMPLES / name)
    for name in (
        "recall/agency.txt", "recall/courier.txt", "recall/blog.html",
        "ceasefire/merrow.txt", "ceasefire/sextant.txt", "unrelated/footpath.txt",
    )
)  # fmt: skip
SHARD_FILES = 2
DYING = """
import os, signal, sys
from variorum.batch.shards import Shard, done, write_rows
def make(shard, notes):
    os.kill(os.getpid(), signal.SIGKILL)
done(sys.argv[1], Shard(step="read", number=0), make, write_rows(1))
"""


def records(folder: Path) -> dict[tuple[str, ...], Record]:
    """Return the records of a batch by the hashes of their witnesses."""
    rows = [row for path in folder.glob("records/*") for row in pq.read_table(path).to_pylist()]
    found = [codec.decode(row["record"].encode()) for row in rows]
    return {tuple(sorted(w.sha256 for w in record.witnesses)): record for record in found}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A batch of a few files in three shards."""
    folder = tmp_path_factory.mktemp("batch") / "out"
    batch.run(INPUTS, folder, shard_files=SHARD_FILES)
    return folder


def tables(folder: Path) -> dict[str, bytes]:
    """Return the bytes of what a batch gives away."""
    files = (*folder.glob("records/*"), folder / "manifest.json", folder / "rejected.parquet")
    return {path.name: path.read_bytes() for path in files}


def test_records_are_those_of_read(made: Path) -> None:
    """Every story has the record that `read` makes of its files, but for why they are together."""
    found = records(made)
    assert sorted(len(key) for key in found) == [1, 2, 3]
    for record in found.values():
        files = [path for path in INPUTS if Path(path).name in {w.source for w in record.witnesses}]
        (story,) = record.stories
        alone = pipeline.read(files)
        assert story.id == alone.stories[0].id
        assert codec.encode(codec.seal(replace(alone, stories=(story,)))) == codec.encode(record)


def test_workers_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    """Tables and manifest are the same on worker processes."""
    again = tmp_path / "out"
    options = {"workers": 2, "chunk_bytes": 1}
    batch.run(INPUTS, again, engine=processes, options=options, shard_files=SHARD_FILES)
    assert tables(again) == tables(made)


def test_killed_workers_change_nothing(made: Path, tmp_path: Path) -> None:
    """Every worker is killed in the middle of the job; others take over."""
    killed: list[int] = []

    def kill(tally: Tally, _: int) -> None:
        for child in [] if killed else multiprocessing.active_children():
            killed.append(child.pid or 0)
            child.kill()

    again = tmp_path / "out"
    options = {"workers": 2, "chunk_bytes": 1}
    batch.run(INPUTS, again, engine=processes, options=options, shard_files=SHARD_FILES, tell=kill)
    assert killed
    assert tables(again) == tables(made)


def test_a_finished_batch_is_not_done_again(made: Path) -> None:
    """A second run finds every shard done."""
    before = tables(made)
    told: list[Any] = []
    batch.run(INPUTS, made, shard_files=SHARD_FILES, tell=lambda *call: told.append(call))
    assert not told
    assert tables(made) == before


def test_a_killed_driver_goes_on_where_it_was(made: Path, tmp_path: Path) -> None:
    """What was done before the kill is not done again, and the result is the same."""
    out = tmp_path / "out"
    code = (
        "import sys; from pathlib import Path; from variorum import batch;"
        f"batch.run(sys.argv[2:], Path(sys.argv[1]), shard_files={SHARD_FILES})"
    )
    run = subprocess.Popen([sys.executable, "-c", code, str(out), *INPUTS], env=dict(os.environ))
    first = out / "work/read/00000.done"
    while not first.exists():
        assert run.poll() is None
        time.sleep(0.02)
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert not (out / "manifest.json").exists()
    before = {path: path.stat().st_mtime_ns for path in out.glob("work/*/*.done")}
    batch.run(INPUTS, out, shard_files=SHARD_FILES)
    assert before
    assert all(path.stat().st_mtime_ns == then for path, then in before.items())
    assert tables(out) == tables(made)


def test_another_batch_is_not_mixed_in(made: Path, tmp_path: Path) -> None:
    """A folder of other files, or of something else, is refused."""
    with pytest.raises(SetupError, match="holds a batch of other files"):
        batch.run(INPUTS[:2], made, shard_files=SHARD_FILES)
    (tmp_path / "notes.txt").touch()
    with pytest.raises(SetupError, match="is not empty and holds no batch"):
        batch.run(INPUTS, tmp_path)


def test_equal_bytes_are_one_witness_wherever_they_lie(tmp_path: Path) -> None:
    """A copy in another shard is rejected, with the name of the other."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(Path(INPUTS[0]).read_bytes())
    (tmp_path / "c.txt").write_bytes(b"")
    out = tmp_path / "out"
    told = batch.run([str(p) for p in tmp_path.glob("*.txt")], out, shard_files=1)
    rows = pq.read_table(out / "rejected.parquet").to_pylist()
    found = sorted((row["source"], row["stage"]) for row in rows)
    assert found == [("b.txt", "capture"), ("c.txt", "extract")]
    assert told["rejected"] == 2
    assert len(records(out)) == 1


def test_a_fault_concerns_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that a stage breaks at is rejected with the fault, and its fellows are read."""

    def breaks(found: AnnotatedArticle, *_: object, **__: object) -> AnnotatedArticle:
        if "blog" in found.article.source:
            raise ZeroDivisionError("no such luck")
        return found

    monkeypatch.setattr("variorum.annotate.with_places", breaks)
    batch.run(INPUTS[:3], tmp_path / "out")
    rows = pq.read_table(tmp_path / "out/rejected.parquet").to_pylist()
    assert [(row["source"], row["stage"]) for row in rows] == [("blog.html", "annotate")]
    assert rows[0]["reason"] == "a fault of the program: ZeroDivisionError('no such luck')"
    assert sum(len(record.witnesses) for record in records(tmp_path / "out").values()) == 2


def test_a_record_holds_so_many_witnesses_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a larger story the earliest stand in it, and each of the others is rejected by name."""
    monkeypatch.setattr("variorum.batch.records.MOST_WITNESSES", 1)
    files = [str(path) for path in (EXAMPLES / "recall").glob("*.txt")]
    batch.run(files, tmp_path / "out")
    (record,) = records(tmp_path / "out").values()
    rows = pq.read_table(tmp_path / "out/rejected.parquet").to_pylist()
    assert {row["reason"] for row in rows} == {"more than 1 witnesses of one story"}
    told = [*(row["source"] for row in rows), *(w.source for w in record.witnesses)]
    assert sorted(told) == sorted(Path(path).name for path in files)


def test_an_archive_is_opened(tmp_path: Path) -> None:
    """Each article of a container is a witness of its own, named by its file and its place."""
    (tmp_path / "feed.jsonl").write_bytes(CONTAINERS["jsonl"])
    batch.run([str(tmp_path / "feed.jsonl")], tmp_path / "out")
    found = [w.source for r in records(tmp_path / "out").values() for w in r.witnesses]
    assert len(found) == len(set(found)) > 1
    assert all(source.startswith("feed.jsonl#") for source in found)


def test_a_shard_that_fails_is_isolated_after_three_tries(tmp_path: Path) -> None:
    """It counts as done, is empty, and says why; those after it find nothing of it."""
    shard = Shard(step="read", number=7)
    tries = 0

    def make(shard: Shard, notes: Notes) -> Iterable[Row]:
        nonlocal tries
        tries += 1
        yield "a", b"1"
        raise ValueError("a fault")

    tally = done(str(tmp_path), shard, make, write_rows(4))
    assert tries == shards.TRIES
    assert tally.isolated == "failed 3 times: ValueError: a fault"
    assert tally_of(str(tmp_path), shard) == tally
    assert not list(shards.read_bucket(str(tmp_path), "read", 0))


def test_the_tries_of_a_shard_that_ends_its_process_are_counted(tmp_path: Path) -> None:
    """Also where no engine can count them, for the process was the driver's own."""
    shard = Shard(step="read", number=0)
    for _ in range(shards.TRIES):
        run = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False)
        assert run.returncode == -signal.SIGKILL

    def make(shard: Shard, notes: Notes) -> Iterable[Row]:
        pytest.fail("it is not tried again")

    tally = done(str(tmp_path), shard, make, write_rows(1))
    assert tally.isolated == "failed 3 times: its process ended"


def test_a_person_who_stops_a_run_blames_no_shard(tmp_path: Path) -> None:
    """An interrupted try is forgotten."""
    shard = Shard(step="read", number=0)

    def stop(shard: Shard, notes: Notes) -> Iterable[Row]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        done(str(tmp_path), shard, stop, write_rows(1))
    assert not list(tmp_path.glob("*/*.tries"))
