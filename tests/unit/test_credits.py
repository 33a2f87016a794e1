"""Title, outlet, byline and date of publication."""

from __future__ import annotations

import pytest

from variorum.extract import credits
from variorum.extract.outlet_names import outlet_in, without_outlet
from variorum.extract.person_names import declared_people, people_in
from variorum.extract.printed_dates import dates_in
from variorum.model.article import Block, Line, Metadata, Page


def _page(
    *blocks: tuple[str, str], metadata: Metadata | None = None
) -> tuple[Page, tuple[Block, ...]]:
    """Build a page of one line a block, each given as (kind, words)."""
    text, typed, lines = "", [], []
    for kind, words in blocks:
        span = (len(text), len(text) + len(words))
        typed.append(Block(kind, span))
        lines.append(Line(span=span))
        text += words + "\n"
    found = metadata or Metadata(language="en")
    page = Page(text=text, lines=tuple(lines), media_type="text/plain", metadata=found)
    return page, tuple(typed)


def test_title_is_the_headline_as_printed() -> None:
    """The declared title counts only where no headline is printed."""
    declared = Metadata(title="Ferry stays in | Tide Post", outlet="Tide Post")
    assert credits.title(*_page(("headline", "Ferry stays"), metadata=declared)) == "Ferry stays"
    assert credits.title(*_page(("paragraph", "Text."), metadata=declared)) == "Ferry stays in"
    assert credits.title(*_page(("paragraph", "Text."))) is None


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Tide Post | Ferry stays", "Ferry stays"),
        ("Ferry – and bridge – The Tide Post", "Ferry – and bridge"),
        ("Ferry | Opinion", "Ferry | Opinion"),
    ],
)
def test_only_the_outlet_is_cut_from_a_declared_title(title: str, bare: str) -> None:
    """Other parts of a title are its own."""
    assert without_outlet(title, "Tide Post") == bare


@pytest.mark.parametrize(
    ("furniture", "outlet"),
    [
        (["Home", "© 2031 Tide Post. All rights reserved."], "Tide Post"),
        (["Copyright 2029-2031 by The Holm Echo"], "The Holm Echo"),
        (["THE HOLM ECHO", "Write to The Holm Echo, 4 Quay Street"], "THE HOLM ECHO"),
        (["Talk with other Tidewater readers"], "Tidewater"),
        (["Ferry stays in harbour | Tide Post"], "Tide Post"),
        (["© 2031 Soundside Publications Ltd"], None),
        (["© 2031 Tide Post", "© 2030 Picture Agency"], None),
        (["Home", "Subscribe", "Join our readers", "Daily newsletter"], None),
        ([], None),
    ],
)
def test_outlet_from_furniture(furniture: list[str], outlet: str | None) -> None:
    """An outlet is named by shapes of furniture; companies and names that clash are no answer."""
    blocks = [("headline", "Ferry stays in harbour"), *(("furniture", f) for f in furniture)]
    assert credits.outlet(*_page(*blocks)) == outlet


def test_the_declared_outlet_comes_first() -> None:
    """What the mark-up says of the outlet is believed."""
    page = _page(("furniture", "© 2031 Other News"), metadata=Metadata(outlet="Tide Post"))
    assert credits.outlet(*page) == "Tide Post"


def test_only_furniture_names_the_outlet() -> None:
    """A paper that the article speaks of is not its outlet."""
    assert (
        credits.outlet(*_page(("paragraph", "It follows other Echo readers, © Tide Post."))) is None
    )
    assert outlet_in(["follow other Echo readers"], None) == "Echo"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", ["Ada Quill"]),
        ("Written by: Ada Quill and Tom van der Reed", ["Ada Quill", "Tom van der Reed"]),
        ("Ada Quill, Tom Reed & Jo O’Dell-Finn", ["Ada Quill", "Tom Reed", "Jo O’Dell-Finn"]),
        ("By Ada Quill, Harbour Correspondent", ["Ada Quill"]),
        ("By Ada Quill, Consumer Affairs Correspondent", ["Ada Quill"]),
        ("Ada Quill and Tom Reed Senior Reporters", ["Ada Quill", "Tom Reed"]),
        ("Ada Quill, Tom Reed in Holm", ["Ada Quill", "Tom Reed"]),
        ("Ada Quill in Holm", ["Ada Quill"]),
        ("BY ADA QUILL | 6 MAY 2031", ["ADA QUILL"]),
        ("Posted by Ada Quill on May 6, 2031 · 3 comments", ["Ada Quill"]),
        ("Ada Quill @adaquill", ["Ada Quill"]),
        ("By Ada Quill Senior Reporter", ["Ada Quill"]),
        ("Ada Quill, MD, PhD", ["Ada Quill"]),
        ("By Staff Writer", []),
        ("Reviewed by Tom Reed", []),
        ("Photograph by Tom Reed", []),
        ("the morning ferry", []),
        ("ada@post.example", []),
        ("", []),
    ],
)
def test_names_in_a_byline(line: str, names: list[str]) -> None:
    """Roles, places, dates, degrees, handles and other people's work are left out."""
    assert list(people_in(line)) == names


