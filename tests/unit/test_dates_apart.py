"""Two dates of one thing: of what comes but once they cannot both be true."""

from __future__ import annotations

import pytest

from tests.reported import between, told

DAY, NEXT, LATER = "2031-05-03", "2031-05-04", "2031-07-04"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The chapel was built in 1710.", "The chapel was built in 1719."),
        ("The choir was founded in 1902.", "The choir was founded in 1911."),
        ("The canal was opened in 1811.", "The canal was opened in 1817."),
        ("The choir was founded by a monk in 1902.", "The choir was founded by a monk in 1911."),
        ("The inquiry will begin in March.", "The inquiry will begin in April."),
        ("The new pier will open in 2033.", "The new pier will open in 2035."),
        ("The pool will be ready by March.", "The pool will be ready by August."),
    ],
)
def test_two_dates_of_what_comes_once_are_incompatible(one: str, other: str) -> None:
    """What was built, or is to open, was so but once, in however few words it is told."""
    found = between(one, other)
    assert found is not None
    assert found.relation == "incompatible"
    assert "date " in found.reasons[-1]
    assert "≠" in found.reasons[-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The board will meet in March.", "The board will meet in April."),
        ("The canal was closed in 1811.", "The canal was closed in 1817."),
        ("Ines Roe was elected judge in 2011.", "Ines Roe was elected judge in 2015."),
        (
            "The choir led by a monk sang there in 1902.",
            "The choir led by a monk sang there in 1911.",
        ),
        ("A chapel was built in 1710.", "A chapel was built in 1719."),
        ("The chapel was built before 1710.", "The chapel was built before 1719."),
    ],
)
def test_what_may_come_again_is_not_incompatible(one: str, other: str) -> None:
    """A board meets often, a judge may be elected twice, and a bound holds another bound."""
    assert told(one, other) not in ("incompatible", "same")


def test_a_plan_may_have_been_changed_later() -> None:
    """Plans of two days that are printed long apart are of other times."""
    pair = "The fair in Velm will open on 3 August.", "The fair in Velm will open on 30 August."
    assert told(*pair, (DAY, NEXT)) == "incompatible"
    assert told(*pair, (DAY, LATER)) != "incompatible"


def test_a_figure_that_was_not_read_is_another_one() -> None:
    """Two figures of which one is not read as a number are not the same."""
    line = "The mast on the hill near Velm is a {}-metre-high tube of steel."
    assert told(line.format(310), line.format(310)) == "same"
    assert told(line.format(310), line.format(370)) != "same"
    pair = "A 20-month-old boy was found alive near Velm.", "A boy, 20 months old, was found alive."
    assert told(*pair) == "same"
