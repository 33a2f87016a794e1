"""Log-odds, as what bears on one point or is of one utterance is weighed, told as probabilities."""

from __future__ import annotations

import math


def likelihood(odds: float) -> float:
    """Return the probability of log-odds, to three places."""
    return round(1 / (1 + math.exp(-odds)), 3)
