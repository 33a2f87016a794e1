"""Calendar dates as EDTF, and the ISO 8601 dates that are the same in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from variorum.model.spans import Span

_ISO = re.compile(
    r"(?<![\w./:-])([12]\d{3})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?)?"
    r"(?![\w:/]|-\w|\.\d)"
)


def read_iso_dates(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield the ISO 8601 dates of ``text`` in any language, as ``DateReader`` does."""
    for match in _ISO.finditer(text):
        clock = (match[4], match[5], match[6])
        found = dated(match[1], match[2], match[3], clock=clock, zone=match[7])
        if found:
            yield (match.span(), *found)


def dated(
    year: str | int,
    month: str | int | None = None,
    day: str | int | None = None,
    *,
    clock: tuple[str | None, str | None, str | None] = (None, None, None),
    zone: str | None = None,
) -> tuple[str, str] | None:
    """Return the EDTF value and precision of a calendar date, None where it is impossible.

    Args:
        year: of four digits.
        month: of the year, or None.
        day: of the month, or None.
        clock: hour, minute and second as printed.
        zone: ``Z``, ``UTC``, ``GMT`` or an offset as ``+02:00``; None leaves local time.
    """
    try:
        real = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    written = real.isoformat()
    if day is None:
        return (written[:7], "month") if month is not None else (written[:4], "year")
    if clock[0] is None:
        return written, "day"
    hour, minute, second = (int(part or 0) for part in clock)
    offset = _offset(zone)
    if hour > 23 or minute > 59 or second > 59 or offset is None:
        return written, "day"
    precision = "minute" if clock[2] is None else "second"
    return f"{written}T{hour:02}:{minute:02}:{second:02}{offset}", precision


def _offset(zone: str | None) -> str | None:
    """Return a zone as EDTF writes it: empty for none, None where it is impossible."""
    if zone is None:
        return ""
    if zone[0] not in "+-":
        return "Z"
    hours, minutes = zone[1:3], zone[-2:]
    if int(hours) > 14 or int(minutes) > 59:
        return None
    return "Z" if hours == minutes == "00" else f"{zone[0]}{hours}:{minutes}"
