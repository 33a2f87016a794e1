"""A library in PostgreSQL, served as pages and ruled on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import postgresql
from tests.libraries import FERRY, LATER
from tests.served import served
from tests.unit.test_postgres_library import run

pytestmark = pytest.mark.postgres


def test_pages_read_find_and_show_rulings(
    postgres_server: postgresql.Server, tmp_path: Path
) -> None:
    """Texts that are pasted make a story that is found, ruled on, and sound."""
    address = postgres_server.database()
    with served(tmp_path, address=address) as desk:
        place = desk.read(FERRY, LATER)
        story = place.rpartition("/")[2]
        assert place in desk.get("/?q=engine").text
        shown = json.loads(run(address, "show", story, "--format", "json"))
        quotation = shown["quotations"][0]["id"]
        who = ("--who", "Desk Editor", "--why", "Heard on the tape.")
        run(address, "rule", "note", "quotation", quotation, "--story", story, *who)
        assert json.loads(run(address, "rulings"))["why"] == "Heard on the tape."
        assert "Heard on the tape." in desk.get(place).text
    assert not list(tmp_path.iterdir())
    assert run(address, "doctor").endswith(": sound\n")
