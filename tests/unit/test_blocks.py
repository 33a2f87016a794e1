"""Block quotations: a paragraph without marks that a colon leads to."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate

HEAD = "Pool to close\n"


def test_a_paragraph_after_a_colon_is_what_was_written() -> None:
    """“In a post, Poe wrote:” gives the whole next paragraph to Poe."""
    text = (
        HEAD
        + "Mary Poe left. In a post on Tuesday, Poe wrote:\nIt leaks. I will mend it.\nIt rained."
    )
    (found,) = Annotate()(article(text)).quotations
    assert [text[s:e] for s, e in found.spans] == ["It leaks. I will mend it."]
    assert (found.form, found.use, found.marks) == ("direct", "speech", ())
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Mary Poe", "named")


@pytest.mark.parametrize(
    "body",
    [
        "These are the pools:\nLund and Esk.",
        "Mary Poe was asked:\nIt rained.",
        "Mary Poe wrote.\nIt rained.",
        "Mary Poe wrote to the council of Esk about the pool, which is old:\nIt rained.",
    ],
)
def test_other_paragraphs_are_no_block_quotations(body: str) -> None:
    """Without a cue and its source just before the colon nothing is quoted."""
    assert not [q for q in Annotate()(article(HEAD + body)).quotations if q.form == "direct"]


def test_marks_after_a_colon_are_read_as_marks() -> None:
    """A paragraph in quote marks is found by its marks alone."""
    text = HEAD + "Mary Poe wrote:\n“It leaks.”"
    (found,) = Annotate()(article(text)).quotations
    assert [text[s:e] for s, e in found.marks] == ["It leaks."]


@pytest.mark.parametrize(
    ("lead", "cue"),
    [("Tom Lund is out. Mary Poe then said:", "then said"), ("Said Mary Poe:", "Said")],
)
def test_words_before_a_colon_are_the_tag_of_marks_below(lead: str, cue: str) -> None:
    """Speech in marks that begins the paragraph below a colon is the speaker's named above."""
    text = HEAD + "“It rained,” said Tom Lund.\n" + lead + "\n“It leaks. I will mend it.”"
    found = Annotate()(article(text)).quotations[-1]
    assert [text[s:e] for s, e in found.spans] == ["It leaks. I will mend it."]
    assert found.speaker is not None
    assert ([text[s:e] for s, e in found.cue], found.speaker.name) == ([cue], "Mary Poe")
