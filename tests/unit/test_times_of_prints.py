"""Times that are told from the day of speaking, set against others."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate

ANNOTATE = Annotate()
TOLD = "The harbour office had good news. “{}”, harbour master Ida Dunn told the council{}."


def kinds(*said: str, published: str | None = "2031-05-06", day: str = "") -> set[str]:
    """Return the kinds of the variants between two prints of a harbour master's words."""
    read = [
        ANNOTATE(article(f"The port\n{TOLD.format(words, day)}", source=words, published=published))
        for words in said
    ]
    return {v.kind for found in find_utterances(read) for v in found.variants}


# 6 May 2031 is a Tuesday.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crane fell over yesterday", "The crane fell over on Saturday"),
        ("The old lock will reopen in July", "The old lock will reopen next year"),
        ("The old lock will reopen this year", "The old lock will reopen in 2033"),
        ("The old lock will reopen this winter", "The old lock will reopen in August"),
        ("The old lock will reopen tomorrow", "The old lock will reopen on Friday"),
        ("The old lock will reopen next month", "The old lock will reopen in September"),
        ("The old lock was dredged last year", "The old lock was dredged this year"),
    ],
)
def test_times_that_cannot_be_one(one: str, other: str) -> None:
    """The days that they stand for exclude one another, and no wording is told besides."""
    assert kinds(one, other) == {"date-changed"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crane fell over yesterday", "The crane fell over on Monday"),
        ("The old lock will reopen this year", "The old lock will reopen in November"),
        ("The old lock will reopen this summer", "The old lock will reopen in August"),
        ("The old lock will reopen before Friday", "The old lock will reopen tomorrow"),
    ],
)
def test_times_that_may_be_one(one: str, other: str) -> None:
    """A day lies in its week and its year, and a bound is no day."""
    assert "date-changed" not in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("The old lock was dredged last year", "The old lock was dredged this year", True),
        ("The old lock will reopen next summer", "The old lock will reopen in November", True),
        ("The old lock will reopen tomorrow", "The old lock will reopen on Friday", False),
        ("The old lock will reopen in July", "The old lock will reopen next year", False),
    ],
)
def test_words_of_reports_without_a_date(one: str, other: str, *, changed: bool) -> None:
    """Some exclude one another whatever the day, of the others nothing is told."""
    assert ("date-changed" in kinds(one, other, published=None)) is changed


def test_what_was_said_on_another_day() -> None:
    """“Tomorrow” is told from the day of speaking, not from that of printing."""
    pair = "The old lock will reopen tomorrow", "The old lock will reopen on Monday"
    assert "date-changed" in kinds(*pair)
    assert "date-changed" not in kinds(*pair, day=" on Sunday")


@pytest.mark.parametrize(
    ("told", "changed"),
    [("on Saturday", True), ("on Monday", False), ("at the weekend", False)],
)
def test_a_day_told_from_a_weekday(told: str, *, changed: bool) -> None:
    """“Yesterday”, said on a Tuesday, is a Monday, whatever the date."""
    pair = "The crane fell over yesterday", f"The crane fell over {told}"
    found = kinds(*pair, published=None, day=" on Tuesday")
    assert ("date-changed" in found) is changed
    assert "date-changed" not in kinds(*pair, published=None)
