"""What is ruled out is denied, and two claims that deny one thing agree, however they deny it."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.stated import relations_of, stated
from variorum.align.flags import find_flags
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle

BODY = "\nTransport minister Ada Brill said on Friday there were no plans to close the Orley line."


def _read(text: str, source: str = "a.txt") -> AnnotatedArticle:
    return Annotate()(article(text, source=source))


def _relations(one: str, other: str) -> set[str]:
    found = relations_of((_read(one), _read(other, "b.txt")))
    return {relation.relation for relation in found}


@pytest.mark.parametrize(
    ("told", "polarity"),
    [
        ("The minister ruled out a toll on the bridge.", "denied"),
        ("A toll on the bridge has been ruled out.", "denied"),
        ("The minister ruled that the toll was lawful.", "affirmed"),
    ],
)
def test_what_is_ruled_out_is_denied(told: str, polarity: str) -> None:
    """The verb alone rules; with its particle it denies."""
    assert [s.polarity for s in _read(f"Toll\n{told}").statements] == [polarity]


def test_a_heading_that_rules_out_agrees_with_one_that_says_no() -> None:
    """``No closure`` and ``rules out closing`` are one heading, and no stronger than the text."""
    one, other = "No closing at Orley, says minister", "Minister rules out closing the Orley line"
    assert _relations(one + BODY, other + BODY) == {"same"}
    assert find_flags([_read(other + BODY)]) == ()


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        (
            "The divers said they have seen no wreck and that they will not go back.",
            "The divers said they have not seen any wreck.",
            {"same"},
        ),
        (
            "Poe said the port “has not sold any boat” and “will not move”.",
            "Poe said the port has sold no boat.",
            {"same"},
        ),
        (
            "The divers said they have seen no wreck and that they will not go back.",
            "The divers said they have seen a wreck off the pier.",
            {"incompatible"},
        ),
    ],
)
def test_a_denied_act_and_its_denied_object_are_one(
    one: str, other: str, relations: set[str]
) -> None:
    """``No`` before what is found denies as much as ``not`` before the verb."""
    assert _relations(f"Search\n{one}", f"Search\n{other}") - {"stronger"} == relations


def test_two_denied_objects_of_one_act_are_two() -> None:
    """Who paid no toll has not said that nobody was paid."""
    one = stated("The port has paid no toll in Orley.")
    other = stated("The port has not paid the crews in Orley.", source="b.txt")
    assert relations_of((one, other)) == ()
