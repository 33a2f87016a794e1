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
        ("They met in Northern Virginia.", "Northern Virginia", "region"),
        ("They met in Eastern Norway.", "Eastern Norway", "region"),
        ("She is from South London.", "South London", "other"),
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


@pytest.mark.parametrize(
    "text",
    ["Asked by reporters, he left.", "Quillets are dear. He sold six quillets."],
)
def test_a_word_with_a_capital_is_no_place(text: str) -> None:
    """A verb that opens a sentence, and a word that the article has in small letters."""
    assert meant(text, [text.split()[0]]) == []


def test_a_word_for_a_kind_is_no_name() -> None:
    """``Republic`` alone is none, though towns are called so; with an article it may be one."""
    assert meant("She leads Republic, a group.", ["Republic"]) == []
    assert meant("They walked through the Capitol.", ["Capitol"])[0][1] == "facility"


def test_a_name_with_a_word_of_its_own_stays_a_place() -> None:
    """A town may be called as a thing is, where an article or a gazetteer says so."""
    assert meant("Reading a book, he left Reading.", ["Reading"])[0][2] == "geonames:2639577"
    assert meant("Rain fell on the Quillet, among quillets.", ["Quillet"])[0][1] == "other"
