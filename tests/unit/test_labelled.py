"""Headings that say who speaks, and the lines of an interview."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle, Quotation

BODY = (
    "The dam above Keld was built long ago. It may hold, water minister Ana Roske said on Monday."
)
ASKED = "Striker Femi Okoro spoke to the Drayle Echo on Monday."


def read(*lines: str, source: str = "a.txt") -> AnnotatedArticle:
    """Return the annotated article of some lines, the first of them its headline."""
    return Annotate()(article("\n".join(lines), source=source, published="2026-02-10"))


def words(found: AnnotatedArticle, quotation: Quotation) -> str:
    """Return the words of a quotation."""
    return " ".join(found.article.words(*quotation.spans))


def heading(*lines: str) -> list[tuple[str, str | None]]:
    """Return what the headline of an article gives to whom."""
    found = read(*lines)
    end = found.article.blocks[0].span[1]
    told = [q for q in found.quotations if q.spans[0][0] < end]
    return [(words(found, q), q.speaker.name if q.speaker else None) for q in told]


@pytest.mark.parametrize(
    ("headline", "content", "speaker"),
    [
        ("Minister: dam will hold through winter", "dam will hold through winter", "Ana Roske"),
        ("Dam will hold, says water minister", "Dam will hold", "Ana Roske"),
        ("Ana Roske: dam will hold", "dam will hold", "Ana Roske"),
        ("Roske: dam will hold", "dam will hold", "Ana Roske"),
        ("Dam will hold, says water minister as lake rises", "Dam will hold", "Ana Roske"),
        ("Minister: “dam will hold”", "dam will hold", "Ana Roske"),
    ],
)
def test_a_heading_gives_words_to_a_name_or_a_role(
    headline: str, content: str, speaker: str
) -> None:
    """A name or role before a colon, or behind a verb of speech at the end, says the heading."""
    assert heading(headline, BODY) == [(content, speaker)]


@pytest.mark.parametrize(
    "headline", ["Live: storm closes the port", "Weather: rain until Friday", "Keld: a town floods"]
)
def test_a_heading_with_a_topic_before_its_colon_is_nobodys(headline: str) -> None:
    """What is neither a name nor a role before a colon says nothing."""
    assert heading(headline, BODY) == []


@pytest.mark.parametrize("label", ["ANALYSIS", "Live updates", "Politics", "World news"])
def test_a_kicker_before_a_heading_says_nothing(label: str) -> None:
    """The name of a section is no speaker, in marks or not, and no part of what somebody says."""
    assert heading(f"{label}: Dam to hold through winter", BODY) == []
    assert heading(f"{label}: “The dam will hold”", BODY) == [("The dam will hold", None)]
    spoken = heading(f"{label}: Dam will hold, says water minister", BODY)
    assert spoken == [("Dam will hold", "Ana Roske")]


def test_a_kicker_before_marks_and_a_second_colon_says_nothing() -> None:
    """Of such a heading its words in marks are quoted, and not what stands behind them."""
    headline = "Live updates: 'No business digging canals': councillors clash over locks"
    assert heading(headline, BODY) == [("No business digging canals", None)]


def test_a_label_in_the_text_that_names_nobody_is_no_speaker() -> None:
    """What stands before a colon and words in marks speaks where it is a name or people."""
    found = read("Dam leaks", "Bottom line: “Keep out of the water.”", "A diver: “It is cold.”")
    speakers = [q.speaker and q.speaker.name for q in found.quotations]
    assert speakers == [None, "A diver"]


def test_a_heading_is_joined_to_who_has_the_role() -> None:
    """A heading by a role is a print of what its holder says elsewhere, and stronger."""
    one = read("Minister: dam will hold through winter", "It was built long ago.", BODY)
    other = read(
        "Repairs at Keld",
        "“The dam may hold through the winter,” said Ana Roske, the water minister, on Monday.",
        source="b.txt",
    )
    kinds = {v.kind for u in find_utterances([one, other]) for v in u.variants}
    assert "headline-stronger" in kinds


def test_a_heading_is_stronger_than_the_quotation_below_it() -> None:
    """One witness alone is enough for a heading that drops the hedge of what it quotes."""
    one = read(
        "Ana Roske: dam will hold through the winter",
        "“The dam may hold through the winter,” said Ana Roske, the water minister, on Monday.",
    )
    (found,) = find_utterances([one])
    assert "headline-stronger" in {variant.kind for variant in found.variants}


@pytest.mark.parametrize(
    ("asker", "answerer"),
    [("Q", "A"), ("Reporter", "Okoro"), ("Paul Arne", "Femi Okoro"), ("Question", "Answer")],
)
def test_the_lines_of_an_interview(asker: str, answerer: str) -> None:
    """Each line is a question or its answer, in marks or not; who asks as ``Q`` is nobody known."""
    found = read(
        "Okoro speaks",
        ASKED,
        f"{asker}: Did you leave Calder?",
        f"{answerer}: I had a good time there.",
        f"{asker}: Will you play on Sunday?",
        f"{answerer}: “I hope so.”",
    )
    lines = [(q.use, words(found, q)) for q in found.quotations]
    assert lines == [
        ("question", "Did you leave Calder?"),
        ("speech", "I had a good time there."),
        ("question", "Will you play on Sunday?"),
        ("speech", "I hope so."),
    ]
    first, answer, second, last = found.quotations
    assert (answer.answers, last.answers) == (first.id, second.id)
    assert [q.speaker.name for q in (answer, last) if q.speaker] == ["Femi Okoro", "Femi Okoro"]
    assert (first.speaker.name if first.speaker else None) == (
        "Paul Arne" if " " in asker else None
    )


def test_other_labelled_lines_are_no_interview() -> None:
    """A list of labels and colons in which nobody asks anything has no speakers."""
    found = read(
        "Soup for cold days", "Ingredients: two leeks.", "Time: one hour.", "Serves: four."
    )
    assert found.quotations == ()


def test_a_headline_of_an_interviews_question_is_told_of() -> None:
    """What was asked in an interview is not what was answered, whoever prints it as said."""
    one = read(
        "Okoro joins Redmere",
        ASKED,
        "Q: Did you leave Calder because of the manager?",
        "A: “I had a good time there. Sometimes we disagreed.”",
    )
    other = read(
        "Okoro: I left Calder because of the manager",
        "“Sometimes we disagreed,” Femi Okoro told the Echo on Monday.",
        source="b.txt",
    )
    kinds = {v.kind for u in find_utterances([one, other]) for v in u.variants}
    assert "matches-the-question" in kinds
