"""What holds of typed lines for any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.extract.copied import type_lines
from variorum.extract.line_model import KINDS

WORDS = st.sampled_from(
    ["The", "mayor", "said", "on", "Monday", "that", "bridges", "“would", "reopen”", "Home", "©",
     "12:30", "2019.", "News", "|", "read", "more", "…", "(", "\u200b", "水門", "وقال", "*", "#"]
)  # fmt: skip
LINES = st.lists(WORDS, max_size=40).map(" ".join)
PAGES = st.lists(LINES, max_size=30).map("\n".join)
SETTINGS = settings(max_examples=60, deadline=None)


def check(text: str) -> None:
    """Assert that the blocks hold every visible character once, in order, without outer space."""
    place = 0
    for block in type_lines(text):
        start, end = block.span
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert block.kind in KINDS
        place = end
    assert not text[place:].strip()


@SETTINGS
@given(st.text())
def test_no_character_is_lost_in_any_text(text: str) -> None:
    """Between the blocks of any string there is only white space."""
    check(text)


@SETTINGS
@given(PAGES)
def test_no_character_is_lost_in_a_page(text: str) -> None:
    """Between the blocks of a page there is only white space."""
    check(text)
    assert sum(block.kind == "headline" for block in type_lines(text)) <= 1


@SETTINGS
@given(st.lists(st.text("ab cd.", max_size=60), max_size=20).map("\n".join))
def test_no_character_is_lost_when_lines_are_joined(text: str) -> None:
    """Text that may be wrapped at a column keeps every character."""
    check(text)


@SETTINGS
@given(PAGES)
def test_the_same_text_is_typed_alike(text: str) -> None:
    """Typing depends on the text alone."""
    assert type_lines(text) == type_lines(text)


@SETTINGS
@given(PAGES)
def test_outer_blank_lines_move_the_blocks_and_change_nothing(text: str) -> None:
    """Blank lines around a page shift its spans only."""
    moved = type_lines("\n\n" + text + "\n")
    assert [(b.span[0] - 2, b.span[1] - 2) for b in moved] == [b.span for b in type_lines(text)]
    assert [b.kind for b in moved] == [b.kind for b in type_lines(text)]
