"""Days told by their place: in a range, a week, a month, from another day, or in its half."""

from __future__ import annotations

import pytest
from edtf import parse_edtf

from tests.articles import article
from tests.growth import growth
from variorum.annotate.times import find_times
from variorum.languages import find

PUBLISHED = "2025-03-12"  # a Wednesday


def times(text: str) -> list[tuple[str, str]]:
    """Return the words and values of the times in a paragraph."""
    made = article("Harbour bridge shut\n" + text, published=PUBLISHED)
    found = find_times(made, find("en"))
    for time in found:
        parse_edtf(time.edtf)
        assert time.basis
    return [(made.text[slice(*time.span)], time.edtf) for time in found]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The fair ran from 3 to 5 May 2024.", "3 to 5 May 2024", "2024-05-03/2024-05-05"),
        (
            "The fair ran from May 3rd to 5th, 2024.",
            "May 3rd to 5th, 2024",
            "2024-05-03/2024-05-05",
        ),
        ("It ran between May 3 and 7.", "May 3 and 7", "2024-05-03/2024-05-07"),
        (
            "It ran from the 24th to the 26th of May 2024.",
            "24th to the 26th of May 2024",
            "2024-05-24/2024-05-26",
        ),
        ("The jury met on Feb. 3 and 4 in Wexby.", "Feb. 3 and 4", "2025-02-03/2025-02-04"),
        ("The jury met on 3 and 4 February.", "3 and 4 February", "2025-02-03/2025-02-04"),
        ("It was idle Friday through Monday.", "Friday through Monday", "2025-03-07/2025-03-10"),
        ("It was in the 2019/20 season.", "2019/20", "2019/2020"),
        (
            "It ran from Dec. 30, 2023, to Jan. 2, 2024.",
            "Dec. 30, 2023, to Jan. 2, 2024",
            "2023-12-30/2024-01-02",
        ),
        ("It ran Jan-Mar 2024.", "Jan-Mar 2024", "2024-01/2024-03"),
        ("It ran May-August 2024.", "May-August 2024", "2024-05/2024-08"),
        ("It ran in the years 2015-2017.", "2015-2017", "2015/2017"),
    ],
)
def test_days_that_share_a_month_are_a_range(text: str, words: str, edtf: str) -> None:
    """Two days with one month, or two weekdays, are the ends of one stretch."""
    assert times(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell on May 3 and 4 others were hurt.", ["2024-05-03"]),
        ("It fell on Feb. 3 and 9 in Wexby.", ["2025-02-03"]),
        ("It fell on 3 and 9 February.", ["2025-02-09"]),
        ("It sold on May 3 and 5 June.", ["2024-05-03", "2024-06-05"]),
        ("On Monday the first ferry sailed.", ["2025-03-10"]),
    ],
)
def test_a_number_that_counts_ends_no_range(text: str, edtf: list[str]) -> None:
    """What counts people is no day, and two days apart are no range."""
    assert [value for _, value in times(text)] == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It shut on the 21st of last month.", "21st of last month", "2025-02-21"),
        ("It shuts on the 15th day of June 2026.", "the 15th day of June 2026", "2026-06-15"),
        ("It shut on Monday the 3rd.", "Monday the 3rd", "2025-03-03"),
        ("It will shut on Friday the 4th.", "Friday the 4th", "2025-04-04"),
        (
            "It shut on the first Monday of last month.",
            "the first Monday of last month",
            "2025-02-03",
        ),
        (
            "It shut over the last weekend of May.",
            "the last weekend of May",
            "2024-05-25/2024-05-26",
        ),
        (
            "It shut in the first week of October.",
            "the first week of October",
            "2024-10-01~/2024-10-07~",
        ),
        ("A vote is set for the week of 12 May.", "the week of 12 May", "2025-05-12/2025-05-18"),
        (
            "Sales fell in the week ending 28 February.",
            "the week ending 28 February",
            "2025-02-22/2025-02-28",
        ),
        ("Sales fell in this year's first quarter.", "this year's first quarter", "2025-33"),
        ("Sales fell in 2024-Q3.", "2024-Q3", "2024-35"),
        ("Sales fell in the last quarter of 2024.", "the last quarter of 2024", "2024-36"),
        ("It shut on the last day of May.", "the last day of May", "2024-05-31"),
        ("It shut on the twenty-first of May 2024.", "twenty-first of May 2024", "2024-05-21"),
        ("It shut on 31/12/2024.", "31/12/2024", "2024-12-31"),
        ("It shut on 12/31/2024.", "12/31/2024", "2024-12-31"),
        ("It shut on 2024/12/31.", "2024/12/31", "2024-12-31"),
        ("It shut over the past weekend.", "the past weekend", "2025-03-08/2025-03-09"),
    ],
)
def test_days_and_weeks_are_told_by_their_place(text: str, words: str, edtf: str) -> None:
    """A day, a week or a quarter is found by its place in a month or year."""
    assert times(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It opens a week from Friday.", "a week from Friday", "2025-03-21"),
        ("It opens two weeks from today.", "two weeks from today", "2025-03-26"),
        ("It burned two Sundays ago.", "two Sundays ago", "2025-03-02"),
        ("It opens three Fridays from now.", "three Fridays from now", "2025-03-28"),
        ("It opened the Sunday before Christmas.", "Sunday before Christmas", "2024-12-22"),
        ("It opened the Monday after Easter.", "Monday after Easter", "2024-04-01"),
    ],
)
def test_days_are_counted_from_other_days(text: str, words: str, edtf: str) -> None:
    """A week from Friday, two Sundays ago, the Sunday before Christmas are single days."""
    assert times(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It shut on 3 May. The following Friday it sank.", ["2024-05-03", "2024-05-10"]),
        ("It shut on Monday. The previous Friday it sank.", ["2025-03-10", "2025-03-07"]),
        ("It shut in 2019. The following March it sank.", ["2019", "2020-03"]),
        ("It shut in 2019 and sank the next year.", ["2019", "2020"]),
        ("It will sink over the next year.", []),
        ("Sales fell in the third quarter from the 2019 quarter.", ["2024-35", "2019-35"]),
        ("Sales fell from the 2019 quarter.", ["2019"]),
        ("It opened in March 2019. It sank at the end of the year.", ["2019-03", "2019"]),
        ("It will sink at the end of the year.", ["2025"]),
        ("The previous Friday it sank.", []),
        ("It shut today, March 12.", ["2025-03-12", "2025-03-12"]),
        ("It shut this week of 10 March.", ["2025-03-10/2025-03-16", "2025-03-10"]),
    ],
)
def test_the_following_friday_follows_what_was_told(text: str, edtf: list[str]) -> None:
    """The following, previous or next one counts from the text, not from the publication."""
    assert [value for _, value in times(text)] == edtf


