"""The record itself, or what changed from one to another, as JSON."""

from __future__ import annotations

from variorum import codec
from variorum.exports import Surface
from variorum.model.changes import Changes
from variorum.model.record import Record

MEDIA_TYPE = "application/json"


def render(record: Record, surface: Surface) -> str:
    """Return the record as JSON; the surface changes nothing."""
    return codec.encode(record).decode("utf-8")


def render_changes(changes: Changes, records: tuple[Record, Record], surface: Surface) -> str:
    """Return the changes as JSON, with spans and no words; only they matter."""
    return codec.encode_changes(changes).decode("utf-8")
