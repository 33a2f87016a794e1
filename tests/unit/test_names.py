"""Names by rule: spans, kinds and the fullest form."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.names import find_mentions
from variorum.languages import Language, find

ENGLISH = find("en")


def mentions(text: str, language: Language | None = ENGLISH) -> list[tuple[str, str, str]]:
    """Return words, kind and name of each mention; each line of the text is a sentence."""
    made = article(text)
    sentences = tuple(block.span for block in made.blocks)
    found = find_mentions(made, sentences, language)
    return [(made.words(m.span)[0], m.kind, m.name) for m in found]


def named(text: str, kind: str) -> list[str]:
    """Return the words of the mentions of one kind."""
    return [words for words, found, _ in mentions(text) if found == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("On Monday Ilona Varga left.", ["Ilona Varga"]),
        ("The baker, Mr Tarn, left.", ["Tarn"]),
        ("It was mayor Oskar Lind who paid.", ["Oskar Lind"]),
        ("It was Foreign Minister Petra Holm who paid.", ["Petra Holm"]),
        ("They met J. K. Brandt there.", ["J. K. Brandt"]),
        ("They met Maria van der Meer there.", ["Maria van der Meer"]),
        ("They met Kim Ae-ra there.", ["Kim Ae-ra"]),
        ("The driver, Borek Aldan, 42, left.", ["Borek Aldan"]),
        ("They met Ann King there.", ["Ann King"]),
        ("She thanked Sean O’Hara’s sister.", ["Sean O’Hara"]),
    ],
)
def test_people_are_found(text: str, people: list[str]) -> None:
    """Titles, roles, first names, initials, ages and particles tell a person."""
    assert named(text, "person") == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("It sued Tarn Motors Ltd again.", ["Tarn Motors Ltd"]),
        ("He left the Ministry of Harbours today.", ["Ministry of Harbours"]),
        ("He told the General Assembly so.", ["General Assembly"]),
        ("They read the Lindholm Gazette there.", ["Lindholm Gazette"]),
        ("He joined the HBA then.", ["HBA"]),
    ],
)
def test_organisations_are_found(text: str, bodies: list[str]) -> None:
    """The words a body's name holds, or its capitals alone, tell an organisation."""
    assert named(text, "organisation") == bodies


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It rained in Lindholm.", ["Lindholm"]),
        ("The city of Lindholm flooded.", ["Lindholm"]),
        ("It fell into the Ostra River.", ["Ostra River"]),
        ("All of Lindholm province flooded.", ["Lindholm"]),
        ("They flew from New Zealand.", ["New Zealand"]),
        ("It rained in Lindholm, Varby and Osta.", ["Lindholm", "Varby", "Osta"]),
    ],
)
def test_places_are_found(text: str, places: list[str]) -> None:
    """Prepositions, the nouns around, countries and lists tell a place."""
    assert named(text, "place") == places


@pytest.mark.parametrize(
    "text",
    [
        "Incumbent Tomas Varga lost.",
        "Meanwhile Tomas Varga lost.",
        "Zonk Tomas Varga lost.\nSo did Tomas Varga.",
        "It was Striker Tomas Varga who lost.",
    ],
)
def test_a_word_before_a_name_is_no_part_of_it(text: str) -> None:
    """A noun for a person, an adverb or any word before a known name stays outside."""
    assert set(named(text, "person")) == {"Tomas Varga"}


def test_a_surname_takes_the_full_name() -> None:
    """The name of a mention is the fullest form that the article prints."""
    found = mentions("Ilona Varga spoke.\nThen Mr Varga left.\nThe crowd thanked Varga.")
    assert {name for _, kind, name in found if kind == "person"} == {"Ilona Varga"}


def test_a_middle_initial_is_the_same_person() -> None:
    """First and last name alike: the longer form names both."""
    found = mentions("They met Peter Lund.\nThey met Peter J. Lund.")
    assert {name for _, _, name in found} == {"Peter J. Lund"}


