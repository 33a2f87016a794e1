"""Quote marks around the words of a statement: both are shown, or none.

A statement may begin inside what its text quotes, or end there. Where the other mark stands right
beside its words it is shown with them; where it stands further off neither is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.exports._kept import MARKS, KeptWords
from variorum.model.spans import Span, Spans

_CLOSING = {"“": "”", "‘": "’", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", '"': '"'}
_CLOSERS = "".join(_CLOSING.values()).replace("“", "")
# What may stand between the last word and the mark behind it, and how far that mark is.
_POINTS = ".,;:!?…"
_BEHIND = 3
# An apostrophe behind a letter, and the sign of inches, close nothing.
_APOSTROPHE, _STRAIGHT = "’", '"'
_MARK = re.compile(f"[{MARKS}]")


def paired(kept: KeptWords, spans: Spans) -> Spans:
    """Return the spans of a statement so that each quote mark in them has its other one.

    Args:
        kept: the words of the witness that are kept.
        spans: of the statement; where its words are not kept they are returned as they are.
    """
    if not spans or any(kept.at(span) is None for span in spans):
        return spans
    opened, closed = _unpaired(list(_marks(kept, spans)))
    (start, first), (last, end) = spans[0], spans[-1]
    if len(closed) == 1 and _opens(kept.at((start - 1, start)) or "", closed[0][1]):
        start, closed = start - 1, []
    if len(opened) == 1 and (behind := _closing_behind(kept, end, opened[0][1])):
        end, opened = behind, []
    whole = ((start, end),) if len(spans) == 1 else ((start, first), *spans[1:-1], (last, end))
    return tuple(_without(whole, sorted(at for at, _ in (*opened, *closed))))


def _marks(kept: KeptWords, spans: Spans) -> Iterator[tuple[int, str, str, str]]:
    """Yield the quote marks at some spans: where each stands, and what is beside it."""
    for start, end in spans:
        words = kept.at((start, end)) or ""
        for found in _MARK.finditer(words):
            at = found.start()
            yield start + at, found[0], words[max(0, at - 1) : at], words[at + 1 : at + 2]


def _unpaired(
    marks: list[tuple[int, str, str, str]],
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return the marks that open and are not closed, and those that close what was not opened."""
    opened: list[tuple[int, str]] = []
    closed: list[tuple[int, str]] = []
    for at, mark, before, after in marks:
        pairs = [n for n, (_, other) in enumerate(opened) if mark in _CLOSING[other]]
        if pairs and not _is_inside(mark, before, after):
            del opened[pairs[-1] :]
        elif mark == _STRAIGHT and before.isdigit():
            continue
        elif mark == _STRAIGHT and not after.isalnum() and before:
            closed.append((at, mark))
        elif mark in _CLOSING and not (mark == "‘" and after.isdigit()):
            opened.append((at, mark))
        elif mark != _APOSTROPHE and mark in _CLOSERS:
            closed.append((at, mark))
    return opened, closed


def _is_inside(mark: str, before: str, after: str) -> bool:
    return mark == _APOSTROPHE and before.isalnum() and after.isalnum()


def _opens(mark: str, closing: str) -> bool:
    return bool(mark) and closing in _CLOSING.get(mark, "")


def _closing_behind(kept: KeptWords, end: int, mark: str) -> int | None:
    """Return where the mark ends that closes another right behind some words, if one does."""
    for at in range(end, end + _BEHIND):
        char = kept.at((at, at + 1)) or ""
        if char and char in _CLOSING[mark]:
            return at + 1
        if not char or char not in _POINTS:
            return None
    return None


def _without(spans: Spans, places: list[int]) -> Iterator[Span]:
    """Yield spans without the characters at some places."""
    for start, end in spans:
        for at in (place for place in places if start <= place < end):
            if start < at:
                yield start, at
            start = at + 1
        if start < end:
            yield start, end
