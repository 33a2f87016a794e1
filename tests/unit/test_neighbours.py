"""What the names beside it say of a name of a place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.toponyms import meant


@pytest.mark.parametrize(
    ("text", "names", "name", "ref"),
    [
        ("A barn burnt in Vellin, Kent, on Monday.", ["Vellin", "Kent"], "Kent", "GB-KEN"),
        ("He lives in Buffalo, New York.", ["Buffalo", "New York"], "New York", "US-NY"),
        ("He lives in Leeds, New York, now.", ["Leeds", "New York"], "New York", "US-NY"),
        ("From London, New York, he flew.", ["London", "New York"], "New York", "5128581"),
        (
            "Out of Leeds, New York, Rome he flew.",
            ["Leeds", "New York", "Rome"],
            "New York",
            "5128581",
        ),
    ],
)
def test_a_region_stands_behind_its_town(
    text: str, names: Sequence[str], name: str, ref: str
) -> None:
    """Between commas, behind a town of it or one that is not known well elsewhere."""
    found = {one: entry or "" for one, _, entry in meant(text, names)}
    assert found[name].endswith(ref)


def test_a_list_of_regions_may_hold_a_city_of_the_same_country() -> None:
    """``Aurora`` beside a state is the city in that country, not a province of another."""
    found = meant("Colorado votes. From Arizona and Aurora.", ["Colorado", "Arizona", "Aurora"])
    assert found[2][1:] == ("city", "geonames:5412347")


def test_a_city_is_not_meant_by_a_name_that_it_has_lost_to_others() -> None:
    """A town of that name is, be it in no gazetteer; an old name of one city alone stays its."""
    assert meant("It was in Newtown, Connecticut.", ["Newtown", "Connecticut"])[0][2] is None
    assert meant("It was in Artemivsk.", ["Artemivsk"])[0][2] == "geonames:713174"


def test_initials_stand_for_a_name_of_the_article() -> None:
    """And for none where it has no such name."""
    text = "I wish I was in LA now. They play in Los Angeles."
    assert meant(text, ["LA", "Los Angeles"])[0][1:] == ("city", "geonames:5368361")
    assert meant("I wish I was in LA now.", ["LA"])[0][2] is None


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("KIEV (Wire) - Rain fell.", "geonames:703448"),
        ("KIEV, Ukraine (Wire) — Rain fell.", "geonames:703448"),
        ("It spoke of KIEV rules.", None),
    ],
)
def test_a_dateline_has_a_place_in_capitals(text: str, ref: str | None) -> None:
    """An old name of a capital is one there, elsewhere capitals may be an abbreviation."""
    assert meant(text, ["KIEV"])[0][2] == ref


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("A shop burnt in Odesa's Vellin district.", "other"),
        ("A shop burnt in Odesa's busy Vellin district.", "other"),
        ("A shop burnt in the Vellin district of the port city Odesa.", "other"),
        ("A shop burnt in the Vellin district of Ukraine.", "region"),
        ("A shop burnt in Ukraine's Vellin district.", "region"),
        ("Odesa burnt. A shop burnt in the Vellin district.", "region"),
    ],
)
def test_a_district_of_a_city_is_a_part_of_it(text: str, feature: str) -> None:
    """Where the city is named beside it; one of a country is a region."""
    found = {name: kind for name, kind, _ in meant(text, ["Odesa", "Ukraine", "Vellin"])}
    assert found["Vellin"] == feature


def test_a_little_town_is_meant_where_its_region_is_named_or_no_other() -> None:
    """``Breckenridge`` in Texas is not meant where only Colorado is named."""
    colorado = "Colorado waits. America waits. Snow fell on Breckenridge."
    names = ["Colorado", "Texas", "America", "Breckenridge"]
    assert meant(colorado, names)[-1][2] is None
    assert meant(f"Texas waits. {colorado}", names)[-1][2] == "geonames:4676181"
    assert meant("America waits. Snow fell on Breckenridge.", names)[-1][2] == "geonames:4676181"
