"""What a verb says of one place is not told of another beside it, nor what only was tried."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate

JOINED = [
    (
        "The B12 reopened on Friday, but Wexcombe Hospital closed its maternity ward.",
        {"B12 reopened"},
    ),
    (
        "The Velm bridge was closed by police, while the theatre reopened on Friday.",
        {"Velm bridge closed"},
    ),
    ("The army took Brackwell and lost Hadlow.", {"Brackwell holds", "Hadlow does-not-hold"}),
    (
        "Kesterian jets struck a depot in Brackwell, which Ravia has occupied since 2019.",
        {"Brackwell attacks", "Brackwell holds-in-part"},
    ),
]
LED_OFF = [
    (
        "Pupils from Brackwell were evacuated to Hadlow Academy on Friday.",
        {"Brackwell evacuated"},
    ),
    ("Kesterian troops retreated from Brackwell to Hadlow.", {"Brackwell withdrew"}),
    ("The army retook Brackwell from the Ulmar Front in May.", {"Brackwell retook"}),
    ("The storm flooded Brackwell but spared Hadlow and Wexcombe.", {"Brackwell flooded"}),
    ("Ostry Bank has shut its branch in Brackwell.", {"branch in Brackwell closed"}),
]
UNTRUE = [
    "Rebels failed to seize the town of Brackwell after a week.",
    "The insurgents tried to take Brackwell but were driven back.",
    "The rebels attempted to seize Brackwell on Friday.",
    "It is not true that the insurgents hold Brackwell, the mayor said.",
    "It is false that the army controls Brackwell, the mayor said.",
    "The rumour that soldiers control Brackwell is a lie, the mayor said.",
    "Had the garrison held Brackwell, the port would be safe.",
    "Neither the rebels nor the army holds Brackwell.",
    "Strike at the port of Brackwell enters its fourth week.",
]
SAID = [
    ("The army managed to seize Brackwell on Friday.", {"Brackwell holds"}),
    ("Gunmen tried to storm a hotel in Brackwell.", {"Brackwell attacks"}),
    ("Brackwell fell to the rebels on Friday.", {"Brackwell holds"}),
    ("Brackwell fell on Friday.", {"Brackwell does-not-hold"}),
]


def rows(sentence: str, field: str = "") -> set[str]:
    """Return what is told of the places of a sentence, or one field of it."""
    found = Annotate()(article(f"News of the day\n{sentence}\n", published="2023-05-09"))
    if field:
        return {f"{p.place} {getattr(p, field)}" for p in found.places}
    return {f"{p.place} {p.stance or p.predicate}" for p in found.places}


@pytest.mark.parametrize(("sentence", "wanted"), [*JOINED, *LED_OFF, *SAID])
def test_a_verb_says_of_its_own_place(sentence: str, wanted: set[str]) -> None:
    """Joined and relative clauses keep their places, goals and spared places have no row."""
    assert rows(sentence) == wanted


@pytest.mark.parametrize("sentence", UNTRUE)
def test_what_failed_or_is_disowned_is_no_row(sentence: str) -> None:
    """Attempts, denials, conditions without a fact and labour strikes give nothing."""
    assert rows(sentence) == set()


def test_a_joined_verb_has_its_own_day() -> None:
    """The time of the first verb is not that of the second, which has its own or none."""
    told = "The army took Brackwell in March and lost Hadlow{} to the rebels."
    assert rows(told.format(" in April"), "edtf") == {"Brackwell 2023-03", "Hadlow 2023-04"}
    assert rows(told.format(""), "edtf") == {"Brackwell 2023-03", "Hadlow None"}


def test_who_takes_a_place_that_falls_is_named() -> None:
    """A place that fell to somebody is theirs."""
    assert rows("Brackwell fell to the rebels on Friday.", "holder") == {"Brackwell rebels"}
