"""Names with what tells a son from his father: "Ron Poe Jr."."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum import languages
from variorum.align.gathering.speakers import match_speakers
from variorum.annotate import Annotate
from variorum.model.annotation import Speaker


@pytest.mark.parametrize("full", ["Owen T. Garrow Jr", "Owen T. Garrow III"])
def test_a_surname_stands_for_the_name_before_a_generation(full: str) -> None:
    """“Jr” is no surname: who is told by the family name alone is the same person."""
    body = f"The plan was drawn by {full}, an engineer. Mr Garrow said that it was safe."
    read = Annotate()(article(f"Dam plan in Velm\n{body}"))
    assert [q.speaker.name for q in read.quotations if q.speaker] == [full]


def test_father_and_son_are_two() -> None:
    """Where an article has both, neither is taken for the other."""
    body = "Ron Poe Sr. founded the firm. Ron Poe Jr. said that he would sell it."
    read = Annotate()(article(f"Firm for sale in Velm\n{body}"))
    named = [m.name for m in read.mentions if m.kind == "person"]
    assert named == ["Ron Poe Sr", "Ron Poe Jr"]


def test_a_son_with_a_generation_leaves_the_name_to_his_father() -> None:
    """“Poe” is neither the one nor his sister for certain; “Poe Jr” is the son."""
    body = (
        "Ron Poe and his son, Ron Poe Jr., met Ada Poe. Poe said it rained. Poe Jr. said it hailed."
    )
    read = Annotate()(article(f"Poes meet in Velm\n{body}"))
    speakers = [q.speaker.name for q in read.quotations if q.speaker]
    assert set(speakers) == {"Poe"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Owen T. Garrow Jr", "Owen Garrow", "open"),
        ("Garrow", "Owen Garrow Jr", "open"),
        ("Owen T. Garrow Jr", "Garrow Jr", "same"),
        ("Owen Garrow Jr", "Owen Garrow Sr", "other"),
        ("Owen Garrow Jr", "Mina Foss Jr", "other"),
    ],
)
def test_generations_part_two_of_one_name_only(one: str, other: str, expected: str) -> None:
    """A name without one may be either; two of one generation may have other names."""
    sides = [Speaker(name=name, kind="person", span=None, how="named") for name in (one, other)]
    assert match_speakers(sides[0], sides[1], languages.find("en")) == expected
