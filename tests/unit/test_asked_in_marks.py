"""Words that a narrated question has in marks are the question's, not the answer's."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate

CALLED = "Mayor Ada Brandt called the toll “a swindle” on Monday."
MILD = "mayor Ada Brandt said: “I would choose a milder word.”"


def kinds(asked: str, told: str) -> set[str]:
    """Return the kinds of the variants of two reports of one answer."""
    read = [
        Annotate()(article(f"The toll\n{text}", source=name, published="2031-06-20"))
        for name, text in (("a.txt", asked), ("b.txt", told))
    ]
    return {variant.kind for found in find_utterances(read) for variant in found.variants}


@pytest.mark.parametrize(
    "asked",
    [
        f"Asked on Monday whether the toll was “a swindle”, {MILD}",
        f'Asked on Monday whether the toll was "a swindle", {MILD}',
    ],
)
def test_marks_inside_a_question(asked: str) -> None:
    """A word that the narrator's question has in marks is no word of who answers."""
    assert "matches-the-question" in kinds(asked, CALLED)


@pytest.mark.parametrize(
    "asked",
    [
        "Asked on Monday whether the toll was fair, mayor Ada Brandt said: “It is a swindle.”",
        "Asked on Monday if she liked the toll, mayor Ada Brandt said it was “a swindle”.",
    ],
)
def test_marks_behind_a_verb_of_speech(asked: str) -> None:
    """What is quoted behind a verb of speech or a pause is the answer."""
    assert "matches-the-question" not in kinds(asked, CALLED)
