"""Reads the dates of GUM's news and interview texts (TEI ``<date when=>``)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from variorum.model.spans import Span, overlap

from ._timeml import Values

_LINE = re.compile(r"<(/?)(\w+)([^>]*)>|([^\t]+)\t")
_WHEN = re.compile(r'\bwhen="([^"]+)"')
_BREAKS = {"p", "head", "item", "sp", "caption", "figure"}


def documents(folder: Path, *, held_out: bool | None) -> Iterator[tuple[str, str, Values, Values]]:
    """Yield the text, the day it appeared, its dates, and those printed without a year.

    Args:
        folder: ``gum/xml``.
        held_out: the documents with sha1(name) % 5 = 0, or all others; None: all.
    """
    for kind in ("news", "interview"):
        for path in sorted(folder.glob(f"GUM_{kind}_*.xml")):
            out = int(hashlib.sha1(path.stem.encode()).hexdigest(), 16) % 5 == 0
            if held_out is None or out == held_out:
                yield _document(path)


def _document(path: Path) -> tuple[str, str, Values, Values]:
    lines = path.read_text("utf-8").split("\n")
    made = re.search(r'dateCreated="(\d{4}-\d\d-\d\d)', lines[0])
    text, gold = "", []
    opened: list[tuple[int, re.Match[str] | None]] = []
    for line in lines:
        match = _LINE.match(line)
        if match is None:
            continue
        closing, tag, attributes, word = match.groups()
        if word is not None:
            text = _with(text, word.strip())
        elif tag in _BREAKS and not text.endswith("\n"):
            text += "\n"
        elif tag == "date" and not closing:
            opened.append((len(text), _WHEN.search(attributes)))
        elif tag == "date" and opened:
            start, when = opened.pop()
            if when:
                gold.append(((start, len(text)), when[1].split("T")[0]))
    yearless = [(span, value) for span, value in gold if value[:4] not in text[slice(*span)]]
    return text, made[1] if made else "", gold, yearless


_CLOSING = {")", "]", ",", ".", ";", ":", "?", "!", "%", "-", "–"}
_OPENING = {"(", "[", "$", "-", "–"}


def _with(text: str, word: str) -> str:
    """Return a text with one more word, spaced as in print."""
    if word in _CLOSING or word.startswith(("'", "’", "n't")):
        text = text.rstrip(" ")
    return text + word + " " * (word not in _OPENING)


def exact(gold: Values, found: list[tuple[Span, str]]) -> int:
    """Return for how many dates a value found at the same place is equal, or an end of it is."""
    return sum(
        any(overlap(span, other) and value in _readings(said) for other, said in found)
        for span, value in gold
    )


def _readings(edtf: str) -> set[str]:
    """Return a value without marks and time of day, and its ends."""
    plain = re.sub(r"[?~%]|T[^/]*", "", edtf)
    return {plain, *plain.split("/")}
