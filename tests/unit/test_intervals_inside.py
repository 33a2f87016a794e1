"""Days that are not as far from another day of their article as is said."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.flags import find_flags
from variorum.annotate import Annotate

START = "Quay reopened\nThe quay at Sundholm was closed on Tuesday, 3 May. "


def shown(sentence: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the kind and the words of each clash of days."""
    found = Annotate()(article(START + sentence, published="2022-05-12"))
    kinds = ("date-clash", "weekday-clash")
    flags = [flag for flag in find_flags([found]) if flag.kind in kinds]
    return [(flag.kind, found.article.words(*flag.spans)) for flag in flags]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("It reopened the following day, 5 May.", "date-clash", "the following day, 5 May"),
        ("Two days later, on Friday, it reopened.", "weekday-clash", "Two days later, on Friday"),
    ],
)
def test_a_day_that_is_not_so_far_is_flagged(sentence: str, kind: str, words: str) -> None:
    """The day counted from and the day told twice clash."""
    assert shown(sentence) == [(kind, ("Tuesday, 3 May", words))]


@pytest.mark.parametrize(
    "sentence",
    [
        "It reopened the following day, 4 May.",
        "Two days later, on Thursday, it reopened.",
        "The following day it rained, and on 5 May it reopened.",
        "Two days later it was swept, and on Friday it reopened.",
    ],
)
def test_a_day_that_is_so_far_or_another_is_not(sentence: str) -> None:
    """Nothing is flagged where the count fits, or the second day is another one."""
    assert shown(sentence) == []
