"""Answers to one question: cut short, or a yes or no beside a report of what it stands for."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.story import Utterance

ASKED = "Asked whether the {} would be {}, builder Olaf Renn said: “{}”"


def told(*bodies: str) -> tuple[Utterance, ...]:
    """Return the utterances of some reports of one day."""
    return find_utterances(
        [
            Annotate()(article(f"Quay news\n{body}", source=f"{at}.txt", published="2031-05-06"))
            for at, body in enumerate(bodies)
        ]
    )


WHOLE = ASKED.format("tower", "pulled down", "It may come, but I do not like it.")


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (ASKED.format("tower", "pulled down", "It may come."), True),
        (ASKED.format("canal", "filled", "It may come."), False),
        (ASKED.format("tower", "pulled down", "It may."), False),
        (WHOLE.replace("Olaf Renn", "Ida Voss").replace(", but I do not like it", ""), False),
    ],
)
def test_the_beginning_of_an_answer_is_one_of_it(other: str, together: bool) -> None:
    """One speaker, question and opening are of one utterance, and the rest of it is told."""
    found = told(WHOLE, other)
    assert (max(len(one.prints) for one in found) == 2) is together
    assert any(one.variants for one in found) is together


@pytest.mark.parametrize(
    ("answer", "report", "together"),
    [
        ("No.", "said the tower would not be pulled down", True),
        ("No, it will not.", "said the tower would not be pulled down", True),
        ("No.", "denied that the tower would be pulled down", True),
        ("Yes, in June.", "said the tower would be pulled down in June", True),
        ("Yes.", "said the tower would be pulled down", True),
        ("Yes.", "said the tower would not be pulled down", False),
        ("No.", "said the tower would be pulled down", False),
        ("No.", "said the tower would not be pulled down by hand", False),
        ("Yes.", "did not say the tower would be pulled down", False),
        ("Perhaps.", "said the tower would be pulled down", False),
    ],
)
def test_a_yes_or_no_stands_for_its_question(answer: str, report: str, together: bool) -> None:
    """It is joined with a report of the question's words that it bears out, and differs in none."""
    found = told(ASKED.format("tower", "pulled down", answer), f"Builder Olaf Renn {report}.")
    assert (max(len(one.prints) for one in found) == 2) is together
    if together:
        assert not any(one.variants for one in found)


def test_what_follows_a_yes_or_no_is_compared_with_its_own() -> None:
    """The other report prints the yes in its own words, and the rest as it is."""
    (found,) = told(
        ASKED.format("tower", "pulled down", "No. The walls are sound."),
        "Olaf Renn said the tower would not be pulled down. “The walls are sound,” he said.",
    )
    assert len(found.prints) == 3
    assert not found.variants


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        ("a tenant asked builder Olaf Renn", "Olaf Renn"),
        ("a tenant asked the builder, Olaf Renn", "Olaf Renn"),
        ("a tenant asked at the meeting", "a tenant"),
    ],
)
def test_who_is_asked_behind_a_question_answers_it(asked: str, speaker: str) -> None:
    """“He said” behind a question is who was asked, where the question says so."""
    text = f"Quay news\n“Is the tower safe?” {asked}. “No,” he said."
    found = Annotate()(article(text)).quotations[-1]
    assert found.speaker is not None
    assert found.speaker.name == speaker
    assert (found.answers is not None) is (speaker == "Olaf Renn")
