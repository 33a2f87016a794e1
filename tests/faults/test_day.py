"""A day of feeds, made small: what was sent is what is kept, whatever went wrong meanwhile."""

from __future__ import annotations

import pytest

from tests.faults.day import Quarter, check_all_had, check_counts, check_flat, check_kept, lived

HOURS, EVENTS = 10, 12


def test_what_was_sent_is_what_is_kept() -> None:
    """Ten hours of six outlets: nothing is lost, nothing kept twice, all of it counted."""
    with lived(HOURS, EVENTS) as day:
        status = {one.status for one in day.outlets.sent}
        assert status == {0, 200, 304, 410, 429}, "not all that can happen happened"
        for check in (check_counts, check_kept, check_all_had):
            check(day)


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (Quarter(9, 340.0, 80.0), "memory grew"),
        (Quarter(9, 300.0, 130.0), "the work of an article"),
    ],
)
def test_growth_is_told(last: Quarter, told: str) -> None:
    """A last quarter that holds more than a tenth more, or works half as long again, fails."""
    second = Quarter(9, 300.0, 80.0)
    check_flat(second, second)
    with pytest.raises(AssertionError, match=told):
        check_flat(second, last)
