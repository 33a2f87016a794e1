"""Stretches of the calendar, from a day to a century, and how EDTF (ISO 8601-2) writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

SPRING, WINTER = 21, 24
QUARTER, HALF = 32, 39
# From fine to coarse; those of one number do not hold each other.
RANKS = {
    "day": 0, "weekend": 1, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4,
    "year": 5, "decade": 6, "century": 7,
}  # fmt: skip
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12}
_MONTHS |= {"decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    Args:
        first: its first day; of a winter that is in the year it begins in.
        unit: ``day``, ``weekend``, ``week``, ``month``, ``season``, ``quarter``, ``half``,
            ``year``, ``decade`` or ``century``.
    """

    first: date
    unit: str

    @property
    def last(self) -> date:
        """The last day."""
        days = {"day": 0, "weekend": 1, "week": 6}.get(self.unit)
        if days is not None:
            return moved(self.first, days) or date.max
        after = _month_after(self.first, _MONTHS[self.unit])
        return after - timedelta(days=1) if after else date.max

    def edtf(self, mark: str = "") -> str:
        """Return the EDTF value, qualified by ``mark`` (``?``, ``~``, ``%`` or nothing).

        A week is an interval of days; so is a season of doubt one of months, for EDTF
        qualifies no season.
        """
        year = f"{self.first.year:04}"
        if self.unit in {"week", "weekend"}:
            return f"{self.first.isoformat()}{mark}/{self.last.isoformat()}{mark}"
        if self.unit in {"season", "quarter", "half"}:
            if mark:
                return f"{self.first.isoformat()[:7]}{mark}/{self.last.isoformat()[:7]}{mark}"
            return f"{year}-{self._part()}"
        whole = self.first.isoformat()
        ends = {"day": whole, "month": whole[:7], "year": year}
        return ends.get(self.unit, year[:3] + "X" if self.unit == "decade" else f"{year[:2]}XX") + (
            mark
        )

    def _part(self) -> int:
        """Return the number that EDTF gives a part of a year."""
        if self.unit == "season":
            return SPRING - 1 + self.first.month // 3
        if self.unit == "quarter":
            return QUARTER + (self.first.month + 2) // 3
        return HALF + (self.first.month + 5) // 6

    def shifted(self, count: int) -> Period | None:
        """Return the period so many of its own units later, None outside the calendar."""
        days = {"day": 1, "weekend": 7, "week": 7}.get(self.unit)
        if days is not None:
            first = moved(self.first, days * count)
        else:
            first = _month_after(self.first, _MONTHS[self.unit] * count)
        return Period(first, self.unit) if first else None

    def within(self, unit: str) -> Period | None:
        """Return the period of a unit as coarse or coarser that holds this one."""
        if RANKS[unit] < RANKS[self.unit] or (
            RANKS[unit] == RANKS[self.unit] and unit != self.unit
        ):
            return None
        if self.unit == "week" and unit != "week":
            return Period(self.first, "day").within(unit)
        return None if unit == "half" else _holding(self.first, unit)


def _holding(day: date, unit: str) -> Period | None:
    """Return the period of a unit that holds a day."""
    first: date | None = day
    if unit in {"week", "weekend"}:
        first = moved(day, 5 * (unit == "weekend") - day.weekday())
    elif unit == "season":
        first = _month_after(day.replace(day=1), -(day.month % 3))
    elif unit == "quarter":
        first = day.replace(day=1, month=day.month - (day.month - 1) % 3)
    elif unit == "month":
        first = day.replace(day=1)
    elif unit != "day":
        span = {"year": 1, "decade": 10, "century": 100}[unit]
        year = day.year - day.year % span
        first = date(year, 1, 1) if year else None
    return Period(first, unit) if first else None


def moved(day: date, days: int) -> date | None:
    """Return a day so many days later, None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _month_after(day: date, months: int) -> date | None:
    """Return the first day of the month so many months after that of a day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if 1 <= year <= 9999 else None


