"""EDTF values in words, and where they stand on a line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from variorum.exports._axis import Tick, axis, legible, stacked
from variorum.exports._dates import lapse, remark, short, told


@pytest.mark.parametrize(
    ("edtf", "words", "beside"),
    [
        ("2031", "2031", ""),
        ("2031-05", "May 2031", ""),
        ("2031-05-02", "Fri 2 May 2031", "Fri"),
        ("2031-05-02~", "about Fri 2 May 2031", "about Fri"),
        ("2031?", "perhaps 2031", "perhaps"),
        ("2031%", "perhaps about 2031", "perhaps about"),
        ("203X", "2030s", "2030s"),
        ("20XX", "2000–2099", "2000–2099"),
        ("2031-21", "spring 2031", "spring"),
        ("2031-24", "winter 2031–32", "winter"),
        ("2031-34", "second quarter of 2031", "second quarter"),
        ("2031-05-XX", "a day of May 2031", ""),
        ("2031-XX", "a month of 2031", ""),
        ("XXXX-05-03", "3 May, no year", "no year"),
        ("2031-05-02T14:30:00Z", "Fri 2 May 2031, 14:30 UTC", "Fri"),
        ("2031-05-02T14:30:05+02:00", "Fri 2 May 2031, 14:30:05 +02:00", "Fri"),
        ("2031-05/2031-06-02", "May to Mon 2 Jun 2031", ""),
        ("2030-12-29?/2031-01-04?", "perhaps Sun 29 Dec 2030 to Sat 4 Jan 2031", "perhaps"),
        ("2031~/2032", "about 2031 to 2032", "about"),
        ("2031/2032~", "2031 to about 2032", "about"),
        ("2031-05/..", "from May 2031 on", "onward"),
        ("2031-05/", "from May 2031, end unknown", "end unknown"),
        ("../2031", "until 2031", "until then"),
        ("/2031~", "until about 2031, start unknown", "about start unknown"),
        ("[2031-05-02,2031-05-03]", "one of Fri 2 May 2031, Sat 3 May 2031", None),
        ("{2031-05..2031-07}", "{2031-05..2031-07}", None),
        ("-0043-03-15", "15 Mar -0043", ""),
        ("once upon <a> time", "once upon <a> time", "no date"),
    ],
)
def test_a_value_is_told_in_words(edtf: str, words: str, beside: str | None) -> None:
    """Doubt, seasons, open ends and missing years are said; what is no date is left as it is."""
    assert told(edtf) == words
    assert remark(edtf) == (words if beside is None else beside)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-02", ("2 May", "2031")),
        ("2031-05-02T14:30Z", ("14:30", "2 May 2031")),
        ("2031-05-02T14:30+02:00", ("14:30+02:00", "2 May 2031")),
        ("2031-05", ("May", "2031")),
        ("2031-33", ("Q1", "2031")),
        ("203X", ("2030s", "")),
        ("2031-05-02/2031-05-04", ("2 May–4 May", "2031")),
        ("2030-12/2031-01", ("Dec 2030–Jan 2031", "")),
        ("2031-05/..", ("from May", "2031")),
        ("../2031-05", ("until May", "2031")),
    ],
)
def test_short_words_leave_the_year_to_the_line_below(edtf: str, words: tuple[str, str]) -> None:
    """Below a line stands what tells a value from its neighbours, and the rest apart."""
    assert short(edtf) == words


def test_a_lapse_is_told_in_its_unit() -> None:
    """Minutes, hours, days, months and years are whole."""
    seconds = (90, 3 * 3600, 86_400 * 5, 86_400 * 189, 86_400 * 36_525)
    assert [lapse(s) for s in seconds] == [
        "2 minutes",
        "3 hours",
        "5 days",
        "6 months",
        "100 years",
    ]


def test_marks_stand_in_their_order_whatever_lies_between() -> None:
    """A century and an hour take the same room; the gap that is cut short is marked."""
    line = axis(["1912-04-15T10:00", "1912-04-15T11:00", "2031-05-02"])
    lefts = [mark.left for mark in line.marks]
    assert lefts == sorted(lefts)
    assert all(b - a > 15 for a, b in pairwise(lefts))
    (broken,) = line.breaks
    assert lefts[1] < broken.at < lefts[2]
    assert lapse(broken.seconds) == "119 years"


def test_a_bar_covers_what_lies_within_it() -> None:
    """A month stretches over its days and no others; days are points."""
    line = axis(["2031-05-02", "2031-04", "2031-06-01", "2031-05"])
    at = {mark.edtf: mark for mark in line.marks}
    assert at["2031-05"].left < at["2031-05-02"].left < at["2031-05-02"].right
    assert at["2031-05-02"].right < at["2031-05"].right
    assert at["2031-04"].right == at["2031-05"].left
    assert at["2031-05"].right == at["2031-06-01"].left
    assert [m.edtf for m in line.marks if m.point] == ["2031-05-02", "2031-06-01"]
    assert [tick.words for tick in line.ticks] == ["Apr", "May", "2 May", "1 Jun"]


def test_open_ranges_reach_the_end_of_the_line() -> None:
    """What has no end given goes on to the edge, beyond all that has one."""
    line = axis(["../2029", "2031/..", "2030-05", "2033-01-02"])
    at = {mark.edtf: mark for mark in line.marks}
    assert (at["../2029"].left, at["2031/.."].right) == (0, 100)
    assert at["2033-01-02"].right < 100
    (alone,) = axis(["2031/.."]).marks
    assert (alone.left, alone.right) == (0, 100)


def test_what_has_no_place_is_not_on_the_line() -> None:
    """No year, or no date at all, is no place; a line may be empty."""
    assert axis(["XXXX-05-03", "someday", ""]).marks == ()
    assert axis([]).ticks == ()


def test_even_times_have_no_break() -> None:
    """Where all gaps are alike none is cut short, however many there are."""
    days = [f"2031-01-{day:02}" for day in range(1, 31, 3)]
    assert axis(days).breaks == ()


def test_no_row_of_a_lane_holds_two_marks_at_one_place() -> None:
    """Marks that overlap lie in rows of their own; a few rows are the most there are."""
    line = axis(["203X", "2031", "2031-05", "2031-05-02", "2031-05-03", "2031-06", "2032"])
    rows = stacked(line.marks)
    assert [[mark.edtf for mark in row] for row in rows] == [
        ["203X"],
        ["2031", "2032"],
        ["2031-05", "2031-06"],
        ["2031-05-02", "2031-05-03"],
    ]
    nested = axis(f"20{year:02}/20{99 - year:02}" for year in range(30))
    assert len(stacked(nested.marks, most=5)) == 5


@pytest.mark.parametrize("width", [120, 236, 520, 880])
@pytest.mark.parametrize("minutes", [1, 7, 60 * 24, 60 * 24 * 400])
def test_words_never_touch(width: int, minutes: int) -> None:
    """Two hundred times, near or far, are told where there is room, each told once."""
    first = datetime(1931, 5, 2, 10, tzinfo=UTC)
    moments = (first + timedelta(minutes=minutes * at) for at in range(200))
    shown = legible(axis(f"{m:%Y-%m-%dT%H:%MZ}" for m in moments).ticks, width)
    sides = [
        (t.at * width / 100, max(len(t.words), len(t.rest)) * 7 / 2) for t in shown
    ]  # fmt: skip
    assert shown
    assert all(a + half + 8 <= b - other for (a, half), (b, other) in pairwise(sides))


def test_the_year_is_said_again_only_when_it_changes() -> None:
    """What the short words leave out stands below the first of those that share it."""
    ticks = [Tick(0, "2 May", "2031"), Tick(30, "3 May", "2031"), Tick(60, "Jan", "2032")]
    assert [t.rest for t in legible(ticks, 400)] == ["2031", "", "2032"]
    assert [t.words for t in legible(ticks, 80)] == ["2 May", "Jan"]


def test_a_line_of_many_times_takes_linear_time() -> None:
    """Twenty thousand times, each within one that is longer, take seconds."""
    first = datetime(2031, 1, 1, tzinfo=UTC)
    moments = [first + timedelta(hours=at) for at in range(10_000)]
    values = [f"{m:%Y-%m-%dT%H:%MZ}" for m in moments] + [f"{m:%Y-%m-%dT%H}/.." for m in moments]
    line = axis(values)
    assert len(line.marks) == len(values)
    assert stacked(line.marks)
    assert legible(line.ticks, 880)
