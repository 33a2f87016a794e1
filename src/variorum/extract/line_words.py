"""What the words of a line tell: how much oftener each stands in articles than around them.

A word is known only by a bucket of its checksum, and a bucket by one learned number, its
*leaning*: the logarithm of how many pages print it in the article over how many print it in
their furniture. No phrase and no word is stored. A word never seen, as in another language, leans
nowhere.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.extract.line_context import DECAYS, around, faded
from variorum.extract.line_shape import ShapedLine

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUCKETS = 1 << 15
MOST_WORDS = 60
"""How many words of a line are asked."""

_NEAR = 3


def buckets(line: ShapedLine) -> list[int]:
    """Return the bucket of each of the line's first words."""
    return [
        zlib.crc32(word.encode("utf-8", "surrogatepass")) % BUCKETS
        for word in line.words[:MOST_WORDS]
    ]


def words_view(lines: Sequence[ShapedLine], leanings: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return one row a line: mean, least, greatest, first and summed leaning; then means around it.

    The means are of each near line, of the lines before and after it, and of the page.
    """
    rows = np.zeros((len(lines), 5))
    for row, line in zip(rows, lines, strict=True):
        found = buckets(line)
        if found:
            values = leanings[found]
            row[:] = (values.mean(), values.min(), values.max(), values[0], values.sum())
    weight = np.minimum([line.count for line in lines], 30.0)
    leaning = rows[:, 0] * weight
    sides = [
        faded(leaning, decay, step) / (faded(weight, decay, step) + 1.0)
        for decay in DECAYS
        for step in (1, -1)
    ]
    page = np.full(len(lines), leaning.sum() / (weight.sum() + 1.0))
    near = around(rows[:, :1], _NEAR, fill=0.0)
    return np.column_stack([rows, near, *sides, page]).astype(np.float32)
