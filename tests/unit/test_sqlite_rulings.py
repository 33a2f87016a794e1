"""The tables of rulings in a library's file: they only grow, and damage to them is found."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from variorum.stores import open_store

RULING = (
    '{"id":"a","verdict":"note","subject":"origin","targets":["w"],"witnesses":["w"],'
    '"to":null,"who":"Ada Blom","when":"2031-05-09T00:00:00Z","why":""}'
)
ROW = "INSERT INTO rulings (at, data, name) VALUES ('2031-05-09', '{data}', '{name}')"
DAMAGE = (
    (ROW.format(data="{", name="a"), "rulings, a: damaged data"),
    (ROW.format(data=RULING, name="a"), "rulings, a: must have the id"),
    (ROW.format(data=RULING, name="b"), "rulings, b: is not listed under its witnesses"),
)


def empty(folder: Path) -> Path:
    """Return the path of an empty library."""
    path = folder / "library.sqlite"
    open_store(path, create=True).close()
    return path


def do(path: Path, statement: str) -> None:
    """Run a statement on a file, behind the library's back."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_rulings_are_only_ever_added(tmp_path: Path) -> None:
    """The tables of rulings refuse to change, drop or replace a row."""
    path = empty(tmp_path)
    do(path, "INSERT INTO rulings (at, data, name) VALUES ('2031-05-09', '{}', 'a')")
    do(path, "INSERT INTO ruled (ruling, witness) VALUES (1, 'w')")
    for statement in (
        "UPDATE rulings SET data = ''",
        "DELETE FROM rulings",
        "INSERT OR REPLACE INTO rulings (id, at, data, name) VALUES (1, '', '', 'b')",
        "INSERT OR REPLACE INTO rulings (at, data, name) VALUES ('', '', 'a')",
        "UPDATE ruled SET witness = ''",
        "DELETE FROM ruled",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            do(path, statement)


@pytest.mark.parametrize(("statement", "told"), DAMAGE)
def test_damaged_ruling_is_a_fault(tmp_path: Path, statement: str, told: str) -> None:
    """A ruling that is no ruling, has another id, or is not listed, is named."""
    path = empty(tmp_path)
    do(path, statement)
    store = open_store(path)
    found = [f"{fault.place}: {fault.what}" for fault in store.faults()]
    store.close()
    assert any(re.search(told, line) for line in found), found