def test_two_people_of_one_surname_stay_two() -> None:
    """Where a surname has two bearers, its short form is neither."""
    found = mentions("They met Peter Lund.\nThey met Anna Lund.\nThen Lund left.")
    assert [name for _, kind, name in found if kind == "person"][:2] == ["Peter Lund", "Anna Lund"]
    assert found[-1][2] == "Lund"


def test_an_honorific_never_parts_a_person() -> None:
    """One surname with two honorifics is one name."""
    found = mentions("The baker, Mr Tarn, left.\nThe crowd thanked Ms Tarn.")
    assert [name for _, kind, name in found if kind == "person"] == ["Tarn", "Tarn"]


def test_two_behind_one_honorific_are_two() -> None:
    """``Messrs`` stands before two names and is part of neither."""
    text = "It rained.\nThe keepers met Messrs Ode and Rahl in Velm. Messrs. Ode and Rahl left."
    found = Annotate()(article(text)).mentions
    assert {m.name for m in found if m.kind == "person"} >= {"Ode", "Rahl"}
    assert not [m for m in found if "Messrs" in m.name]


def test_a_defined_abbreviation_takes_the_full_name() -> None:
    """``Full Name (FN)`` names both where the capitals agree."""
    found = mentions("It sued the Harbour Bridge Authority (HBA) again.\nThen HBA paid.")
    assert {name for _, kind, name in found if kind == "organisation"} == {
        "Harbour Bridge Authority"
    }


def test_roles_and_groups_are_mentions_of_their_own() -> None:
    """A role stands beside the person who has it; a group needs no capital."""
    found = mentions("The deputy prime minister Petra Holm told officials so.")
    assert [(w, k) for w, k, _ in found] == [
        ("deputy prime minister", "role"),
        ("Petra Holm", "person"),
        ("officials", "group"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The general election was close.",
        "Meanwhile, it rained.",
        "Officials shut it.",
        "It rained on Monday in May.",
        "He said he would, and she did too.",
        "It shut at 10 PM then.",
    ],
)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    """Sentence openers, days, months, pronouns and parts of nouns are no names."""
    assert [m for m in mentions(text) if m[1] not in {"group"}] == []


def test_a_sentence_opener_is_a_name_where_it_is_one_elsewhere() -> None:
    """The rest of the article tells whether a first word is a name."""
    assert [w for w, _, _ in mentions("Ferries sank.\nThe town of Ferries flooded.")] == [
        "Ferries",
        "Ferries",
    ]
    assert mentions("Ferries sank.\nTwo ferries flooded.") == []


def test_title_case_tells_nothing_by_itself() -> None:
    """In a headline of capitals only the names known from the body are names."""
    text = "Varga Says Bridge Will Stay Shut After Storm\nThe baker Ilona Varga says it will stay."
    text += "\nThe bridge was shut after a storm."
    assert [w for w, _, _ in mentions(text)] == ["Varga", "Ilona Varga"]


def test_capitals_alone_decide_in_an_unknown_language() -> None:
    """Without a language names are runs of capitals, of no kind."""
    text = "Вчера министр Ольга Варга уехала.\nПотом она, Варга, вернулась."
    assert mentions(text, None) == [
        ("Ольга Варга", "other", "Ольга Варга"),
        ("Варга", "other", "Варга"),
    ]


def test_scripts_without_capitals_have_no_names() -> None:
    """Nothing is guessed where no letter has a capital."""
    assert mentions("港は月曜日に閉鎖された。\nأغلق الجسر يوم الاثنين", None) == []


def test_mentions_are_in_order_and_apart() -> None:
    """No two mentions overlap."""
    made = article("Head of the Harbour Police Ann King\nPrime Minister of Lindholm Petra Holm")
    found = find_mentions(made, tuple(b.span for b in made.blocks), ENGLISH)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["Aa ", "Mr ", "of ", "A-", "prime ", "U.", "Bank of the "])
def test_names_are_found_in_linear_time(piece: str) -> None:
    """Text made to mislead costs no more than its length."""
    mentions("The city\n" + piece * (100_000 // len(piece)))
