"""Gazetteers: every place of a name, by code, whatever the spelling."""

from __future__ import annotations

import pytest

from variorum.gazetteers import geonames, iso3166, key_of


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("Kiev", "geonames:703448"),
        ("Kyiv", "geonames:703448"),
        ("St. Gallen", "geonames:2658822"),
        ("São Paulo", "geonames:3448439"),
        ("SAO PAULO", "geonames:3448439"),
        ("Ivory Coast", "iso3166-1:CI"),
    ],
)
def test_a_city_is_found_in_any_spelling(name: str, ref: str) -> None:
    """Accents, points, capitals and other names lead to one reference."""
    assert ref in {entry.ref for entry in geonames.find(name)}


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("Kherson", "UA-65"),
        ("Luhansk", "UA-09"),
        ("Lugansk", "UA-09"),
        ("Belgorod region", "RU-BEL"),
        ("Hunan", "CN-HN"),
        ("Bavaria", "DE-BY"),
        ("Gyeonggi", "KR-41"),
        ("Western Australia", "AU-WA"),
        ("Homs", "SY-HI"),
    ],
)
def test_a_region_is_found_by_rule_or_by_its_english_name(name: str, ref: str) -> None:
    """The word for its kind, its adjective and its transliteration do not matter."""
    assert [entry.ref for entry in iso3166.find(name)] == [f"iso3166-2:{ref}"]


@pytest.mark.parametrize(("name", "code"), [("Iran", "IR"), ("South Korea", "KR"), ("Chad", "TD")])
def test_a_country_is_found_by_the_name_it_goes_by(name: str, code: str) -> None:
    """The common name counts, and the part of the official one before its comma."""
    assert iso3166.find(name)[0].ref == f"iso3166-1:{code}"


def test_places_of_one_name_are_all_returned() -> None:
    """A country and a state are kept apart, and cities of several countries."""
    assert {entry.feature for entry in iso3166.find("Georgia")} == {"country", "region"}
    assert {entry.country for entry in geonames.find("London")} >= {"GB", "CA", "US"}


@pytest.mark.parametrize("name", ["", " ", "|", "Vellin-on-Ostry", "\n", "\t|\n", "x" * 10_000])
def test_an_unknown_name_has_no_place(name: str) -> None:
    """No sign of the file's own form leads into it."""
    assert geonames.find(name) == ()
    assert iso3166.find(name) == ()


def test_a_capital_is_marked() -> None:
    """Paris in France is one, Paris in Texas is none."""
    capitals = [entry.country for entry in geonames.find("Paris") if entry.capital]
    assert capitals == ["FR"]


def test_a_country_has_one_capital() -> None:
    """No other town of the country that has the capital's name is one."""
    capitals = [entry.region for entry in geonames.find("Washington") if entry.capital]
    assert capitals == ["US-DC"]


def test_a_key_has_neither_accents_nor_signs() -> None:
    """It is what the file is searched for."""
    assert key_of("Saint-Étienne") == key_of("saint etienne") == "saint etienne"
    assert key_of("Łódź") == "lodz"
