"""Speakers that are easily confused: two of one sex, and those a name only describes."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate

HEAD = "Pool to close\n"


def last(body: str) -> tuple[str | None, list[str]]:
    """Return the last speaker's name, and the words that stand for it."""
    made = article(HEAD + body)
    quotation = Annotate()(made).quotations[-1]
    name = quotation.speaker.name if quotation.speaker else None
    return name, [made.text[slice(*span)] for span in quotation.sources]


@pytest.mark.parametrize(
    "body",
    [
        "“It leaks,” Mr Doe said.\nMr Roe left early. “It is new,” he added.",
        "Mr Doe said the pool leaks, but Mr Roe denied it. He said the roof was new.",
        "Mr Doe met Mr Roe on Monday. He said Mr Doe was wrong.",
    ],
)
def test_a_pronoun_behind_two_men_is_refused_where_nothing_decides(body: str) -> None:
    """Of two of one sex nobody is meant where turn and subject differ, nor one whom he names."""
    name, source = last(body)
    assert name is None
    assert source in (["he"], ["He"])


@pytest.mark.parametrize(
    "body",
    [
        "Cy Doe said it leaks. Bo Roe said it does not. He added that the roof was new.",
        "Cy Doe said it leaks and Bo Roe said it does not. He added that the roof was new.",
        "“It leaks,” Cy Doe said. Bo Roe disagreed. He said that the roof was new.",
    ],
)
def test_a_pronoun_behind_two_men_is_the_running_turn_or_the_new_subject(body: str) -> None:
    """“He added” goes on with the last words, “he said” with the one who has come in since."""
    assert last(body)[0] == "Bo Roe"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The Poe administration said the dam leaks.", "The Poe administration"),
        ("Poe campaign officials said the dam leaks.", "Poe campaign officials"),
        ("Poe himself said the dam leaks.", "Poe"),
    ],
)
def test_a_name_before_a_noun_is_not_who_speaks(body: str, name: str) -> None:
    """A noun right behind a name is the speaker, not whom the name names."""
    (quotation,) = Annotate()(article(HEAD + "Mr Poe left on Monday. " + body)).quotations[-1:]
    assert quotation.speaker is not None
    assert quotation.speaker.name == name
    assert (quotation.speaker.kind == "person") == (name == "Poe")


def test_a_possessive_alone_names_nobody() -> None:
    """Whose view it is that “my” tells of is not told by the word."""
    assert last("My understanding is that the dam will close.")[0] is None


def test_a_part_of_a_body_is_no_person() -> None:
    """Two bare names of which the first is a body's are no first name and surname."""
    (quotation,) = Annotate()(article(HEAD + "House Republicans said the dam leaks.")).quotations
    assert quotation.speaker is not None
    assert (quotation.speaker.name, quotation.speaker.kind) == ("House Republicans", "organisation")


@pytest.mark.parametrize(
    "body",
    [
        "Anna Doe and Mary Roe spoke after the vote. “I regret it,” she said.",
        "Justice Anna Doe and Chief Justice Mary Roe spoke. “I regret it,” she said.",
        "Anna Doe, Mary Roe and Ruth Poe met. The room was cold. “I regret it,” she said.",
        "“It leaks,” Anna Doe said. Anna Doe and Mary Roe left early. “I regret it,” she said.",
        "Ina Doe and Anna Roe met on Monday. Roe, she said, had lied. “She lied,” she said.",
    ],
)
def test_a_pronoun_behind_joined_names_is_refused(body: str) -> None:
    """Of two whom one sentence joins neither is meant, nor one of whom the pronoun has spoken."""
    assert last(body)[0] is None


@pytest.mark.parametrize(
    "body",
    [
        "Anna Doe and Mary Roe met. Roe spoke after the vote. “I regret it,” she said.",
        "Mary Roe and John Doe spoke after the vote. “I regret it,” she said.",
    ],
)
def test_a_pronoun_behind_joined_names_is_the_one_it_fits(body: str) -> None:
    """Whom the narrator goes on with alone, or who alone is of that sex, speaks."""
    assert last(body)[0] == "Mary Roe"


def test_a_clause_before_words_in_marks_is_not_given_to_an_earlier_speaker() -> None:
    """Where a comma parts a sentence about another from the words in marks, nobody is named."""
    body = "Tom Doe, the chief, said the pool leaks.\nBo Roe signed the bill, “{}”, he said."
    assert last(body.format("as nobody else would"))[0] is None


def test_who_adds_is_the_speaker_where_the_other_did_not_come_forward() -> None:
    """A subject that is told not to have done something did not go on speaking."""
    name, _ = last("“It leaks,” Mr Doe said.\nMr Roe did not attend. “It is new,” he added.")
    assert name == "Doe"
