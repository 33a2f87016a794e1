"""A paper that reports is not who said it, nor is somebody unnamed with other figures."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate


def utterances(*bodies: str) -> int:
    """Return how many acts of speech some reports print."""
    read = Annotate()
    made = [
        read(article(f"The weir\n{body}", source=f"{at}.txt")) for at, body in enumerate(bodies)
    ]
    return len(find_utterances(made))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Two climbers froze on Mount Orl, the Highland Courier reported.",
            "Two climbers have frozen on Mount Orl, the sheriff told reporters.",
        ),
        (
            "The bishop of Esk has resigned, Reuters reported.",
            "The bishop of Esk has resigned, the diocese said.",
        ),
        (
            "The bishop of Esk has resigned, the Esk Times said.",
            "The bishop of Esk has resigned, the Highland Courier said.",
        ),
        (
            "Harl said the sluice installed in 1998 was 1.5 metres too narrow.",
            "The sluice, installed in 1998, was three metres too narrow, a plumber said.",
        ),
        (
            "The union said nine miners had been hurt when the roof fell in Esk.",
            "Minister Ned Colver said 12 miners had been hurt when the roof fell in Esk.",
        ),
    ],
)
def test_who_reports_and_who_has_other_figures_is_another_speaker(one: str, other: str) -> None:
    """A paper's report is no print of a person's words, nor one body's figure of a man's."""
    assert utterances(one, other) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“The bishop is a coward,” the Esk Times quoted Ned Colver as saying.",
            "“The bishop is a coward,” Ned Colver said.",
        ),
        (
            "The sluice was 1.5 metres too narrow, a plumber said.",
            "Harl, a plumber, said the sluice was 1.5 metres too narrow.",
        ),
        (
            "Police said nine people had drowned when the ferry sank off Esk.",
            "Police chief Ned Colver said 12 people had drowned when the ferry sank off Esk.",
        ),
    ],
)
def test_who_may_be_the_same_speaker_stays_so(one: str, other: str) -> None:
    """Words in marks, the same figures and a body's head keep two prints together."""
    assert utterances(one, other) == 1
