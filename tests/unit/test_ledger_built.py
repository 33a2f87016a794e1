"""What closes, burns down or is damaged in a place is a place of its own in the ledger."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


def told(text: str, published: str | None = "2023-05-09") -> list[tuple[str, str, str | None]]:
    """Return the rows of a text as the whole pipeline reads them: place, what, who."""
    read = Annotate()(article(f"News\n{text}", published=published, outlet="Echo"))
    rows = [p for p in read.places if p.predicate != "located-in"]
    return [(p.place, p.stance or p.predicate or "", p.holder) for p in rows]


@pytest.mark.parametrize(
    ("sentence", "place", "row"),
    [
        ("The firm has shut its brewery plant in Torvik.", "brewery plant in Torvik", "closed"),
        ("The airport in Torvik has reopened.", "airport in Torvik", "reopened"),
        ("The last cinema in Torvik has closed.", "last cinema in Torvik", "closed"),
        ("A library in Torvik was closed on Friday.", "library in Torvik", "closed"),
        ("At least three pubs in Torvik were closed.", "three pubs in Torvik", "closed"),
        ("Work at the mine in Torvik has stopped.", "Work at the mine in Torvik", "closed"),
        ("The museum in Torvik opened its doors.", "museum in Torvik", "opened"),
        ("Torvik's hospital was closed.", "Torvik's hospital", "closed"),
        ("The school in Torvik burned down on Monday.", "school in Torvik", "destroyed"),
        ("The fire destroyed the chapel in Torvik.", "chapel in Torvik", "destroyed"),
        (
            "The roof of the church in Torvik collapsed.",
            "roof of the church in Torvik",
            "destroyed",
        ),
        ("A bridge in Torvik was badly damaged.", "bridge in Torvik", "damaged"),
        ("More than 300 homes were destroyed in Torvik.", "300 homes … Torvik", "destroyed"),
        ("In Torvik, the hospital was evacuated.", "Torvik … hospital", "evacuated"),
        ("The hospital in Torvik was flooded.", "hospital in Torvik", "flooded"),
        ("Farmers blocked roads in Torvik.", "roads in Torvik", "blocked"),
        ("The closure of the mill in Torvik was a blow.", "mill in Torvik", "closed"),
        ("The port in Lund was closed.", "port in Lund", "closed"),
    ],
)
def test_what_is_built_is_the_place(sentence: str, place: str, row: str) -> None:
    """The town is not closed where its cinema is, nor does it burn down with a school."""
    read = Annotate()(article(f"News\n{sentence}", published="2023-05-09", outlet="Echo"))
    (found,) = [p for p in read.places if p.predicate == row]
    assert (found.place, found.feature, found.ref) == (place, "facility", None)
    words = " ".join(read.article.words(found.span))
    assert words == place or ("…" in place and words == "Torvik")


def test_each_place_of_a_list_has_what_is_built_in_it() -> None:
    """A gap stands for the words between what is closed and a later town."""
    rows = told("The firm closed plants in Torvik, Lund and Velm on Monday.")
    assert [place for place, _, _ in rows] == ["plants in Torvik", "plants … Lund", "plants … Velm"]
    assert {(row, who) for _, row, who in rows} == {("closed", "firm")}


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The town of Torvik was destroyed.", ("Torvik", "destroyed", None)),
        ("Torvik Bridge was closed.", ("Torvik Bridge", "closed", None)),
        ("The port of Lund was closed.", ("port of Lund", "closed", None)),
        ("The Torvik mill burned down.", ("Torvik mill", "destroyed", None)),
        ("Dozens of homes in Torvik were flooded.", ("Torvik", "flooded", None)),
        ("Residents of Torvik were ordered to leave.", ("Torvik", "evacuated", None)),
        ("The army evacuated 300 people from Torvik.", ("Torvik", "evacuated", None)),
        ("Gunmen stormed a hotel in Torvik.", ("Torvik", "attacks", "gunmen")),
    ],
)
def test_a_place_and_what_has_its_name_stay(sentence: str, row: tuple[str, str, str]) -> None:
    """A town may be destroyed or left, and what is called after it is a place by its name."""
    assert told(sentence) == [row]


@pytest.mark.parametrize(
    "sentence",
    ["The queen opened the fair in Torvik.", "The council opened an exhibition in Torvik."],
)
def test_a_show_that_opens_is_no_place(sentence: str) -> None:
    """Nor is the town in which it does."""
    assert told(sentence) == []


def test_a_building_does_not_close_itself() -> None:
    """What is shut is not named for who shut it."""
    assert told("The mill in Torvik is to stay shut until Saturday.") == [
        ("mill in Torvik", "closed", None)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm will close its mill in Torvik.",
        "Torvik Bridge is due to reopen.",
        "The mayor said the school in Torvik would close.",
        "Torvik will be evacuated.",
    ],
)
def test_a_plan_without_a_date_is_no_row(sentence: str) -> None:
    """Nothing would tell it from what is done."""
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The firm will close its mill in Torvik in June.", ("mill in Torvik", "closed", "firm")),
        ("Torvik Bridge is due to reopen on Friday.", ("Torvik Bridge", "reopened", None)),
        ("The firm has closed its mill in Torvik.", ("mill in Torvik", "closed", "firm")),
        ("Residents of Torvik were ordered to leave.", ("Torvik", "evacuated", None)),
        ("Crews have begun to evacuate Torvik.", ("Torvik", "evacuated", "crews")),
    ],
)
def test_a_dated_plan_and_what_is_done_are_rows(sentence: str, row: tuple[str, str, str]) -> None:
    """The day of a plan lies ahead; an order is given."""
    assert told(sentence) == [row]
