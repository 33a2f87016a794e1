"""Prints of a question that the narrator tells of, set beside its answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle


def kinds(*articles: AnnotatedArticle) -> set[str]:
    """Return the kinds of the variants of all utterances."""
    return {v.kind for found in find_utterances(articles) for v in found.variants}


QUESTION = "Asked whether the council was selling the northern lock, she was curt"


def asked(before: str, answer: str) -> AnnotatedArticle:
    """Return a witness with a sentence of the narrator before the answer."""
    found = witness(Said(words=answer), headline=before)
    return replace(found, sentences=tuple(block.span for block in found.article.blocks))


@pytest.mark.parametrize(
    "before",
    [
        "Asked whether the council was selling the northern lock, she was curt",
        "“Is the council selling the northern lock?” a ferryman called",
        "The member for Ostry pressed her to say why the council was selling the northern lock",
    ],
)
def test_the_narrators_question_printed_as_the_answer(before: str) -> None:
    """Words of a question that the narrator tells of are not the speaker's."""
    echo = Said(words="the council was “selling the northern lock”", form="mixed")
    one = asked(before, "I have no news for you today, nor shall I have any tomorrow")
    found = kinds(one, witness(echo, source="b.txt"))
    assert "matches-the-question" in found


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ("She asked the clerk for the council's books and the northern lock", "I have no news"),
        (QUESTION, "The council is selling the northern lock, and I am glad of it"),
        ("The council was selling the northern lock", "I have no news for you today"),
    ],
)
def test_what_is_no_question_or_is_the_answer(before: str, answer: str) -> None:
    """To ask for a thing asks nothing; who says the question's words gives them as an answer."""
    echo = Said(words="the council was “selling the northern lock”", form="mixed")
    found = kinds(asked(before, answer), witness(echo, source="b.txt"))
    assert "matches-the-question" not in found


@pytest.mark.parametrize(("told", "matches"), [("needless", False), ("a fraud", True)])
def test_a_word_of_the_answer_makes_a_print_of_it(told: str, matches: bool) -> None:
    """Who prints a word of the answer beside those of the question prints the answer."""
    words = f"the council was selling the northern lock, which is {told}"
    one = asked(QUESTION, "This sale of ours is needless, if you want to know, for the council")
    found = kinds(one, witness(Said(words=words, form="indirect"), source="b.txt"))
    assert ("matches-the-question" in found) is matches


def test_a_question_that_is_denied_is_turned_round() -> None:
    """Who says no to a question, and is printed with its words, is printed with the contrary."""
    echo = Said(words="the council was “selling the northern lock”", form="mixed")
    one = asked(QUESTION, "No. We have what we need for the winter")
    assert "polarity-reversed" in kinds(one, witness(echo, source="b.txt"))
    plain = asked(QUESTION, "Come back tomorrow, we are busy")
    assert "polarity-reversed" not in kinds(plain, witness(echo, source="b.txt"))


def test_a_headline_of_the_questions_words_is_stronger_than_a_hedged_answer() -> None:
    """An answer that limits itself is less than a headline that states what was asked."""
    echo = Said(words="the council was “selling the northern lock”", form="mixed")
    told = witness(echo, headline="Council selling the northern lock", source="b.txt")
    hedged = "It is not for me to tell. At least, nobody has asked me to"
    assert "headline-stronger" in kinds(asked(QUESTION, hedged), told)
    firm = "It is not for me to tell. And nobody has asked me to"
    assert "headline-stronger" not in kinds(asked(QUESTION, firm), told)
