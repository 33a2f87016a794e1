"""What SQLite can find wrong with a library: its pages, its references, its index, orphans."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from variorum.model.library import Fault
from variorum.stores._orphans import MOST, orphans


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong, as far as SQLite alone can tell."""
    for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").all():
        if line != "ok":
            yield Fault(place="file", what=str(line))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Fault(
            place=f"{row[0]}, row {row[1]}", what=f"points at a row of {row[2]} that is gone"
        )
    yield from orphans(connection)
    try:
        connection.exec_driver_sql(
            "INSERT INTO searchable (searchable, rank) VALUES ('integrity-check', 1)"
        )
    except DatabaseError as error:
        if "malformed" not in str(error.orig):
            raise
        yield Fault(place="index of words", what="is not that of the texts")
