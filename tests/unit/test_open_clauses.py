"""Clauses that a speaker leaves open, printed elsewhere as if they were asserted."""

from __future__ import annotations

import pytest

from tests.prints import Said, in_headline, witness
from variorum.align.utterances import find_utterances


def kinds(said: str, told: str, *, headline: bool = False) -> set[str]:
    """Return the kinds of the variants between a direct print and another one, or a headline."""
    other = witness(Said(words=told, form="indirect" if headline else "direct"), source="b.txt")
    pair = witness(Said(words=said)), in_headline(other) if headline else other
    return {v.kind for found in find_utterances(pair) for v in found.variants}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I am not claiming that the pilot slept on watch", "The pilot slept on watch"),
        ("Nobody can guarantee that the lock will hold", "The lock will hold"),
        ("I never said the pilot slept on watch", "The pilot slept on watch"),
        ("We refuse to say that the pilot slept on watch", "The pilot slept on watch"),
        ("I do not believe the lock will hold this year", "The lock will hold this year"),
    ],
)
def test_what_nobody_says_is_asserted(said: str, told: str) -> None:
    """The clause behind a denied verb of speech is printed alone, below or in a headline."""
    assert "polarity-reversed" in kinds(said, told)
    assert {"polarity-reversed", "headline-stronger"} <= kinds(said, told, headline=True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We cannot tell whether the pilot slept on watch", "The pilot slept on watch"),
        ("The board will decide whether the lock is sound", "The lock is sound"),
        ("We have to check if the lock is sound", "The lock is sound"),
    ],
)
def test_what_is_only_asked_is_asserted(said: str, told: str) -> None:
    """A clause that is asked within what is said is printed as if it were told."""
    assert "hedge-absent" in kinds(said, told)
    assert {"hedge-absent", "headline-stronger"} <= kinds(said, told, headline=True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I can promise that the lock will hold", "The lock will hold"),
        ("I am not saying that the pilot slept on watch", "I do not say the pilot slept on watch"),
        ("We cannot tell whether the pilot slept on watch", "Whether the pilot slept on watch"),
        ("Whether we win or lose, the pilot stays on watch", "The pilot stays on watch"),
        ("I cannot deny that the pilot slept on watch", "The pilot slept on watch"),
        ("We did not know that the pilot slept on watch", "The pilot slept on watch"),
        ("I did not claim the money from the old lock fund", "The money from the old lock fund"),
    ],
)
def test_what_is_left_open_on_both_sides_or_on_none(said: str, told: str) -> None:
    """A promise asserts, a doubt of the other print's own leaves open, and who knew knows."""
    for headline in (False, True):
        found = kinds(said, told, headline=headline)
        assert not {"polarity-reversed", "headline-stronger"} & found
        assert "hedge-absent" not in found
