"""Short sentences that end a pasted article, and the lines that end a page."""

from __future__ import annotations

import pytest

from variorum.extract.copied import type_lines
from variorum.extract.last_sentences import with_last_sentences

BODY = (
    "Two trams collide on Lindmouth quay",
    "By Ada Quill",
    "3 April 2026",
    "Two trams collided on the quay in Lindmouth on Thursday morning, the harbour police said.",
    "The first had stopped for a delivery van that was parked across the rails.",
    "The driver of the second told officers that the sun had been in her eyes.",
    "The line was shut for five hours, and buses took passengers to the market.",
)


def last_kinds(*lines: str) -> list[str]:
    """Return the kinds of the lines that end a pasted article."""
    blocks = type_lines("\n".join((*BODY, *lines)))
    assert len(blocks) == len(BODY) + len(lines)
    return [block.kind for block in blocks[len(BODY) :]]


@pytest.mark.parametrize(
    "line",
    [
        "Five people died.",
        "Nobody was hurt.",
        "Police have made no arrests.",
        "A reward of 5,000 crowns has been offered.",
        "The service will be private.",
        "The operator plans another test in August.",
        "The inquiry continues.",
        "The ban starts on Friday.",
        "Both drivers deny the charge.",
        "The firm did not reply.",
    ],
)
def test_a_short_last_sentence_is_of_the_article(line: str) -> None:
    """A sentence that states something right below the body is its last paragraph."""
    assert last_kinds(line) == ["paragraph"]
    assert last_kinds("No charge was brought.", line) == ["paragraph"] * 2
    assert last_kinds(line, "All rights reserved.") == ["paragraph", "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved.",
        "Read more here.",
        "Subscribe now.",
        "This story has been updated.",
        "Sign up to our newsletter.",
        "Comments are closed.",
        "Terms and conditions apply.",
        "Was it useful?",
        "Most read",
    ],
)
def test_a_line_of_the_page_stays_out(line: str) -> None:
    """What addresses the reader, tells of the page or is no sentence ends no article."""
    assert last_kinds(line) == ["furniture"]
    assert last_kinds("Nobody was hurt.", line) == ["paragraph", "furniture"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nobody was hurt.", "paragraph"),
        ("“We are sorry,” the firm said.", "paragraph"),
        ("You have reached the limit of free articles.", "furniture"),
        ("Have your say below.", "furniture"),
        ("An earlier version of this article misspelled a name.", "furniture"),
        ("Additional reporting by Jon Poe.", "furniture"),
        ("Picture supplied by the club.", "furniture"),
        ("Nobody was hurt", "furniture"),
        ("nobody was hurt.", "furniture"),
        ("No trams.", "furniture"),
    ],
)
def test_a_sentence_is_told_by_its_words(line: str, kind: str) -> None:
    """It has a finite verb, a capital and a stop, and speaks to nobody and of no page."""
    found = with_last_sentences(
        ["The tram hit a van.", line], ["paragraph", "furniture"], [0.5, 0.5], "en"
    )
    assert found == ["paragraph", kind]


def test_a_whole_page_below_leaves_the_line_to_its_shape() -> None:
    """Where much stands below the body it was no pasted article, nor is a text without a body."""
    lines, means = ["The tram hit a van.", "Nobody was hurt.", *["Weather"] * 9], [0.5] * 11
    kinds = ["paragraph", *["furniture"] * 10]
    assert with_last_sentences(lines, kinds, means, "en") == kinds
    assert with_last_sentences(lines[:3], kinds[:3], means[:3], "en")[1:] == [
        "paragraph",
        "furniture",
    ]
    assert with_last_sentences(lines[1:2], ["furniture"], [0.5], "en") == ["furniture"]
    assert with_last_sentences([], [], [], None) == []


def test_words_that_lean_to_furniture_end_no_article() -> None:
    """A sentence whose words pages print around their articles stays furniture."""
    lines, kinds = ["The tram hit a van.", "Nobody was hurt."], ["paragraph", "furniture"]
    assert with_last_sentences(lines, kinds, [0.5, -1.0], "en") == kinds
    assert with_last_sentences(lines, kinds, [0.5, 0.5], "xx") == kinds
