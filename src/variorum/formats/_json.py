"""JSON as data: strict, without depth that hurts, and fields by any of several names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from variorum.errors import InputError

Fields = dict[str, Any]
BOM = b"\xef\xbb\xbf"


def loads(data: bytes) -> Any:
    """Return what JSON ``data`` in UTF-8 says.

    Raises:
        InputError: it is no JSON, or nested too deep; the caller adds file and place.
    """
    try:
        return msgspec.json.decode(data.removeprefix(BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"no JSON that can be read ({error}); save it again") from error


def as_object(data: bytes) -> Fields | None:
    """Return the JSON object that ``data`` is, or None where it is anything else."""
    if not data[:64].removeprefix(BOM).lstrip().startswith(b"{"):
        return None
    try:
        value = loads(data)
    except InputError:
        return None
    return value if isinstance(value, dict) else None


def text(fields: Fields, *names: str) -> str | None:
    """Return the first field of ``names`` that holds words: a string, or an object's name."""
    return next((word for name in names for word in words(fields.get(name))), None)


def prose(fields: Fields, *names: str) -> str | None:
    """Return the text in the first field of ``names`` that has one: a string, or one a line."""
    for name in names:
        value = fields.get(name)
        lines = value if isinstance(value, list) else [value]
        if found := "\n".join(line for line in lines if isinstance(line, str)).strip():
            return found
    return None


def words(value: object) -> Iterable[str]:
    """Yield the words a value stands for: itself, its name, or those of its items."""
    for item in value[:100] if isinstance(value, list) else (value,):
        if isinstance(item, dict):
            item = item.get("name")
        if isinstance(item, str) and item.strip():
            yield item.strip()
