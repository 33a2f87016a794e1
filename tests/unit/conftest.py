"""What several unit tests stand on: a server that misbehaves, and an empty library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgresql
from tests.misbehaving import Server, serving
from tests.newsdesk import Desk
from variorum.stores import Store, open_store


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on loopback that does what a test says."""
    with serving() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield an empty library."""
    made = open_store(tmp_path / "library.sqlite", create=True)
    yield made
    made.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgresql.Server]:
    """Yield a PostgreSQL server, or skip with the reason."""
    if reason := postgresql.missing():
        pytest.skip(reason)
    with postgresql.serving() as running:
        yield running


@pytest.fixture
def desk(store: Store, server: Server) -> Desk:
    """Return a desk with an empty library."""
    return Desk(store, server)
