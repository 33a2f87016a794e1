"""The vectors of the latest arrivals, searched exactly for the nearest ones."""

from __future__ import annotations

import numpy as np

# How many are kept: what a search costs is bounded by it.
MOST = 8_192
# How far a vector may be ahead that does not count.
NEVER = -2.0


class Latest:
    """So many vectors as arrived last, in a matrix that grows in place and is then written over.

    Args:
        days: how far apart the days of two vectors may be that are near.
        most: how many are kept.
    """

    def __init__(self, days: int, *, most: int = MOST) -> None:
        self.days = days
        self.most = most
        self._added = 0
        self._vectors = np.zeros((0, 0), dtype=np.float32)
        self._rows = np.zeros(0, dtype=np.int64)
        self._days = np.zeros(0, dtype=np.int64)

    def add(self, row: int, vector: bytes, day: int | None) -> None:
        """Keep a vector of little-endian float32 under the number of its row; None: undated."""
        values = np.frombuffer(vector, dtype="<f4")
        size = len(self._rows)
        if self._added >= size and size < self.most:
            size = min(self.most, max(64, 2 * size))
            grown = np.zeros((size, len(values)), dtype=np.float32)
            grown[: self._added] = self._vectors[: self._added].reshape(self._added, len(values))
            self._vectors = grown
            self._rows, self._days = (np.resize(one, size) for one in (self._rows, self._days))
        at = self._added % self.most
        self._vectors[at], self._rows[at], self._days[at] = values, row, day or 0
        self._added += 1

    def nearest(self, vector: bytes, day: int | None, count: int) -> list[int]:
        """Return the rows of the nearest vectors of days near enough, the nearest first."""
        size = min(self._added, len(self._rows))
        near = self._vectors[:size] @ np.frombuffer(vector, dtype="<f4")
        if day is not None:
            days = self._days[:size]
            near[(days > 0) & (abs(days - day) > self.days)] = NEVER
        some = np.argpartition(-near, min(count, size) - 1)[:count]
        ranked = sorted(some, key=lambda at: (-near[at], self._rows[at]))
        return [int(self._rows[at]) for at in ranked if near[at] > NEVER]
