"""Rows of the ledger about numbered roads, votes to declare, and places that are carried."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate

HEAD = "News from the region\nOfficials met in Kesteria and in Torvik on Monday.\n"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Police closed the B59 to all traffic.", "closed B59"),
        ("State Route 20 reopened on Sunday.", "reopened State Route 20"),
        ("Landslides cut off Highway 7.", "blocked Highway 7"),
        ("The road was dry; County Road 12 was flooded.", "flooded County Road 12"),
        ("The B59 bomber was seen over the lake.", ""),
    ],
)
def test_a_road_with_a_number_is_a_facility(text: str, row: str) -> None:
    """By a word for it, or by its code where the text speaks of traffic."""
    read = Annotate()(article(HEAD + text))
    assert {one.feature for one in read.places} <= {"facility"}
    assert [f"{one.predicate} {one.place}" for one in read.places] == [row] * bool(row)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kesteria's parliament voted to declare Torvik part of its territory.", "Kesteria"),
        ("Kesterian lawmakers voted on Friday to declare Torvik a part of Kesteria.", "Kesteria"),
        ("Kesteria plans to declare Torvik part of its territory.", ""),
        ("Kesteria refused to declare Torvik part of its territory.", ""),
        ("The council voted to declare Torvik part of the flood zone.", ""),
    ],
)
def test_a_vote_to_declare_a_place_a_part_proclaims_it(text: str, row: str) -> None:
    """What is planned or refused does not, and a zone is no land."""
    read = Annotate()(article(HEAD + text))
    assert [p.holder for p in read.places if p.stance == "proclaims-annexed"] == [row] * bool(row)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rohl carried Velm and Ostry.", ["won Velm", "won Ostry"]),
        ("The Unity Party swept Velm on Sunday.", ["won Velm"]),
        ("Rohl carried Ode to victory.", []),
        ("The wave swept Ode into office.", []),
        ("The ferry carried 212 people to Velm.", []),
    ],
)
def test_a_town_is_carried_in_an_election(text: str, rows: list[str]) -> None:
    """A bare name is one where a candidate carries it; people and goods are carried elsewhere."""
    read = Annotate()(article(HEAD + "The votes of the election were counted.\n" + text))
    assert [f"{one.predicate} {one.place}" for one in read.places] == rows
