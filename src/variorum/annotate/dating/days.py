"""Reads the days of months, however they are told, and the times of day."""

from __future__ import annotations

import re

from variorum.annotate.dating.frames import Frame
from variorum.languages import Language

_MONTHS = 12
_NEXT = re.compile(r"[^\S\n]([a-z]+)")


def read_figures(match: re.Match[str], language: Language) -> Frame | None:
    """``31/12/2021``, ``2021/12/31``; not what may be read two ways."""
    if match["fig_year"]:
        year, month, day = (int(match[name]) for name in ("fig_year", "fig_m", "fig_d"))
    else:
        day, month, year = (int(match[name]) for name in ("fig_one", "fig_two", "fig_full"))
        if month > _MONTHS:
            day, month = month, day
        elif day <= _MONTHS and day != month:
            return None
    known = 1 <= month <= _MONTHS and 1 <= day <= 31
    return Frame(span=match.span(), year=year, month=month, day=day) if known else None


def number_of(word: str, language: Language) -> int:
    """Return the value of a count or ordinal as written."""
    low = word.lower()
    if low[:1].isdigit():
        return int(re.sub(r"\D", "", low))
    days = language.times.days_of_month
    if low in language.ordinals or low in days:
        return language.ordinals.get(low) or days[low]
    return sum(language.numbers.get(part, 1) for part in re.split(r"[\s-]", low))


def read_day(match: re.Match[str], language: Language) -> Frame | None:
    """``3 May``, ``from the 3rd to the 5th of May``, ``May 3 and 4``."""
    month = language.months[(match["md"] or match["dm"]).lower()]
    day = number_of(match["md_day"] or match["dm_day"], language)
    until = number_of(match["md_until"], language) if match["md_until"] else None
    if first := match["dm_from"] or match["dm_between"] or match["dm_joint"]:
        day, until = number_of(first, language), day
    if not 1 <= day <= 31:
        return None
    if until is not None and not _runs(match, day, until, language):
        if match["dm_joint"]:
            return Frame(span=(match.start("dm_day"), match.end()), month=month, day=until)
        return Frame(span=(match.start(), match.end("md_day")), month=month, day=day)
    return Frame(span=match.span(), month=month, day=day, until=until)


def _runs(match: re.Match[str], day: int, until: int, language: Language) -> bool:
    """Tell whether the second number is a day too, and the two are a range.

    ``3 and 5 May`` are two days apart, and ``on 3 May and 4 others`` counts others.
    """
    joint = match["md_joint"] or match["dm_joint"]
    if joint and until != day + 1 and not _is_between(match, language):
        return False
    return not match["md_until"] or _ends_numbers(match, language)


def _ends_numbers(match: re.Match[str], language: Language) -> bool:
    """Tell whether the last number of a match counts or orders nothing that follows."""
    after = _NEXT.match(match.string, match.end())
    clause = language.auxiliaries | language.modals | language.relatives | language.times.joint
    return after is None or after[1] in language.prepositions | clause


def _is_between(match: re.Match[str], language: Language) -> bool:
    before = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    return before[-1:] != [] and before[-1] in language.times.between


def read_day_of(match: re.Match[str], language: Language) -> Frame | None:
    """``the 21st of last month``, ``Monday the 5th``."""
    day = number_of(match["of_day"] or match["wd_day"], language)
    if not 1 <= day <= 31:
        return None
    if match["of_day"]:
        lean = language.times.leans[" ".join(match["of_lean"].lower().split())]
        return Frame(span=match.span(), day=day, shift=("month", lean))
    weekday = language.weekdays[match["wd"].lower().rstrip(".")]
    if not _ends_numbers(match, language):
        return Frame(span=match.span("wd"), weekday=weekday)
    return Frame(span=match.span(), day=day, weekday=weekday)


def read_clock(match: re.Match[str], language: Language) -> Frame | None:
    """``10.30 a.m. EST``, ``16:45``, ``0735 GMT``, ``noon``."""
    times = language.times
    groups = (
        ("clock", "minute", "zone"),
        ("clock24", "minute24", "zone24"),
        ("military", "military_minute", "zone0"),
    )
    for hour_group, minute_group, zone_group in groups:
        if match[hour_group]:
            hour, minute, zone = match.group(hour_group, minute_group, zone_group)
            break
    else:
        hour, minute, zone = str(times.hours[match["hour"].lower()]), "00", match["zone12"]
    hours = number_of(hour, language)
    if match["half"]:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + times.halves_of_day[match["half"].lower()]
    offset = times.zones[zone.lower()] if zone else ""
    if hours > 23:
        return None
    clock = f"T{hours:02}:{minute or '00'}:{match['second'] or match['second24'] or '00'}{offset}"
    bare = bool(match["clock24"]) and not zone
    return Frame(span=match.span(), clock=clock, bare=bare, twelve=bare)


def read_hour(match: re.Match[str], language: Language) -> Frame | None:
    """``8`` beside the part of a day: ``at 8 on Monday morning``."""
    hour = number_of(match["hour12"] or match["hour_after"], language)
    return Frame(span=match.span(), clock=f"T{hour:02}:00:00", bare=True, twelve=True)


def read_nth(match: re.Match[str], language: Language) -> Frame | None:
    """``the first Monday in November``, written as a holiday that comes by such a rule.

    Of another month than a named one it is ``*``: ``the last weekend of next month``.
    """
    place = number_of(match["nth"], language) if match["nth"] else -1
    head = match["nth_day"].lower().rstrip(".")
    what = language.weekdays.get(head, language.times.units.get(head))
    if place > (31 if what == "day" else 4):
        return None
    if match["nth_month"]:
        month = language.months[match["nth_month"].lower()]
        return Frame(span=match.span(), holiday=f"{month} {what} {place}")
    lean = language.times.leans[" ".join(match["nth_lean"].lower().split())]
    return Frame(span=match.span(), holiday=f"* {what} {place}", shift=("month", lean))
