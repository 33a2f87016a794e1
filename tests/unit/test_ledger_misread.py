"""What the ledger once took for a fact about a place: near misses, persons, shows and parts."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate

NEARLY = [
    ("The insurgents almost seized the town of Hadlow on Sunday.", set()),
    ("The garrison very nearly lost the town of Hadlow.", set()),
    ("The militia had all but captured the town of Hadlow by noon.", set()),
    ("The army almost completely controls the town of Hadlow.", {"Hadlow holds by army"}),
]
RELATIVE = [
    (
        "Insurgents who had captured Hadlow shelled Brackwell.",
        {"Hadlow holds by insurgents", "Brackwell attacks by insurgents"},
    ),
    (
        "Soldiers who occupied Wexcombe bombed Brackwell.",
        {"Wexcombe holds by soldiers", "Brackwell attacks by soldiers"},
    ),
]
TAKEN_UP = [
    (
        "The army seized the town of Hadlow and then lost it.",
        {"Hadlow holds by army", "Hadlow does-not-hold by army"},
    ),
    (
        "Soldiers captured the town of Hadlow but abandoned it.",
        {"Hadlow holds by soldiers", "Hadlow withdrew by soldiers"},
    ),
    ("Soldiers captured a depot in the town of Hadlow and lost it.", None),
]
NO_PLACE = [
    "Mr Dunmore and Mrs Dunmore were held for two years.",
    "Mr Tarrant was shut in a cell in June.",
    "The drowning of Max Tarrant was an accident, the coroner found.",
    "The orchestra left Hadlow for Brackwell on Sunday.",
    "The musical opened in Hadlow on Sunday.",
    "A trial opened in Brackwell on Sunday.",
    "Wexcombe Bank leaves Hadlow after ten years.",
]
PARTS = [
    "The museum in Hadlow has closed two of its galleries.",
    "The north wing of Hadlow hospital was shut after a fire.",
    "The canteen of the school in Hadlow was closed by inspectors.",
    "The strike hit the port of Hadlow. The union wants higher wages.",
]


def rows(text: str) -> set[str]:
    """Return what is told of the places of a text, with who does it."""
    found = Annotate()(article(f"News of the day\n{text}\n", published="2023-05-09"))
    told = {(p.place, p.stance or p.predicate, p.holder) for p in found.places}
    return {f"{name} {row}" + (f" by {who}" if who else "") for name, row, who in told}


@pytest.mark.parametrize(("sentence", "wanted"), NEARLY)
def test_what_nearly_happened_is_no_row(sentence: str, wanted: set[str]) -> None:
    """Almost is not quite; almost completely is."""
    assert rows(sentence) == wanted


@pytest.mark.parametrize(("sentence", "wanted"), RELATIVE)
def test_who_did_something_before_does_the_next(sentence: str, wanted: set[str]) -> None:
    """A place in a relative clause does nothing to another, and has nothing from its verb."""
    assert rows(sentence) == wanted


@pytest.mark.parametrize(("sentence", "wanted"), TAKEN_UP)
def test_it_stands_for_the_place_before(sentence: str, wanted: set[str] | None) -> None:
    """Only where the place itself was the object: a depot in it is another thing."""
    found = rows(sentence)
    assert found == wanted if wanted else "Hadlow does-not-hold by soldiers" not in found


@pytest.mark.parametrize("sentence", [*NO_PLACE, *PARTS])
def test_persons_shows_and_parts_give_no_row(sentence: str) -> None:
    """Nor does a labour strike that only the next sentence tells."""
    assert rows(sentence) == set()


def test_a_facility_that_opens_or_closes_is_told() -> None:
    """A museum that opens is no show, and closed doors are no part."""
    assert {row.split(" by ")[0] for row in rows("A museum opened in Hadlow.")} == {
        "museum … Hadlow opened"
    }
    assert rows("The school in Hadlow closed its doors for good.") == {"school in Hadlow closed"}
