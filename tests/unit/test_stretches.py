"""Which stretch of a text a search shows."""

from __future__ import annotations

import re

import pytest

from variorum.model.article import Block
from variorum.model.spans import Span
from variorum.stores._stretches import LONGEST, telling

LINES = (
    ("furniture", "Sign in to save the plans you read"),
    ("headline", "Quay stays, says port"),
    ("paragraph", "The port has no plans to sell the quay. Nobody asked it to."),
    ("paragraph", "The board is to meet in May."),
)
TEXT = "\n".join(words for _, words in LINES)


def block(kind: str, words: str) -> Block:
    """Return a block of the text."""
    start = TEXT.index(words)
    return Block(kind=kind, span=(start, start + len(words)))


BLOCKS = [block(kind, words) for kind, words in LINES]


def found(asked: str, text: str = TEXT) -> list[Span]:
    """Return where words stand in a text."""
    every = re.finditer(rf"(?i)\b(?:{'|'.join(asked.split())})\b", text)
    return [match.span() for match in every]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("plans to sell", "plans to sell"),
        ("to", "to"),
        ("port quay", "Quay stays, says port"),
        ("May to", "to meet in May"),
        ("sign in", "in"),
        ("sign", "Sign"),
    ],
)
def test_most_words_are_shown_and_furniture_last(asked: str, shown: str) -> None:
    """What stands around the article is shown only where nothing of it matches."""
    start, end = telling(TEXT, tuple(found(asked)), BLOCKS)
    assert TEXT[start:end] == shown
    if asked != "sign":
        assert start > BLOCKS[0].span[1]


def test_a_stretch_is_no_longer_than_it_may_be() -> None:
    """Words that stand far apart in one line are not shown with all between them."""
    text = "ferry " + "calm sea " * LONGEST + "fire on the ferry"
    start, end = telling(text, tuple(found("ferry fire", text)), ())
    assert text[start:end] == "fire on the ferry"


def test_nothing_matches() -> None:
    """Without a match the text is shown from its beginning."""
    assert telling(TEXT, (), BLOCKS) == (0, 0)
