"""What several unit tests stand on: a server that misbehaves, and an empty library.

What needs an extra is loaded by the fixture that wants it: the tests on a cluster have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from variorum.stores import Store, open_store

if TYPE_CHECKING:
    from tests import postgresql
    from tests.misbehaving import Server
    from tests.newsdesk import Desk


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on loopback that does what a test says."""
    from tests.misbehaving import serving

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
    from tests import postgresql

    if reason := postgresql.missing():
        pytest.skip(reason)
    with postgresql.serving() as running:
        yield running


@pytest.fixture
def desk(store: Store, server: Server) -> Desk:
    """Return a desk with an empty library."""
    from tests.newsdesk import Desk

    return Desk(store, server)
