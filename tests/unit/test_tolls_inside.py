"""How many died or were hurt, in a heading and in the text below it."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.flags import find_flags
from variorum.annotate import Annotate


def notes(heading: str, body: str) -> list[str]:
    """Return the notes of the clashes of numbers in an article."""
    item = Annotate()(article(f"{heading}\n{body}"))
    return [flag.note for flag in find_flags([item]) if flag.kind == "number-clash"]


@pytest.mark.parametrize(
    ("heading", "body", "note"),
    [
        (
            "Nine dead in coach crash",
            "Eight people died when a coach left the road near Torvik on Friday.",
            "number Nine ≠ Eight (killed)",
        ),
        (
            "Blast at mill hurts six",
            "A blast at a mill in Kelda injured seven people, the fire service said.",
            "number six ≠ seven (injured)",
        ),
    ],
)
def test_another_count_below_a_heading_is_a_clash(heading: str, body: str, note: str) -> None:
    """A heading counts without a noun, the text with one."""
    assert notes(heading, body) == [note]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Nine dead in coach crash", "Nine people died when a coach left the road near Torvik."),
        ("Nine dead in crash", "At least eight people died when a coach left the road on Friday."),
        ("Nine dead in crash", "Eight people died on the road. Another was killed in the coach."),
        ("Nine dead in crash", "Eight people died on the road, and one in hospital on Sunday."),
        ("Nine dead in crash", "Eight people died on the road and a ninth in hospital."),
        ("Nine dead in crash", "Eight passengers died when a coach left the road near Torvik."),
        ("Nine dead in crash", "Four people died on Friday near Torvik. It was dark at the time."),
        ("Up to nine dead in crash", "Eight people died when a coach left the road near Torvik."),
    ],
)
def test_counts_that_may_fit_are_none(heading: str, body: str) -> None:
    """A bound, a further one, a group, and a count far off clash with nothing."""
    assert notes(heading, body) == []
