"""Lines that are no title: a newspaper's name, a byline."""

from __future__ import annotations

import pytest

from variorum.extract.copied import type_lines
from variorum.extract.no_titles import may_be_title, without_mistaken
from variorum.extract.short_titles import with_short_title

FINAL = (
    "The referee gave a penalty in the last minute of the final against the team of Venn in Orrin "
    "on Saturday night, which lost 2-1.",
    "Venn said after the match that his players had been robbed of a cup they deserved to win.",
    "“Everyone in the stadium saw it,” Venn said.",
    "The league said it would look into the complaint next week.",
)
DAM = (
    "A dam burst above the town of Kelda early on Friday, killing at least 41 people, officials "
    "said.",
    "“There was no warning at all,” said Mayor Ina Feld, whose house was swept away.",
    "Rescue crews searched the mud for survivors through the night.",
)


def _typed(*lines: str) -> dict[str, str]:
    """Return the first line of each kind."""
    text = "\n".join(lines)
    found = type_lines(text, language="en")
    return {block.kind: text[slice(*block.span)] for block in reversed(found)}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("'We were robbed': Venn blasts referee after final defeat", FINAL),
        ("“No warning at all”: 41 dead as dam bursts", DAM),
        ("Dam bursts", DAM),
    ],
)
@pytest.mark.parametrize("paper", ["Norland Daily", "Kelda Herald", "The Daily Sextant"])
def test_a_title_in_marks_or_with_figures_is_found_below_a_newspaper(
    paper: str, title: str, body: tuple[str, ...]
) -> None:
    """A newspaper's name alone above is furniture, and the line below its date is the title."""
    found = _typed(paper, "10 May 2026", "", title, "By Clara Ode", "", *body)
    assert (found["furniture"], found["headline"]) == (paper, title)


def _kinds(*lines: tuple[str, str], menus: int = 0) -> list[str]:
    """Return the kinds of lines given as (kind, words), the first ``menus`` of them links."""
    kinds, words = zip(*lines, strict=True)
    links = [at < menus for at in range(len(lines))]
    return with_short_title(words, without_mistaken(words, kinds, links, "en"), links, "en")


def test_a_newspaper_above_the_body_is_no_text() -> None:
    """A name typed as text above the first paragraph is furniture; below it, it stays."""
    name, text = ("paragraph", "The Daily Sextant"), ("paragraph", DAM[0])
    assert _kinds(name, text, name) == ["furniture", "paragraph", "paragraph"]


def test_a_byline_is_no_headline() -> None:
    """What was the headline and names writers is their byline, and the line above is the title."""
    by, text = ("headline", "By Ana Poe"), ("paragraph", DAM[0])
    title = ("furniture", "Dam bursts")
    assert _kinds(title, by, text) == ["headline", "byline", "paragraph"]
    assert _kinds(by, text) == ["byline", "paragraph"]
    assert _kinds(title, by, text, menus=1) == ["furniture", "byline", "paragraph"]


def test_a_headline_that_begins_like_a_byline_stays() -> None:
    """Where a byline stands below, the headline is another line; a headline of no names stays."""
    text = ("paragraph", DAM[0])
    named = (("headline", "By Royal Decree"), ("byline", "By Ana Poe"), text)
    assert _kinds(*named) == ["headline", "byline", "paragraph"]
    assert _kinds(("headline", "By the numbers: how Kelda voted"), text)[0] == "headline"


def test_of_two_untold_lines_below_a_newspaper_neither_is_the_title() -> None:
    """One line that may be a title is; of two whose words the body does not repeat, none is."""
    paper, text = ("headline", "Kelda Herald"), ("paragraph", DAM[0])
    one, two = (
        ("furniture", "‘Nobody came’: a night in 3 acts"),
        ("furniture", "Read it all in 1 go"),
    )
    assert _kinds(paper, one, text)[1] == "headline"
    assert _kinds(paper, one, two, text)[0] == "headline"


def test_a_line_of_a_thousand_letters_is_neither_title_nor_byline() -> None:
    """Lines longer than any title are not looked at, be their words few."""
    assert not may_be_title("Dam bursts above " + "k" * 1_000, "en")
    assert (
        _kinds(("headline", "By Ana " + "P" + "o" * 1_000), ("paragraph", DAM[0]))[0] == "headline"
    )
