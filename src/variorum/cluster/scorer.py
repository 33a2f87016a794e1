"""Scores of the rows of a window, a batch at a time."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.cluster.pairs import figures, of_a_series, scores
from variorum.cluster.window import Window


def score(window: Window, row: int, others: Sequence[int]) -> dict[int, float]:
    """Return how likely a row is of one event with each of others, itself left out.

    Two pages of one outlet that are alike for what the outlet prints again and again score 0.
    """
    pairs = {other: window.pair(row, other) for other in others if other != row}
    found = scores([figures(pair, window.weigh) for pair in pairs.values()])
    return {
        other: 0.0 if of_a_series(pair, window.weigh) else score
        for (other, pair), score in zip(pairs.items(), found, strict=True)
    }
