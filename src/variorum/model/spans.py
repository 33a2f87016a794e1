"""Spans: half-open stretches ``(start, end)`` of a text, counted in code points."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def words_at(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the exact characters of ``text`` in each of ``spans``, in the order given."""
    return tuple([text[start:end] for start, end in spans])


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether ``inner`` lies within ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Span, other: Span) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def strip(text: str, span: Span) -> Span:
    """Return ``span`` without the white space at its edges (empty at its start if all is white)."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)
