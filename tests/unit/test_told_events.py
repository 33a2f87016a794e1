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
