"""Days that are named by their place in a month, and months by what is to come."""

from __future__ import annotations

import re

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.times import find_times
from variorum.languages import find


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It shut on the first Monday in April.", "2024-04-01"),
        ("It shut on the last Friday of March.", "2024-03-29"),
        ("It will open on the second Tuesday of July.", "2024-07-09"),
        ("It opened on the 3rd Sunday of May 1998.", "1998-05-17"),
    ],
)
def test_weekdays_of_a_month_are_counted(text: str, edtf: str) -> None:
    """The first, the last, or another such weekday of a month is one day."""
    made = article("Harbour bridge shut\n" + text, published="2024-05-15")
    assert [t.edtf for t in find_times(made, find("en"))] == [edtf]


def test_what_is_promised_for_a_month_lies_ahead() -> None:
    """“Promised for December” means the December to come, “was paid in December” the last one."""
    language = find("en")
    body = "Kettles\nThe new ones are promised for December. The first was paid in December."
    found = find_times(article(body, published="2025-11-19"), language)
    assert [time.edtf for time in found] == ["2025-12", "2024-12"]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Inflation will fall next year.", "next year", "2025"),
        ("Rents could also fall this year.", "this year", "2024"),
        ("It was shut in the fall last year.", "fall last year", "2023-23"),
        ("No one should go back before Monday.", "Monday", "2024-05-20"),
        ("She should have come on Monday.", "Monday", "2024-05-13"),
    ],
)
def test_a_modal_makes_a_verb_and_points_ahead(text: str, words: str, edtf: str) -> None:
    """Behind a modal “fall” is no autumn; “should” points ahead, unless it was not so."""
    made = article("Harbour bridge shut\n" + text, published="2024-05-15")
    found = [(made.words(t.span)[0], t.edtf) for t in find_times(made, find("en"))]
    assert found == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("June Ilvane opened the fair in Velm.", []),
        ("The medal went to April Brandt, a nurse.", []),
        ("In May Brandt left the choir.", ["May"]),
        ("The fair in April and May Brandt’s trip were called off.", ["April", "May"]),
        ("The April Brandt vote was close.", ["April"]),
        ("June was wet in Velm.", ["June"]),
    ],
)
def test_a_first_name_is_no_month(text: str, words: list[str]) -> None:
    """A month before a surname is a person’s, but behind words that stand before times alone."""
    made = article("Fair opens\n" + text, published="2025-07-12")
    name = re.search(r"(?:April |June |May )?(?:Ilvane|Brandt)", made.text)
    people = [name.span()] if name else []
    found = find_times(made, find("en"), people)
    assert [made.text[slice(*time.span)] for time in found] == words


def test_a_place_may_begin_with_a_month() -> None:
    """“June Lake” is no month, nor is a person whom the annotator takes for a place."""
    made = article("Fair opens\nThe shed at June Lake burnt in May.", published="2025-07-12")
    found = Annotate()(made)
    places = [made.text[slice(*one.span)] for one in found.mentions if one.kind == "place"]
    assert places == ["June Lake"]
    assert [made.text[slice(*time.span)] for time in found.times] == ["May"]
