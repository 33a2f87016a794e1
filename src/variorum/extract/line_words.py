"""What the words of a line tell: how much oftener each stands in articles than around them.

A word or a pair of words is known only by a bucket of its checksum, and a bucket by one learned
number, its *leaning*: the logarithm of how many pages print it in the article over how many print
it in their furniture. No phrase and no word is stored. A word never seen, as in another language,
leans nowhere.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np

from variorum.extract.line_context import DECAYS, around, faded
from variorum.extract.line_shape import ShapedLine

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Leanings = NDArray[np.float64]

_HALF = 1 << 15
BUCKETS = 2 * _HALF
"""Buckets of words, and as many again of pairs of words and of whole short lines."""
MOST_WORDS = 60
"""How many words of a line are asked."""

_NEAR = 3
_WHOLE = 5
"""How many first words of a line are asked together."""


def buckets(line: ShapedLine) -> list[int]:
    """Return the bucket of each of the line's first words."""
    return [zlib.crc32(_bytes(word)) % _HALF for word in line.words[:MOST_WORDS]]


def phrase_buckets(line: ShapedLine) -> list[int]:
    """Return the buckets of the line's first words together, of its first pair, of each pair."""
    words = [_bytes(word) for word in line.words[:MOST_WORDS]]
    sums = [
        zlib.crc32(b"^" + b" ".join(words[:_WHOLE])),
        zlib.crc32(b"^" + b" ".join(words[:2]) if len(words) > 1 else b""),
        *(zlib.crc32(b"%b %b" % pair) for pair in pairwise(words)),
    ]
    return [_HALF + value % _HALF for value in sums]


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


def mean_leanings(lines: Sequence[ShapedLine], leanings: Leanings) -> list[float]:
    """Return for each line the mean leaning of its words; 0 where it has none."""
    means: list[float] = _statistics([buckets(line) for line in lines], leanings)[:, 0].tolist()
    return means


def words_view(lines: Sequence[ShapedLine], leanings: Leanings) -> NDArray[np.float32]:
    """Return one row a line: mean, least, greatest, first and summed leaning; then means around it.

    The means are of each near line, of the lines before and after it, and of the page.
    """
    rows = _statistics([buckets(line) for line in lines], leanings)
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


def phrases_view(lines: Sequence[ShapedLine], leanings: Leanings) -> NDArray[np.float32]:
    """Return one row a line: the leanings of its phrases, and those of the phrases around it.

    The first two numbers are of its first words together and of its first pair of words.
    """
    known = [phrase_buckets(line) if line.words else [] for line in lines]
    heads = np.zeros((len(lines), 2))
    some = np.array([bool(found) for found in known])
    heads[some] = leanings[np.array([found[:2] for found in known if found], int).reshape(-1, 2)]
    pairs = _statistics([found[2:] or found[:1] for found in known], leanings)[:, :3]
    against = np.minimum(heads.min(axis=1), 0.0)
    sides = [
        faded(values, decay, step)
        for values in (against, pairs[:, 0])
        for decay in (0.6, 0.9)
        for step in (1, -1)
    ]
    near = around(heads[:, :1], _NEAR, fill=0.0)
    return np.column_stack([heads, pairs, near, *sides]).astype(np.float32)


def _statistics(found: Sequence[Sequence[int]], leanings: Leanings) -> Leanings:
    """Mean, least, greatest, first and summed leaning of each line's buckets; 0 for none."""
    rows = np.zeros((len(found), 5))
    sizes = np.array([len(line) for line in found])
    some = sizes > 0
    if some.any():
        values = leanings[np.fromiter(chain.from_iterable(found), int, count=int(sizes.sum()))]
        starts = np.cumsum(sizes[some]) - sizes[some]
        total = np.add.reduceat(values, starts)
        least, greatest = (f.reduceat(values, starts) for f in (np.minimum, np.maximum))
        rows[some] = np.column_stack([total / sizes[some], least, greatest, values[starts], total])
    return rows
