"""Steps from one form of a library's file to the next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.libraries import keep
from variorum.stores import open_store, sqlite

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday."


def test_library_of_an_earlier_form_is_brought_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library of the first form has the tables of this one once it is opened, and is sound."""
    path, steps = tmp_path / "library.sqlite", sqlite.steps()
    with monkeypatch.context() as patched:
        patched.setattr(sqlite, "steps", lambda: {1: steps[1]})
        open_store(path, create=True).close()
    assert _form(path) == 1
    store = open_store(path)
    keep(store, WELL)
    assert store.faults() == ()
    store.close()
    assert _form(path) == max(steps)


def _form(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
