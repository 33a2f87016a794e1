"""A library in a file: its form, its safety, and what is said when something is wrong."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.event import listen

from tests.libraries import keep
from variorum.errors import RetryError, SetupError
from variorum.model.library import Wanted
from variorum.stores import _tables as tables
from variorum.stores import open_store, sqlite

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday."
SECRET = "Zorblaxine leaks at Vennmoor\nThe zorblaxine tank of Vennmoor leaked on Monday."


def library(folder: Path) -> Path:
    """Return the path of a library of two texts."""
    path = folder / "library.sqlite"
    store = open_store(path, create=True)
    keep(store, WELL)
    keep(store, SECRET, source="secret.txt")
    store.close()
    return path


def test_tables_are_those_that_are_asked(tmp_path: Path) -> None:
    """The steps make the very tables and columns that the questions name."""
    engine = create_engine(f"sqlite:///{library(tmp_path)}")
    found = inspect(engine)
    for name, table in tables.METADATA.tables.items():
        assert [c["name"] for c in found.get_columns(name)] == [c.name for c in table.columns], name
    engine.dispose()


def test_steps_are_numbered_without_a_gap() -> None:
    """Forms of the file are counted from one on."""
    assert sorted(sqlite.steps()) == list(range(1, len(sqlite.steps()) + 1))


def test_file_is_written_through(tmp_path: Path) -> None:
    """The file has a write-ahead log, each commit is synced, keys are checked, pages wiped."""
    store = open_store(library(tmp_path))
    assert isinstance(store, sqlite.SqliteStore)
    with store.reading() as view:
        told = {
            name: view._sql.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    store.close()
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert told == wanted


def test_step_is_taken_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that breaks off leaves the file as it was, and is taken when it can be."""
    path = library(tmp_path)
    good = "CREATE TABLE shelves (id INTEGER PRIMARY KEY);\n"
    steps = sqlite.steps()
    last, bad = max(steps), f"{good}CREATE TABLE runs (id);\n"
    with monkeypatch.context() as patched:
        patched.setattr(sqlite, "steps", lambda: {**steps, last + 1: bad})
        with pytest.raises(SetupError, match="runs already exists"):
            open_store(path)
    assert _tell(path, "PRAGMA user_version") == last
    monkeypatch.setattr(sqlite, "steps", lambda: {**steps, last + 1: good})
    open_store(path).close()
    assert _tell(path, "PRAGMA user_version") == last + 1
    assert _tell(path, "SELECT count(*) FROM shelves") == 0