def test_declared_names_may_be_single() -> None:
    """A writer who goes by one name is declared so; letters and accounts are not names."""
    assert list(declared_people(["Mazi", "ada quill", "MD", "admin", "u_77"])) == [
        "Mazi",
        "ada quill",
    ]


def test_a_fuller_printed_byline_is_preferred() -> None:
    """Where the mark-up names one of two writers, the printed line has both."""
    page = _page(("byline", "By Ada Quill and Tom Reed"), metadata=Metadata(byline=("Ada Quill",)))
    assert credits.byline(*page) == ("Ada Quill", "Tom Reed")
    page = _page(("byline", "By Tom Reed"), metadata=Metadata(byline=("Ada Quill",)))
    assert credits.byline(*page) == ("Ada Quill",)


def test_a_byline_above_the_body_is_read_where_none_was_typed() -> None:
    """A line that begins as bylines do counts above the first paragraph, not in the comments."""
    line = ("furniture", "Posted by Ada Quill in May 2031")
    text = ("paragraph", "The ferry stays.")
    assert credits.byline(*_page(("headline", "Ferry"), line, text)) == ("Ada Quill",)
    assert credits.byline(*_page(("headline", "Ferry"), text, line)) == ()


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
    page, blocks = _page(("headline", "Ferry"), ("date", line))
    found = credits.published(page, blocks)
    assert found is not None
    assert (found.edtf, found.precision, found.basis) == (edtf, precision, "stated")
    assert found.span is not None
    assert page.text[slice(*found.span)] in line


@pytest.mark.parametrize(
    "line", ["03/04/2031", "31 February 2031", "31/02/2031", "3 hours ago", "13:10", "1.2.3", ""]
)
def test_no_date_rather_than_a_wrong_one(line: str) -> None:
    """Ambiguous, impossible and relative dates give none."""
    assert credits.published(*_page(("date", line))) is None
    assert list(dates_in(line, None)) == []


def _published(*blocks: tuple[str, str], declared: str | None = None) -> tuple[str, str] | None:
    found = credits.published(*_page(*blocks, metadata=Metadata(published=declared)))
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
    month = ("date", "May 2031")
    assert _published(month, declared="2031-05-06") == ("2031-05-06", "metadata")
    assert _published(month, declared="2031-06-06") == ("2031-05", "stated")
    assert _published(("byline", "Ada Quill · 6 May 2031")) == ("2031-05-06", "stated")


def test_declared_and_furniture_dates() -> None:
    """Declared dates may be compact; furniture counts only after a word for publishing."""
    assert _published(declared="20310506") == ("2031-05-06", "metadata")
    assert _published(declared="1970-01-01T00:00:00Z") is None
    assert _published(declared="soon") is None
    assert _published(("furniture", "First published on 6 May 2031")) == ("2031-05-06", "furniture")
    assert _published(("furniture", "Sale ends 6 May 2031")) is None
    assert _published(("paragraph", "It was published on 6 May 2031.")) is None


def test_a_declared_time_keeps_the_place_of_the_printed_day() -> None:
    """Where the mark-up only adds the hour, the span still shows the day as printed."""
    page, blocks = _page(
        ("headline", "Ferry"),
        ("date", "6 May 2031"),
        metadata=Metadata(published="2031-05-06T09:00:00Z"),
    )
    found = credits.published(page, blocks)
    assert found is not None
    assert found.span is not None
    assert page.text[slice(*found.span)] == "6 May 2031"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        (("furniture", "THE DAILY LANTERN"), "THE DAILY LANTERN"),
        (("furniture", "Holm Times"), "Holm Times"),
        (("date", "Holm Gazette, 6 May 2031"), "Holm Gazette"),
        (("furniture", "World News"), None),
        (("furniture", "Sports Today"), None),
        (("furniture", "Previous Post"), None),
        (("furniture", "hard times"), None),
        (("furniture", "Buy the Holm Times today"), None),
        (("date", "Updated 6 May 2031"), None),
        (("date", "PARIS, 6 May 2031"), None),
    ],
)
def test_a_newspaper_named_above_the_text(line: tuple[str, str], outlet: str | None) -> None:
    """A newspaper's name alone on a line, or before the date, names the outlet; a section's not."""
    headline, text = ("headline", "Ferry stays"), ("paragraph", "The ferry stays.")
    assert credits.outlet(*_page(line, headline, text)) == outlet
    assert credits.outlet(*_page(headline, line, text)) == outlet
    below = ("furniture", line[1])
    assert credits.outlet(*_page(headline, text, below)) is None
