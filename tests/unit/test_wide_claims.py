"""Limits of time and place that a print leaves out of what is claimed."""

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
    ("said", "told"),
    [
        ("Ferry fares will not go up before the regatta", "Ferry fares will not go up"),
        ("I will run the old ferry until the regatta", "I will run the old ferry"),
        ("I will run the old ferry for three years", "I will run the old ferry"),
        ("We will not sell the old ferry this year", "We will not sell the old ferry"),
        ("No ferry jobs will go in the upper harbour", "No ferry jobs will go"),
        ("The harbour mussels are poisonous near the pier", "The harbour mussels are poisonous"),
        ("All the old ferries are free during the regatta", "All the old ferries are free"),
    ],
)
def test_a_claim_without_its_limit(said: str, told: str) -> None:
    """What is denied, said of all, told to last or told to be so is wider without it."""
    assert "broader" in kinds(said, told)
    assert {"broader", "headline-stronger"} <= kinds(said, told, "indirect", headline=True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We met the ferry crew in the upper harbour", "We met the ferry crew"),
        ("The old ferry was built before the war", "The old ferry was built"),
        ("We will meet the ferry crew in the harbour", "We will meet the ferry crew"),
        ("The ferry crew will not pay at all", "The ferry crew will not pay"),
        ("The old ferry will not sink in the end", "The old ferry will not sink"),
        ("The old ferry is safe in our view", "The old ferry is safe"),
        ("The ferry talks will start on Monday", "The ferry talks will start"),
        ("No ferry hand was hurt in the upper harbour", "No ferry hand was hurt"),
        ("We will not sell the ferry in the harbour", "We will not sell the ferry"),
        ("We will not sell the ferry this year", "This year we will not sell the ferry"),
        ("I will run the ferry until the regatta", "Until the regatta I will run the ferry"),
        ("We will not raise ferry fares before June", "We will raise ferry fares in June"),
    ],
)
def test_what_is_no_wider(said: str, told: str) -> None:
    """Of what happened once, or is told of a thing, nothing more is said without the place."""
    assert "broader" not in kinds(said, told)
