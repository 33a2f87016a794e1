"""Spans: half-open stretches ``(start, end)`` of a text, counted in code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

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


def size(spans: Iterable[Span]) -> int:
    """Return how many code points spans have together."""
    return sum(end - start for start, end in spans)


def hull(spans: Sequence[Span]) -> Span:
    """Return the span from the begin of the first to the end of the last of spans in order."""
    return spans[0][0], spans[-1][1]


def union(spans: Iterable[Span]) -> Spans:
    """Return spans in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def is_mostly_in(spans: Spans, among: Sequence[Span]) -> bool:
    """Tell whether most of some spans lies in others, which are in order and apart."""
    inside = size = 0
    for start, end in spans:
        at = max(0, bisect_right(among, (start, start)) - 1)
        last = bisect_right(among, (end, end))
        inside += sum(overlap(span, (start, end)) for span in among[at:last])
        size += end - start
    return 2 * inside > size


def strip(text: str, span: Span) -> Span:
    """Return ``span`` without the white space at its edges (empty at its start if all is white)."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)
