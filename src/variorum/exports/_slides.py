"""EDTF values as the dates of TimelineJS: a start, and an end where that is another one."""

from __future__ import annotations

from datetime import date

from variorum.model.edtf import DAY, Date, Value, read

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_EPOCH = date(1970, 1, 1).toordinal()
_LEAP_CYCLE_YEARS, _LEAP_CYCLE_DAYS = 400, 146_097


def dates(edtf: str) -> dict[str, dict[str, str]]:
    """Return ``start_date``, and ``end_date`` where it differs, as exact as the value is.

    An end that is open or unknown is left out; so is everything where there is no place in time.
    A value without a beginning starts where it ends, for a slide must start. Clocks are in UTC.

    >>> dates("2031-05")
    {'start_date': {'year': '2031', 'month': '5'}}
    """
    value = read(edtf)
    if value is None:
        return {}
    first = None if value.start is None else _parts(value.start, _exactness(value, value.start))
    last = None if value.end is None else _parts(value.end - 1, _exactness(value, value.end))
    if first is None or last is None:
        only = first or last
        return {"start_date": only} if only else {}
    return {"start_date": first} | ({"end_date": last} if last != first else {})


def _exactness(value: Value, moment: int) -> int:
    """Return how many parts of a date the side has that begins or ends at a moment."""
    sides = [side for side in value.sides if side and moment in (side.start, side.end)]
    return max(map(_told, sides), default=1)


def _told(side: Date) -> int:
    if side.clock:
        return 4 + side.clock.count(":")
    if side.day:
        return 3
    return 2 if side.month else 1


def _parts(moment: int, exactness: int) -> dict[str, str]:
    """Return a moment of any year as the parts of a date."""
    days, seconds = divmod(moment, DAY)
    cycles, inside = divmod(_EPOCH + days - 1, _LEAP_CYCLE_DAYS)
    day = date.fromordinal(inside + 1)
    clock = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    found = (day.year + cycles * _LEAP_CYCLE_YEARS, day.month, day.day, *clock)
    return {name: str(part) for name, part in zip(_PARTS[:exactness], found, strict=False)}
