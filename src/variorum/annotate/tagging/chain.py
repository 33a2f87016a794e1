"""The best sequence of tags under a linear chain (Viterbi, 1967)."""

from __future__ import annotations

import numpy as np

Scores = np.ndarray[tuple[int, int], np.dtype[np.floating]]
Row = np.ndarray[tuple[int], np.dtype[np.floating]]


def best_path(scores: Scores, steps: Scores, firsts: Row) -> list[int]:
    """Return the tags whose scores sum to the most; of equals, the one that comes first.

    Args:
        scores: of each tag for each word, shape (words, tags).
        steps: of one tag after another, shape (from, to).
        firsts: of each tag at the beginning.
    """
    if not len(scores):
        return []
    total = firsts + scores[0]
    came_from = np.empty(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        reached = total[:, None] + steps
        came_from[at] = reached.argmax(axis=0)
        total = reached.max(axis=0) + scores[at]
    path = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(came_from[at, path[-1]]))
    return path[::-1]
