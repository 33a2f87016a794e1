"""Spans of a statement that takes up a clause too short to stand by itself."""

from __future__ import annotations

from itertools import pairwise

from variorum.model.spans import Spans
from variorum.model.words import words_in


def takes_up(text: str, outer: Spans, aside: Spans) -> bool:
    """Tell whether a statement has the words of an aside: it ends there, or no comma parts them."""
    start, end = aside[0][0], aside[-1][1]
    if outer[-1][1] <= start:
        return True
    gaps = (text[a[1] : start] for a, b in pairwise(outer) if a[1] <= start and end <= b[0])
    return any("," not in gap for gap in gaps)


def joined(text: str, outer: Spans, more: Spans, whole: Spans) -> Spans:
    """Return spans with more of them, and with what leads those in where no other word parts them.

    Args:
        text: of the article.
        outer: the spans of a statement.
        more: what joins them.
        whole: that with the words that lead it in (``a bridge [that both sides use]``).
    """
    start = whole[0][0]
    end = max((last for _, last in outer if last <= start), default=0)
    apart = any(True for _ in words_in(text, (end, start)))
    return merged(text, outer, more if apart else whole)


def merged(text: str, spans: Spans, more: Spans) -> Spans:
    """Return spans and more in the order of the text, as one where no word stands between."""
    first, *rest = sorted((*spans, *more))
    found = [first]
    for start, end in rest:
        if any(True for _ in words_in(text, (found[-1][1], start))):
            found.append((start, end))
        else:
            found[-1] = (found[-1][0], end)
    return tuple(found)
