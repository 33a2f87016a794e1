"""Names of places that no gazetteer has."""

from __future__ import annotations

import pytest

from tests.toponyms import meant


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("He won at Vellin Speedway.", "Vellin Speedway", "facility"),
        ("They met at Vellin University.", "Vellin University", "facility"),
        ("It stands on Vellin Ave.", "Vellin Ave", "facility"),
        ("A talk was held at the Vellin Center.", "Vellin Center", "facility"),
        ("They walked through the Capitol.", "Capitol", "facility"),
        ("It rained in Vellinshire.", "Vellinshire", "region"),
        ("A pipe runs through East Texas.", "East Texas", "region"),
        ("She is from South Toronto.", "South Toronto", "other"),
        ("She sits for Leicester South East.", "Leicester South East", "region"),
        ("It rained in North Vellin.", "North Vellin", "city"),
    ],
)
def test_the_kind_of_a_name_that_no_gazetteer_has(text: str, name: str, feature: str) -> None:
    """By its last word or ending, or as a part of what is known; else a small town."""
    assert meant(text, [name])[0][1:] == (feature, None)


def test_a_county_is_meant_where_the_town_of_its_name_lies_in_no_country_that_is_named() -> None:
    """``Cheshire`` beside ``Leeds`` is no town."""
    found = meant("Leeds was dry. It rained in Cheshire.", ["Leeds", "Cheshire"])
    assert found[1] == ("Cheshire", "region", None)
