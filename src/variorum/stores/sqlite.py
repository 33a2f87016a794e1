"""A library in one file: SQLite, with a write-ahead log, foreign keys and FTS5.

Every commit is written through to the disk (``synchronous = FULL``): what was reported as kept
outlives a loss of power. The form of the file is counted in ``user_version``; steps from one form
to the next stand in ``_sqlite_forms``, and there is no way back.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from variorum.errors import RetryError, SetupError
from variorum.model.library import Fault, Forgotten
from variorum.stores import _audit as audit
from variorum.stores import _sqlite_checks as checks
from variorum.stores._forgetting import forget
from variorum.stores._sqlite_search import Searcher
from variorum.stores._steps import steps_in
from variorum.stores._writer import Writer

# "VARI": tells a library from every other SQLite file.
APPLICATION = 0x56415249
WAIT = 30.0
_FORMS = "_sqlite_forms"
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA case_sensitive_like = ON",
)
_WIPE = (
    "INSERT INTO searchable (searchable) VALUES ('optimize')",
    "VACUUM",
)


class SqliteReader(Searcher):
    """A view of a library in SQLite."""


class SqliteWriter(Writer, Searcher):
    """A transaction on a library in SQLite."""


class SqliteStore:
    """A library in one file.

    Args:
        engine: connects to it.
        path: where it is, for messages.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self.name = path.name

    @contextmanager
    def reading(self) -> Iterator[SqliteReader]:
        """Return one view of the library; see :class:`variorum.stores.Store`."""
        with self._transaction("BEGIN") as connection:
            yield SqliteReader(connection)

    @contextmanager
    def writing(self, run: int = 0) -> Iterator[SqliteWriter]:
        """Return one transaction that writes; see :class:`variorum.stores.Store`."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            writer = SqliteWriter(connection)
            writer.run = run
            yield writer

    @contextmanager
    def claim(self, name: str, *, wait: bool = False) -> Iterator[bool]:
        """Give the name to whoever asks: a file has no workers that would share the work."""
        yield True

    def forget(self, named: str) -> Forgotten:
        """Remove what has this name and wipe it; see :class:`variorum.stores.Store`."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            gone = forget(SqliteWriter(connection), connection, named)
        with _told(self._path), self._engine.connect() as connection:
            for statement in _WIPE:
                connection.exec_driver_sql(statement)
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
        if busy:
            raise RetryError(
                f"{self._path.name}: forgotten, but another program still reads the library, and"
                " what was removed is in its log until all have closed it"
            )
        return gone

    def faults(self) -> tuple[Fault, ...]:
        """Return what SQLite itself finds wrong; see :class:`variorum.stores.Store`."""
        with _told(self._path), self._engine.connect() as connection:
            return (*checks.faults(connection), *audit.faults(connection))

    def close(self) -> None:
        """Close every connection; the last one to the file folds its log into it."""
        self._engine.dispose()

    def advance(self, *, readonly: bool = False) -> None:
        """Bring the file to the form of this version, step by step, each whole or not at all.

        Args:
            readonly: only see whether it is of this form.

        Raises:
            SetupError: it is no library, or of a later version.
        """
        with self._transaction("BEGIN") as connection:
            form, ours = _form(connection), _is_ours(connection)
        newest = max(steps())
        if form > newest:
            raise SetupError(
                f"{self._path.name}: a library of form {form}, made by a later version of"
                f" Variorum; this one knows forms up to {newest}. Install the later version"
            )
        if not ours:
            raise SetupError(f"{self._path.name}: a database, but no library of Variorum")
        if readonly and form == newest:
            return
        with _told(self._path), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        for number in range(form + 1, newest + 1):
            with self._transaction("BEGIN IMMEDIATE") as connection:
                if _form(connection) < number:
                    _take_step(connection, number)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with _told(self._path), self._engine.connect() as connection:
            connection.exec_driver_sql(begin)
            try:
                yield connection
            except BaseException:
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    connection.exec_driver_sql("ROLLBACK")
                raise
            connection.exec_driver_sql("COMMIT")


def open_store(address: str, *, create: bool) -> SqliteStore:
    """Open the library in a file; see :func:`variorum.stores.open_store`."""
    path = Path(address)
    if not path.is_file():
        if not create or path.exists():
            told = "is no file" if path.exists() else "there is no library"
            raise SetupError(f"{path}: {told}; `variorum ingest` makes one, --library names it")
        _make_folder(path)
    readonly = not create and not _may_write(path)
    store = SqliteStore(_engine(path, readonly=readonly), path)
    try:
        store.advance(readonly=readonly)
    except SetupError:
        store.close()
        raise
    return store


def steps() -> dict[int, str]:
    """Return the steps from each form of the file to the next, by their numbers."""
    return steps_in(_FORMS)


def _engine(path: Path, *, readonly: bool) -> Engine:
    """Return an engine whose transactions begin and end where we say so."""
    address = f"file:{quote(str(path.absolute()))}"
    if readonly:
        # Nobody can write, so what is not in a log beside the file is all in the file.
        alone = not Path(f"{path}-wal").exists()
        address += "?mode=ro" + ("&immutable=1" if alone else "")

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
        )

    engine = create_engine(
        "sqlite://", creator=connect, isolation_level="AUTOCOMMIT", poolclass=QueuePool
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    return engine


def _take_step(connection: Connection, number: int) -> None:
    statement = ""
    for line in steps()[number].splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.exec_driver_sql(statement)
            statement = ""
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def _form(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def _is_ours(connection: Connection) -> bool:
    """Tell whether a file is a library, or empty."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION:
        return True
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _make_folder(path: Path) -> None:
    try:
        path.absolute().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"{path}: no library can be made here ({error.strerror})") from error


_REASONS: tuple[tuple[str, type[SetupError | RetryError], str], ...] = (
    ("full", SetupError, "the disk is full; what was reported as kept is kept, nothing after it"),
    ("readonly", SetupError, "is read-only; give one that can be written with --library"),
    ("locked", RetryError, f"another program has been writing to it for {WAIT:g} seconds"),
    ("not a database", SetupError, "is no library of Variorum"),
    ("malformed", SetupError, "is damaged; `variorum doctor` says where"),
    ("unable to open", SetupError, "cannot be opened; check the path and who may read it"),
    ("disk I/O", SetupError, "cannot be read or written: the disk failed, or is full"),
)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what went wrong in words a person can act on."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig)
    except sqlite3.DatabaseError as error:
        said = str(error)
    else:
        return
    for sign, kind, told in _REASONS:
        if re.search(sign, said):
            raise kind(f"{path.name}: {told} ({said})")
    raise SetupError(f"{path.name}: the library failed ({said})")
