"""Resolves what an expression says to a stretch of the calendar, and says on what ground.

Relative expressions are resolved by the rules that HeidelTime (Strötgen and Gertz, 2013) uses for
news: from the day of publication, what lies back is meant unless the clause speaks of what is to
come; ``two days later`` and its like from what was told last. Where the ground is missing nothing
is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from variorum.annotate.dating import periods
from variorum.annotate.dating.frames import NEXT, Frame, Step
from variorum.annotate.dating.ground import Ground, Value
from variorum.annotate.dating.periods import Period
from variorum.annotate.dating.sides import in_year, side
from variorum.annotate.dating.tenses import Tense

# How many days a history may step back before the next year is meant.
BACK = 150

# Between an evening and a time before noon lies a night.
NOON, EVENING = "T12", "T18"

# Of a weekday, what ends by it is not over: ``put off until Monday``.
_AHEAD = {Tense.FUTURE, Tense.ARRANGED, Tense.LIMIT, Tense.DUE}

_Tense = Callable[[], Tense | None]


def resolve(frame: Frame, ground: Ground, tense: _Tense) -> Value | None:
    """Return what an expression means, None where nothing tells.

    Args:
        frame: what the expression says.
        ground: what it is resolved from.
        tense: tells the tense of the clause, None where no word does.
    """
    if frame.short is not None:
        return None
    if frame.decade is not None:
        return _stated(Period(date(frame.decade, 1, 1), "decade"), frame)
    if frame.century is not None:
        return _stated(Period(date(frame.century, 1, 1), "century"), frame)
    if frame.year is not None and frame.told is not None:
        return _compared(frame, frame.year, ground)
    if frame.year is not None:
        return _stated(in_year(frame, frame.year), frame)
    running = frame.told if frame.shift is None or ground.year is not None else None
    if running is not None and (value := _told(frame, running, ground)):
        return value
    if frame.shift is not None:
        return _shifted(frame, frame.shift, ground)
    if frame.told is not None:
        return None
    if frame.says() <= {"clock", "day_part"}:
        return _on_told_day(frame, ground)
    if frame.weekday is not None and frame.month is None:
        return _weekday(frame, frame.weekday, ground, tense)
    return _weekend(frame, ground, tense) if frame.weekend else _named(frame, ground, tense)


def from_event(frame: Frame, source: Value) -> Value | None:
    """Return what is counted from an event (``two days after the vote``) that the text dated."""
    if frame.told is None or source.period is None:
        return None
    base = source.period.within(frame.told[0])
    return _from_told(base.shifted(frame.told[1]) if base else None, frame, source)


def from_speech(frame: Frame, source: Value) -> Value | None:
    """Return what is counted from the day, month or year in which somebody spoke."""
    if frame.shift is None or source.period is None or frame.of is not None:
        return None
    base = source.period.within(frame.shift[0])
    moved = base.shifted(frame.shift[1]) if base else None
    return _from_told(_inside(frame, moved), frame, source)


def in_week(value: Value, way: int) -> Value:
    """Return the week of a day: that which holds it (0), begins (1) or ends (-1) with it."""
    day = value.period
    if day is None or day.unit != "day":
        return value
    first = periods.moved(day.first, -6) if way < 0 else day.first
    week = day.within("week") if way == 0 else Period(first, "week") if first else None
    return replace(value, period=week) if week else value


def _stated(period: Period | None, frame: Frame) -> Value | None:
    return Value(period, "stated", clock=frame.clock or "", stated=True) if period else None


def _compared(frame: Frame, year: int, ground: Ground) -> Value | None:
    """``the 1998 quarter``, in a report on a quarter: the same one of that year."""
    source = ground.quarter
    if source is None or source.period is None:
        return _stated(periods.of_year(year), frame)
    found = source.period.shifted(4 * (year - source.period.first.year))
    value = _from_told(found, frame, source)
    return replace(value, aside=True) if value else None


def _from_published(period: Period | None, frame: Frame, ground: Ground, how: str) -> Value | None:
    if period is None:
        return None
    words = f"{how} {ground.name()}"
    return Value(period, words, clock=frame.clock or "", doubt=ground.doubt)


def _placed(found: Period | None, frame: Frame, ground: Ground) -> Value | None:
    """Say on which side of the publication a period lies."""
    anchor = ground.published
    if found is None or anchor is None:
        return None
    how = "that of"
    if found.last < anchor.first:
        how = "before"
    elif found.first > anchor.last:
        how = "after"
    return _from_published(found, frame, ground, how)


def _from_told(period: Period | None, frame: Frame, source: Value) -> Value | None:
    if period is None or source.period is None:
        return None
    words = f"from {source.period.edtf(source.doubt)} in the text"
    return Value(period, words, clock=frame.clock or "", doubt=source.doubt)


def _shifted(frame: Frame, step: Step, ground: Ground) -> Value | None:
    """``last month``, ``three days ago``, ``Friday last week``, ``July last year``."""
    unit, count = step
    if step == ("year", -1) and frame.ago and ground.quarter:
        return _told(frame, step, ground)
    if frame.of is not None:
        found = periods.before_that(ground.published, frame.of, step) if ground.published else None
        return _from_published(found, frame, ground, "from")
    base = ground.published.within(unit) if ground.published else None
    moved = base.shifted(count) if base else None
    return _from_published(_inside(frame, moved), frame, ground, "from")


def _inside(frame: Frame, period: Period | None) -> Period | None:
    """Return what a frame names inside a week or year."""
    if period is None:
        return None
    if period.unit == "month" and frame.holiday and frame.holiday.startswith("*"):
        here = frame.holiday.replace("*", str(period.first.month))
        return in_year(replace(frame, holiday=here), period.first.year)
    if period.unit == "month" and frame.day is not None and frame.month is None:
        return periods.of_day(period.first.year, period.first.month, frame.day)
    if frame.says() & {"month", "part", "holiday"}:
        return in_year(frame, period.first.year) if period.unit == "year" else None
    if frame.weekday is not None and period.unit != "day":
        if period.unit != "week":
            return None
        return periods.weekday_from(period.first, frame.weekday, direction=1, strict=False)
    return period


def _told(frame: Frame, step: Step, ground: Ground) -> Value | None:
    """``two days later``, ``the following year``, ``July of that year``, ``a year earlier``.

    In a report on a quarter the year before is the same quarter of that year.
    """
    source = ground.told
    if step == ("quarter", 0) or (step == ("year", -1) and frame.part is None):
        source = ground.quarter or (source if step[0] == "year" else None)
    if step[0] == NEXT and frame.weekday is not None:
        source = ground.day or source
    if source is None or source.period is None:
        return None
    if source is ground.quarter and step == ("year", -1):
        compared = _from_told(source.period.shifted(-4), frame, source)
        return replace(compared, aside=True) if compared else None
    if step[0] == NEXT:
        return _from_told(_next(frame, source.period, step[1]), frame, source)
    base = source.period.within(step[0])
    return _from_told(_inside(frame, base.shifted(step[1]) if base else None), frame, source)


def _next(frame: Frame, told: Period, way: int) -> Period | None:
    """``the following Friday``, ``the previous March``: the next, or last, from what was told."""
    if frame.weekday is not None and told.unit not in {"day", "weekend", "week"}:
        return None
    if frame.weekday is None:
        return periods.recurring(partial(in_year, frame), told, direction=way, strict=True)
    near = told.last if way > 0 else told.first
    return periods.weekday_from(near, frame.weekday, direction=way, strict=True)


def _on_told_day(frame: Frame, ground: Ground) -> Value | None:
    """``at 10 a.m.``: on the day that the paragraph told last."""
    told, clock = ground.day, frame.clock or ""
    if told and clock < NOON <= EVENING <= told.clock:
        return None  # of the same night, or told from its end
    return _from_told(told.period, frame, told) if told else None


def _named(frame: Frame, ground: Ground, tense: _Tense) -> Value | None:
    """``24 February``, ``in September``, ``next spring``: the nearest, back or ahead."""
    of, lean, anchor = partial(in_year, frame), frame.lean, ground.published
    if of(2000) is None:
        return None
    if lean is None and ground.year is not None and tense() is not Tense.FUTURE:
        return _of_told_year(frame, ground.year, ground)
    if anchor is None or (anchor.unit == "year" and lean != 0):
        return _without_year(frame)
    if lean == 0:
        return _from_published(of(anchor.first.year), frame, ground, "from")
    if lean is not None:
        found = periods.recurring(of, anchor, direction=lean, strict=True)
        return _from_published(found, frame, ground, "from")
    direction = side(of, anchor, tense(), named=frame.holiday is not None)
    found = periods.recurring(of, anchor, direction=direction) if direction else None
    return _placed(found, frame, ground)


def _of_told_year(frame: Frame, year: int, ground: Ground) -> Value | None:
    """Return what is named in the year that the paragraph speaks of."""
    found = in_year(frame, year)
    told = ground.told.period if ground.told else None
    if found and told and told.unit != "year" and ground.history:
        far_back = (told.first - found.first).days > BACK
        found = in_year(frame, year + 1) if far_back else found
    if found is None:
        return None
    return Value(found, f"in {year} in the text", clock=frame.clock or "", stated=True)


def _without_year(frame: Frame) -> Value | None:
    """Return a month or day whose year is not known."""
    if frame.month is None or frame.lean is not None or frame.until is not None:
        return None
    day = f"-{frame.day:02}" if frame.day is not None else ""
    return Value(None, "stated, without a year", f"XXXX-{frame.month:02}{day}")


def _weekday(frame: Frame, weekday: int, ground: Ground, tense: _Tense) -> Value | None:
    anchor, lean = ground.published, frame.lean
    if anchor is None or anchor.unit != "day":
        return None
    day = anchor.first
    if frame.day is not None:
        return _placed(_on_day(weekday, frame.day, anchor), frame, ground)
    if lean is not None and abs(lean) > 1:
        way = 1 if lean > 0 else -1
        near = periods.weekday_from(day, weekday, direction=way, strict=True)
        far = periods.moved(near.first, 7 * (lean - way)) if near else None
        return _from_published(Period(far, "day") if far else None, frame, ground, "from")
    if lean is not None:
        found = periods.weekday_from(day, weekday, direction=lean or 1, strict=lean != 0)
        return _from_published(found, frame, ground, "from")
    direction = 1 if tense() in _AHEAD else -1
    found = periods.weekday_from(day, weekday, direction=direction, strict=False)
    if direction < 0 and found == anchor and frame.clock and ground.hour < frame.clock[:6]:
        return None  # what was told of had not happened yet
    return _placed(found, frame, ground)


def _on_day(weekday: int, day: int, anchor: Period) -> Period | None:
    """Return the nearest day of that number in the month that is this weekday: ``Friday the 5th``.

    No further than in the month before or after, of which at most one has it so near.
    """
    months = anchor.within("month")
    near = [months.shifted(step) for step in (0, -1, 1)] if months else []
    days = [periods.of_day(m.first.year, m.first.month, day) for m in near if m]
    return next((found for found in days if found and found.first.weekday() == weekday), None)


def _weekend(frame: Frame, ground: Ground, tense: _Tense) -> Value | None:
    anchor = ground.published
    if anchor is None or anchor.unit != "day":
        return None
    direction = 1 if tense() in _AHEAD else -1
    saturday = periods.weekday_from(anchor.first, 5, direction=direction, strict=False)
    return _placed(Period(saturday.first, "weekend") if saturday else None, frame, ground)
