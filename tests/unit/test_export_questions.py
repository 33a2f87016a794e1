"""Questions as the exports show them: above the answer, whoever prints it."""

from __future__ import annotations

from tests.records import Desk, utterance, witness
from variorum.exports import Surface, html, markdown, text


def test_the_question_of_an_answer_printed_once_stands_above_it() -> None:
    """An answer that one witness alone prints is listed below the question it answers."""
    on = Desk((witness("A", (("paragraph", "Is it safe? “Stay in,” Ada Rowe said."),)),))
    asked = on.quotation("A", "Is it safe?", None, use="question")
    said = on.quotation("A", "Stay in,", "Ada Rowe", answers=asked.id)
    told = utterance(on, "Ada Rowe", (said,), question=asked.id)
    record = on.record(stories=(on.story("A"),), quotations=(asked, said), utterances=(told,))
    surface = Surface(width=80, colour=False)
    once = "PRINTED ONCE\n  Ada Rowe\n    asked (A)  Is it safe?\n    A  Stay in,\n"
    assert once in text.render(record, surface)
    assert 'class="question"' in html.render(record, surface)
    assert "- asked: **A** Is it safe?\n" in markdown.render(record, surface)
