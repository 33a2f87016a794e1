"""A library in PostgreSQL, for several persons and machines: a schema of a database.

Who reads has one snapshot (``REPEATABLE READ``, read-only) and waits for nobody. Who writes holds
an advisory lock of the library until the transaction ends; who takes in a file, asks for an
address, or composes a story, holds one of that name, so that workers share the work. The form of
the library is counted in ``variorum_library``; steps from one form to the next stand in
``_postgres_forms``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL

from variorum.errors import RetryError, SetupError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.library import Fault, Forgotten
from variorum.stores import _audit as audit
from variorum.stores import _postgres_checks as checks
from variorum.stores._escaped import escaped
from variorum.stores._forgetting import forget
from variorum.stores._postgres_search import Searcher
from variorum.stores._postgres_told import name_of, told, url_of
from variorum.stores._postgres_words import vector_of, words_of
from variorum.stores._steps import steps_in
from variorum.stores._tables import METADATA
from variorum.stores._writer import Writer

WAIT = 30.0
EXTRA = "variorum[postgres]"
_FORMS = "_postgres_forms"
_READ = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_WRITE = {"isolation_level": "READ COMMITTED"}
_ALONE = {"isolation_level": "AUTOCOMMIT"}
_KEPT = (
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') = 'off'"
)
# The key of a lock: of the library (its schema), and of a name in it.
_KEY = "hashtextextended(current_schema() || :name, 6070)"
_LOCK = text(f"SELECT pg_advisory_xact_lock({_KEY})")
_CLAIM = text(f"SELECT pg_advisory_lock({_KEY})")
_TRY = text(f"SELECT pg_try_advisory_lock({_KEY})")
_LET_GO = text(f"SELECT pg_advisory_unlock({_KEY})")
_OTHERS = text(
    "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    " AND relkind IN ('r', 'p', 'v', 'm') AND NOT EXISTS (SELECT 1 FROM pg_depend"
    " WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')"
)
# What holds words beside the tables of every store: the index, and what the planner counts.
_BESIDE = ("searchable", "pg_statistic")
_INDEX = "INSERT INTO searchable (article, words, vector) VALUES (%s, %s, %s::tsvector)"
_FORM = text("UPDATE variorum_library SET form = :form")
_LOOKING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND age(backend_xmin) >= age(CAST(:gone AS xid))"
)


class PostgresReader(Searcher):
    """A view of a library in PostgreSQL."""


class PostgresWriter(Writer, Searcher):
    """A transaction on a library in PostgreSQL."""

    def keep_article(self, found: AnnotatedArticle, made_with: str, *, told: bool = False) -> None:
        """Keep an article, and index its words; see :class:`Writer`."""
        super().keep_article(found, made_with, told=told)
        words = words_of(found.article.text)
        values = (self._article(found.article.id), f" {' '.join(words)} ", vector_of(words))
        self._sql.exec_driver_sql(_INDEX, values)

    def _run(self, statement: str, values: tuple[Any, ...]) -> None:
        super()._run(statement.replace("?", "%s"), _held(values))

    def _run_each(self, statement: str, rows: Any) -> None:
        super()._run_each(statement.replace("?", "%s"), map(_held, rows))


class PostgresStore:
    """A library in a schema of a database.

    Args:
        engine: connects to it.
        url: where it is; of this only the host and the database are ever told.
    """

    def __init__(self, engine: Engine, url: URL) -> None:
        self._engine = engine
        self._url = url
        self.name = name_of(url)

    @contextmanager
    def reading(self) -> Iterator[PostgresReader]:
        """Return one view of the library; see :class:`variorum.stores.Store`."""
        with self._transaction(_READ) as connection:
            yield PostgresReader(connection)

    @contextmanager
    def writing(self, run: int = 0) -> Iterator[PostgresWriter]:
        """Return one transaction that writes; see :class:`variorum.stores.Store`."""
        with self._transaction(_WRITE) as connection:
            _take_turn(connection)
            writer = PostgresWriter(connection)
            writer.run = run
            yield writer

    @contextmanager
    def claim(self, name: str, *, wait: bool = False) -> Iterator[bool]:
        """Keep a name from other workers; see :class:`variorum.stores.Store`."""
        key = {"name": f" claim {name}"}
        with self._transaction(_ALONE) as connection:
            mine = True
            if wait:
                connection.execute(_CLAIM, key)
            else:
                mine = bool(connection.scalar(_TRY, key))
            try:
                yield mine
            finally:
                if mine and not connection.invalidated:
                    connection.execute(_LET_GO, key)

    def forget(self, named: str) -> Forgotten:
        """Remove what has this name and wipe it; see :class:`variorum.stores.Store`."""
        with self._transaction(_WRITE) as connection:
            _take_turn(connection)
            gone = forget(PostgresWriter(connection), connection, named)
            when = connection.exec_driver_sql("SELECT pg_current_xact_id()::xid::text").scalar()
        try:
            with self._transaction(_ALONE) as connection:
                _set_wait(connection, local=False)
                for table in (*sorted(METADATA.tables), *_BESIDE):
                    connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {table}")
                busy = connection.scalar(_LOOKING, {"gone": when})
                connection.exec_driver_sql("RESET lock_timeout")
        except RetryError:
            busy = True
        if busy:
            raise RetryError(
                f"{self.name}: forgotten, but another program still reads the library, and what"
                " was removed is in its tables until they are rewritten: VACUUM FULL"
            )
        return gone

    def faults(self) -> tuple[Fault, ...]:
        """Return what PostgreSQL itself finds wrong; see :class:`variorum.stores.Store`."""
        with self._transaction(_READ) as connection:
            return (*checks.faults(connection), *audit.faults(connection))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def advance(self, *, create: bool) -> None:
        """Bring the library to the form of this version, step by step, each whole or not at all.

        Args:
            create: make it where there is none.

        Raises:
            SetupError: there is none, it is no library, or of a later version.
        """
        with self._transaction(_READ) as connection:
            form, newest = self._form(connection), max(steps())
        if form > newest:
            raise SetupError(
                f"{self.name}: a library of form {form}, made by a later version of Variorum;"
                f" this one knows forms up to {newest}. Install the later version"
            )
        if not form and not create:
            raise SetupError(
                f"{self.name}: there is no library; `variorum ingest` makes one, --library names it"
            )
        for number in range(form + 1, newest + 1):
            with self._transaction(_WRITE) as connection:
                _take_turn(connection)
                if self._form(connection) < number:
                    _take_step(connection, number)

    def _form(self, connection: Connection) -> int:
        """Return the form of the library, 0 where there is none in an empty schema."""
        if connection.exec_driver_sql("SELECT current_schema()").scalar() is None:
            raise SetupError(f"{self.name}: the database has no schema of this search_path")
        if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
            raise SetupError(f"{self.name}: the database must have the encoding UTF8")
        here = "SELECT to_regclass(quote_ident(current_schema()) || '.variorum_library')"
        if connection.exec_driver_sql(here).scalar() is not None:
            found = connection.exec_driver_sql("SELECT max(form) FROM variorum_library")
            return int(found.scalar() or 0)
        if connection.scalar(_OTHERS):
            raise SetupError(f"{self.name}: a database, but no library of Variorum")
        return 0

    @contextmanager
    def _transaction(self, options: dict[str, Any]) -> Iterator[Connection]:
        with told(self._url, WAIT), self._engine.connect() as connection:
            opened = connection.execution_options(**options)
            with opened.begin():
                yield opened


def open_store(address: str, *, create: bool) -> PostgresStore:
    """Open the library at an address; see :func:`variorum.stores.open_store`."""
    url = url_of(address)
    store = PostgresStore(_engine(url), url)
    try:
        store.advance(create=create)
    except (SetupError, RetryError):
        store.close()
        raise
    return store


def steps() -> dict[int, str]:
    """Return the steps from each form of the library to the next, by their numbers."""
    return steps_in(_FORMS)


def _engine(url: URL) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    except ImportError as missing:
        raise SetupError(f'a library in PostgreSQL needs more: pip install "{EXTRA}"') from missing

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.execute(_KEPT)
        connection.commit()

    return engine


def _take_turn(connection: Connection) -> None:
    """Become the only one that writes, or wait."""
    _set_wait(connection, local=True)
    connection.execute(_LOCK, {"name": ""})
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")


def _set_wait(connection: Connection, *, local: bool) -> None:
    scope = "LOCAL" if local else "SESSION"
    connection.exec_driver_sql(f"SET {scope} lock_timeout = {int(WAIT * 1000)}")


def _take_step(connection: Connection, number: int) -> None:
    whole = connection.execution_options(no_parameters=True)
    whole.exec_driver_sql(steps()[number])
    connection.execute(_FORM, {"form": number})


def _held(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(escaped(value) if isinstance(value, str) else value for value in values)
