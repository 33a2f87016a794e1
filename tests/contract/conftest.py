"""An empty library in each store, for the tests over that drawer.

What needs an extra is loaded by the fixture that wants it: the tests on a cluster have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from variorum import stores
from variorum.stores import Store, open_store

if TYPE_CHECKING:
    from tests import postgresql

MARKS = {"postgres": pytest.mark.postgres}
STORES = [pytest.param(name, marks=MARKS.get(name, ())) for name in stores.names()]


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """Yield a PostgreSQL server, or skip with the reason."""
    from tests import postgresql

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
