"""Reads the English cases of Recognizers-Text, and holds EDTF values beside what they expect.

The cases were written for an assistant that books rooms; what makes no sense in news is left out,
by the type of its result or for one of the reasons below.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from variorum.model.spans import Span

TYPES = ("date", "daterange", "datetime", "datetimerange")
# Types whose results have no place in the calendar, which EDTF cannot write.
LEFT_OUT_TYPES = ("time", "timerange", "duration", "set", "timezone")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_UNIT = r"(?:day|week|month|year|quarter|decade|fortnight|weekend)"
_SHORT = (
    "may|march|august|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
)
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)?|\w+(?:th|first|second|third))"
_NEAR = "past last previous next coming upcoming following within rest remain over first few"
_OWN_DAYS = (
    "independence national labor labour mother father president columbus veteran inauguration"
    " teacher children singles girls tree groundhog maos kitchen ramadan eid lunar chinese"
    " spring.festival autumn dragon"
)
# Why a result of the types above is left out, and how it is known by its words.
REASONS = {
    "a name without its capital": rf"(?-i:\b(?:{_SHORT})\b)",
    "a weekday after next or last, which the cases count by calendar weeks": (
        rf"\b(?:next|last|previous|this|coming)\b.*\b{_DAY}\b"
    ),
    "counted from what was told before, which a lone sentence lacks": (
        r"\b(?:same|that|following|previous|day after|day before|next day)\b|later$"
    ),
    "a count of units, where the cases give a day and TimeML the unit": (
        rf"(?:\d|\b(?:two|three|four|five|six|ten|a|one)) (?:\w+ )?{_UNIT}s?\b(?<!days)(?<!day)"
    ),
    "a length of time": (
        rf"\b(?:{'|'.join(_NEAR.split())})\w*\b.*\b{_UNIT}s\b|more than|less than"
        r"|business days?|couple|several"
    ),
    "a unit with an article": rf"^(?:in |of |at |for )?the (?:\w+ )?{_UNIT}$",
    "a part of a period, which the cases cut by a rule of their own": (
        r"\b(?:early|late|mid|later|earlier|middle|beginning|start|rest|remain\w+|end)\b"
    ),
    "a part of a day without its bounds": r"lunch|dinner|breakfast|business|mealtime|daytime",
    "a count of hours, minutes or seconds": r"hour|minute|second|\bmins?\b|\bhrs?\b|\bsecs?\b",
    "an hour without a.m. or p.m.": r"\b(?:at|around|about) (?:\d{1,2}a?|[a-z]+)$",
    "a day of a month that is not named": (
        rf"{_DAY},? (?:the )?{_ORDINAL}\b(?!:| (?:of )?[a-z]{{3}})|the \w+(?:th|st|nd|rd)$"
        r"|^(?:the |on the |from the |from )?\d{1,2}(?:st|nd|rd|th)?\b"
        r"(?![:.]\d| (?:(?:of|to|and) )?[a-z\d])"
    ),
    "a date in figures that may be read two ways, or run together": (
        r"(?<![\d:/.-])\d{1,2}[/.-]\d{1,2}(?![\d:]*\s?[ap]m)|[a-z]{3}/\d|\d/[a-z]|^\d{8}$"
        r"|\d{4} \d\d? \d\d?|[a-z]{3}\d|\d{4}-[a-z]{3}"
    ),
    "a year of two figures, or spoken": (
        r"['’]\d\d$|(?<![\d-]{4})[/-]\d\d$|\d (?:of )?[a-z]{3,9},? (?:of )?\d\d$"
        r"|hundred|thousand|twenty (?:ten|one|two|nine|\w+teen)"
    ),
    "now": r"\bnow\b|present|current|to date|asap|as soon|right away|date$|so far|ytd|mtd",
    "a week by its number, or by a day of it": r"week \d|\bw\d|weeks? of|\w weekend|weekend of",
    "a day that each country has of its own": "|".join(_OWN_DAYS.split()),
    "the speech of a calendar or a query": (
        r"calendar|fiscal|school|\beo[dmy]\b|sometime|greater|less|than|equal|~|or later|w/c"
        r"|starting|\bfrom today|, from|\bafter next"
    ),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A result that is expected: where, of which type, and as which days it may be read."""

    text: str
    made: str
    span: Span
    kind: str
    readings: tuple[tuple[str, str], ...]


def cases(path: Path, *, held_out: bool) -> Iterator[Case]:
    """Yield the results expected of ``DateTimeModel.json`` that make sense in news.

    Args:
        path: the file.
        held_out: the inputs with sha1(input) % 2 = 0; else all others.
    """
    for case in json.loads(path.read_text("utf-8-sig")):
        text, made = case["Input"], case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        out = int(hashlib.sha1(text.encode()).hexdigest(), 16) % 2 == 0
        if out != held_out or not made:
            continue
        for result in case["Results"]:
            kind = str(result.get("TypeName")).removeprefix("datetimeV2.")
            readings = tuple(_readings(result))
            span = (int(result["Start"]), int(result["End"]) + 1)
            if kind in TYPES and readings and reason_against(text[slice(*span)]) is None:
                yield Case(text, made, span, kind, readings)


def reason_against(words: str) -> str | None:
    """Return why a result is left out, None where it is scored."""
    flags = re.IGNORECASE
    return next((why for why, known in REASONS.items() if re.search(known, words, flags)), None)


def _readings(result: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the first and the last moment of each way to read a result."""
    for value in (result.get("Resolution") or {}).get("values", []):
        if "value" in value and value["value"][:1].isdigit():
            yield value["value"], value["value"]
        elif "start" in value or "end" in value:
            yield value.get("start", ""), value.get("end", "")


def fits(edtf: str, case: Case) -> bool:
    """Tell whether an EDTF value is one of the readings; the end of a range is outside theirs."""
    first, _, last = re.sub(r"[?~%]", "", edtf).partition("/")
    for start, end in case.readings:
        if case.kind == "datetime":
            if first.replace("T", " ")[:16] == start[:16]:
                return True
        elif case.kind == "datetimerange":
            if first[:10] == (start or end)[:10]:
                return True
        elif _same_days(_days(first), _days(last or first), start[:10], end[:10]):
            return True
    return False


def _same_days(
    first: tuple[date, date] | None, last: tuple[date, date] | None, start: str, end: str
) -> bool:
    if first is None or last is None:
        return False
    after = (last[1] + timedelta(days=1)).isoformat()
    begins = start == first[0].isoformat() or (not end and start == after)
    ends = end in {last[0].isoformat(), last[1].isoformat(), after}
    return (begins or not start) and (ends or not end)


def _days(edtf: str) -> tuple[date, date] | None:
    """Return the first and the last day of an EDTF value that is no range."""
    match = re.fullmatch(r"(\d{2,4})(X{0,2})(?:-(\d\d)(?:-(\d\d).*)?)?", edtf)
    if match is None:
        return None
    year = int(match[1].ljust(4, "0"))
    years = 10 ** len(match[2])
    if match[4]:
        day = date(year, int(match[3]), int(match[4]))
        return day, day
    month, months = 1, 12 * years
    if match[3]:
        month, months = _months(int(match[3]))
    ahead = year * 12 + month - 1 + months
    return date(year, month, 1), date(ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)


def _months(code: int) -> tuple[int, int]:
    """Return the first month and the number of months of a month or part of a year."""
    if code <= 12:
        return code, 1
    if code <= 24:
        return 3 * (code - 20), 3
    return (3 * (code - 33) + 1, 3) if code < 40 else (6 * (code - 40) + 1, 6)
