"""Names of places whose mention holds too little or too much."""

from __future__ import annotations

import pytest

from variorum.annotate.placing.whole_names import with_whole_names
from variorum.languages import find
from variorum.model.annotation import Mention


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("He left the United States.", "States", "United States"),
        ("He left The United States of America.", "States of America", "United States of America"),
        ("He left Papua New Guinea.", "Guinea", "Papua New Guinea"),
        ("He left Great Britain.", "Britain", "Great Britain"),
        ("It is Norviaâ\x80\x99s duty.", "Norviaâ\x80\x99s", "Norvia"),
        ("It is Norviaâ€™s duty.", "Norviaâ€™s", "Norvia"),
        ("He spoke at the Velm Statehouse today.", "Velm", "Velm Statehouse"),
        ("It was then-White House counsel.", "then-White House", "White House"),
    ],
)
def test_a_name_is_whole(text: str, marked: str, whole: str) -> None:
    """A country's first words, no broken genitive, a building's word, a seat alone."""
    assert names(text, marked) == [whole]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("On Monday Norvia said no.", "Norvia"),
        ("Former France coach Ada Orrin left.", "France"),
        ("He left Velm Airport Road.", "Velm"),
        ("Velm Hotel Burns", "Velm"),
    ],
)
def test_words_beside_a_name_are_none_of_it(text: str, marked: str) -> None:
    """Words that make no country's name, and capitals of a headline."""
    assert names(text, marked) == [marked]


def test_a_seat_is_not_its_holder() -> None:
    """``the Orrin White House`` is the White House, where Orrin is a person."""
    text = "Ada Orrin spoke. The Orrin White House is calm."
    made = [_mention("Ada Orrin", text, "person"), _mention("Orrin White House", text, "place")]
    assert [one.name for one in with_whole_names(text, made, find("en"))][1] == "White House"


def names(text: str, marked: str) -> list[str]:
    """Return the names of a text with one mention."""
    return [one.name for one in with_whole_names(text, [_mention(marked, text)], find("en"))]


def _mention(name: str, text: str, kind: str = "place") -> Mention:
    at = text.index(name)
    return Mention(witness="w", span=(at, at + len(name)), kind=kind, name=name)
