"""Scores of pairs of sketches, a batch at a time."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.cluster.pairs import Lengths, Pair, Weigh, figures, of_a_series, scores
from variorum.cluster.window import Window


def score(window: Window, row: int, others: Sequence[int]) -> dict[int, float]:
    """Return how likely a row is of one event with each of others, itself left out."""
    asked = [other for other in others if other != row]
    found = chances([window.pair(row, other) for other in asked], window.weigh)
    return dict(zip(asked, found, strict=True))


def chances(pairs: Sequence[Pair], weigh: Weigh) -> list[float]:
    """Return how likely each pair is of one event.

    Two pages of one outlet that are alike for what the outlet prints again and again score 0.

    Args:
        pairs: any number of them.
        weigh: what it says that two sketches share a word.
    """
    lengths = Lengths(weigh)
    found = scores([figures(pair, lengths) for pair in pairs])
    return [
        0.0 if of_a_series(pair, weigh) else score for pair, score in zip(pairs, found, strict=True)
    ]
