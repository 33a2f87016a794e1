"""When an article was published: which of the dates on a page counts."""

from __future__ import annotations

import pytest

from tests.credited import HEAD, TEXT, page_of
from variorum.extract import publication
from variorum.extract.printed_dates import dates_in
from variorum.model.article import Metadata


@pytest.mark.parametrize(
    ("line", "edtf", "precision"),
    [
        ("Tuesday 06 May 2031 04:25 GMT", "2031-05-06T04:25:00Z", "minute"),
        ("6 May 2031", "2031-05-06", "day"),
        ("May 2031", "2031-05", "month"),
        ("May 6, 2031, 7:10 p.m.", "2031-05-06T19:10:00", "minute"),
        ("6 May 2031 09:00 BST", "2031-05-06T09:00:00+01:00", "minute"),
        ("Published: 26/05/2031 18:40", "2031-05-26T18:40:00", "minute"),
        ("05/26/2031", "2031-05-26", "day"),
        ("2031/05/06", "2031-05-06", "day"),
        ("05.05.2031", "2031-05-05", "day"),
    ],
)
def test_stated_dates(line: str, edtf: str, precision: str) -> None:
    """A printed date is written as EDTF with no more than it says, and keeps its span."""
    page, blocks = page_of(("headline", "Ferry"), ("date", line))
    found = publication.published(page, blocks)
    assert found is not None
    assert (found.edtf, found.precision, found.basis) == (edtf, precision, "stated")
    assert found.span is not None
    assert page.text[slice(*found.span)] in line


@pytest.mark.parametrize(
    "line", ["03/04/2031", "31 February 2031", "31/02/2031", "3 hours ago", "13:10", "1.2.3", ""]
)
def test_no_date_rather_than_a_wrong_one(line: str) -> None:
    """Ambiguous, impossible and relative dates give none."""
    assert publication.published(*page_of(("date", line))) is None
    assert list(dates_in(line, None)) == []


def _published(*blocks: tuple[str, str], declared: str | None = None) -> tuple[str, str] | None:
    found = publication.published(*page_of(*blocks, metadata=Metadata(published=declared)))
    return (found.edtf, found.basis) if found else None


def test_which_date_counts() -> None:
    """Printed before declared, publication before a change, the finer of two that agree."""
    day = ("date", "6 May 2031")
    assert _published(day, declared="2031-05-07T10:00:00Z") == ("2031-05-06", "stated")
    assert _published(("date", "Updated 8 May 2031"), day) == ("2031-05-06", "stated")
    changed = ("date", "Updated 8 May 2031")
    assert _published(changed) == ("2031-05-08", "stated")
    assert _published(changed, declared="2031-05-06") == ("2031-05-06", "metadata")
    assert _published(("furniture", "Last updated"), ("date", "8 May 2031"), declared="2031-05-06")
    told = _published(day, declared="2031-05-06T09:00:00Z")
    assert told == ("2031-05-06T09:00:00Z", "metadata")
    assert _published(day, declared="2031-05-06T00:00:00Z") == ("2031-05-06", "stated")
    assert _published(day, declared="2031-05-16T09:00:00Z") == ("2031-05-06", "stated")
    assert _published(day, declared="2031-05-05") == ("2031-05-05", "metadata")
    month = ("date", "May 2031")
    assert _published(month, declared="2031-05-06") == ("2031-05-06", "metadata")
    assert _published(month, declared="2031-06-06") == ("2031-05", "stated")
    assert _published(("byline", "Ada Quill · 6 May 2031")) == ("2031-05-06", "stated")


def test_declared_and_furniture_dates() -> None:
    """Declared dates may be compact; furniture counts only after a word for publishing."""
    assert _published(declared="20310506") == ("2031-05-06", "metadata")
    assert _published(declared="1970-01-01T00:00:00Z") is None
    assert _published(declared="soon") is None
    assert _published(declared="2031 May 6") == ("2031-05-06", "metadata")
    label = ("furniture", "Published")
    assert _published(label, ("furniture", "6 May 2031")) == ("2031-05-06", "furniture")
    assert _published(("furniture", "First published on 6 May 2031")) == ("2031-05-06", "furniture")
    assert _published(("furniture", "Sale ends 6 May 2031")) is None
    assert _published(("paragraph", "It was published on 6 May 2031.")) is None


