"""Two texts of one page, word by word, and what changed in a story as mark-up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.growth import growth
from tests.unit.test_export_changes import corrected
from tests.weir import A, B, C, record
from variorum import exports
from variorum.errors import InputError
from variorum.exports._rewritten import rewritten
from variorum.model.record import Record
from variorum.review.changes import compare

PARTS = ["dam", " ", ".", "\n", "wall", "holds", "é", "\u2028"]
WORDS = st.lists(st.sampled_from(PARTS)).map("".join)


@given(WORDS, WORDS)
def test_both_texts_stand_in_the_pieces(old: str, new: str) -> None:
    """What is the same and gone is the old text, what is the same and new the new one."""
    pieces = rewritten(old, new)
    assert "".join(words for kind, words in pieces if kind != "new") == old
    assert "".join(words for kind, words in pieces if kind != "gone") == new
    assert all(words for _, words in pieces)


def test_a_changed_word_is_one_change() -> None:
    """Words that changed side by side are told as one; what stands around them is the same."""
    assert rewritten("The old bridge is open.", "A new dam is open.") == [
        ("gone", "The old bridge"), ("new", "A new dam"), ("same", " is open.")
    ]  # fmt: skip
    assert rewritten("It holds.\nRain came.\n", "It holds.\n") == [
        ("same", "It holds.\n"), ("gone", "Rain came.\n")
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["", "\n"])
def test_work_grows_with_the_texts(line: str) -> None:
    """Texts that share every second word take no more than their length, in one line or many."""

    def text(side: str, size: int) -> str:
        return " ".join(f"{side if at % 2 else ''}{at}{line}" for at in range(size))

    few, many = ((text("a", size), text("b", size)) for size in (30_000, 120_000))
    assert growth(lambda: rewritten(*few), lambda: rewritten(*many), 12) < 12


def marked(old: Record, new: Record) -> str:
    """Return what changed between two records as mark-up."""
    lines = exports.changed_lines(compare(old, new), (old, new))
    return exports.changed_markup(lines, 3)


def test_new_words_are_put_in_with_a_mark_and_a_word() -> None:
    """A print that came is marked with a sign, the word for it, and as words put in."""
    found = html.fromstring(marked(record(A, B), record(C, A, B, origins=2)))
    (line,) = found.xpath("//p[contains(., 'print')]")
    assert line.xpath("string(span[@class='sign'])") == "+"
    assert line.xpath("string(span[@class='state'])") == "new"
    assert line.xpath("string(ins)").endswith("At least we hold the weir,")
    (gone,) = html.fromstring(marked(record(A, B), record(B))).xpath("//p[del]")
    assert gone.xpath("string(span[@class='state'])") == "gone"


def test_page_has_the_lines_of_the_terminal() -> None:
    """All that the page for a terminal says stands on the other, too."""
    pair = record(A, B), record(C, A, B, origins=2)
    told = exports.render_changes(compare(*pair), pair, "text")
    page = html.fromstring(exports.render_changes(compare(*pair), pair, "html")).text_content()
    words = set(re.findall(r"[\w→▲]+", told))
    assert words <= set(re.findall(r"[\w→▲]+", page))


def test_a_changed_page_stands_there_word_by_word() -> None:
    """Both texts of a page that changed are compared where the records carry them."""
    old, new = corrected(shut="shut")
    page = exports.render_changes(compare(old, new), (old, new), "html")
    words = html.fromstring(page).xpath("//div[@class='rewritten']//*[self::ins or self::del]")
    assert [w.text_content() for w in words] == ["taken out: open", "put in: shut"]


def test_words_of_sources_stay_words() -> None:
    """Neither kept lines nor texts bring mark-up of their own."""
    lines = b'[{"head": [["<b>", "c0"]], "words": "<script>", "fate": "new"}]'
    assert not html.fromstring(exports.changed_markup(lines, 3)).xpath("//b | //script")
    assert "<i>" not in exports.rewritten("<i>", "<i>\u202e")
    with pytest.raises(InputError, match="damaged"):
        exports.changed_markup(b"[{]", 3)
