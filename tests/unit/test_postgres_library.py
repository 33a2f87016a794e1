"""A library in PostgreSQL: its form, several workers at once, and what is said when it fails."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import postgresql
from tests.libraries import FERRY, keep, write
from variorum.cli import variorum
from variorum.errors import RetryError, SetupError
from variorum.model.library import Wanted
from variorum.stores import _tables as tables
from variorum.stores import open_store, postgres, sqlite

pytestmark = pytest.mark.postgres
WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday."
SECRET = "Zorblaxine leaks at Vennmoor\nThe zorblaxine tank of Vennmoor leaked on Monday."


@pytest.fixture
def server(postgres_server: postgresql.Server) -> postgresql.Server:
    """Return a PostgreSQL server."""
    return postgres_server


def library(server: postgresql.Server) -> str:
    """Return the address of a library of two texts."""
    address = server.database()
    store = open_store(address, create=True)
    keep(store, WELL)
    keep(store, SECRET, source="secret.txt")
    store.close()
    return address


def name_of(address: str) -> str:
    """Return the database in an address."""
    return address.partition("@/")[2].partition("?")[0]


def run(address: str, *arguments: str) -> str:
    """Return what a command printed that went well, on one library."""
    result = CliRunner().invoke(variorum, [*arguments, "--library", address])
    assert result.exit_code == 0, result.output
    return result.output


def test_forms_are_counted_as_those_of_a_file(server: postgresql.Server) -> None:
    """Each step has its fellow in the other store, and both make the same tables and columns."""
    assert sorted(postgres.steps()) == sorted(sqlite.steps())
    store = open_store(library(server))
    with store.reading() as view:
        rows = view._sql.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"
        ).all()
        plain = view._sql.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND data_type = 'text'"
            " AND collation_name IS DISTINCT FROM 'C'"
        ).all()
    for name, table in tables.METADATA.tables.items():
        found = {column for of, column in rows if of == name}
        assert found == {c.name for c in table.columns}, name
    assert plain == []
    store.close()


def test_step_is_taken_whole_or_not_at_all(
    server: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that breaks off leaves the library as it was, and is taken when it can be."""
    address, steps = library(server), postgres.steps()
    database, last = name_of(address), max(steps)
    good = "CREATE TABLE shelves (id BIGINT PRIMARY KEY);\n"
    with monkeypatch.context() as patched:
        bad = {**steps, last + 1: f"{good}CREATE TABLE runs (id BIGINT);\n"}
        patched.setattr(postgres, "steps", lambda: bad)
        with pytest.raises(SetupError, match=r"runs. already exists"):
            open_store(address)
    assert server.tell(database, "SELECT form FROM variorum_library") == str(last)
    monkeypatch.setattr(postgres, "steps", lambda: {**steps, last + 1: good})
    open_store(address).close()
    assert server.tell(database, "SELECT form FROM variorum_library") == str(last + 1)
    assert server.tell(database, "SELECT count(*) FROM shelves") == "0"


def test_other_databases_are_refused(server: postgresql.Server) -> None:
    """What another program keeps, or a later version, is never written to; asking makes nothing."""
    absent = server.database()
    with pytest.raises(SetupError, match="`variorum ingest` makes one"):
        open_store(absent)
    database = name_of(absent)
    tables_in = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert server.tell(database, tables_in) == "0"
    server.tell(database, "CREATE TABLE bookmarks (url text)")
    with pytest.raises(SetupError, match="no library of Variorum"):
        open_store(absent, create=True)
    assert server.tell(database, tables_in) == "1"
    later = library(server)
    server.tell(name_of(later), "UPDATE variorum_library SET form = 99")
    with pytest.raises(SetupError, match=r"form 99.*Install the later version"):
        open_store(later, create=True)
    with pytest.raises(SetupError, match="encoding UTF8"):
        open_store(server.database(encoding="LATIN1"), create=True)


def test_two_libraries_stand_in_two_schemas(server: postgresql.Server) -> None:
    """A search_path in the address names a library of its own."""
    address = library(server)
    database = name_of(address)
    server.tell(database, "CREATE SCHEMA sport")
    other = f"{address}&options=-csearch_path%3Dsport"
    with pytest.raises(SetupError, match="there is no library"):
        open_store(other)
    store, sport = open_store(address), open_store(other, create=True)
    with store.writing(1), sport.writing() as writer:  # neither waits for the other
        writer.begin("0", "reader")
    with sport.reading() as view:
        assert view.stories(Wanted()) == ()
    store.close()
    sport.close()
    with pytest.raises(SetupError, match="no schema"):
        open_store(f"{address}&options=-csearch_path%3Dabsent", create=True)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE texts SET text = ''", "a text is never changed"),
        ("UPDATE rulings SET data = ''", "only ever added"),
        ("DELETE FROM rulings", "only ever added"),
        ("TRUNCATE rulings, ruled", "only ever added"),
        ("UPDATE ruled SET witness = ''", "only ever added"),
        ("DELETE FROM ruled", "only ever added"),
        ("TRUNCATE ruled", "only ever added"),
    ],
)
def test_what_is_fixed_is_fixed(server: postgresql.Server, statement: str, said: str) -> None:
    """Not even the owner changes a text or a ruling by mistake."""
    store = open_store(library(server))
    with pytest.raises(SetupError, match=said), store.writing(1) as writer:
        writer._sql.exec_driver_sql(statement)
    store.close()


