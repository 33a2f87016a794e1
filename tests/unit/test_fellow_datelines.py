"""A page whose fellows date it, and whose own dateline tells the day."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.cluster.fellows import date_by_fellows

TOLD = "Ferry sinks\nVELM, {} (Wire) - The ferry sank off Torp on Friday, the mayor said."


@pytest.mark.parametrize(
    ("printed", "fellow", "edtf"),
    [
        ("Oct 3", "2031-10-04", "2031-10-03?"),
        ("3 October", "2031-10-04", "2031-10-03?"),
        ("Dec 31", "2032-01-01", "2031-12-31?"),
        ("March 3", "2031-10-04", "2031-10?"),
        ("Feb 30", "2031-02-04", "2031-02?"),
    ],
)
def test_a_dateline_tells_the_day_in_the_year_of_its_fellows(
    printed: str, fellow: str, edtf: str
) -> None:
    """A day that lies near is taken, one that lies far off or is none is not."""
    other = article("Ferry sinks\nThe ferry sank.", source="b.txt", published=fellow)
    (dated,) = date_by_fellows([article(TOLD.format(printed)), other])
    assert dated.published is not None
    assert (dated.published.edtf, dated.published.basis) == (edtf, "story")
