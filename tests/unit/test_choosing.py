"""Choosing who speaks among the people around a quotation."""

from collections.abc import Sequence
from unittest.mock import patch

import pytest

from tests.articles import article
from variorum.annotate import Annotate, quotations
from variorum.annotate.speaking.conversation import converse
from variorum.annotate.speaking.speaker_model import chances
from variorum.annotate.speaking.talk import MOST, Talk

BODY = (
    "Mary Poe met Bo Roe and a young doctor at the gate.\n“It leaks,” said Mary Poe.\n"
    "“It is old,” he said.\n“I know.”"
)


def asked(body: str) -> list[tuple[list[str], Sequence[Sequence[float]]]]:
    """Return the people whom each turn of a body is offered, with their rows."""
    found = []

    def choose(
        talk: Talk, at: int, numbers: Sequence[int], rows: Sequence[Sequence[float]]
    ) -> int | None:
        found.append(([talk.people.people[number].name for number in numbers], rows))
        return None

    def with_choice(drafts, cast):  # type: ignore[no-untyped-def]
        return converse(drafts, cast, choose)

    with patch.object(quotations, "converse", with_choice):
        Annotate()(article(f"The wall at Esk\n{body}"))
    return found


def test_people_known_by_description_may_speak() -> None:
    """A turn is offered names and descriptions; a pronoun leaves out the other sex."""
    (he, _), (nobody, _) = asked(BODY)
    assert "Mary Poe" not in he
    assert "the young doctor" in he
    assert {"Mary Poe", "Bo Roe", "the young doctor"} <= set(nobody)


def test_chances_do_not_hang_on_how_many_are_asked_for() -> None:
    """A person has the same chance alone and among others."""
    rows = [row for _, found in asked(BODY) for row in found]
    assert 1 < len(rows) <= MOST
    assert chances(rows) == [chances([row])[0] for row in rows]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Falk gave him the key.", None),
        ("Falk gave Renn the key.", None),
        ("Renn gave him the key.", "Peter Renn"),
    ],
)
def test_who_does_something_to_a_man_may_be_none(sentence: str, speaker: str | None) -> None:
    """Of whom no gender is known, “he” may as well be the man they gave something to."""
    text = f"Key lost\nInka Falk met Peter Renn at the gate. {sentence} “It is old,” he said."
    (found,) = (q for q in Annotate()(article(text)).quotations if q.form == "direct")
    assert (found.speaker and found.speaker.name) == speaker
