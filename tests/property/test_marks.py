"""Quote marks in any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.marks import Marked, find_marks
from variorum.model.spans import Span, covers

_MARKS = ["“", "”", "‘", "’", '"', "'", "«", "»", "‹", "›", "„", "``", "''", "「", "」", "『", "』"]
_OTHERS = ["a", "players", "said ", " ", ".", ", ", "\n", "90s", "é", "語", "\u200f", "5", "(", ")"]
_PIECES = st.sampled_from([*_MARKS, *_OTHERS])
TEXTS = st.one_of(st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=80))


def paragraphs(text: str) -> list[Span]:
    """Return the spans of the lines of a text."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


@given(TEXTS)
def test_spans_are_in_range_ordered_and_nested(text: str) -> None:
    """Whatever the text, stretches lie in one paragraph each, in order, and never cross."""
    found = find_marks(text, paragraphs(text))
    assert list(found) == sorted(found, key=lambda m: (m.outer[0], -m.outer[1]))
    for marked in found:
        assert any(covers(p, marked.outer) for p in paragraphs(text))
        assert covers(marked.outer, marked.inner)
        assert marked.inner[0] < marked.inner[1]
    for one in found:
        for other in found:
            assert one is other or not _cross(one, other)


def _cross(one: Marked, other: Marked) -> bool:
    return one.outer[0] < other.outer[0] < one.outer[1] < other.outer[1]


@given(TEXTS)
def test_levels_count_the_stretches_around(text: str) -> None:
    """The level of a stretch is the number of stretches it lies in."""
    found = find_marks(text, paragraphs(text))
    for marked in found:
        around = [o for o in found if o is not marked and covers(o.outer, marked.outer)]
        assert marked.level == len(around)


@given(st.lists(st.sampled_from(["one two", "Go now.", "It is late,"]), min_size=1, max_size=9))
def test_balanced_curly_marks_are_read_exactly(quotes: list[str]) -> None:
    """Well-formed text gives back exactly what was put between the marks."""
    text = " she said. ".join(f"“{q}”" for q in quotes)
    found = find_marks(text, [(0, len(text))])
    assert [text[slice(*m.inner)] for m in found] == quotes
    assert all(m.balanced for m in found)


@given(TEXTS)
def test_a_later_paragraph_changes_nothing_before_it(text: str) -> None:
    """Marks of one paragraph are the same whatever follows, but for being carried on."""
    alone = find_marks(text, paragraphs(text))
    longer = f"{text}\nplain words"
    after = find_marks(longer, paragraphs(longer))
    assert after == alone


@settings(deadline=None, max_examples=8)
@given(st.sampled_from(["“", "”", "'", "«", "“a ", "‘a", '"', "a” b” "]))
def test_any_number_of_marks_is_read(piece: str) -> None:
    """A hundred thousand characters of one mark, open or closed, are read to the end."""
    text = piece * (100_000 // len(piece))
    assert all(
        0 <= m.outer[0] <= m.outer[1] <= len(text) for m in find_marks(text, [(0, len(text))])
    )
