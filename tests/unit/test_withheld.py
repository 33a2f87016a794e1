"""What somebody would not say is no print of those words, and a bare topic states nothing."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.stated import relations_of
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle

SAID = "Harbour master Jon Rask said the southern pier had been unsafe since the storm."


def read(*bodies: str, heading: str = "Quay news") -> list[AnnotatedArticle]:
    """Return annotated reports of one day."""
    return [
        Annotate()(article(f"{heading}\n{body}", source=f"{at}.txt", published="2031-05-06"))
        for at, body in enumerate(bodies)
    ]


@pytest.mark.parametrize(
    ("told", "together"),
    [
        ("would not say whether the southern pier had been unsafe since the storm", False),
        ("declined to say if the southern pier had been unsafe since the storm", False),
        ("could not say whether the southern pier had been unsafe since the storm", False),
        ("said he knew the southern pier had been unsafe since the storm", True),
        ("did not say that the southern pier had been unsafe since the storm", True),
    ],
)
def test_what_is_left_open_is_no_print_of_its_words(told: str, together: bool) -> None:
    """Who would not say whether it leaked has not said that it leaked."""
    found = find_utterances(read(SAID, f"Harbour master Jon Rask {told}."))
    assert (max(len(one.prints) for one in found) == 2) is together


def test_what_two_leave_open_is_one() -> None:
    """Two reports of what somebody would not say are joined, and so are their own such words."""
    told = (
        "Harbour master Jon Rask declined to say whether the southern pier was unsafe in storms.",
        "Harbour master Jon Rask would not say whether the southern pier was unsafe in storms.",
        "“I cannot say whether the southern pier is unsafe in storms,” Jon Rask said.",
    )
    (found,) = find_utterances(read(*told))
    assert len(found.prints) == 3


@pytest.mark.parametrize(
    ("heading", "related"),
    [
        ("Harbour board and the unsafe southern pier", False),
        ("Harbour board knew of unsafe southern pier", True),
    ],
)
def test_a_bare_topic_is_not_stronger_than_what_is_said(heading: str, related: bool) -> None:
    """A heading that only names what somebody tells of states nothing of it."""
    said = "Jon Rask said the harbour board had known of the unsafe southern pier."
    rows = [*read("Two ships left the quay for Velm.", heading=heading), *read("-", said)[1:]]
    assert bool(relations_of(rows)) is related


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("refused to say whether the ferry would sink", "I cannot say whether the ferry will sink"),
        (
            "refused to rule out that the old ferry would sink",
            "I cannot rule out that the old ferry will sink",
        ),
    ],
)
def test_what_the_verb_leaves_open_no_word_is_missing_for(told: str, said: str) -> None:
    """Who is quoted with “I cannot say” lacks nothing where another refused to say it."""
    (found,) = find_utterances(
        read(f"Harbour master Jon Rask {told}.", f"“{said},” harbour master Jon Rask said.")
    )
    assert len(found.prints) == 2
    assert {variant.kind for variant in found.variants} == {"person-or-tense"}
