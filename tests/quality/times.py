"""How well time values are read: F1 on TimeBank and AQUAINT, beside dateparser on the same slice.

Gold: TIMEX3 of type DATE or TIME with a calendar value, cut to the day; the document creation
time is the anchor. A value is right where its expression overlaps the gold one and both values
are equal. The peer knows no granularity, so its day is cut to that of the gold value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.languages import find
from variorum.model.spans import Span, overlap

FLOORS = {"times value F1": 0.755}
SCORED = ("annotate/times", "annotate/anchors", "languages")
DATA = ("time/tbaq",)
# Every so many-th document, in the order of their names.
STEP = 2

Values = list[tuple[Span, str]]


def scores(data: Path) -> dict[str, float]:
    """Return the value F1 of this project and of its peer.

    Args:
        data: the folder of data sets; reads ``time/tbaq``.
    """
    paths = sorted((data / "time" / "tbaq").glob("*/[!.]*.tml"), key=lambda p: p.name)[::STEP]
    documents = [_document(path) for path in paths]
    ours = [(gold, _ours(text, made), False) for text, made, gold in documents]
    peer = [(gold, _peer(text, made), True) for text, made, gold in documents]
    return {"times value F1": _f1(ours), "times value F1, dateparser": _f1(peer)}


def _document(path: Path) -> tuple[str, str, Values]:
    """Return the text of a document, the day it was made and its gold values."""
    root = ElementTree.parse(path).getroot()
    made = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    assert made is not None
    assert body is not None
    parts: list[str] = []
    gold: Values = []
    _walk(body, parts, gold)
    return "".join(parts), made.attrib["value"][:10], gold


def _walk(element: ElementTree.Element, parts: list[str], gold: Values) -> None:
    start = sum(map(len, parts))
    parts.append(_one_line(element.text))
    for child in element:
        _walk(child, parts, gold)
        parts.append(_one_line(child.tail))
    value = _calendar(element.get("value", ""))
    if element.tag == "TIMEX3" and element.get("type") in {"DATE", "TIME"} and value:
        gold.append(((start, sum(map(len, parts))), value))


def _one_line(text: str | None) -> str:
    """Join the wrapped lines of a paragraph, keeping its length."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text or "")


def _calendar(value: str) -> str | None:
    """Return a TIMEX3 value cut to the day, None where it names no calendar date."""
    value = value.split("T")[0]
    value = re.sub(r"(?:-XX|(?<=\d{3})X)$", "", value)
    return value if re.match(r"[\dX]{3}", value) and re.search(r"\d", value) else None


def _ours(text: str, made: str) -> Values:
    built = article("Headline\n" + text, published=made)
    times = find_times(built, find("en"))
    return [((t.span[0] - 9, t.span[1] - 9), _timex(t.edtf)) for t in times]


def _timex(edtf: str) -> str:
    """Write an EDTF value as TIMEX3 does: weeks by their number, seasons by name."""
    value = edtf.split("T")[0].rstrip("~")
    first, _, last = value.partition("/")
    if last:
        day = datetime.fromisoformat(first)
        days = (datetime.fromisoformat(last) - day).days
        week = f"{day.isocalendar().year}-W{day.isocalendar().week:02}"
        return {6: week, 1: week + "-WE"}.get(days, first)
    names = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
    names |= {str(32 + quarter): f"Q{quarter}" for quarter in range(1, 5)}
    if value[5:7] in names:
        return value[:5] + names[value[5:7]]
    return value[:3] if value.endswith("X") else value


def _peer(text: str, made: str) -> Values:
    """Return what dateparser finds, placed in the text from left to right."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    base = datetime.fromisoformat(made) + timedelta(hours=12)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    values: Values = []
    for paragraph in re.finditer(r"[^\n]+", text):
        at = paragraph.start()
        found = search_dates(paragraph[0], languages=["en"], settings=settings) or []
        for words, moment in found:
            start = max(at, text.find(words, at))
            at = start + len(words)
            values.append(((start, at), moment.date().isoformat()))
    return values


def _f1(rows: list[tuple[Values, Values, bool]]) -> float:
    """Return the F1 over all documents; ``cut`` rows are compared at the gold's granularity."""
    right = sum(len(list(_right(*row))) for row in rows)
    gold, found = sum(len(row[0]) for row in rows), sum(len(row[1]) for row in rows)
    return 2 * right / (gold + found) if gold + found else 0.0


def _right(gold: Values, found: Values, cut: bool) -> Iterator[Span]:
    """Yield the gold spans whose value is met, each found value used once."""
    left = list(found)
    for span, value in gold:
        for at, (other, said) in enumerate(left):
            if overlap(span, other) and value == (said[: len(value)] if cut else said):
                del left[at]
                yield span
                break
