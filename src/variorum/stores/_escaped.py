"""Text as PostgreSQL can hold it: all but the character NUL, which a page may have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

# No character, so no text should hold it: it stands before what stands for another.
_MARK = "\ufdd0"
_NUL = f"{_MARK}0"


class Escaped(TypeDecorator[str]):
    """A column of text in which NUL is written otherwise, and read as it was."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return text as it is written."""
        return None if value is None else escaped(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Return text as it was before it was written."""
        return None if value is None else plain(value)


def escaped(text: str) -> str:
    r"""Return a text without NUL; no two texts give the same.

    >>> plain(escaped("a\0b")) == "a\0b"
    True
    """
    if "\0" in text or _MARK in text:
        return text.replace(_MARK, _MARK * 2).replace("\0", _NUL)
    return text


def plain(text: str) -> str:
    """Return the text that :func:`escaped` was given."""
    if _MARK not in text:
        return text
    parts = text.split(_MARK * 2)
    return _MARK.join(part.replace(_NUL, "\0") for part in parts)
