"""What other libraries find in a text: expressions with the day each of them means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from ._timeml import Values


def dateparser(text: str, made: str) -> Values:
    """Return what dateparser's ``search_dates`` finds, placed from left to right."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    settings = {"RELATIVE_BASE": _base(made), "PREFER_DATES_FROM": "past"}
    values: Values = []
    for at, paragraph in _paragraphs(text):
        found = search_dates(paragraph, languages=["en"], settings=settings) or []
        for words, moment in found:
            start = max(at, text.find(words, at))
            at = start + len(words)
            values.append(((start, at), moment.date().isoformat()))
    return values


def parsedatetime(text: str, made: str) -> Values:
    """Return what parsedatetime's ``nlp`` finds."""
    from parsedatetime import Calendar  # type: ignore[import-untyped]

    calendar, values = Calendar(), []
    for at, paragraph in _paragraphs(text):
        for moment, _, start, end, _ in calendar.nlp(paragraph, sourceTime=_base(made)) or ():
            values.append(((at + start, at + end), moment.date().isoformat()))
    return values


def datefinder(text: str, made: str) -> Values:
    """Return what datefinder finds."""
    from datefinder import find_dates  # type: ignore[import-untyped]

    values: Values = []
    for at, paragraph in _paragraphs(text):
        found = find_dates(paragraph, index=True, base_date=_base(made))
        values += [((at + s, at + e), d.date().isoformat()) for d, (s, e) in found]
    return values


def _base(made: str) -> datetime:
    return datetime.fromisoformat(made) + timedelta(hours=12)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for paragraph in re.finditer(r"[^\n]+", text):
        yield paragraph.start(), paragraph[0]
