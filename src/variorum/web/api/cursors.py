"""Cursors: where in a list a client stands, in a form that it hands back and need not read."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from variorum.errors import InputError

_T = TypeVar("_T")
_Row = TypeVar("_Row")


def cursor_of(place: object) -> str:
    """Return a place in a list as a cursor."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(cursor: str | None, kind: type[_T]) -> _T | None:
    """Return the place that a cursor stands for, None where there is no cursor.

    Raises:
        InputError: it is none that this list gave out.
    """
    if cursor is None:
        return None
    try:
        data = base64.b64decode(cursor.encode() + b"=" * (-len(cursor) % 4), b"-_", validate=True)
        return msgspec.json.decode(data, type=kind)
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise InputError("cursor: not one that this list gave out") from error


def cut(
    rows: Sequence[_Row], limit: int, place: Callable[[_Row], object]
) -> tuple[tuple[_Row, ...], str | None]:
    """Return as many rows as are wanted of one more, and the cursor that asks for the rest.

    Args:
        rows: one more than wanted, where the list goes on.
        limit: how many are wanted.
        place: returns where a row stands.
    """
    kept = tuple(rows[:limit])
    return kept, cursor_of(place(kept[-1])) if len(rows) > limit else None
