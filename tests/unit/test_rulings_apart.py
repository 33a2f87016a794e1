"""What papers of two days tell otherwise: a verdict is one, a state may have changed."""

from __future__ import annotations

import pytest

from tests.standing import FIRST_DAY, LATER, NEXT_DAY, joined


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Renn was acquitted of theft.", "Renn was convicted of theft.", "incompatible"),
        ("Renn was cleared of theft.", "Renn was found guilty of theft.", "incompatible"),
        ("The quay was closed.", "The quay was reopened.", "other-time"),
        ("Shares in Kelda rose.", "Shares in Kelda fell.", "other-time"),
    ],
)
def test_a_verdict_of_the_next_day_is_no_change(one: str, other: str, relation: str) -> None:
    """Who is cleared on one day is not found guilty on the next; what is shut may reopen."""
    for pair in ((one, other), (other, one)):
        found = joined(*pair, published=(FIRST_DAY, NEXT_DAY))
        assert found is not None
        assert found.relation == relation


def test_a_verdict_may_be_another_long_after() -> None:
    """A court of appeal may have ruled otherwise since."""
    pair = "Renn was acquitted of theft.", "Renn was convicted of theft."
    found = joined(*pair, published=(FIRST_DAY, LATER))
    assert found is not None
    assert found.relation == "other-time"
