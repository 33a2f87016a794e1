"""Days that are named by their place in a month."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.languages import find


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It shut on the first Monday in April.", "2024-04-01"),
        ("It shut on the last Friday of March.", "2024-03-29"),
        ("It will open on the second Tuesday of July.", "2024-07-09"),
        ("It opened on the 3rd Sunday of May 1998.", "1998-05-17"),
    ],
)
def test_weekdays_of_a_month_are_counted(text: str, edtf: str) -> None:
    """The first, the last, or another such weekday of a month is one day."""
    made = article("Harbour bridge shut\n" + text, published="2024-05-15")
    assert [t.edtf for t in find_times(made, find("en"))] == [edtf]
