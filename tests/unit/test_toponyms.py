"""Names of places and what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from tests.articles import article
from variorum.annotate.toponyms import find_toponyms
from variorum.languages import find
from variorum.model.annotation import Mention

ENGLISH = find("en")


def meant(text: str, names: Sequence[str]) -> list[tuple[str, str, str | None]]:
    """Return name, feature and reference of each place, given the names."""
    made = article("Quay reopened\n" + text)
    spans = re.finditer("|".join(sorted(names, key=len, reverse=True)), made.text)
    mentions = [
        Mention(witness=made.id, span=found.span(), kind="place", name=found[0]) for found in spans
    ]
    found = find_toponyms(made, mentions, ENGLISH)
    return [(one.name, one.feature, one.entry.ref if one.entry else None) for one in found]


@pytest.mark.parametrize(
    ("text", "name", "feature", "ref"),
    [
        ("Troops left the city of Kherson.", "Kherson", "city", "geonames:706448"),
        ("Troops left Kherson province.", "Kherson", "region", "iso3166-2:UA-65"),
        ("Rain fell on Paris, Texas.", "Paris", "city", "geonames:4717560"),
        ("Rain fell on Paris.", "Paris", "city", "geonames:2988507"),
        ("A boat sank in the Loire River.", "Loire River", "water", None),
        ("A pie was eaten in Vellin.", "Vellin", "other", None),
        ("The West was angry.", "West", "other", None),
        ("Votes were counted in the Czech Republic.", "Czech Republic", "country", "iso3166-1:CZ"),
        ("The U.K. has left.", "U.K.", "country", "iso3166-1:GB"),
    ],
)
def test_the_words_beside_a_name_tell_its_kind(
    text: str, name: str, feature: str, ref: str | None
) -> None:
    """A word for a kind, a name behind a comma, an article; else the best known place."""
    assert meant(text, [name, "Texas"])[0][1:] == (feature, ref)


@pytest.mark.parametrize(
    "text",
    [
        "They hold the Donetsk, Luhansk and Kherson regions.",
        "They hold the regions of Donetsk, Luhansk and Kherson.",
        "They left two of the provinces they took in May – Donetsk, Luhansk and Kherson.",
    ],
)
def test_a_word_at_either_end_of_a_list_tells_the_kind_of_all(text: str) -> None:
    """Regions are meant, though cities go by the same names."""
    found = meant(text, ["Donetsk", "Luhansk", "Kherson"])
    assert [ref for _, _, ref in found] == [f"iso3166-2:UA-{n}" for n in ("14", "09", "65")]


def test_a_list_without_such_a_word_is_of_cities() -> None:
    """A region and its city of one name are kept apart."""
    found = meant("Sirens were heard in Donetsk, Luhansk and Kherson.", ["Donetsk", "Kherson"])
    assert {feature for _, feature, _ in found} == {"city"}


def test_the_country_that_an_article_names_decides() -> None:
    """London in Ontario, where the article is of Canada all along."""
    text = "Canada votes. Ontario was late, and in London two boxes were lost. Canada waits."
    refs = [ref for _, _, ref in meant(text, ["Canada", "Ontario", "London"])]
    assert refs[2] == "geonames:6058560"
    assert meant("Two boxes were lost in London.", ["London"])[0][2] == "geonames:2643743"


def test_a_body_that_goes_by_a_capital_is_a_place_too() -> None:
    """``Moscow said`` is of a place by its name; a bank is of none."""
    made = article("Talks end\nMoscow said no. Ostry Bank said yes.")
    spans = [(10, 16), (26, 36)]
    bodies = [
        Mention(witness=made.id, span=s, kind="organisation", name=made.words(s)[0]) for s in spans
    ]
    assert [one.name for one in find_toponyms(made, bodies, ENGLISH)] == ["Moscow"]
