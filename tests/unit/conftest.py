"""An empty library, for tests that fill it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.stores import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield an empty library."""
    made = open_store(tmp_path / "library.sqlite", create=True)
    yield made
    made.close()