@pytest.mark.parametrize(
    "text", ["It is 03/04/2024.", "She won on Super Tuesday.", "It is 0/13/2024."]
)
def test_what_may_be_read_two_ways_is_left(text: str) -> None:
    """A date in figures of two readings, and a weekday that is a name, have no value."""
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It began at 5 p.m. local time on Monday.", "2025-03-10T17:00:00"),
        ("It began at 5 p.m. ET Monday.", "2025-03-10T17:00:00"),
        ("The quake struck at 7:56:30 p.m. on Monday.", "2025-03-10T19:56:30"),
        ("It began at 10:35 a.m. (0735 GMT) Monday.", "2025-03-10T07:35:00Z"),
        ("It sailed on the night of May 3-4.", "2024-05-03/2024-05-04"),
        ("It began on Ash Wednesday.", "2025-03-05"),
    ],
)
def test_zones_and_nights_keep_their_day(text: str, edtf: str) -> None:
    """A zone of no known offset, a night of two days and a named weekday are understood."""
    assert [value for _, value in times(text)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It shut at the end of the fortnight.", []),
        ("At 10:35 a.m. last week it shut.", ["2025-03-03/2025-03-09"]),
        ("By year end of the February plan little stood.", ["2025-12-31", "2025-02"]),
    ],
)
def test_parts_that_do_not_fit_stay_apart(text: str, edtf: list[str]) -> None:
    """No hour of a week, no fortnight that is running, no word in two expressions."""
    assert [value for _, value in times(text)] == edtf