def before_that(anchor: Period, here: tuple[str, int], step: tuple[str, int]) -> Period | None:
    """Return the day, month or year of a step away: ``a year ago today``; None for a week.

    Args:
        anchor: from where.
        here: the unit that is moved, and which one from the anchor: today is ``("day", 0)``.
        step: by how many of what unit.
    """
    base = anchor.within(here[0]) if here[0] in {"day", "month", "year"} else None
    start = base.shifted(here[1]) if base else None
    if start is None or step[0] not in {"day", "week", "month", "year"}:
        return None
    if step[0] in {"day", "week"}:
        day = moved(start.first, step[1] * (7 if step[0] == "week" else 1))
        return Period(day, "day") if day and start.unit == "day" else None
    first = _month_after(start.first, step[1] * _MONTHS[step[0]])
    if first is None or start.unit != "day":
        return Period(first, start.unit) if first else None
    return of_day(first.year, first.month, start.first.day)


def of_year(year: int) -> Period | None:
    """Return a year, None outside the calendar."""
    return Period(date(year, 1, 1), "year") if 1 <= year <= 9999 else None


def of_month(year: int, month: int) -> Period | None:
    """Return a month of a year."""
    return Period(date(year, month, 1), "month") if 1 <= year <= 9999 else None


def of_day(year: int, month: int, day: int) -> Period | None:
    """Return a day, None where there is none of that number."""
    try:
        return Period(date(year, month, day), "day")
    except ValueError:
        return None


def of_part(year: int, code: int) -> Period | None:
    """Return the part of a year that EDTF gives this number: season, quarter or half."""
    if not 1 <= year <= 9999:
        return None
    if code > HALF:
        return Period(date(year, 6 * (code - HALF) - 5, 1), "half")
    if code > QUARTER:
        return Period(date(year, 3 * (code - QUARTER) - 2, 1), "quarter")
    return Period(date(year, 3 * (code - SPRING + 1), 1), "season")


def nth_weekday(year: int, month: int, weekday: int, number: int) -> Period | None:
    """Return the so-manieth weekday of a month, from its end where the number is below 0."""
    month_found = of_month(year, month)
    if month_found is None:
        return None
    if number > 0:
        first = month_found.first
        day = moved(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        last = month_found.last
        day = moved(last, -((last.weekday() - weekday) % 7) + 7 * (number + 1))
    return Period(day, "day") if day else None


def nth_week(month: Period, unit: str, number: int) -> Period | None:
    """Return the so-manieth day, weekend or seven days of a month; below 0 from its end."""
    if unit == "weekend":
        saturday = nth_weekday(month.first.year, month.first.month, 5, number)
        return Period(saturday.first, unit) if saturday else None
    each = 7 if unit == "week" else 1
    days = each * (number - 1) if number > 0 else month.last.day + each * number
    first = moved(month.first, days)
    return Period(first, unit) if first and month.first <= first <= month.last else None


def easter(year: int, days: int) -> Period | None:
    """Return a day so many days after the Easter Sunday of the Gregorian calendar.

    The algorithm of Meeus, Jones and Butcher.
    """
    if not 1 <= year <= 9999:
        return None
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114
    day = moved(date(year, n // 31, n % 31 + 1), days)
    return Period(day, "day") if day else None


def weekday_from(day: date, weekday: int, *, direction: int, strict: bool) -> Period | None:
    """Return the nearest such weekday (Monday is 0), back (-1) or forward (1).

    Args:
        day: from where.
        weekday: which.
        direction: -1 or 1.
        strict: whether ``day`` itself is left out.
    """
    distance = (weekday - day.weekday()) * direction % 7
    found = moved(day, direction * (distance or 7 * strict))
    return Period(found, "day") if found else None


def recurring(
    of: Callable[[int], Period | None], anchor: Period, *, direction: int, strict: bool = False
) -> Period | None:
    """Return the nearest of what comes once a year: a month, a holiday, a season.

    Args:
        of: gives the one of a year, None where that year has none (29 February).
        anchor: from where.
        direction: -1 the latest that has begun by the anchor's end, 1 the first that has not
            ended before its beginning.
        strict: whether one that touches the anchor is left out.
    """
    outside = (direction < 0) == strict
    for years in range(-1, 9):  # as far as the next 29 February, and a winter of the year before
        found = of(anchor.first.year + direction * years)
        if found is None:
            continue
        near, edge = (found.last, anchor.first) if outside else (found.first, anchor.last)
        if near < edge if direction < 0 else near > edge:
            return found
        if near == edge and not strict:
            return found
    return None
