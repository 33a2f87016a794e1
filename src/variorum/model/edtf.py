"""Values of the Extended Date/Time Format (EDTF, ISO 8601-2:2019) and where they lie in time.

Read are dates with any digits of their ends unspecified (``199X``, ``2022-XX``), seasons and
divisions of a year, date-times, intervals with open or unknown ends, and sets, all with the
qualifiers ``~`` (approximate), ``?`` (uncertain) and ``%`` (both). Every other string is no error:
it has no place in time.

Moments are seconds from 1970-01-01T00:00Z in the proleptic Gregorian calendar, of any year.
Whatever names no zone is taken as UTC. Seasons are the northern ones by whole months, and a winter
bears the year it begins in; ISO 8601-2 leaves both open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

DAY = 86_400

_EPOCH = date(1970, 1, 1).toordinal()
_LEAP_CYCLE_YEARS, _LEAP_CYCLE_DAYS = 400, 146_097
_LONGEST = 1_000
_DATE = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX))"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:T(?P<clock>[0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)?)"
    r"(?P<zone>Z|[+\-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_QUALIFIERS = str.maketrans("", "", "~?%")
# What stands for a month in ISO 8601-2 (4.8): its first month, counted from 1, and how many.
_DIVISIONS = {
    **{first + at: (3 + 3 * at, 3) for first in (21, 25) for at in range(4)},
    **{29 + at: ((9, 12, 3, 6)[at], 3) for at in range(4)},
    **{33 + at: (1 + 3 * at, 3) for at in range(4)},
    **{37 + at: (1 + 4 * at, 4) for at in range(3)},
    **{40 + at: (1 + 6 * at, 6) for at in range(2)},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date, season or date-time: its parts, and the moments it lies between.

    Args:
        year: its digits as written, ``X`` for those left open.
        month: 1 to 12; 21 and above for a season or division; 0 where it is left open.
        day: 1 to 31; 0 where it is left open. Both are None where they are not written at all.
        clock, zone: as written, empty where they are not.
        start: its first moment; None where no digit of the year is known.
        end: the first moment after it; None likewise.
    """

    year: str
    month: int | None = None
    day: int | None = None
    clock: str = ""
    zone: str = ""
    approximate: bool = False
    uncertain: bool = False
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What an EDTF string says: one date, an interval, or a set of these.

    ``kind`` is ``date``, ``interval``, ``one-of`` or ``all-of``; ``sides`` are the dates in their
    order, None for the end of an interval that is open or unknown. ``start`` is its earliest
    moment, ``end`` the first after its latest; None: without bound, or without a year.
    """

    kind: str
    sides: tuple[Date | None, ...]
    start: int | None
    end: int | None

    @property
    def approximate(self) -> bool:
        """Tell whether any part of it is approximate."""
        return any(side.approximate for side in self.sides if side)

    @property
    def uncertain(self) -> bool:
        """Tell whether any part of it is uncertain."""
        return any(side.uncertain for side in self.sides if side)


def read(edtf: str) -> Value | None:
    """Return what ``edtf`` says; None where it is no EDTF value this module knows. Never raises."""
    if len(edtf) > _LONGEST:
        return None
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        return _set(edtf[1:-1], "one-of" if edtf[0] == "[" else "all-of")
    return _single(edtf)


def order(edtf: str) -> tuple[int, int, int, int, str]:
    """Return a key that sorts EDTF strings by their earliest moment, the longer first.

    What has no beginning stands where it ends; what has no place in time stands last.
    """
    value = read(edtf)
    if value is None:
        return (2, 0, 0, 0, edtf)
    if value.start is None:
        return (1, 0, 0, 0, edtf) if value.end is None else (0, value.end, 0, 0, edtf)
    if value.end is None:
        return (0, value.start, 1, 0, edtf)
    return (0, value.start, 2, -value.end, edtf)


def certain(edtf: str) -> str:
    """Return ``edtf`` without the sign of what is uncertain."""
    return edtf.replace("?", "").replace("%", "~")


def is_compatible(one: str, other: str) -> bool:
    """Tell whether two values have a moment in common; what has no place in time has none.

    >>> is_compatible("2031-05", "2031-05-04"), is_compatible("2031-05-04", "2031-05-06")
    (True, False)
    """
    first, second = read(one), read(other)
    if first is None or second is None:
        return False
    sides = ((first.start, second.end), (second.start, first.end))
    return all(start is None or end is None or start < end for start, end in sides)


def _single(text: str) -> Value | None:
    first, slash, last = text.partition("/")
    if slash:
        return _interval(first, last)
    one = _date(text)
    return Value(kind="date", sides=(one,), start=one.start, end=one.end) if one else None


def _interval(first: str, last: str) -> Value | None:
    sides = tuple(_date(side) for side in (first, last))
    bare = [side in ("", "..") for side in (first, last)]
    if all(bare) or [side is None for side in sides] != bare:
        return None
    start = sides[0].start if sides[0] else None
    end = sides[1].end if sides[1] else None
    if start is not None and end is not None and start >= end:
        return None
    return Value(kind="interval", sides=sides, start=start, end=end)


def _set(inside: str, kind: str) -> Value | None:
    """Return a set; ``a..b`` within it is an interval, and so are ``..b`` and ``a..``."""
    found = [_single(part.strip().replace("..", "/", 1)) for part in inside.split(",")]
    parts = [part for part in found if part]
    if len(parts) < len(found):
        return None
    starts = [part.start for part in parts if part.start is not None]
    ends = [part.end for part in parts if part.end is not None]
    return Value(
        kind=kind,
        sides=tuple(side for part in parts for side in part.sides),
        start=min(starts) if len(starts) == len(parts) else None,
        end=max(ends) if len(ends) == len(parts) else None,
    )


def _date(text: str) -> Date | None:
    match = _DATE.fullmatch(text.translate(_QUALIFIERS))
    if match is None:
        return None
    month, day = (_part(match[name]) for name in ("month", "day"))
    if "00" in (match["month"], match["day"]) or (match["clock"] and not day):
        return None
    if (month or 0) > 12 and (month not in _DIVISIONS or day is not None):
        return None
    try:
        start, end = _bounds(match, month, day)
    except ValueError:
        return None
    return Date(
        year=match["year"],
        month=month,
        day=day,
        clock=match["clock"] or "",
        zone=match["zone"] or "",
        approximate="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
        start=start,
        end=end,
    )


def _part(digits: str | None) -> int | None:
    return None if digits is None else 0 if digits == "XX" else int(digits)


def _bounds(
    match: re.Match[str], month: int | None, day: int | None
) -> tuple[int | None, int | None]:
    """Return the first moment of a date and the first after it.

    Raises:
        ValueError: there is no such day or hour.
    """
    if match["year"].endswith("XXXX"):
        date(2000, month if month and month <= 12 else 1, day or 1)
        return None, None
    years = sorted(int(match["year"].replace("X", digit)) for digit in "09")
    first, length = _DIVISIONS.get(month or 0, (month or 1, 1 if month else 12))
    if not day:
        last = _month(years[1], first + length)
        return _month(years[0], first) * DAY, last * DAY
    days = [_day(year, month or at, day) for year, at in zip(years, (1, 12), strict=True)]
    if not match["clock"]:
        return days[0] * DAY, (days[1] + 1) * DAY
    past, lasts = _clock(match["clock"])
    ahead = _zone(match["zone"] or "Z")
    return days[0] * DAY + past - ahead, days[1] * DAY + past + lasts - ahead


def _month(year: int, month: int) -> int:
    """Return the number of the first day of a month, counted on over the end of the year."""
    over, inside = divmod(month - 1, 12)
    return _day(year + over, inside + 1, 1)


def _day(year: int, month: int, day: int) -> int:
    cycles, inside = divmod(year - 1, _LEAP_CYCLE_YEARS)
    return date(inside + 1, month, day).toordinal() - _EPOCH + cycles * _LEAP_CYCLE_DAYS


def _clock(clock: str) -> tuple[int, int]:
    """Return the seconds from midnight to a time of day, and the seconds it lasts."""
    hour, minute, second = ([int(part[:2]) for part in clock.split(":")] + [0, 0])[:3]
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and minute + second):
        raise ValueError(clock)
    return hour * 3600 + minute * 60 + second, (3600, 60, 1)[clock.count(":")]


def _zone(zone: str) -> int:
    """Return how many seconds the clocks of a zone are ahead of UTC."""
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    ahead = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return -ahead if zone[0] == "-" else ahead
