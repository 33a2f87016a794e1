"""References to what the text before does not tell."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


def dangling(text: str) -> list[str]:
    """Return the references that are flagged in an article."""
    found = Annotate()(article(text))
    return [
        found.article.words(*flag.spans)[0]
        for flag in found.flags
        if flag.kind == "dangling-reference"
    ]


START = "Ice rink keeps its roof\nThe rink in Vellin will have its roof mended before the winter.\n"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("His threat to sell the benches had worried the skaters.", "His threat"),
        ("The skaters hope that the explanation he gave was a joke.", "the explanation he gave"),
        ("The second collapse came at noon, when nobody was on the ice.", "The second collapse"),
        ("The third of these conditions worried the skaters.", "The third of these conditions"),
        ("Both demands worried the skaters.", "Both demands"),
    ],
)
def test_a_reference_to_nothing_is_flagged(sentence: str, words: str) -> None:
    """Neither a threat, nor an explanation, nor a first collapse is told before."""
    assert dangling(START + sentence) == [words]


@pytest.mark.parametrize(
    "text",
    [
        START + "Mayor Olaf Brisk said the benches might be sold. His threat worried the skaters.",
        START + "In his statement the mayor thanked the skaters.",
        START + "Olaf Brisk is sorry for his remarks about the skaters.",
        START + "“His threat was empty,” a skater said.",
        "Threat over ice rink\nThe rink in Vellin is to close. His threat worried the skaters.",
        START + "A wall collapsed at ten. The second collapse came at noon.",
        START + "One beam fell first. The second beam came at noon.",
        START + "The second woman who skated there is 90.",
        START + "It was mended for the second time, the third repair in a year.",
        START + "The board has a demand, and the town one. Both demands worried the skaters.",
        START + "Moll asked for conditions. The third of these conditions worried the skaters.",
        START + "Two skaters were convicted. Both verdicts worried the rest.",
        START + "Nobody who skates there believes his claims of a leak.",
        START + "It is the third largest rink in Ostry, and had the second half of June off.",
    ],
)
def test_what_is_told_before_is_no_dangling_reference(text: str) -> None:
    """Speech, a headline, a name, a row or its own words bring a reference in."""
    assert dangling(text) == []


def test_a_short_word_does_not_begin_a_name() -> None:
    """``Will`` and ``vowed`` tell of a promise, ``Williams`` does not."""
    start = (
        "Ice rink keeps its roof\nThe rink in Vellin is shut. {}. Both promises worried skaters."
    )
    assert dangling(start.format("It belongs to the Williams club")) == ["Both promises"]
    assert dangling(start.format("Its owners vowed repairs")) == []


def test_a_woman_has_not_made_his_threat() -> None:
    """Who is called *she* is not meant by *his*."""
    said = "Rink manager Ketra Moll said the roof was safe. “We checked it,” she said. "
    assert dangling(START + said + "His threat worried the skaters.") == ["His threat"]
    assert dangling(START + said + "Her threat worried the skaters.") == []
