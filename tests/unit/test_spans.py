"""Spans of a text: how long they are, and from where to where."""

from __future__ import annotations

from variorum.annotate.tokens import span_of, tokens_in
from variorum.model.spans import hull, size


def test_spans_are_measured_without_what_lies_between() -> None:
    """The size is that of the spans alone, the hull reaches over the gap."""
    assert size([(2, 5), (9, 10)]) == 4
    assert size([]) == 0
    assert hull([(2, 5), (9, 10)]) == (2, 10)
    assert hull([(2, 5)]) == (2, 5)


def test_a_range_of_tokens_has_the_span_of_its_words() -> None:
    """The range is half open, the span reaches to the end of its last word."""
    text = "Osk shuts the bridge"
    start, end = span_of(tokens_in(text, (0, len(text)), ()), (1, 3))
    assert text[start:end] == "shuts the"
