"""The record itself, as JSON."""

from __future__ import annotations

from variorum import codec
from variorum.exports import Surface
from variorum.model.record import Record

MEDIA_TYPE = "application/json"


def render(record: Record, surface: Surface) -> str:
    """Return the record as JSON; the surface changes nothing."""
    return codec.encode(record).decode("utf-8")
