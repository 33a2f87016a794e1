"""Titles of texts that were copied with little above their body."""

from __future__ import annotations

import pytest

from variorum.extract.copied import type_lines
from variorum.extract.lone_titles import with_lone_title

BRIDGE = (
    "Ida Volk walked over the old bridge on Sunday and said it could carry a tram for years. She "
    "spoke with two welders and left for Esk before noon.",
)
BAKERY = (
    "The bakers of Lindmouth put down their tools on Monday, their union said. “We have not had a "
    "rise since 2024,” said Hal Verrinder, who leads it.",
    "The owners did not answer.",
)


def typed(*lines: str) -> dict[str, str]:
    """Return the first line of each kind of a copied text."""
    text = "\n\n".join(line for line in lines if line)
    found = type_lines(text, language="en")
    return {block.kind: text[slice(*block.span)] for block in reversed(found)}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Mayor walks old bridge", BRIDGE),
        ("Tram may cross the Esk", BRIDGE),
        ("Rust in Esk", BRIDGE),
        ("Mayor Walks Over Old Crossing", BRIDGE),
        ("NO NEW BRIDGE, SAYS MAYOR", BRIDGE),
        ("Loaves run short in strike", BAKERY),
        ("No bread today?", BAKERY),
        ("Why 300 ovens went cold", BAKERY),
    ],
)
@pytest.mark.parametrize("paper", ["The Tide Post", "LINDMOUTH ECHO", ""])
@pytest.mark.parametrize("by", ["", "By Ana Poe", "Ana Poe, Staff Writer"])
def test_the_one_line_that_is_nothing_else_is_the_title(
    title: str, body: tuple[str, ...], paper: str, by: str
) -> None:
    """Be it typed as a byline or as furniture, and few of its words in the text."""
    found = typed(paper, title, by, "4 May 2031", *body)
    assert found["headline"] == title
    assert found["date"] == "4 May 2031"


def test_a_title_in_capitals_stands_above_its_standfirst() -> None:
    """A line in capitals that the text repeats is no furniture."""
    title = "MAYOR: OLD BRIDGE CAN TAKE IT"
    standfirst = "Anxious traders told trams will roll as welders get to work"
    found = typed("DAILY GULL", title, standfirst, "By Ana Poe", "4 May 2031", *BRIDGE)
    assert (found["headline"], found["standfirst"]) == (title, standfirst)


def kinds(*lines: tuple[str, str], menus: int = 0) -> list[str]:
    """Return the kinds of lines given as (kind, words), the first ``menus`` of them links."""
    given, words = zip(*lines, strict=True)
    return with_lone_title(words, given, [at < menus for at in range(len(lines))], "en")


TEXT = ("paragraph", BRIDGE[0])


@pytest.mark.parametrize(
    "line",
    [
        "The Lantern", "Ana Poe", "Bo Drevny", "Ana Poe in Esk", "PRESS RELEASE", "Read more",
        "3 min read", "Tidal Media", "The Far Isle Lantern", "NORLAND COAST", "By Ana Poe",
        "This page was last edited at noon", "and so it went,",
    ],
)  # fmt: skip
def test_other_lines_are_no_titles(line: str) -> None:
    """Names, labels and words of the page above a body leave it without a title."""
    assert "headline" not in kinds(("furniture", line), ("date", "4 May 2031"), TEXT)


def test_of_two_lines_the_one_that_is_no_name_is_the_title() -> None:
    """Or that the text repeats, or else the first."""
    lines = ("furniture", "The Lantern"), ("byline", "Rust in Esk"), TEXT
    assert kinds(*lines) == ["furniture", "headline", "paragraph"]
    lines = ("furniture", "Rust in Esk"), ("furniture", "Who pays for it now?"), TEXT
    assert kinds(*lines) == ["headline", "furniture", "paragraph"]
    lines = ("furniture", "Signs of the times"), ("furniture", "Welders at old bridge"), TEXT
    assert kinds(*lines) == ["furniture", "headline", "paragraph"]


def test_a_name_below_a_title_is_its_byline() -> None:
    """A person who was taken for the headline, of whom the text does not speak."""
    lines = ("furniture", "Rust in Esk"), ("headline", "Ana Poe"), TEXT
    assert kinds(*lines) == ["headline", "byline", "paragraph"]
    lines = ("furniture", "The life of a mayor"), ("headline", "Ida Volk"), TEXT
    assert kinds(*lines) == ["furniture", "headline", "paragraph"]


def test_a_page_with_more_above_its_body_is_left() -> None:
    """Menus, many lines, a text without a body, a sentence that goes on: nothing is told."""
    line = ("furniture", "Rust in Esk")
    assert "headline" not in kinds(line, TEXT, menus=1)
    assert "headline" not in kinds(*[line] * 7, TEXT)
    assert "headline" not in kinds(line)
    assert "headline" not in kinds(line, ("furniture", "and what it costs"), TEXT)


def test_a_headline_below_other_capitals_stays() -> None:
    """What the text does not repeat, a short kicker, and a name of a paper are no title."""
    head = ("headline", "Mayor walks over old bridge in Esk")
    for line in ("OLD BRIDGE CRISIS", "WEATHER SPORT JOBS HOMES MOTORS", "THE OLD ESK BRIDGE NEWS"):
        assert kinds(("furniture", line), head, TEXT)[1] == "headline"
    assert kinds(("furniture", "OLD BRIDGE WILL STAY, SAYS MAYOR"), head, TEXT, menus=1)[1] == (
        "headline"
    )
