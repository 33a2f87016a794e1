"""Cursors: where in a list somebody stands, in a form that is handed back and need not be read.

A cursor names the row after which the list goes on, so that what arrives in front of it neither
repeats nor hides a row.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from variorum.errors import InputError
from variorum.model.library import StoryLine

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


def story_place(line: StoryLine) -> tuple[str | None, str]:
    """Return where a story stands among stories, those that went on last first."""
    return (line.last, line.story)


def after_story(cursor: str | None) -> tuple[str | None, str] | None:
    """Return after which story a list goes on, as :func:`story_place` tells it.

    Raises:
        InputError: the cursor is none that a list of stories gave out.
    """
    return place_of(cursor, tuple[str | None, str])
