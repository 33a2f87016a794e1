"""Tags beside a quotation, whatever their verb."""

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.annotation import Quotation


def quoted(body: str) -> tuple[Quotation, ...]:
    """Return the quotations of a body under a headline."""
    return Annotate()(article(f"The wall at Esk\n{body}")).quotations


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“It leaks,” sighed Mary Poe.", "Mary Poe"),
        ("“It leaks!” Mary Poe spluttered.", "Mary Poe"),
        ("“It leaks,” grumbled the old gardener.", "the old gardener"),
        ("“It leaks —” faltered Mary Poe, looking up.", "Mary Poe"),
        ("Mary Poe sat down and said: “It leaks.”", "Mary Poe"),
    ],
)
def test_the_verb_of_a_tag_need_not_be_one_of_speech(body: str, name: str) -> None:
    """Words that go on in the sentence of a quotation name who speaks."""
    speaker = quoted(body)[-1].speaker
    assert speaker is not None
    assert speaker.name == name


def test_both_sides_of_a_tag_are_one_quotation() -> None:
    """“A,” sighed Poe, “B” is one quotation in two parts."""
    found = quoted("“It leaks,” sighed Mary Poe, “and it is old.”")
    assert [len(q.spans) for q in found] == [2]


def test_a_sentence_of_its_own_behind_a_quotation_is_no_tag() -> None:
    """What somebody does after a full stop is not how the words were said."""
    found = quoted("“It leaks.” The door slammed behind them.")
    assert [q.cue for q in found] == [()]


def test_who_tells_is_i() -> None:
    """“Said I” names the one who tells by the word that is printed."""
    speaker = quoted("I came to the gate with Mary Poe.\n“It leaks,” said I.")[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.how) == ("I", "pronoun")


def test_a_couple_is_two_people() -> None:
    """Mr and Mrs of one surname are told apart by their titles; Mr and Ms are one, and a flag."""
    body = "Mr. Poe met Mrs. Poe.\n“It leaks,” said Mrs. Poe.\n“I know,” said Mr. Poe."
    assert [q.speaker and q.speaker.name for q in quoted(body)] == ["Mrs Poe", "Mr Poe"]
    clash = "Mr Jo Poe met Bo Roe.\n“It leaks,” said Ms Poe."
    assert [q.speaker and q.speaker.name for q in quoted(clash)] == ["Jo Poe"]


@pytest.mark.parametrize(
    "body",
    [
        "It was a “mess” the mayor created in May.",
        "He keeps in his office the “war room” he opened last year.",
        "Fans of the “old lady” he played wept.",
    ],
)
def test_a_verb_behind_words_quoted_to_distance_says_nothing(body: str) -> None:
    """What somebody created or opened, in scare quotes, is not what they said."""
    assert [(q.use, q.speaker) for q in quoted(body)] == [("scare", None)]