def test_a_distance_is_no_time() -> None:
    """“Two weeks from the shop” counts from nothing that has a date."""
    assert times("She camped two weeks from the shop.") == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It began at 8 on Monday morning.", "2025-03-10T08:00:00"),
        ("It began at 7:30 on Monday evening.", "2025-03-10T19:30:00"),
        ("It began at nine o'clock on Monday night.", "2025-03-10T21:00:00"),
        ("It began at 2:30 on Monday night.", "2025-03-10"),
        ("It began this morning at 8.", "2025-03-12T08:00:00"),
        ("It begins tonight at 8.", "2025-03-12T20:00:00"),
        ("It ended at midnight on 3 May 2024.", "2024-05-03"),
        ("It opened at 8 kiosks on Monday morning.", "2025-03-10"),
    ],
)
def test_an_hour_lies_in_its_part_of_the_day(text: str, edtf: str) -> None:
    """“8 on Monday evening” is eight hours after noon; of the small hours the day is not sure."""
    assert [value for _, value in times(text)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The hearing was put off until Monday.", "2025-03-17"),
        ("The judge jailed him until Monday.", "2025-03-17"),
        ("The bridge is closed until Monday.", "2025-03-17"),
        ("The union has until Monday to answer.", "2025-03-17"),
        ("The talks lasted until Monday.", "2025-03-10"),
        ("The boat was not found until Monday.", "2025-03-10"),
        ("The losses were added to Monday's.", "2025-03-10"),
        ("It was open from 1 to 5 p.m. on 22 May.", "2024-05-22T17:00:00"),
        ("The report is published on Monday.", "2025-03-17"),
        ("The old ferry is being sold on Monday.", "2025-03-17"),
        ("He is accused of a theft on Monday.", "2025-03-10"),
        ("The plan follows Monday's vote.", "2025-03-10"),
        ("On Monday, when Brodie put plans for a dam forward, it rained.", "2025-03-10"),
        ("On Monday, Ahmed and his sons are to sail.", "2025-03-17"),
    ],
)
def test_weekdays_lie_where_their_clause_says(text: str, edtf: str) -> None:
    """What ends, or is arranged, by a weekday is to come; what lasted until it is over."""
    assert [value for _, value in times(text)] == [edtf]


def test_a_name_is_no_short_weekday() -> None:
    """“That Sun” of a firm is no Sunday."""
    assert times("He said that Sun had earned more.") == []


@pytest.mark.parametrize(
    "piece",
    ["the week of ", "at 8 ", "Monday the ", "from the 3rd to the ", "May 3 and ", "a week from ",
     "two Sundays ", "the first week of ", "Monday-", "2019/", "3 and ", "morning at 8 "],
)  # fmt: skip
def test_the_forms_are_read_in_linear_time(piece: str) -> None:
    """Text made of their beginnings costs no more than its length."""
    few, many = (
        article("Harbour bridge shut\n" + piece * (length // len(piece)), published=PUBLISHED)
        for length in (5_000, 40_000)
    )
    english = find("en")
    assert growth(lambda: find_times(few, english), lambda: find_times(many, english), 24) < 24


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The keeper, who turned 25 in September, left.", ["2024-09"]),
        ("The club won 3 in August and 12 in March.", ["2024-08", "2025-03"]),
        ("It was their third in March.", ["2025-03"]),
        ("It shut on the 3rd of March.", ["2025-03-03"]),
    ],
)
def test_a_number_in_a_month_is_no_day_of_it(text: str, edtf: list[str]) -> None:
    """Ages and counts are told in a month, days are told of one."""
    assert [time[1] for time in times(text)] == edtf
