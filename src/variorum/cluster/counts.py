"""What it says that two sketches share a word, by how many of all have it.

That is the inverse document frequency (Spärck Jones 1972), smoothed by that in a large body of
news.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.cluster.rarity import commonness

# What is known of a word beforehand counts as much as so many sketches.
PRIOR = 1_000
# A word that fewer have than one of so many weighs no more than that: so the table of all words
# that weigh less is bounded, however many sketches there are.
RAREST = 10_000


def weight(word: str, count: int, of: int) -> float:
    """Return what it says that two sketches share a word.

    Args:
        word: a folded form.
        count: how many sketches have it.
        of: how many there are.
    """
    known = PRIOR * math.exp(-commonness(word))
    return max(0.0, math.log((of + PRIOR) / (count + known)))


def floor_of(of: int) -> int:
    """Return how many of so many sketches have a word at least that is counted."""
    return max(1, of // RAREST)


@dataclass(frozen=True, slots=True)
class Counts:
    """The words of a body of sketches, each counted; those of fewer than the floor are left out."""

    of: int
    counts: Mapping[str, int]

    def weigh(self, word: str) -> float:
        """Return what it says that two sketches of the body share a word."""
        return weight(word, self.counts.get(word, floor_of(self.of)), of=self.of)
