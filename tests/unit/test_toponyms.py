"""Names of places and what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from tests.articles import article
from tests.toponyms import meant
from variorum.annotate.placing.toponyms import find_toponyms
from variorum.languages import find
from variorum.model.annotation import Mention
from variorum.model.vocabulary import MentionKind

ENGLISH = find("en")


@pytest.mark.parametrize(
    ("text", "name", "feature", "ref"),
    [
        ("Troops left the city of Kherson.", "Kherson", "city", "geonames:706448"),
        ("Troops left Kherson province.", "Kherson", "region", "iso3166-2:UA-65"),
        ("Rain fell on Paris, Texas.", "Paris", "city", "geonames:4717560"),
        ("Rain fell on Paris.", "Paris", "city", "geonames:2988507"),
        ("A boat sank in the Loire River.", "Loire River", "water", None),
        ("A pie was eaten in Vellin.", "Vellin", "city", None),
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


@pytest.mark.parametrize(
    ("text", "name", "feature", "ref"),
    [
        ("Rep. Jan Bo (R-Texas) left.", "R-Texas", "region", "iso3166-2:US-TX"),
        ("Rep. Jan Bo (D-CA) left.", "D-CA", "region", "iso3166-2:US-CA"),
        ("She was born in Slidell, La., in May.", "La", "region", "iso3166-2:US-LA"),
        ("A court in Elysian Fields, TX, ruled.", "TX", "region", "iso3166-2:US-TX"),
        ("He works in D.C. now.", "D.C.", "region", "iso3166-2:US-DC"),
        ("They met a U.S.-Mexico mayor.", "U.S.-Mexico", "country", "iso3166-1:US"),
        ("He left his Paris hotel room.", "Paris", "city", "geonames:2988507"),
        ("After the Paris talks it rained.", "Paris", "city", "geonames:2988507"),
        ("The Alabama legislature sat.", "Alabama", "region", "iso3166-2:US-AL"),
        ("It spoke of the DACA rules.", "DACA", "other", None),
        ("It rained in BEIJING.", "BEIJING", "city", "geonames:1816670"),
        ("He flew to Africa.", "Africa", "other", None),
        ("A rally in the Gaza Strip ended.", "Gaza Strip", "region", None),
        ("He spoke in Battle Creek.", "Battle Creek", "city", "geonames:4985153"),
        ("It is a village in Eastern Cape province.", "Eastern Cape", "region", "iso3166-2:ZA-EC"),
        ("Fog lay over the M25.", "M25", "facility", None),
        ("It fell on the eastern Ukraine town of Vellin.", "Ukraine", "country", "iso3166-1:UA"),
        ("Ramallah was calm.", "Ramallah", "city", "geonames:282239"),
        ("North wins.", "North", "other", None),
    ],
)
def test_names_as_papers_print_them(text: str, name: str, feature: str, ref: str | None) -> None:
    """Short forms, hyphens, modifiers, capitals, and names that no gazetteer has."""
    assert meant(text, [name])[0][1:] == (feature, ref)


def test_a_hyphen_may_join_two_places() -> None:
    """Each is a name of its own; a name that has its hyphen by right stays whole."""
    both = meant("The U.S.-Mexico border was shut.", ["U.S.-Mexico"])
    assert [ref for _, _, ref in both] == ["iso3166-1:US", "iso3166-1:MX"]
    assert len(meant("They sailed to Guinea-Bissau.", ["Guinea-Bissau"])) == 1
    (only,) = meant("A drone fell on Moscow-annexed Vellin.", ["Moscow-annexed Vellin"])
    assert only[2] is None


def test_a_town_needs_a_reason_beside_a_known_city() -> None:
    """Its country alone is none, and a town of a country that nobody names is not meant."""
    text = "America votes. The United States waits. They met in Rome, and in Ohio."
    names = ["America", "United States", "Rome", "Ohio"]
    assert meant(text, names)[2][2] == "geonames:3169070"
    text = "Canada votes, all of Canada. In the village of Cheshire two boxes were lost."
    assert meant(text, ["Canada", "Cheshire"])[2][1:] == ("city", None)


def test_a_region_that_is_named_decides_between_towns() -> None:
    """Two towns of one country have a name; one of them lies in the region the text is about."""
    text = "Maryland voted. In Edgewood the count took long."
    assert meant(text, ["Maryland", "Edgewood"])[1][2] == "geonames:4354087"


def test_a_region_without_a_code_is_known_by_its_short_name() -> None:
    """Where the article has its full name."""
    text = "The Gaza Strip was hit. In Gaza a market burnt."
    assert meant(text, ["Gaza Strip", "Gaza"])[1][1:] == ("region", None)


def test_a_list_with_a_person_says_nothing_of_a_place() -> None:
    """Only names of places in one list are of one kind."""
    made = article("Talks\nHe was in San Francisco, California, and Auernheimer was in Ohio.")
    kinds = {"San Francisco": "place", "California": "place", "Auernheimer": "person"}
    mentions = [
        Mention(witness=made.id, span=found.span(), kind=kinds[found[0]], name=found[0])
        for found in re.finditer("|".join(kinds), made.text)
    ]
    found = find_toponyms(made, mentions, ENGLISH)
    assert [one.feature for one in found] == ["city", "region"]


def read(text: str, names: Mapping[str, MentionKind]) -> list[tuple[str, str, str | None]]:
    """Return name, feature and reference of each place, given names with their kinds."""
    made = article("Quay reopened\n" + text)
    spans = re.finditer("|".join(map(re.escape, sorted(names, key=len, reverse=True))), made.text)
    mentions = [
        Mention(witness=made.id, span=found.span(), kind=names[found[0]], name=found[0])
        for found in spans
    ]
    found = find_toponyms(made, mentions, ENGLISH)
    return [(one.name, one.feature, one.entry.ref if one.entry else None) for one in found]


@pytest.mark.parametrize(
    ("text", "names", "refs"),
    [
        ("PONTIAC, Mich. - It rained.", {"PONTIAC": "organisation"}, ["US-MI", "5006166"]),
        ("PONTIAC, Mich (May 2) - Rain.", {"PONTIAC": "place"}, ["US-MI", "5006166"]),
        ("She left Vancouver, B.C., at noon.", {"Vancouver": "place"}, ["CA-BC", "6173331"]),
        ("A Buffalo, N.Y., nurse left.", {"Buffalo, N.Y.": "organisation"}, ["US-NY", "5110629"]),
        ("It sat in Salem, Ore.", {"Salem, Ore": "place"}, ["5750162", "US-OR"]),
        ("Sen. Ada Poe, D-N.Y., left.", {"Ada Poe": "person", "Y": "other"}, ["US-NY"]),
        ("The Lorn & Sons, Pa., mill.", {"Lorn & Sons": "organisation"}, []),
        ("A Salem, Ore., Court sat.", {"Salem, Ore., Court": "organisation"}, []),
    ],
)
def test_a_region_cut_short_is_a_place_and_makes_one_of_the_town_before_it(
    text: str, names: Mapping[str, MentionKind], refs: Sequence[str]
) -> None:
    """Though no mention has it, or one holds both; what only has it in its name stays a body."""
    found = {(ref or "").rpartition(":")[2] for _, _, ref in read(text, names)}
    assert found == set(refs)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("A shed burnt in Vellin.", "city"),
        ("The Vellin talks ended.", "city"),
        ("He walked to the Vellin.", "other"),
        ("It spoke of VLN.", "other"),
        ("Rain fell on Vellin beach.", "other"),
    ],
)
def test_a_name_that_nothing_tells_of_is_guessed_to_be_a_small_town(
    text: str, feature: str
) -> None:
    """Not with an article of its own, nor in a few capitals; a word for a kind is no guess."""
    assert meant(text, ["Vellin", "VLN"])[0][1:] == (feature, None)


@pytest.mark.parametrize(
    ("text", "names", "name", "ref"),
    [
        ("He was born in Mexico.", ["Mexico"], "Mexico", "iso3166-1:MX"),
        ("HONG KONG, May 2 - Shares fell.", ["HONG KONG"], "HONG KONG", "iso3166-1:HK"),
        ("It was in Mexico City.", ["Mexico City"], "Mexico City", "geonames:3530597"),
        ("She flew to Philadelphia.", ["Philadelphia"], "Philadelphia", "geonames:4560349"),
        (
            "America votes. In Oklahoma it did.",
            ["America", "Oklahoma"],
            "Oklahoma",
            "iso3166-2:US-OK",
        ),
        ("In Wales pupils sat.", ["Wales"], "Wales", "iso3166-2:GB-WLS"),
        (
            "From New York and California.",
            ["New York", "California"],
            "California",
            "iso3166-2:US-CA",
        ),
        ("From Paris, Rome and China.", ["Paris", "Rome", "China"], "China", "iso3166-1:CN"),
        ("The senior White House aide left.", ["White House"], "White House", None),
        (
            "America votes. It lay off the Florida coast.",
            ["America", "Florida"],
            "Florida",
            "iso3166-2:US-FL",
        ),
        ("The Kentucky Republican left.", ["Kentucky"], "Kentucky", "iso3166-2:US-KY"),
        ("A quarter of Odesa burnt.", ["Odesa"], "Odesa", "geonames:698740"),
    ],
)
def test_the_better_known_of_several_places_is_meant(
    text: str, names: Sequence[str], name: str, ref: str | None
) -> None:
    """A state before its capital, a city before one once called so, a name before a word by it."""
    found = {one: entry for one, _, entry in meant(text, names)}
    assert found[name] == ref


@pytest.mark.parametrize(
    ("name", "feature"),
    [("Fort Orrin", "facility"), ("Orrin Straits", "water"), ("White House", "facility")],
)
def test_a_word_in_a_name_tells_its_kind(name: str, feature: str) -> None:
    """Of a fort, of straits, and of the seat of a government."""
    assert meant(f"They met at {name}.", [name])[0][1:] == (feature, None)


def test_the_name_of_a_people_is_no_place() -> None:
    """Though a gazetteer has it among the other names of a town."""
    assert meant("He shared a cell with Thai inmates.", ["Thai"]) == []


@pytest.mark.parametrize(
    ("text", "names", "ref"),
    [
        ("Hamilton was wet.", ["Hamilton"], "geonames:5969782"),
        ("Hamilton was wet, unlike Toronto.", ["Hamilton", "Toronto"], "geonames:5969782"),
        (
            "Hamilton was wet, unlike Scotland or Leeds.",
            ["Hamilton", "Scotland", "Leeds"],
            "geonames:2647570",
        ),
        ("Keswick was wet, unlike Cumbria.", ["Keswick", "Cumbria"], None),
        ("Keswick was wet, unlike Toronto.", ["Keswick", "Toronto"], "geonames:5991370"),
        (
            "Paris was wet, unlike Texas or Dallas.",
            ["Paris", "Texas", "Dallas"],
            "geonames:2988507",
        ),
    ],
)
def test_a_town_is_not_meant_for_its_size_alone(
    text: str, names: Sequence[str], ref: str | None
) -> None:
    """Its country speaks for it; a great city needs none, and in doubt a name stays one."""
    assert meant(text, names)[0][2] == ref


def test_letters_before_a_hyphen_make_a_thing_of_a_town() -> None:
    """``XQR-Newton`` is no town, ``NATO-Russia`` holds a country."""
    made = article("Quay reopened\nThe XQR-Newton flew over. A NATO-Russia pact fell.")
    spans = [(18, 28), (42, 53)]
    named = [Mention(witness=made.id, span=s, kind="other", name=made.words(s)[0]) for s in spans]
    assert [one.name for one in find_toponyms(made, named, ENGLISH)] == ["Russia"]


def test_a_body_that_goes_by_its_building_is_a_place() -> None:
    """The White House is a building, whoever speaks for it."""
    made = article("Quay reopened\nThe White House said no.")
    body = Mention(witness=made.id, span=(18, 29), kind="organisation", name="White House")
    (found,) = find_toponyms(made, [body], ENGLISH)
    assert (found.name, found.feature) == ("White House", "facility")