@pytest.mark.parametrize(
    ("source", "edtf"),
    [
        ("https://post.example/2031/05/06/ferry", "2031-05-06"),
        ("https://post.example/news/2031-05-06-ferry", "2031-05-06"),
        ("https://post.example/2031/may/6/ferry", "2031-05-06"),
        ("https://post.example/20310506/ferry", "2031-05-06"),
        ("https://post.example/2031/05/ferry", None),
        ("https://post.example/2031/13/06/ferry", None),
        ("https://post.example/ferry?from=/2031/05/06/", None),
        ("2031-05-06-ferry.html", None),
    ],
)
def test_the_day_in_an_address(source: str, edtf: str | None) -> None:
    """The path of an address may hold the day its page was filed by; what is declared has more."""
    found = publication.published(*page_of(TEXT), source=source)
    assert (found.edtf if found else None) == edtf
    assert found is None or (found.basis, found.span) == ("metadata", None)
    later = page_of(TEXT, metadata=Metadata(published="2031-05-09"))
    told = publication.published(*later, source=source)
    assert told is not None
    assert told.edtf == "2031-05-09"


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("6 May 2031 • Ada Quill in Harbours and Waterways of the North", "2031-05-06"),
        ("Essay – Published: 2031.05.06 | harbours | ferries | the north", "2031-05-06"),
        ("The sale of tickets ends 6 May 2031, says the ferry company", None),
        ("Updated 6 May 2031 by the desk for harbours and waterways", None),
    ],
)
def test_a_date_about_the_headline(line: str, edtf: str | None) -> None:
    """A short line beside the headline dates the article where it begins with its only date."""
    found = publication.published(*page_of(HEAD, ("furniture", line), TEXT))
    assert (found.edtf if found else None) == edtf


def test_words_run_together_with_a_date_do_not_hide_it() -> None:
    """Pages set pieces side by side without a space; each date keeps its place."""
    line = "Ada QuillMay 6, 2031Updated: MAY 8, 2031"
    found = [(line[slice(*span)], edtf) for span, edtf, _ in dates_in(line, "en")]
    assert found == [("May 6, 2031", "2031-05-06"), ("MAY 8, 2031", "2031-05-08")]


def test_a_declared_time_keeps_the_place_of_the_printed_day() -> None:
    """Where the mark-up only adds the hour, the span still shows the day as printed."""
    page, blocks = page_of(
        ("headline", "Ferry"),
        ("date", "6 May 2031"),
        metadata=Metadata(published="2031-05-06T09:00:00Z"),
    )
    found = publication.published(page, blocks)
    assert found is not None
    assert found.span is not None
    assert page.text[slice(*found.span)] == "6 May 2031"


@pytest.mark.parametrize(
    ("opening", "edtf"),
    [
        ("LINDMOUTH, 4 May 2031 (Calder Wire) – The ferry stays.", "2031-05-04"),
        ("LINDMOUTH, May 4, 2031 -- The ferry stays.", "2031-05-04"),
        ("Lindmouth (Calder), 4 May 2031 — The ferry stays.", "2031-05-04"),
        ("4 May 2031, Lindmouth: The ferry stays.", "2031-05-04"),
        ("LINDMOUTH, 4 May – The ferry stays.", None),
        ("On 4 May 2031 – a Sunday – the ferry stayed.", None),
        ("4 May 2031 – the day the ferry stayed – is a feast.", None),
        ("Ada Quill said on 4 May 2031 – no day before – that it stays.", None),
        ("Lindmouth, 4 May 2031, was quiet.", None),
        ("A" * 100_000 + " 4 May 2031 –", None),
    ],
)
def test_the_date_in_a_dateline(opening: str, edtf: str | None) -> None:
    """An agency sets place and date before a dash; a date in a sentence dates no article."""
    page, blocks = page_of(HEAD, ("paragraph", opening))
    found = publication.published(page, blocks)
    assert (found.edtf if found else None) == edtf
    assert found is None or page.text[slice(*(found.span or (0, 0)))] in opening
    declared = page_of(HEAD, ("paragraph", opening), metadata=Metadata(published="2031-05-03"))
    first = publication.published(*declared)
    assert first is not None
    assert first.edtf == "2031-05-03"
