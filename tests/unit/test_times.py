"""Times: explicit and relative expressions and their EDTF values."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.anchors import anchor_of
from variorum.annotate.times import find_times
from variorum.languages import find
from variorum.model.article import Published

ENGLISH = find("en")
PUBLISHED = "2024-05-15T08:30:00Z"  # a Wednesday


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Return words, value and basis of each time in a paragraph."""
    made = article("Harbour bridge shut\n" + text, published=published)
    return [(made.words(t.span)[0], t.edtf, t.basis) for t in find_times(made, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It shut yesterday.", "yesterday", "2024-05-14"),
        ("It reopens tomorrow.", "tomorrow", "2024-05-16"),
        ("It fell last night.", "last night", "2024-05-14"),
        ("It shut on Thursday.", "Thursday", "2024-05-09"),
        ("It shut on Wednesday.", "Wednesday", "2024-05-15"),
        ("It shut last Wednesday.", "last Wednesday", "2024-05-08"),
        ("The board will meet on Friday.", "Friday", "2024-05-17"),
        ("On Friday the board will meet.", "Friday", "2024-05-17"),
        ("It opens next Wednesday.", "next Wednesday", "2024-05-22"),
        ("The firm set out its plan on Tuesday.", "Tuesday", "2024-05-14"),
        ("The talks are set for Friday.", "Friday", "2024-05-17"),
        ("The trial opens on 3 October.", "3 October", "2024-10-03"),
        ("The council meets in public on Friday.", "Friday", "2024-05-17"),
        ("He could play on Saturday.", "Saturday", "2024-05-18"),
        ("He could not be reached on Saturday.", "Saturday", "2024-05-11"),
        ("He plays there Saturday week.", "Saturday week", "2024-05-25"),
        ("It shut last month.", "last month", "2024-04"),
        ("It shut this month.", "this month", "2024-05"),
        ("It shut last year.", "last year", "2023"),
        ("It shut last week.", "last week", "2024-05-06/2024-05-12"),
        ("It shut in November.", "November", "2023-11"),
        ("It was shut in May.", "May", "2024-05"),
        ("It shut last May.", "last May", "2023-05"),
        ("It will open in August.", "August", "2024-08"),
        ("Work began in mid-March.", "mid-March", "2024-03"),
        ("It shut on February 24.", "February 24", "2024-02-24"),
        ("It shut on 24 February.", "24 February", "2024-02-24"),
        ("It shut on Dec. 3.", "Dec. 3", "2023-12-03"),
        ("The vote is on Sunday, May 19.", "Sunday, May 19", "2024-05-19"),
        ("The fair ran Feb. 24-26.", "Feb. 24-26", "2024-02-24/2024-02-26"),
        ("It opens next spring.", "next spring", "2025-21"),
        ("It shut last winter.", "last winter", "2023-24"),
        ("It shut three days ago.", "three days ago", "2024-05-12"),
        ("It shut two weeks ago.", "two weeks ago", "2024-05-01~"),
        ("It shut 14 months ago.", "14 months ago", "2023-03"),
        ("It shut two years ago.", "two years ago", "2022"),
        ("Sales fell in the first quarter.", "first quarter", "2024-33"),
    ],
)
def test_relative_times_are_resolved(text: str, words: str, edtf: str) -> None:
    """A relative expression is resolved from the day of publication, and says so."""
    assert times(text) == [(words, edtf, f"{words}, from 2024-05-15")]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It opened on 9 May 1998.", "9 May 1998", "1998-05-09"),
        ("It opened in 1998.", "1998", "1998"),
        ("It survived the 1987 storm.", "1987", "1987"),
        ("It dates from the 1950s.", "1950s", "195X"),
        ("It opened in June 1998.", "June 1998", "1998-06"),
        ("It shut at 2024-05-01T10:00Z.", "2024-05-01T10:00Z", "2024-05-01T10:00:00Z"),
    ],
)
def test_explicit_times_are_stated(text: str, words: str, edtf: str) -> None:
    """A whole date or year needs no anchor."""
    assert times(text) == times(text, None) == [(words, edtf, "stated")]


@pytest.mark.parametrize(
    "text",
    [
        "On 31 February it shut.",
        "It carried 1998 cars.",
        "In 2000 homes the lights went out.",
        "They may march on.",
        "Over the past year it leaked, and the last month was wet.",
        "Bridges Today said so.",
        "Call 1998-2000 or pay $1999.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    """Impossible dates, counts, verbs, durations and names give no time."""
    assert times(text) == []


def test_undated_page_keeps_what_it_states() -> None:
    """Without a day of publication only what is printed is known, with its year left open."""
    found = times("Last month, on Thursday, in November and on 24 February, in 2019.", None)
    assert found == [
        ("November", "XXXX-11", "stated, without a year"),
        ("24 February", "XXXX-02-24", "stated, without a year"),
        ("2019", "2019", "stated"),
    ]


def test_coarse_anchor_says_no_more_than_it_knows() -> None:
    """A page dated by its month resolves months and years, no days."""
    assert [t[1] for t in times("Last month, yesterday, last year.", "2024-01")] == [
        "2023-12",
        "2023",
    ]


def test_the_past_verb_of_speech_keeps_its_own_day() -> None:
    """Who spoke on a day spoke in the past, though of what will be."""
    found = times("She said on Monday that the bridge will open on Friday.")
    assert [edtf for _, edtf, _ in found] == ["2024-05-13", "2024-05-17"]


def test_times_stand_at_exact_spans_and_are_signed() -> None:
    """Spans count in the article's text; equal articles give equal ids."""
    made = article("A\n\n  B shut yesterday.", published=PUBLISHED)
    first, again = find_times(made, ENGLISH), find_times(made, ENGLISH)
    assert first == again
    assert made.words(first[0].span) == ("yesterday",)
    assert first[0].id


def test_unknown_language_reads_iso_dates_only() -> None:
    """Without a language nothing but ISO dates is understood."""
    made = article("Кратко\nAm Donnerstag, 2024-05-01, last month", published=PUBLISHED)
    assert [t.edtf for t in find_times(made, None)] == ["2024-05-01"]


@pytest.mark.parametrize("edtf", ["", "nonsense", "0000-01-01", "2024-13", "2024-02-30", "XXXX-11"])
def test_a_strange_anchor_never_raises(edtf: str) -> None:
    """What is no calendar date anchors nothing, or no more than its sound part."""
    anchor = anchor_of(Published(edtf=edtf, precision="day", basis="stated", span=None))
    assert anchor is None or anchor.day is None


@pytest.mark.parametrize("edtf", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_hold(edtf: str) -> None:
    """Beside the first and last day there is nothing, and no error."""
    text = (
        "Last year, next year, yesterday, tomorrow, last week, next week, 300 years ago, next May"
    )
    assert all("0000" not in value for _, value, _ in times(text, edtf))


@pytest.mark.parametrize("piece", ["on Thursday ", "last ", "12 ", "May ", "a week ", "1998 "])
def test_times_are_found_in_linear_time(piece: str) -> None:
    """Text made to mislead costs no more than its length."""
    times(piece * (100_000 // len(piece)))


def test_an_ordinal_point_keeps_the_day() -> None:
    """A day written with a point, as in German, is part of the date."""
    assert times("It shut on 5. November 2023.") == [("5. November 2023", "2023-11-05", "stated")]


@pytest.mark.parametrize("text", ["He left and May says no.", "The plan of Mrs May was cut."])
def test_a_surname_is_no_month(text: str) -> None:
    """Who speaks, or has a title, is a person with the name of a month."""
    assert times(text) == []
