"""What is planned, wished for or due, printed elsewhere as done or sure to come."""

from __future__ import annotations

import pytest

from tests.prints import Said, in_headline, witness
from variorum.align.utterances import find_utterances


def kinds(said: str, told: str, form: str = "direct", *, headline: bool = False) -> set[str]:
    """Return the kinds of the variants between a direct print and another one, or a headline."""
    other = witness(Said(words=told, form=form), source="b.txt")
    pair = witness(Said(words=said)), in_headline(other) if headline else other
    return {v.kind for found in find_utterances(pair) for v in found.variants}


@pytest.mark.parametrize(
    ("said", "told", "form"),
    [
        ("We intend to raise the ferry fares", "We will raise the ferry fares", "direct"),
        ("We want to raise the ferry fares", "We have raised the ferry fares", "direct"),
        ("I would like to sell the old ferry", "I will sell the old ferry", "direct"),
        ("The board should sell the old ferry", "The board will sell the old ferry", "direct"),
        ("We aim to sell the old ferry", "they had sold the old ferry", "indirect"),
        ("The board should not sell the ferry", "The board will not sell the ferry", "direct"),
    ],
)
def test_what_is_not_done_yet_is_asserted(said: str, told: str, form: str) -> None:
    """A plan, a wish or a duty is not printed."""
    assert "hedge-absent" in kinds(said, told, form)
    assert "headline-stronger" in kinds(said, told, "indirect", headline=True)


@pytest.mark.parametrize(
    ("said", "told", "form"),
    [
        ("We intend to raise the ferry fares", "We plan to raise the ferry fares", "direct"),
        ("We intend to raise the ferry fares", "they intended to raise ferry fares", "indirect"),
        ("We aim to sell the old ferry", "they would sell the old ferry", "indirect"),
        ("We want to raise the ferry fares", "We may raise the ferry fares", "direct"),
        ("The board should sell the old ferry", "The board must sell the old ferry", "direct"),
        ("We will sell the ferry we planned to mend", "We will sell the ferry", "direct"),
        ("Our plan to sell the old ferry stands", "Our plan to sell the ferry stands", "direct"),
    ],
)
def test_what_is_left_open_in_both(said: str, told: str, form: str) -> None:
    """A plan in other words, a doubt instead of it, and what is planned of something else."""
    assert not {"hedge-absent", "headline-stronger"} & kinds(said, told, form)