def test_second_writer_waits_and_then_says_so(
    server: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that write take turns; one that waits too long may try again; a reader never waits."""
    monkeypatch.setattr(postgres, "WAIT", 0.1)
    address = library(server)
    one, other = open_store(address), open_store(address)
    with one.writing(1) as writer:
        writer.begin("0", "reader")
        writer.moved(())
        with pytest.raises(RetryError, match="others have been writing"), other.writing():
            pass
        with other.reading() as view:
            assert len(view.search("wells")) == 1
        assert other.faults() == ()
    with other.writing() as writer:
        writer.begin("0", "reader")
    one.close()
    other.close()


def test_who_may_only_read_reads(server: postgresql.Server) -> None:
    """A user with SELECT alone searches and lists, and is told that writing is not granted."""
    database = name_of(library(server))
    role = f"CREATE ROLE guest LOGIN PASSWORD '{postgresql.PASSWORD}'"
    server.tell(database, f"{role}; GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    store = open_store(server.address(database, "guest"))
    with store.reading() as view:
        assert len(view.search("wells")) == 1
    with pytest.raises(SetupError, match="this user may not do that"), store.writing() as writer:
        writer.begin("0", "reader")
    assert store.faults() == ()
    store.close()


def test_forgotten_leaves_no_trace(server: postgresql.Server) -> None:
    """No file of the database holds a word of what was forgotten, and statistics hold none."""
    address = library(server)
    database = name_of(address)
    server.tell(database, "ANALYZE; CHECKPOINT")
    assert server.holds(database, b"orblaxine")
    store = open_store(address)
    assert store.forget("secret.txt").captures == 1
    server.tell(database, "CHECKPOINT")
    assert not server.holds(database, b"orblaxine")
    with store.reading() as view:
        assert len(view.search("wells")) == 1
    assert store.faults() == ()
    store.close()


def test_forgetting_beside_a_reader_says_what_is_left(
    server: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another still looks at what is forgotten, it is told that it is not wiped yet."""
    address = library(server)
    store, other = open_store(address), open_store(address)
    monkeypatch.setattr(postgres, "WAIT", 0.1)
    with other.reading() as view:
        assert view.search("zorblaxine")
        with pytest.raises(RetryError, match="another program still reads"):
            store.forget("secret.txt")
    with store.reading() as view:
        assert view.search("zorblaxine") == ()
    store.close()
    other.close()


def test_password_is_never_told(server: postgresql.Server, tmp_path: Path) -> None:
    """No message names a password, wherever in an address it stands, also a wrong one."""
    good = library(server)
    at = good.partition("@/")[2]
    host = at.partition("?")[2]
    wrong = (
        f"postgresql://desk:hunter2@/{at}",
        f"postgresql://nobody:hunter2@/{at}",
        f"postgresql://desk@/{at}&password=hunter2",
        f"postgresql://desk:hunter2@/absent?{host}",
        "postgresql://desk:hunter2@127.0.0.1:1/library",
        "postgresql://desk:hunter2@localhost:port/library",
        f"postgresql://desk:hunter2@/{at}&hunter2=1",
        f"postgresql://desk:hunter2@/{at}&sslmode=hunter2",
    )
    for address in wrong:
        with pytest.raises((SetupError, RetryError)) as failed:
            open_store(address, create=True)
        assert "hunter2" not in str(failed.value), address
        result = CliRunner().invoke(variorum, ["stories", "--library", address])
        assert result.exit_code == (2 if isinstance(failed.value, SetupError) else 1)
        assert "hunter2" not in result.output + str(result.exception)
    assert postgresql.PASSWORD not in run(good, "doctor")
    out = str(tmp_path / "record.json")
    good = server.database()
    run(good, "ingest", *write(tmp_path / "pages", ferry=FERRY))
    story = json.loads(run(good, "stories", "--query", "ferry", "--format", "json"))[0]["story"]
    run(good, "show", story, "--format", "json", "-o", out)
    assert postgresql.PASSWORD not in Path(out).read_text()


def test_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg it says what to install."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(SetupError, match=r"pip install .variorum\[postgres\]."):
        open_store("postgresql://desk@corran.example/library")
