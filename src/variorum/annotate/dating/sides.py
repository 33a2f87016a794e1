"""On which side of the publication what comes once a year lies: a day, a month, a holiday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from variorum.annotate.dating import periods
from variorum.annotate.dating.frames import Frame
from variorum.annotate.dating.ground import Value
from variorum.annotate.dating.periods import Period
from variorum.annotate.dating.tenses import Tense

# How many days ahead a date without a year may lie and still be meant, without any cue.
SOON = 60
# The same where the clause speaks of the past, for a day of nearly a year ago bears its year.
NEAR = 21
# The same where the clause names an aim.
AIMED = 120
# How many days back or ahead the end of what is past may lie: ``stayed until``, ``put off until``.
ENDED, DUE = 60, 182
# How many days back what stands in the present may lie and leave a doubt.
LATELY = 31

_Yearly = Callable[[int], Period | None]


def in_year(frame: Frame, year: int) -> Period | None:
    """Return what a frame names in a year: the year itself where it names nothing else."""
    if frame.holiday is not None:
        return _holiday(frame.holiday, year)
    if frame.part is not None:
        return periods.of_part(year, frame.part)
    if frame.month is None:
        return periods.of_year(year)
    if frame.day is None:
        return periods.of_month(year, frame.month)
    return periods.of_day(year, frame.month, frame.day)


def _holiday(when: str, year: int) -> Period | None:
    """Return a holiday of a year: ``12-25``, ``11 3 4`` (fourth Thursday), ``easter 1``.

    And what comes by the same rule: ``5 weekend -1``, ``10 week 1`` (its first seven days).
    """
    kind, *numbers = when.split()
    if kind == "easter":
        return periods.easter(year, int(numbers[0]))
    if numbers and numbers[0].isalpha():
        whole = periods.of_month(year, int(kind))
        return periods.nth_week(whole, numbers[0], int(numbers[1])) if whole else None
    if numbers:
        weekday, place, days = (*map(int, numbers), 0)[:3]
        found = periods.nth_weekday(year, int(kind), weekday, place)
        return found.shifted(days) if found else None
    month, day = when.split("-")
    return periods.of_day(year, int(month), int(day))


def side(of: _Yearly, anchor: Period, tense: Tense | None, *, named: bool) -> int:
    """Tell whether the next one is meant (1) or the last (-1), 0 where nothing tells.

    ``named``: whether it is a holiday, which never bears its year.
    """
    if tense is Tense.FUTURE:
        return 1
    ahead = periods.recurring(of, anchor, direction=1)
    if tense is Tense.ARRANGED:
        return _side_of_arranged(periods.recurring(of, anchor, direction=-1), anchor)
    if tense is Tense.LIMIT:
        return _side_of_limit(ahead, periods.recurring(of, anchor, direction=-1), anchor)
    if ahead is None or (tense is Tense.PAST and (named or ahead.unit != "day")):
        return -1
    if ahead.unit == "month" and tense is None:
        after = anchor.within("month")
        return 1 if after and ahead == after.shifted(1) else -1
    days = (
        {Tense.AIM: AIMED, Tense.DUE: AIMED, Tense.PAST: NEAR}.get(tense, SOON) if tense else SOON
    )
    limit = periods.moved(anchor.first, days)
    return 1 if limit and ahead.first <= limit else -1


def _side_of_arranged(back: Period | None, anchor: Period) -> int:
    """Tell that what is arranged lies ahead; 0 where the last one is hardly over."""
    fresh = back is not None and 0 < (anchor.first - back.last).days <= LATELY
    return 0 if fresh else 1


def _side_of_limit(ahead: Period | None, back: Period | None, anchor: Period) -> int:
    """Tell on which side an end lies: just gone by, or due in half a year; 0 for neither."""
    if back and (anchor.first - back.last).days <= ENDED:
        return -1
    return 1 if ahead and (ahead.first - anchor.last).days <= DUE else 0


def next_after(frame: Frame, value: Value, period: Period) -> Value:
    """Return the end of a range, moved to where it comes next after the beginning.

    Args:
        frame: what the end says.
        value: what it means by itself.
        period: the beginning.
    """
    if value.period is None or value.period.first > period.first:
        return value
    if frame.weekday is not None and frame.month is None:
        found = periods.weekday_from(period.first, frame.weekday, direction=1, strict=True)
    else:
        found = periods.recurring(partial(in_year, frame), period, direction=1, strict=True)
    return replace(value, period=found) if found else value


def in_reach_ahead(frame: Frame, anchor: Period) -> bool:
    """Tell whether what a frame names comes within half a year, so that a limit would be there."""
    of = partial(in_year, frame)
    ahead, back = (periods.recurring(of, anchor, direction=way) for way in (1, -1))
    return _side_of_limit(ahead, back, anchor) > 0


def range_before(
    ends: tuple[Frame, Frame], last: Period, value: Value
) -> tuple[Value, Value] | None:
    """Return the ends of a range that lies wholly before what its end means ahead.

    Args:
        ends: what the ends say.
        last: the publication, before which the end lies.
        value: what the first end means, for its ground.
    """
    one, two = (partial(in_year, frame) for frame in ends)
    end = periods.recurring(two, last, direction=-1, strict=True)
    begin = periods.recurring(one, end, direction=-1, strict=True) if end else None
    if end is None or begin is None:
        return None
    ground = value.ground.replace("that of", "before").replace("after", "before")
    return replace(value, period=begin, ground=ground), replace(value, period=end, ground=ground)
