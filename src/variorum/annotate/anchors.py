"""Calendar arithmetic from the day, month or year a text was published (EDTF, ISO 8601-2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.model.article import Published

_LEVEL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
SPRING, WINTER = 21, 24


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was published, as far as it is known.

    Args:
        year: always known.
        month: None where only the year is.
        day: the whole date; None where only the month or the year is.
        doubt: the mark of an uncertain date, ``?``, or nothing.

    Every method returns an EDTF value, or None where the anchor is too coarse for it or the
    result lies outside the calendar.
    """

    year: int
    month: int | None = None
    day: date | None = None
    doubt: str = ""

    def __str__(self) -> str:
        if self.day:
            return self.day.isoformat() + self.doubt
        return f"{self.year:04}" + (f"-{self.month:02}" if self.month else "") + self.doubt

    def shifted_day(self, days: int) -> str | None:
        """Return the date so many days after this one."""
        moved = _moved(self.day, days)
        return moved.isoformat() if moved else None

    def weekday(self, weekday: int, *, direction: int, strict: bool) -> str | None:
        """Return the nearest such weekday, back (-1) or forward (1).

        Args:
            weekday: Monday is 0.
            direction: -1 or 1.
            strict: whether the anchor's own day is left out.
        """
        if self.day is None:
            return None
        distance = (weekday - self.day.weekday()) * direction % 7
        if strict and distance == 0:
            distance = 7
        return self.shifted_day(direction * distance)

    def weekday_after(self, weekday: int) -> str | None:
        """Return such a weekday a week after the next one (``Saturday week``); Monday is 0."""
        if self.day is None:
            return None
        return self.shifted_day(7 + ((weekday - self.day.weekday()) % 7 or 7))

    def shifted_week(self, weeks: int) -> str | None:
        """Return a calendar week (Monday to Sunday) as an interval."""
        if self.day is None:
            return None
        return self._interval(7 * weeks - self.day.weekday(), days=6)

    def shifted_weekend(self, weeks: int) -> str | None:
        """Return a Saturday and Sunday as an interval; 0 is that of the anchor's own week."""
        if self.day is None:
            return None
        return self._interval(7 * weeks - self.day.weekday() + 5, days=1)

    def _interval(self, offset: int, *, days: int) -> str | None:
        first, last = self.shifted_day(offset), self.shifted_day(offset + days)
        return f"{first}/{last}" if first and last else None

    def shifted_month(self, months: int) -> str | None:
        """Return the month so many months after this one."""
        if self.month is None:
            return None
        count = self.year * 12 + self.month - 1 + months
        return f"{count // 12:04}-{count % 12 + 1:02}" if 1 <= count // 12 <= 9999 else None

    def shifted_year(self, years: int) -> str | None:
        """Return the year so many years after this one."""
        year = self.year + years
        return f"{year:04}" if 1 <= year <= 9999 else None

    def month_named(self, month: int, *, direction: int, strict: bool) -> str | None:
        """Return the nearest month of this number, back (-1) or forward (1)."""
        if self.month is None:
            return None
        distance = (month - self.month) * direction % 12
        if strict and distance == 0:
            distance = 12
        return self.shifted_month(direction * distance)

    def date_named(self, month: int, day: int, *, direction: int) -> str | None:
        """Return the nearest date of this month and day, not before (1) or not after (-1)."""
        if self.day is None:
            return None
        for years in range(9):  # as far as the next 29 February
            found = _date(self.year + direction * years, month, day)
            if found and (found - self.day).days * direction >= 0:
                return found.isoformat()
        return None

    def quarter(self, number: int, *, ahead: bool) -> str | None:
        """Return the latest such quarter that is over, or the first that is not (EDTF 33-36)."""
        if self.month is None:
            return None
        over = self.month > 3 * number
        year = self.year + over if ahead else self.year - (not over)
        return f"{year:04}-{32 + number}" if year else None

    def season(self, season: int, shift: int) -> str | None:
        """Return a season (21 spring to 24 winter), as the northern calendar orders them.

        A winter bears the year it begins in. ``shift`` -1: the latest one that is over; 0: the
        one of this year; 1: the first that has not begun.
        """
        if self.month is None:
            return None
        begins = 3 * (season - SPRING) + 3
        running = begins <= self.month < begins + 3 or (season == WINTER and self.month < 3)
        year = self.year - (season == WINTER and self.month < 3)
        if shift < 0 and (running or begins > self.month):
            year -= 1
        if shift > 0 and (running or begins < self.month):
            year += 1
        return f"{year:04}-{season}" if 1 <= year <= 9999 else None


def anchor_of(published: Published | None) -> Anchor | None:
    """Return what is known of the day of publication, None where nothing is."""
    match = _LEVEL.match(published.edtf) if published else None
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or not (month is None or 1 <= month <= 12):
        return None
    doubt = "?" if published and published.edtf.endswith("?") else ""
    return Anchor(year, month, _date(year, month, day) if month and day else None, doubt)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date | None, days: int) -> date | None:
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None
