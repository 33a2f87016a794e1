"""EDTF values in words, and in the short words that stand below a line."""

from __future__ import annotations

from datetime import date

from variorum.model.edtf import Date, Value, read

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = ("spring", "summer", "autumn", "winter")
# A winter bears the year it begins in.
_WINTERS = (24, 28)
_ORDINALS = ("first", "second", "third", "fourth")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NO_YEAR = "no year"
UNREAD = "no date"
# From which length on, in seconds, a stretch of time is told in which unit.
_UNITS = (
    (2 * 31_556_952, 31_556_952, "year"),
    (60 * 86_400, 2_629_746, "month"),
    (2 * 86_400, 86_400, "day"),
    (2 * 3_600, 3_600, "hour"),
    (0, 60, "minute"),
)


def told(edtf: str) -> str:
    """Return an EDTF value in words: ``about Thu 8 Dec 2022``; ``edtf`` where none fit."""
    value = read(edtf)
    if value is None:
        return edtf
    if value.kind == "interval":
        return _interval(value, edtf)
    named = [_date(side) for side in value.sides if side]
    if value.kind == "date":
        return named[0]
    if "/" in edtf or ".." in edtf:
        return edtf
    return ("one of " if value.kind == "one-of" else "") + ", ".join(named)


def remark(edtf: str) -> str:
    """Return what the digits of ``edtf`` do not say by themselves; "" where they say it all."""
    value = read(edtf)
    if value is None:
        return UNREAD
    first = value.sides[0]
    if value.kind == "date" and first:
        years = (_year(first.year) or NO_YEAR) if first.year.endswith("X") else ""
        return " ".join(filter(None, (_doubt(value), _weekday(first), _division(first), years)))
    if value.kind != "interval":
        return told(edtf)
    onward, until = edtf.endswith("/.."), edtf.startswith("../")
    far = "onward" if onward else "until then" if until else ""
    far = far or ("" if all(value.sides) else "end unknown" if first else "start unknown")
    return " ".join(filter(None, (_doubt(value), far)))


def short(edtf: str) -> tuple[str, str]:
    """Return a value in the fewest words, and the day or year that they leave out.

    A set, and what is no date, is told in full; nothing is left out then.
    """
    value = read(edtf)
    if value is None or value.kind not in ("date", "interval"):
        return (told(edtf), "")
    first, *more = (_brief(side) if side else None for side in value.sides)
    if not more:
        return first or (edtf, "")
    (last,) = more
    if first is None or last is None:
        words, rest = first or last or (edtf, "")
        return (f"{'from' if first else 'until'} {words}", rest)
    if first[1] == last[1]:
        return (f"{first[0]}–{last[0]}", first[1])
    return ("–".join(" ".join(filter(None, side)) for side in (first, last)), "")


def _brief(side: Date) -> tuple[str, str]:
    month = _division(side, brief=True) or _month(side)[:3]
    if side.clock:
        return (side.clock[:5] + side.zone.strip("Z"), f"{side.day} {month} {side.year}")
    if side.month:
        return (f"{side.day} {month}" if side.day else month, _year(side.year))
    return (_year(side.year), "")


def lapse(seconds: int) -> str:
    """Return a stretch of time in whole units: ``6 months``."""
    for least, unit, name in _UNITS:
        if seconds >= least:
            count = max(1, round(seconds / unit))
            return f"{count:,} {name}{'' if count == 1 else 's'}"
    return ""


def _interval(value: Value, edtf: str) -> str:
    first, last = value.sides
    if first and last:
        begun = _date(first)
        if first.year == last.year and not first.clock and not last.clock:
            begun = begun.removesuffix(f" {first.year}") if first.month else begun
        doubted = (first.approximate, first.uncertain) == (last.approximate, last.uncertain)
        return f"{begun} to {_date(last, doubt=not doubted)}"
    if first:
        open_ = edtf.endswith("..")
        return f"from {_date(first)}{' on' if open_ else ', end unknown'}"
    until = f"until {_date(last)}" if last else edtf
    return until if edtf.startswith("..") else f"{until}, start unknown"


def _date(side: Date, *, doubt: bool = True) -> str:
    doubts = _doubt(side) if doubt else ""
    if side.month is None:
        return " ".join(filter(None, (doubts, _year(side.year) or NO_YEAR)))
    month = _division(side) or _month(side)[: 3 if side.day else None] or "a month"
    year = _year(side.year)
    if side.month in _WINTERS and side.year.isdigit():
        year += f"–{(int(side.year) + 1) % 100:02}"
    glue = f", {NO_YEAR}" if not year else f" of {year}" if _counted(side) else f" {year}"
    day = "" if side.day is None else f"{side.day} " if side.day else "a day of "
    parts = (doubts, _weekday(side), f"{day}{month}{glue}{_clock(side)}")
    return " ".join(filter(None, parts))


def _counted(side: Date) -> bool:
    return side.month == 0 or (side.month or 0) > 32


def _clock(side: Date) -> str:
    if not side.clock:
        return ""
    zone = " UTC" if side.zone == "Z" else f" {side.zone}" if side.zone else ""
    return f", {side.clock[:5] if side.clock[5:] == ':00' else side.clock}{zone}"


def _doubt(of: Date | Value) -> str:
    words = ("perhaps" if of.uncertain else "", "about" if of.approximate else "")
    return " ".join(filter(None, words))


def _weekday(side: Date) -> str:
    if not side.day or not side.month or not side.year.isdigit():
        return ""
    try:
        return _DAYS[date(int(side.year), side.month, side.day).weekday()]
    except ValueError:
        return ""


def _month(side: Date) -> str:
    return _MONTHS[side.month - 1] if side.month else ""


def _division(side: Date, *, brief: bool = False) -> str:
    """Return the name of a season or a division of the year; "" for a month."""
    month = side.month or 0
    if month <= 12:
        return ""
    if month <= 32:
        return _SEASONS[(month - 21) % 4]
    first, name = (33, "quarter") if month <= 36 else (37, "third") if month <= 39 else (40, "half")
    if brief:
        return f"{name[0].upper()}{month - first + 1}"
    return f"{_ORDINALS[month - first]} {name}"


def _year(digits: str) -> str:
    """Return a year, or the years that its digits leave open: ``1990s``; "" for any year."""
    if digits.endswith("XXXX"):
        return ""
    if digits.endswith("X") and not digits.endswith("XX"):
        return f"{digits[:-1]}0s"
    if digits.endswith("X"):
        return f"{digits.replace('X', '0')}–{digits.replace('X', '9')}"
    return digits
