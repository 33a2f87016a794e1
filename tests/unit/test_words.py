"""Words and windows as the trained annotator sees them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.articles import article
from variorum.annotate.marks import find_marks
from variorum.annotate.tagging.windows import windows_of
from variorum.annotate.words import SHAPES, Words, shape_of, words_of


def _words(text: str) -> Words:
    paragraphs = [block.span for block in article(text).body()]
    return words_of(text, paragraphs, paragraphs, find_marks(text, paragraphs))


def _printed(text: str, words: Words) -> list[str]:
    return [text[start:end] for start, end in words.spans]


def test_words_are_split_at_signs_and_keep_their_place() -> None:
    """Spans are those of the text, accents and case included."""
    text = "Brask’s café re-opened: “Yes!”"
    words = _words(text)
    expected = ["Brask", "’", "s", "café", "re", "-", "opened", ":", "“", "Yes", "!", "”"]
    assert _printed(text, words) == expected


def test_a_word_of_several_pieces_is_one_word() -> None:
    """Pieces of the vocabulary belong to their word."""
    words = _words("Torvane disembarkations")
    assert len(words) == 2
    assert words.firsts[-1] == len(words.pieces) > 2


def test_marks_sentences_and_paragraphs_are_told() -> None:
    """What the vocabulary hides stands beside it."""
    text = "Rain fell.\n“It is wet,” she said."
    words = _words(text)
    printed = _printed(text, words)
    inside = [w for w, marked in zip(printed, words.marked, strict=True) if marked == 1]
    assert inside == ["It", "is", "wet", ","]
    assert [printed[at] for at in words.starts.nonzero()[0]] == ["Rain", "“"]


def test_shapes_tell_case_digits_and_marks() -> None:
    """Each kind of word has its shape."""
    shapes = {"a": "lower", "Ab": "title", "AB": "upper", "A": "initial", "aB": "mixed"}
    shapes |= {"12": "digits", "a1": "digits and letters", "“": "opening mark", "水": "caseless"}
    assert {word: SHAPES[shape_of(word)] for word in shapes} == shapes


@given(st.text(max_size=400))
def test_every_text_has_words_in_order(text: str) -> None:
    """No text makes an error; spans are in order and within it."""
    words = _words(text)
    flat = words.spans.ravel().tolist()
    assert flat == sorted(flat)
    assert all(0 <= at <= len(text) for at in flat)
    assert len(words.firsts) == len(words) + 1


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(8, 60), st.integers(0, 20))
def test_every_word_is_in_one_core(lengths: list[int], pieces: int, before: int) -> None:
    """Cores follow one another, and no window holds more pieces than it may."""
    words = _words("\n".join(" ".join(["word"] * n) + "." for n in lengths))
    windows = windows_of(words, pieces=pieces, before=min(before, pieces // 2))
    assert [w.core for w in windows] == [0, *(w.end for w in windows)][: len(windows)]
    assert not lengths or windows[-1].end == len(words)
    for window in windows:
        assert window.start <= window.core < window.end
        assert words.firsts[window.end] - words.firsts[window.start] <= pieces
