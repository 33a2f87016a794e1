"""On which side of the page the end lies of what goes on, or does not begin before it."""

from __future__ import annotations

import pytest

from tests.unit.test_time_sides import values


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Planes will not land there until Friday.", ["2025-03-14"]),
        ("The pool won't open until Friday.", ["2025-03-14"]),
        ("Guests cannot leave the ship until Friday.", ["2025-03-14"]),
        ("The boycott goes on until Friday.", ["2025-03-14"]),
        ("Rehearsals continue until Friday.", ["2025-03-14"]),
        ("The bakery sells the cakes until Friday.", ["2025-03-14"]),
        ("Guests could not leave the ship until Friday.", ["2025-03-07"]),
        ("The boycott went on until Friday.", ["2025-03-07"]),
        ("The pool did not open until Friday.", ["2025-03-07"]),
        ("The guard shut the pool until Friday.", ["2025-03-07"]),
    ],
)
def test_what_goes_on_or_will_not_begin_until_a_day_points_ahead(
    text: str, edtf: list[str]
) -> None:
    """``Until`` behind a verb of the present, or behind ``will not``, is the day to come."""
    assert values(text) == edtf
