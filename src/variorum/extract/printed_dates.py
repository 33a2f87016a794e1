"""Dates as pages print them beside an article, in words or in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from variorum.languages import dated, find
from variorum.model.spans import Span

_FIGURES = re.compile(
    r"(?<![\w./:-])(?:(\d{4})([./-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\6(\d{4}))"
    r"(?:,? {1,2}(?:at |\| |[-–] )?(\d{1,2})[:.](\d\d)(?::(\d\d))?(?: ?([ap])\.?m\b)?)?(?![\w/:-])",
    re.IGNORECASE,
)
# Where a page sets two pieces side by side without a space: "Ada QuillMay 6, 2031Updated".
_GLUED = re.compile(
    r"(?<=\d)(?=[A-Z][a-z]{2})"
    r"|(?<=[a-zß-ÿ])(?=[A-Z](?:[a-zß-ÿ]{2,8}|[A-Z]{2,8})\.? \d|\d{1,2} [A-Z][a-z]{2})"
)


def dates_in(text: str, language: str | None) -> Iterator[tuple[Span, str, str]]:
    """Yield the dates a line prints: span, EDTF value, precision, from left to right.

    Dates in words are read by the page's language, or by English where there is none of that
    name. Dates in figures count where day and month cannot be mistaken: the year stands first,
    one of the two is above 12, or both are equal. A date that cannot be is not yielded. Words
    set right against a date without a space do not hide it.
    """
    known = find(language) or find("en")
    edges = [0, *(match.start() for match in _GLUED.finditer(text)), len(text)]
    found = [
        ((start + first, start + end), edtf, precision)
        for start, stop in pairwise(edges)
        for (first, end), edtf, precision in (known.read_dates(text[start:stop]) if known else ())
    ]
    taken = [span for span, _, _ in found]
    for match in _FIGURES.finditer(text):
        value = _value(match)
        if value and not any(s < match.end() and match.start() < e for s, e in taken):
            found.append((match.span(), *value))
    yield from sorted(found)


def _value(match: re.Match[str]) -> tuple[str, str] | None:
    if match[1]:
        year, month, day = match[1], match[3], match[4]
    else:
        year, day, month = match[8], match[5], match[7]
        if int(month) > 12:
            day, month = month, day
        elif int(day) <= 12 and day != month:
            return None
    return dated(year, month, day, clock=_clock(match))


def _clock(match: re.Match[str]) -> tuple[str | None, str | None, str | None]:
    hour, minute, second, half = match[9], match[10], match[11], match[12]
    if hour and half:
        late = half in "pP"
        hour = str(int(hour) % 12 + 12 * late) if 1 <= int(hour) <= 12 else "99"
    return hour, minute, second
