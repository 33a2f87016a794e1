"""A negation that one print has at a verb, and the other in the clause that the verb leads to."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances


def kinds(one: str, other: str) -> set[tuple[str, str]]:
    """Return kinds and weights of the variants of two direct prints of one utterance."""
    prints = [witness(Said(words=words), source=f"{words[:40]}.txt") for words in (one, other)]
    (found,) = find_utterances(prints)
    return {(variant.kind, variant.weight) for variant in found.variants}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The owners have not proved that anyone was endangered",
            "The owners have proved that no one was endangered",
        ),
        (
            "We did not find that the pilot slept on the watch",
            "We found that the pilot did not sleep on the watch",
        ),
        (
            "The referee didn't say that the goal was offside",
            "The referee said that the goal wasn't offside",
        ),
    ],
)
def test_a_denial_that_moved_into_the_clause_reverses_the_polarity(one: str, other: str) -> None:
    """What was not shown is not what was shown not to be."""
    assert ("polarity-reversed", "major") in kinds(one, other)
    assert ("polarity-reversed", "major") in kinds(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We do not believe that anyone was endangered by it",
            "We believe that no one was endangered by it",
        ),
        (
            "It does not appear that anyone was endangered by it",
            "It appears that no one was endangered by it",
        ),
        (
            "The owners did not want that the tug is sold",
            "The owners wanted that the tug is not sold",
        ),
        (
            "The owners have not proved that anyone was endangered",
            "The owners haven't proved that anyone was endangered",
        ),
        (
            "The owners have not proved that anyone in the lock was fined or hurt",
            "The owners have proved that no one in the barge was drunk or idle",
        ),
    ],
)
def test_a_denial_before_a_verb_that_weakens_denies_the_clause(one: str, other: str) -> None:
    """Who does not believe it believes the contrary; what stands in one place did not move."""
    assert "polarity-reversed" not in {kind for kind, _ in kinds(one, other)}
