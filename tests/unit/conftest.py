"""What several unit tests stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.misbehaving import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on loopback that does what a test says."""
    with serving() as running:
        yield running
