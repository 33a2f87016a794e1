"""An empty library in each store, for the tests over that drawer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgresql
from variorum import stores
from variorum.stores import Store, open_store

MARKS = {"postgres": pytest.mark.postgres}
STORES = [pytest.param(name, marks=MARKS.get(name, ())) for name in stores.names()]


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """Yield a PostgreSQL server, or skip with the reason."""
    if reason := postgresql.missing():
        pytest.skip(reason)
    with postgresql.serving() as running:
        yield running


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Yield an empty library in each store."""
    address: str | Path = tmp_path / "library"
    if request.param == "postgres":
        address = request.getfixturevalue("server").database()
    made = open_store(address, create=True)
    yield made
    made.close()
