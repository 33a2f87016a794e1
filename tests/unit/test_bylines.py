"""Who wrote an article: names in a line, and which of the names on a page count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.credited import HEAD, TEXT, page_of
from variorum.extract import bylines
from variorum.extract.person_names import declared_people, people_in, writers_in
from variorum.model.article import Line, Metadata


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
        ("Ada M. Quill CPP, PSP", ["Ada M. Quill"]),
        ("By Ada QuillMay 6, 2031", ["Ada Quill"]),
        ("ByAda Quill 6th May 2031", ["Ada Quill"]),
        ("By Ada Quill \u00a0 Tide Post", ["Ada Quill"]),
        ("Ada Quill, Home and Harbour Expert", ["Ada Quill"]),
        ("Ada Quill with Tom Reed", ["Ada Quill", "Tom Reed"]),
        ("Former Harbour Consultant", []),
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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", ["Ada Quill"]),
        ("By The Harbour editors", ["The Harbour editors"]),
        ("By Calder", ["Calder"]),
        ("by Mazi · 6 May 2031 · One comment", ["Mazi"]),
        ("By Tide Post Staff• 4 min read", ["Tide Post Staff"]),
        ("6 May 2031 by Ada Quill", ["Ada Quill"]),
        ("Article written by: Ada Quill", ["Ada Quill"]),
        ("Written byAda Quill", ["Ada Quill"]),
        ("Contributors: Ada Quill and Tom Reed", ["Ada Quill", "Tom Reed"]),
        ("By Ada QuillFounder at Tidepress", ["Ada Quill"]),
        ("By Staff Writer", []),
        ("By ada@post.example", []),
        ("By", []),
        ("Powered by Tidepress", []),
        ("Researched by Ada Quill", []),
        ("The ferry stays", []),
    ],
)
def test_who_signs_a_line(line: str, names: list[str]) -> None:
    """A desk or a single name may sign where a line says so; systems and addresses do not."""
    assert writers_in(line) == names


def test_declared_names_may_be_single() -> None:
    """A writer who goes by one name is declared so; letters and accounts are not names."""
    assert list(declared_people(["Mazi", "ada quill", "MD", "admin", "u_77", "undefined"])) == [
        "Mazi",
        "ada quill",
    ]
    assert list(declared_people(["The Harbour Team", "Reviewed by Tom Reed"])) == [
        "The Harbour Team"
    ]


def _writers(*blocks: tuple[str, str], declared: tuple[str, ...] = (), outlet: str = "") -> str:
    """Return the names of a byline and its ground in one string."""
    metadata = Metadata(language="en", byline=declared, outlet=outlet or None)
    names, basis = bylines.byline(*page_of(*blocks, metadata=metadata))
    return f"{', '.join(names)} ({basis})"


def test_a_fuller_printed_byline_is_preferred() -> None:
    """Where the mark-up names one of two writers, the printed line has both."""
    both = ("byline", "By Ada Quill and Tom Reed")
    assert _writers(both, declared=("Ada Quill",)) == "Ada Quill, Tom Reed (stated)"


def test_a_line_that_says_by_is_believed_before_the_mark_up() -> None:
    """Sites declare who posted a page; a line that only looks like a byline does not outdo that."""
    assert _writers(("byline", "By Tom Reed"), declared=("Web Desk",)) == "Tom Reed (stated)"
    assert _writers(("byline", "Tom Reed"), declared=("Ada Quill",)) == "Ada Quill (metadata)"
    assert _writers(("byline", "By Staff"), declared=("Ada Quill",)) == "Ada Quill (metadata)"


def test_an_outlet_signs_only_where_nobody_does() -> None:
    """A page that declares its outlet as its writer may print who wrote it."""
    signed = ("byline", "Ada Quill")
    assert _writers(signed, declared=("Tide Post",), outlet="Tide Post") == "Ada Quill (stated)"
    assert _writers(HEAD, declared=("Tide Post",), outlet="Tide Post") == "Tide Post (metadata)"
    below = (HEAD, *[TEXT] * 6, ("furniture", "Written by Ada Quill"))
    told = _writers(*below, declared=("Tide Post",), outlet="Tide Post")
    assert told == "Ada Quill (furniture)"
    assert _writers(*below, declared=("Tom Reed",), outlet="Tide Post") == "Tom Reed (metadata)"


def test_a_printed_name_ends_where_the_declared_one_does() -> None:
    """What a page runs together behind a name is no part of it; an honorific before it is."""
    glued = ("byline", "By Ada QuillUpdated")
    assert _writers(glued, declared=("Ada Quill",)) == "Ada Quill (stated)"
    assert _writers(("byline", "By Dr Ada Quill"), declared=("Ada Quill",)) == (
        "Dr Ada Quill (stated)"
    )


def test_a_label_names_the_line_below_it() -> None:
    """A line of "Written by" alone leads to a writer, "Reviewed by" to somebody else."""
    label, name = ("furniture", "Written by"), ("furniture", "Ada Quill")
    assert _writers(HEAD, label, name, TEXT) == "Ada Quill (stated)"
    assert _writers(HEAD, ("furniture", "Reviewed by:"), ("byline", "Tom Reed"), TEXT) == " (None)"


def test_a_byline_behind_a_date_is_read() -> None:
    """A date line may name who wrote the article."""
    dated = ("date", "6 May 2031 · 4 min read · By Ada Quill")
    assert _writers(HEAD, dated, TEXT) == "Ada Quill (stated)"


def test_roles_below_a_name_are_no_names() -> None:
    """Of lines that look like bylines only those in the elements of the first are."""
    page, blocks = page_of(("byline", "Ada Quill"), ("byline", "Harbour Affairs"))
    lines = tuple(
        Line(span=line.span, path=f"p/{part}")
        for line, part in zip(page.lines, ("a.name", "div.role"), strict=True)
    )
    assert bylines.byline(replace(page, lines=lines), blocks) == (("Ada Quill",), "stated")


def test_a_byline_above_the_body_is_read_where_none_was_typed() -> None:
    """A line that begins as bylines do counts above the first paragraph."""
    line = ("furniture", "Posted by Ada Quill in May 2031")
    assert _writers(HEAD, line, TEXT) == "Ada Quill (stated)"


def test_a_credit_below_the_text_is_furniture() -> None:
    """Below the text a credit counts where it is the only one; several are comments and teasers."""
    many = [TEXT] * 6
    line, other = ("furniture", "By Ada Quill"), ("furniture", "By Tom Reed")
    assert _writers(HEAD, *many, line) == "Ada Quill (furniture)"
    assert _writers(HEAD, *many, line, other) == " (None)"
