"""Times counted from an event that the text has dated."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.languages import find

DATED = "The dock fire began on 3 May 2021. "


def times(text: str) -> list[tuple[str, str, str]]:
    """Return words, value and basis of each time in a paragraph."""
    made = article("Harbour bridge shut\n" + text, published="2024-05-15")
    return [(made.words(t.span)[0], t.edtf, t.basis) for t in find_times(made, find("en"))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("two days after the fire", "2021-05-05"),
        ("three days before the dock fire", "2021-04-30"),
        ("a year after the fire", "2022"),
    ],
)
def test_times_are_counted_from_a_dated_event(text: str, edtf: str) -> None:
    """What the text has dated once anchors what counts from it, and the basis says so."""
    found = times(f"{DATED}It sank {text}, and rose.")
    assert found[-1] == (text, edtf, f"{text}, from 2021-05-03 in the text")


@pytest.mark.parametrize(
    "text",
    [
        "It sank two days after the fire.",
        f"{DATED}It sank two days after the vote.",
        f"{DATED}It sank two days after the barn fire.",
        f"{DATED}The mill fire began on 9 June 2021. It sank two days after the fire.",
    ],
)
def test_an_event_without_one_date_anchors_nothing(text: str) -> None:
    """No date, or two, and nothing is said."""
    assert not any("two days" in words for words, _, _ in times(text))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill, built in 1874, burnt down on 9 June.", "1921-06-09"),
        ("The mill, which was built in 1874 by Poe, burnt down on 9 June.", "1921-06-09"),
        ("The mill (opened in 1874) burnt down on 9 June.", "1921-06-09"),
        ("The mill burnt down in 1874 and was rebuilt by 9 June.", "1874-06-09"),
    ],
)
def test_the_year_of_a_noun_is_not_that_of_the_text(text: str, edtf: str) -> None:
    """In a history, what happened to a mill is not of the year in which it was built."""
    told = "The dam was dug in 1902, 1907, 1911 and 1914, and sold in May 1921. "
    made = article("An old dam\n" + told + text)
    found = find_times(made, find("en"))
    assert found[-1].edtf == edtf
