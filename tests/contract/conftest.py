"""An empty library in each store, for the tests over that drawer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum import stores
from variorum.stores import Store, open_store


@pytest.fixture(params=stores.names())
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Yield an empty library in each store."""
    made = open_store(tmp_path / "library", request.param, create=True)
    yield made
    made.close()
