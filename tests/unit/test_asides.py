"""Times that tell of a noun in a clause, and not of what the clause says."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The mill, built in 1874, will be sold.", []),
        ("Brandt Foods, founded in 1931, closed its mill on 2 May 2024.", ["2024-05-02"]),
        ("Opened in 1874, the mill will be sold.", []),
        ("The mill opened in 1874.", ["1874"]),
        ("The concert, planned for 9 May 2024, was called off.", []),
        ("Ada Brandt, mayor since 1990, resigned on 2 May 2024.", ["2024-05-02"]),
    ],
)
def test_a_clause_has_not_the_date_of_a_noun_in_it(text: str, dates: list[str]) -> None:
    """When a mill was built does not say when it is sold."""
    found = Annotate()(article("Mill for sale\n" + text, published="2024-05-03"))
    known = {time.id: time.edtf for time in found.times}
    told = [known[key] for one in found.statements for key in one.times]
    assert told == dates


def test_a_row_has_not_the_date_of_a_noun_in_its_clause() -> None:
    """A row of the ledger is dated by its own verb: where that stands in the aside, by its time."""
    lines = [
        "Velm Airport, opened in 1931, was closed by the army.",
        "Velm Airport, closed in 1931, is a meadow.",
        "Velm Airport was closed in 1931.",
    ]
    dates = []
    for line in lines:
        found = Annotate()(article("Planes grounded\n" + line, published="2024-05-03"))
        dates.append([row.edtf for row in found.places if row.predicate == "closed"])
    assert dates == [[None], ["1931"], ["1931"]]
