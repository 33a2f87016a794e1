"""Weekdays that do not fit their date."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.annotate.weekdays import find_weekday_clashes
from variorum.languages import find

ENGLISH = find("en")


def clashes(sentence: str, published: str | None) -> list[tuple[str, ...]]:
    """Return the words of each clash in a paragraph."""
    made = article("Quay reopened\n" + sentence, published=published)
    times = find_times(made, ENGLISH)
    return [made.words(*flag.spans) for flag in find_weekday_clashes(made, times, ENGLISH)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The quay reopened on Monday 3 May 2022.", ("Monday", "3 May 2022")),
        ("The quay reopened on Sunday, 3 May.", ("Sunday", "3 May")),
        ("The quay reopens next Wednesday, the 12th of May.", ("Wednesday", "12th of May")),
        ("The 9th of May falls on a Sunday this year.", ("9th of May", "Sunday")),
        ("The quay reopens on 12 May, a Friday.", ("12 May", "Friday")),
    ],
)
def test_a_weekday_that_is_another_is_flagged(sentence: str, words: tuple[str, ...]) -> None:
    """The weekday and the date are the two places that clash."""
    assert clashes(sentence, "2022-05-05") == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay reopened on Tuesday 3 May 2022.",
        "The quay reopened on Tuesday, 3 May.",
        "The quay reopened on 3 May 2022.",
        "The quay reopened on Monday, a day before 3 May.",
        "The 9th of May falls on a Monday this year.",
        "The quay opens on 12 May, and a Friday market is planned.",
        "The quay reopens on 12 May, a Thursday.",
        "The quay reopens next Wednesday, the 11th of May.",
    ],
)
def test_a_weekday_that_fits_or_stands_apart_is_not(sentence: str) -> None:
    """Nothing is flagged where the calendar agrees, or the weekday belongs to another date."""
    assert clashes(sentence, "2022-05-05") == []


def test_each_day_of_a_range_has_its_own_weekday() -> None:
    """Of two days that are told as a range the one that clashes is flagged."""
    sentence = "The camp runs from Monday, 8 July, to Friday, 13 July."
    assert clashes(sentence, "2024-06-27") == [("Friday", "13 July")]
    assert clashes("It runs from Monday, 8 July, to Friday, 12 July.", "2024-06-27") == []


def test_a_year_in_doubt_flags_nothing() -> None:
    """Without a printed year, the weekday of the year before or after is no clash months later."""
    assert clashes("The quay reopened on Monday, 3 May.", "2022-08-05") == []
    assert clashes("The quay reopened on Monday, 3 May.", "2022-05-05") == [("Monday", "3 May")]
    assert clashes("The quay reopened on Sunday, 3 May.", None) == []
