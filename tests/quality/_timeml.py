"""Reads TimeML documents, and writes EDTF values the way TIMEX3 does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.languages import find
from variorum.model.spans import Span, overlap

Values = list[tuple[Span, str]]
HEADLINE = "Headline\n"

_PARTS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI", "40": "H1", "41": "H2"}
_PARTS |= {str(32 + quarter): f"Q{quarter}" for quarter in range(1, 5)}


def document(path: Path) -> tuple[str, str, Values]:
    """Return the text of a document, the day it was made and its gold values.

    Gold: TIMEX3 of type DATE or TIME with a calendar value, cut to the day.
    """
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
    value = re.sub(r"(?:(?:-XX)+|(?<=\d\d)XX|(?<=\d{3})X)$", "", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return value if re.match(r"[\dX]{2}", value) and re.search(r"\d", value) else None


def ours(text: str, made: str | None) -> Values:
    """Return what this project finds, in TIMEX3 values; a range counts as its two ends."""
    built = article(HEADLINE + text, published=made)
    shift = len(HEADLINE)
    return [
        ((time.span[0] - shift, time.span[1] - shift), value)
        for time in find_times(built, find("en"))
        for value in timex(time.edtf)
    ]


def timex(edtf: str) -> Iterator[str]:
    """Yield the TIMEX3 values of an EDTF one: weeks by their number, parts by name, both ends."""
    value = re.sub(r"[?~%]", "", edtf)
    first, _, last = value.partition("/")
    if not last:
        yield _one(value)
        return
    if len(first) == len(last) == 10 and "X" not in value:
        day = date.fromisoformat(first)
        week = f"{day.isocalendar().year}-W{day.isocalendar().week:02}"
        days = (date.fromisoformat(last) - day).days
        if (days, day.weekday()) in {(6, 0), (1, 5)}:
            yield week + "-WE" * (days == 1)
            return
    yield _one(first)
    yield _one(last)


def _one(value: str) -> str:
    value = value.split("T")[0]
    if value[5:] in _PARTS:
        return value[:5] + _PARTS[value[5:]]
    return value if value.startswith("X") else value.rstrip("X")


def counts(gold: Values, found: Values, cut: bool) -> tuple[int, int, int]:
    """Return how many values are right, gold and found.

    A value is right where its expression overlaps the gold one and both are equal; ``cut``: found
    values are cut to the granularity of the gold ones, for a peer that knows none.
    """
    left, right = list(found), 0
    for span, value in gold:
        for at, (other, said) in enumerate(left):
            if overlap(span, other) and value == (said[: len(value)] if cut else said):
                del left[at]
                right += 1
                break
    return right, len(gold), len(found)


def f1(rows: Sequence[tuple[int, int, int]]) -> float:
    """Return the F1 over all documents."""
    right, gold, found = (sum(column) for column in zip(*rows, strict=True))
    return 2 * right / (gold + found) if gold + found else 0.0
