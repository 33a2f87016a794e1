"""What a time expression says, before anything is known of where it stands in the calendar."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from variorum.annotate.dating.periods import WINTER
from variorum.annotate.dating.tenses import POSSESSIVES
from variorum.languages import Language
from variorum.model.spans import Span

Step = tuple[str, int]
# The lean of a weekday that is meant a week later than the next.
HENCE = 2
# The unit of a step to the next, or last, of what comes again: ``the following Friday``.
NEXT = "next"
# Noon, and the first hour after it that a night may have.
NOON, DUSK = 12, 5

# The parts that one expression may have beside each other.
_TOGETHER = [
    {"weekday", "month", "day", "year", "clock", "day_part"},
    {"weekday", "month", "day", "shift", "clock", "day_part"},
    {"weekday", "shift", "clock", "day_part"},
    {"month", "day", "told"},
    {"part", "year"},
    {"part", "short"},
    {"weekday", "month", "day", "short"},
    {"part", "shift"},
    {"part", "told"},
    {"holiday", "year", "clock", "day_part"},
    {"holiday", "shift"},
    {"shift", "clock", "day_part"},
    {"told", "clock", "day_part"},
    {"weekday", "lean", "clock", "day_part"},
    {"month", "day", "lean", "clock", "day_part"},
]
# What may belong to the year before it: ``next year's first quarter``.
_OWNED = ({"part"}, {"month"}, {"holiday"})
# What may stand before a year.
_DATED = {"month", "part", "holiday"}
_LONGEST_GAP = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An expression and what it says; what it does not say is None.

    Args:
        span: in the text of a block.
        year, month, day: as printed.
        decade, century: their first year.
        short: a year in two digits, whose century nothing tells.
        weekday: Monday is 0.
        part: a part of a year by its EDTF number: season 21-24, quarter 33-36, half 40-41.
        holiday: when it comes (see ``TimeWords``).
        clock: the time of day as EDTF writes it, with its zone: ``T04:25:00Z``.
        day_part: a part of a day by its half: 0 before noon, 12 after it, 18 for the night.
        weekend: it is one.
        shift: a unit and how many of them from the day of publication.
        told: a unit and how many of them from what was told before.
        lean: for what comes again: the last (-1), this (0) or the next (1).
        week: it lies in the week that is meant (0), begins it (1) or ends it (-1).
        twelve: its hour may be of either half of the day.
        until: the last day, or year, of a range printed close: ``24-26 May``.
        ago: the shift is a count of units (``a year ago``).
        of: what the shift is counted from, where it is told: ``a year ago today``.
        bare: nothing but its neighbours shows that it is a time.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    short: int | None = None
    decade: int | None = None
    century: int | None = None
    weekday: int | None = None
    part: int | None = None
    holiday: str | None = None
    clock: str | None = None
    day_part: int | None = None
    weekend: bool | None = None
    shift: Step | None = None
    told: Step | None = None
    lean: int | None = None
    week: int | None = None
    twelve: bool = False
    until: int | None = None
    ago: bool = False
    of: Step | None = None
    bare: bool = False

    def says(self) -> set[str]:
        """Return the names of what it says."""
        return {name for name in _SAID if getattr(self, name) is not None}


_NOT_SAID = {"span", "bare", "until", "ago", "of", "week", "twelve"}
_SAID = [field.name for field in fields(Frame) if field.name not in _NOT_SAID]


def joined(left: Frame, right: Frame, text: str, language: Language) -> Frame | None:
    """Return two neighbours as one expression (``Tuesday`` and ``3 May``), None if they are two."""
    gap = text[left.span[1] : right.span[0]]
    if not gap or len(gap) > _LONGEST_GAP:
        return None
    words = gap.replace(",", " ").replace("(", " ").lower().split() if gap != "-" else []
    times = language.times
    if words and words[0] in POSSESSIVES:
        return _of_year(left, right) if len(words) == 1 else None
    if not set(words) <= times.of | times.at | times.articles | times.on:
        return None
    one, two = left.says(), right.says()
    if left.ago and right.shift and two == {"shift"} and not words:
        return replace(left, span=(left.span[0], right.span[1]), of=right.shift)
    if right.bare and two == {"shift"}:
        return None
    only_clock = times.at - times.of - times.articles - times.on
    if set(words) & only_clock and "clock" not in one | two:
        return None
    if one - {"day_part"} == two == {"clock"} and "(" in gap:
        return replace(left, span=(left.span[0], right.span[1]), clock=_zoned(left, right))
    if one & two or not any(one | two <= together for together in _TOGETHER):
        return None
    inside = left.twelve or set(words) <= times.within | times.articles
    if not _in_order(left, right, gap) or ("day_part" in two and not inside):
        return None
    if "," in gap and ("told" in two or (words and two == {"year"})):
        return None
    step = left.shift or right.shift
    if step and step[0] != "year" and "month" in one | two:
        return None  # ``today, 3 May``: both name the same day
    said = {name: getattr(right, name) for name in two}
    until = left.until or right.until
    whole = replace(left, span=(left.span[0], right.span[1]), until=until, bare=False, **said)
    return _halved(replace(whole, twelve=left.twelve or right.twelve))


def _of_year(left: Frame, right: Frame) -> Frame | None:
    """Return ``next year's first quarter``: what a year from the publication owns."""
    year = left.shift is not None and left.shift[0] == "year" and left.says() == {"shift"}
    if not year or left.ago or right.says() not in _OWNED:
        return None
    return replace(right, span=(left.span[0], right.span[1]), shift=left.shift, bare=False)


def _halved(frame: Frame) -> Frame:
    """Return a time of day in the half that the part of its day lies in: ``Monday evening at 8``.

    Of the small hours of a night the day is not sure, so the hour is left out.
    """
    if not frame.twelve or frame.day_part is None or frame.clock is None:
        return frame
    hour = int(frame.clock[1:3])
    if not 1 <= hour <= 12:
        return replace(frame, twelve=False)
    if frame.day_part > NOON and not DUSK <= hour < NOON:
        return replace(frame, clock=None, twelve=False)
    hour = hour % NOON + (NOON if frame.day_part else 0)
    return replace(frame, clock=f"T{hour:02}{frame.clock[3:]}", twelve=False)


def _zoned(left: Frame, right: Frame) -> str | None:
    """Return of one time told twice that with a zone: ``10:35 a.m. (0735 GMT)``."""
    short = min(len(left.clock or ""), len(right.clock or ""))
    return right.clock if len(left.clock or "") == short else left.clock


def _in_order(left: Frame, right: Frame, gap: str) -> bool:
    """Tell whether the parts stand as they do in one expression."""
    one, two = left.says(), right.says()
    if left.ago and left.shift and left.shift[0] == "year" and two in ({"month"}, {"part"}):
        return "," not in gap and bool(gap.strip())
    if "year" in one and not two <= {"clock", "day_part"}:
        quarter = two == {"part"} and (right.part or 0) > WINTER
        return one == {"year"} and quarter and gap in {" ", "-"}
    if two in ({"year"}, {"short"}):
        return bool(one & _DATED)
    coarse = left.shift is not None and left.shift[0] != "day" and "weekday" not in one
    if coarse and two & {"clock", "day_part"}:
        return False
    if ("month" in one and "weekday" in two) or ("told" in one and "month" in two):
        return False
    return "month" not in two or "day" in two
