"""The timeline for TimelineJS, and statements and prints as a table."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tests import dam
from tests.records import Desk, witness
from tests.unit.test_export_events import record
from variorum import exports
from variorum.exports._slides import dates
from variorum.model.record import Record


def slides(of: Record) -> list[dict[str, object]]:
    """Return the slides of a record's timeline."""
    found = json.loads(exports.render(of, "timelinejs"))["events"]
    assert isinstance(found, list)
    return found


def rows(of: Record) -> list[dict[str, str]]:
    """Return the rows of a record's table."""
    return list(csv.DictReader(io.StringIO(exports.render(of, "csv"), newline="")))


def date(told: str) -> dict[str, str]:
    """Return the parts of a date as TimelineJS has them."""
    return dict(zip(("year", "month", "day", "hour", "minute"), told.split(), strict=False))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031", "2031", ""),
        ("2031-05?", "2031 5", ""),
        ("2031-05-04", "2031 5 4", ""),
        ("2031-05-04T23:30:00-01:00", "2031 5 5 0 30", ""),
        ("2031-21", "2031 3", "2031 5"),
        ("203X", "2030", "2039"),
        ("2031-05-04/2031-06", "2031 5 4", "2031 6"),
        ("2031-05/..", "2031 5", ""),
        ("../1980", "1980", ""),
        ("[2031-05-04,2031-05-06]", "2031 5 4", "2031 5 6"),
        ("-0043-03-15", "-43 3 15", ""),
        ("XXXX-05-04", "", ""),
    ],
)
def test_a_slide_has_the_dates_of_its_value(edtf: str, start: str, end: str) -> None:
    """A start as exact as the value, an end where it is another one, clocks in UTC."""
    found = dates(edtf)
    exact = start.count(" ") + 1 if start else 0
    first = {k: v for k, v in found.get("start_date", {}).items() if k != "second"}
    assert first == (date(start) if exact else {})
    assert found.get("end_date", {}) == (date(end) if end else {})


def test_a_slide_tells_the_words_and_dates_of_all() -> None:
    """One slide an event, spanning the dates that differ; its headline is a witness's words."""
    crack, said = slides(record())
    assert crack["start_date"] == date("2031 5 4")
    assert crack["end_date"] == date("2031 5 6")
    assert crack["display_date"] == "Sun 4 May 2031 · Tue 6 May 2031 (dates differ)"
    assert crack["text"] == {
        "headline": "A: The wall cracked on 4 May",
        "text": "<p>A: The wall cracked on 4 May<br><small>4 May = 2031-05-04</small></p>"
        "<p>B: The wall cracked on 6 May<br><small>6 May = 2031-05-06</small></p>"
        "<p>C: The wall cracked<br><small>no date given</small></p>",
    }
    assert str(said["text"]).count("A, Ada Marr: We saw it,") == 2


def test_words_in_a_slide_are_no_mark_up() -> None:
    """What a source prints is escaped, and no address in it becomes a link."""
    words = "<img src=x onerror=alert(1)> fell on 4 May & rose"
    on = Desk((witness("A", (("paragraph", words),)),))
    time, one = on.time("A", "4 May", "2031-05-04"), on.statement("A", words)
    first = record().events[0]
    dating = replace(first.dates[0], witness=one.witness, of=one.id, time=time.id)
    event = on.signed(replace(first, statements=(one.id,), dates=(dating,), edtf="2031-05-04"))
    of = on.record(stories=(on.story("A"),), statements=(one,), times=(time,), events=(event,))
    (slide,) = slides(of)
    assert "<img" not in str(slide)
    assert "&lt;img src=x" in str(slide)
    assert slide["autolink"] is False


def test_every_statement_and_print_has_a_row() -> None:
    """A row has whose words they are, where they stand, and what the event is they belong to."""
    of = record()
    found = rows(of)
    assert [row["id"] for row in found] == [
        *(s.id for s in of.statements),
        *of.utterances[0].prints,
    ]
    first, last = found[0], found[-1]
    assert (first["kind"], first["words"], first["spans"]) == (
        "statement", "The wall cracked on 4 May", "0-25",
    )  # fmt: skip
    assert (first["date"], first["dated_by"]) == ("2031-05-04", "4 May")
    assert (first["event_date"], first["dates_differ"]) == (of.events[0].edtf, "dates differ")
    assert (last["kind"], last["holder"], last["utterance"]) == (
        "print", "Ada Marr", of.utterances[0].id,
    )  # fmt: skip
    assert {row["record"] for row in found} == {of.made_by.digest}


def test_rows_name_the_relations_of_statements() -> None:
    """What is related in the record has the same id in both rows."""
    of = dam.record()
    named = {row["id"]: row["relations"].split() for row in rows(of)}
    for relation in of.relations:
        for reading in relation.readings:
            assert relation.id in named[reading.statement]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", " =", "＝", "\r", "\n="])
def test_no_cell_is_a_formula(sign: str) -> None:
    """Whatever a source prints, no spreadsheet takes a cell for a formula."""
    words = f"{sign}SUM(A1) is told"
    on = Desk((witness("A", (("paragraph", f"x{words}"),), outlet="=cmd|' /C calc'!A0"),))
    of = on.record(stories=(on.story("A"),), statements=(on.statement("A", words),))
    (row,) = rows(of)
    assert row["words"].startswith("'")
    assert row["outlet"].startswith("'=")
