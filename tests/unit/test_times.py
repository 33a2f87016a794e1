"""Times: explicit and relative expressions and their EDTF values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from edtf import parse_edtf

from tests.articles import article
from tests.growth import growth
from variorum.annotate.dating.ground import ground_of
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
    ("text", "words", "edtf", "ground"),
    [
        ("It shut yesterday.", "yesterday", "2024-05-14", "from"),
        ("It shut the day before yesterday.", "the day before yesterday", "2024-05-13", "from"),
        ("It fell last night.", "last night", "2024-05-14", "from"),
        ("It shut on Thursday.", "Thursday", "2024-05-09", "before"),
        ("It shut on Tuesday morning.", "Tuesday morning", "2024-05-14", "before"),
        ("It shut last Wednesday.", "last Wednesday", "2024-05-08", "from"),
        ("The board will meet on Friday.", "Friday", "2024-05-17", "after"),
        ("On Friday the board will meet.", "Friday", "2024-05-17", "after"),
        ("The firm set out its plan on Tuesday.", "Tuesday", "2024-05-14", "before"),
        ("The talks are set for Friday.", "Friday", "2024-05-17", "after"),
        ("The trial opens on 3 October.", "3 October", "2024-10-03", "after"),
        ("He could play on Saturday.", "Saturday", "2024-05-18", "after"),
        ("He could not be reached on Saturday.", "Saturday", "2024-05-11", "before"),
        ("He plays there Saturday week.", "Saturday week", "2024-05-25", "from"),
        ("It agreed to sell the quay by July 1.", "July 1", "2024-07-01", "after"),
        ("It will buy preferred shares on July 31.", "July 31", "2024-07-31", "after"),
        ("It shut last month.", "last month", "2024-04", "from"),
        ("It shut last year.", "last year", "2023", "from"),
        ("It shut over the weekend.", "the weekend", "2024-05-11/2024-05-12", "before"),
        ("It shut in November.", "November", "2023-11", "before"),
        ("It was shut in May.", "May", "2024-05", "that of"),
        ("It shut last May.", "last May", "2023-05", "from"),
        ("It shut in July last year.", "July last year", "2023-07", "from"),
        ("It shut on Friday last week.", "Friday last week", "2024-05-10", "from"),
        ("Work began in mid-March.", "mid-March", "2024-03", "before"),
        ("It shut on February 24.", "February 24", "2024-02-24", "before"),
        ("It shut on Dec. 3.", "Dec. 3", "2023-12-03", "before"),
        ("It shut early in the war on February 24.", "February 24", "2024-02-24", "before"),
        ("The vote is on Sunday, May 19.", "Sunday, May 19", "2024-05-19", "after"),
        ("The fair ran Feb. 24-26.", "Feb. 24-26", "2024-02-24/2024-02-26", "before"),
        ("It ran between 3 and 5 May.", "between 3 and 5 May", "2024-05-03/2024-05-05", "before"),
        ("It ran 3 to 9 May this year.", "3 to 9 May this year", "2024-05-03/2024-05-09", "from"),
        ("It ran from March to April.", "March to April", "2024-03/2024-04", "before"),
        ("It shut on Christmas Eve.", "Christmas Eve", "2023-12-24", "before"),
        ("It shut on Good Friday.", "Good Friday", "2024-03-29", "before"),
        ("It opens next spring.", "next spring", "2025-21", "from"),
        ("It shut last winter.", "last winter", "2023-24", "from"),
        ("It shut three days ago.", "three days ago", "2024-05-12", "from"),
        ("It shut two weeks ago.", "two weeks ago", "2024-04-29/2024-05-05", "from"),
        ("It shut about 14 months ago.", "about 14 months ago", "2023-03~", "from"),
        ("It shut two years ago.", "two years ago", "2022", "from"),
        ("It shut a decade ago.", "a decade ago", "2014", "from"),
        ("It will open in three years.", "in three years", "2027", "from"),
        ("Sales fell in the first quarter.", "first quarter", "2024-33", "before"),
        ("It left Tuesday at 9:35 a.m.", "Tuesday at 9:35 a.m.", "2024-05-14T09:35:00", "before"),
        ("It left about 9 a.m. Monday.", "about 9 a.m. Monday", "2024-05-13", "before"),
        ("It left at 4 p.m. GMT Monday.", "4 p.m. GMT Monday", "2024-05-13T16:00:00Z", "before"),
    ],
)  # fmt: skip
def test_relative_times_are_resolved(text: str, words: str, edtf: str, ground: str) -> None:
    """A relative expression is resolved from the day of publication, and says how."""
    assert times(text) == [(words, edtf, f"{words}, {ground} 2024-05-15")]


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        (
            "It shut on 3 May 2021. Two days later it opened.",
            "2021-05-05",
            "Two days later, from 2021-05-03 in the text",
        ),
        (
            "It shut on 3 May 2021. The following year it opened.",
            "2022",
            "The following year, from 2021-05-03 in the text",
        ),
        (
            "It shut in May 2021. In July of that year it opened.",
            "2021-07",
            "July of that year, from 2021-05 in the text",
        ),
        (
            "It shut on 3 May 2021. It opened on 9 June.",
            "2021-06-09",
            "9 June, in 2021 in the text",
        ),
        (
            "It shut on Tuesday. It opened at 6 p.m.",
            "2024-05-14T18:00:00",
            "6 p.m., from 2024-05-14 in the text",
        ),
        (
            "Sales rose in the first quarter, from 3 boats a year earlier.",
            "2023-33",
            "a year earlier, from 2024-33 in the text",
        ),
    ],
)
def test_times_are_counted_from_what_was_told(text: str, edtf: str, basis: str) -> None:
    """Where the text counts from what it told before, so is the value, and the basis says so."""
    assert times(text)[-1][1:] == (edtf, basis)


def test_times_are_counted_from_the_date_that_follows() -> None:
    """An expression that names its own beginning is one with it."""
    text = "It opened two days after 3 May 2021."
    assert times(text)[0][:2] == ("two days after 3 May 2021", "2021-05-05")


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It opened on 9 May 1998.", "9 May 1998", "1998-05-09"),
        ("It opened in 1998.", "1998", "1998"),
        ("It survived the 1987 storm.", "1987", "1987"),
        ("It dates from the 1950s.", "1950s", "195X"),
        ("It opened in June 1998.", "June 1998", "1998-06"),
        ("It stood from 1998 to 2001.", "1998 to 2001", "1998/2001"),
        ("It stood from May to July 1998.", "May to July 1998", "1998-05/1998-07"),
        ("The strike (1984-85) closed it.", "1984-85", "1984/1985"),
        ("It opened in about 1850.", "about 1850", "1850~"),
        ("It opened in perhaps 1850.", "perhaps 1850", "1850?"),
        ("It dates from the 19th century.", "19th century", "18XX"),
        ("It dates from the late 1980s.", "late 1980s", "198X"),
        ("It opened in the summer of 1998.", "summer of 1998", "1998-22"),
        ("It opened in the first half of 1998.", "first half of 1998", "1998-40"),
        ("It opened in nineteen ninety-eight.", "nineteen ninety-eight", "1998"),
        ("It opened on Good Friday 1998.", "Good Friday 1998", "1998-04-10"),
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
        "It meets every Monday and sails on Tuesday nights.",
        "It shut for two weeks.",
        "It shut two days after the vote.",
        "It shut two days later, at 10 a.m.",
        "The prices fall in a fall of 3 points, will fall and could also fall.",
        "She lives in flat 1987; the room 2012.",
        "Several years ago it was new; some time ago it shut.",
        "The score was 10:30 and the verse 3:16.",
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


def test_doubt_of_the_anchor_is_inherited() -> None:
    """What rests on an uncertain day is uncertain; what is stated is not."""
    made = article("H\nIt shut last month, next spring, and on 3 May 2021.", published="2024-05")
    doubtful = replace(
        made, published=Published(edtf="2024-05?", precision="month", basis="story", span=None)
    )
    assert [(t.edtf, t.basis) for t in find_times(doubtful, ENGLISH)] == [
        ("2024-04?", "last month, from 2024-05?"),
        ("2025-03?/2025-05?", "next spring, from 2024-05?"),
        ("2021-05-03", "stated"),
    ]


def test_a_history_keeps_its_own_years() -> None:
    """In a text about years long past a month without a year is one of the year told before."""
    old = (
        "In 1871 it was built. In 1873, 1874 and 1875 it burned. In 1879 it fell. In June it rose."
    )
    assert times(old)[-1] == ("June", "1879-06", "June, in 1879 in the text")


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
    ground = ground_of(Published(edtf=edtf, precision="day", basis="stated", span=None))
    assert ground.published is None or ground.published.unit != "day"


@pytest.mark.parametrize("edtf", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_hold(edtf: str) -> None:
    """Beside the first and last day there is nothing, and no error."""
    text = (
        "Last year, next year, yesterday, tomorrow, last week, next week, 300 years ago, next May"
    )
    assert all("0000" not in value for _, value, _ in times(text, edtf))


@pytest.mark.parametrize(
    "piece",
    [
        "on Thursday ", "last ", "12 ", "May ", "a week ", "1998 ", "the end of ", "about ",
        "from ", "1998-", "3-5 ", "two days after ", "January, ", "10:30 ", "nineteen ", "a", "1",
        "May-", "the ", "(", " ",
    ],
)  # fmt: skip
def test_times_are_found_in_linear_time(piece: str) -> None:
    """Text made to mislead costs no more than its length: eight times as much, eight times."""
    few, many = (piece * (length // len(piece)) for length in (5_000, 40_000))
    assert growth(lambda: times(few), lambda: times(many), 24) < 24


def test_an_ordinal_point_keeps_the_day() -> None:
    """A day written with a point, as in German, is part of the date."""
    assert times("It shut on 5. November 2023.") == [("5. November 2023", "2023-11-05", "stated")]


@pytest.mark.parametrize("text", ["He left and May says no.", "The plan of Mrs May was cut."])
def test_a_surname_is_no_month(text: str) -> None:
    """Who speaks, or has a title, is a person with the name of a month."""
    assert times(text) == []


@pytest.mark.parametrize("published", [PUBLISHED, "2024-05", None])
def test_every_value_is_edtf(published: str | None) -> None:
    """Every form of value is one that the edtf package reads."""
    text = (
        "On 3 May 2021, in 1998, in the 1950s and the 19th century; in May, on 3 June, last month,"
        " last week, next spring, in the first half of 1998, in about 1850, perhaps last Friday,"
        " from May to July 1998, on Tuesday at 9:35 a.m. GMT, a year later, about two weeks ago."
    )
    found = times(text, published)
    assert len(found) > 8
    for _, edtf, _ in found:
        parse_edtf(edtf)