def test_library_of_a_later_version_is_refused(tmp_path: Path) -> None:
    """A file of a form this version does not know is left alone, and it says what to do."""
    path = library(tmp_path)
    _do(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(SetupError, match=r"form 99.*Install the later version"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_other_files_are_refused(tmp_path: Path) -> None:
    """A database of another program, or no database, is never written to."""
    other = tmp_path / "other.sqlite"
    _do(other, "CREATE TABLE bookmarks (url TEXT)")
    text = tmp_path / "notes.txt"
    text.write_text("These are notes and no library." * 40)
    before = (other.read_bytes(), text.read_bytes())
    with pytest.raises(SetupError, match=r"no library of Variorum"):
        open_store(other)
    with pytest.raises(SetupError, match=r"no library of Variorum"):
        open_store(text)
    assert (other.read_bytes(), text.read_bytes()) == before
    with pytest.raises(SetupError, match="is no file"):
        open_store(tmp_path, create=True)


def test_missing_library_is_not_made_by_asking(tmp_path: Path) -> None:
    """Who only reads gets a message, and no empty file."""
    with pytest.raises(SetupError, match="`variorum ingest` makes one"):
        open_store(tmp_path / "absent.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without SQLAlchemy it says what to install."""
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(SetupError, match=r"pip install .variorum\[library\]."):
        open_store(tmp_path / "library.sqlite", create=True)


def test_full_disk_is_said_and_nothing_half_is_kept(tmp_path: Path) -> None:
    """When the file cannot grow the transaction is not kept, and the message names the disk."""
    store = open_store(library(tmp_path))
    with store.reading() as view:
        pages = view._sql.exec_driver_sql("PRAGMA page_count").scalar()
    store.close()
    store = open_store(tmp_path / "library.sqlite")
    assert isinstance(store, sqlite.SqliteStore)
    with store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(SetupError, match=r"library\.sqlite: the disk is full"):
        keep(store, "\n".join(f"Line {n} of a long report." for n in range(9000)), source="b.txt")
    with store.reading() as view:
        assert view.captures("b.txt") == ()
        assert len(view.stories(Wanted())) == 1
    assert store.faults() == ()
    store.close()


def test_read_only_library_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library nobody may write to is read, and says so when it should be written."""
    path = library(tmp_path)
    monkeypatch.setattr(sqlite, "_may_write", lambda path: False)
    store = open_store(path)
    with store.reading() as view:
        assert len(view.search("wells")) == 1
    with pytest.raises(SetupError, match=r"library\.sqlite: is read-only"):
        keep(store, "Another text\nIt is new.", source="b.txt")
    store.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["library.sqlite"]


def test_second_writer_waits_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that write take turns; one that waits too long may try again."""
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    path = library(tmp_path)
    one, other = open_store(path), open_store(path)
    with one.writing(), pytest.raises(RetryError, match="another program"), other.writing():
        pass
    with other.writing() as writer:
        writer.begin("0", "reader")
    one.close()
    other.close()


WRITER = """
import sys, time
from variorum.stores import open_store
store = open_store(sys.argv[1])
with store.writing() as writer:
    for number in range(300):
        writer.begin("0", "x" * 4000)
    print("writing", flush=True)
    sys.stdin.readline()
store.close()
"""


def test_reader_is_not_blocked_by_a_writing_process(tmp_path: Path) -> None:
    """While another process is in the middle of a transaction, one reads what was there before."""
    path = library(tmp_path)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert writer.stdout
    assert writer.stdin
    with writer:
        assert writer.stdout.readline() == "writing\n"
        store = open_store(path)
        with store.reading() as view:
            assert len(view.search("wells")) == 1
            runs = view._sql.exec_driver_sql("SELECT count(*) FROM runs").scalar()
        assert runs == 2
        store.close()
        writer.stdin.write("\n")
        writer.stdin.close()
        assert writer.wait(30) == 0
    assert _tell(path, "SELECT count(*) FROM runs") == 302


def test_killed_writer_leaves_what_was_committed(tmp_path: Path) -> None:
    """A process that dies in a transaction takes nothing with it but that transaction."""
    path = library(tmp_path)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert writer.stdout
    with writer:
        writer.stdout.readline()
        writer.kill()
    store = open_store(path)
    assert store.faults() == ()
    assert len(store.forget("secret.txt").stories) == 1
    store.close()
    assert _tell(path, "SELECT count(*) FROM runs") == 2


def test_forgotten_words_are_in_no_page_of_the_file(tmp_path: Path) -> None:
    """After `forget` neither the file nor its log holds the words, in the index neither."""
    path = library(tmp_path)
    assert b"zorblaxine" in path.read_bytes().lower()
    store = open_store(path)
    store.forget("secret.txt")
    for file in tmp_path.iterdir():
        assert b"zorblax" not in file.read_bytes().lower(), file.name
        assert b"vennmoor" not in file.read_bytes().lower(), file.name
    store.close()


DAMAGE = {
    "UPDATE captures SET sha256 = 'ab' || substr(sha256, 3)": "captures, ab.*its bytes have",
    "UPDATE captures SET data = x'00'": "captures, .*damaged data",
    "UPDATE articles SET facts = replace(facts, 'Well', 'Bell')": "articles, .*not as it was read",
    "UPDATE articles SET facts = '{'": "articles, .*damaged data",
    "UPDATE articles SET name = 'x' || name": "articles, x.*must have the id",
    "DROP TRIGGER texts_fixed; UPDATE texts SET text = replace(text, 'Friday', 'Monday')":
        "index of words: is not that of the texts",
    "DELETE FROM annotations": "articles, .*nothing that was found",
    "UPDATE annotations SET data = x'00'": "annotations, .*damaged data",
    "DELETE FROM texts": "articles, .*has no text",
    "DELETE FROM sightings": "captures, .*under no name",
    "INSERT INTO names (name, folded) VALUES ('Nobody', ' nobody ')": "names, Nobody: no article",
    "DELETE FROM memberships": "sketches, .*is in no story",
    "UPDATE stories SET articles = 7": "stories, story-one: counts its articles wrong",
    "UPDATE articles SET current = 0": "articles, .*is not current",
    "UPDATE embeddings SET vector = x'00'": "embeddings, .*is no vector",
    "PRAGMA foreign_keys = OFF; DELETE FROM captures": "points at a row of captures",
}  # fmt: skip


@pytest.mark.parametrize("statement", DAMAGE)
def test_every_damage_is_a_fault(tmp_path: Path, statement: str) -> None:
    """Whatever is changed behind the library's back is found and named."""
    path = library(tmp_path)
    store = open_store(path)
    assert store.faults() == ()
    for part in statement.split(";"):
        _do(path, part)
    told = [f"{fault.place}: {fault.what}" for fault in store.faults()]
    store.close()
    assert any(re.search(DAMAGE[statement], line) for line in told), told


def _do(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def _tell(path: Path, question: str) -> object:
    connection = sqlite3.connect(path)
    (answer,) = connection.execute(question).fetchone()
    connection.close()
    return answer


def test_page_of_a_story_reads_no_other(tmp_path: Path) -> None:
    """A story, and a witness, asked for by the whole id is looked up: no table is gone through."""
    store = open_store(library(tmp_path))
    assert isinstance(store, sqlite.SqliteStore)
    asked: list[tuple[str, Any]] = []
    listen(store._engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    with store.reading() as view:
        (holding, *_) = view.page("story-one").holdings
        view.witness(holding.article)
        view.witness(holding.sha256)
        questions = [one for one in asked if one[0].startswith("SELECT")]
        plans = [
            view._sql.exec_driver_sql(f"EXPLAIN QUERY PLAN {q}", v).all() for q, v in questions
        ]
    store.close()
    steps = [row.detail for plan in plans for row in plan]
    assert len(questions) > 5
    assert [step for step in steps if step.startswith("SCAN")] == []
