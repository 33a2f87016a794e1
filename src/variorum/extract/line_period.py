"""Patterns that repeat down a page: feeds of other stories, lists of comments, rows of products.

A feed prints the same kinds of line in turn, a title, a summary, a date; the paragraphs of an
article have no such beat. The numbers say how well the lines around each line match those a few
lines further up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.extract.line_shape import NAMES, ShapedLine

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 8
"""The longest pattern, in lines."""


def period_view(lines: Sequence[ShapedLine]) -> NDArray[np.float32]:
    """Return one row a line: match one line away, best match further away, its step, its kinds.

    A match is the share of near lines that are of one form with the line so many lines above them.
    """
    forms = _forms(lines)
    matches = np.column_stack([_match(forms, step) for step in range(1, LONGEST + 1)])
    best = matches[:, 1:].argmax(axis=1)
    rows = np.arange(len(forms))
    kinds = _kinds(forms)
    return np.column_stack(
        [matches[:, 0], matches[rows, best + 1], best + 2.0, kinds]
    ).astype(np.float32)  # fmt: skip


def _forms(lines: Sequence[ShapedLine]) -> NDArray[np.int64]:
    """A number for the form of each line: its length, its end, its bullet and whether it dates."""
    shape = np.array([line.shape for line in lines])
    words = np.minimum(shape[:, NAMES.index("words")] / np.log(2.0), 7.0).astype(np.int64)
    end = shape[:, NAMES.index("end")].astype(np.int64)
    ended = np.where((end >= 1) & (end <= 3), 1, np.where(end == 0, 0, 2))
    bullet = shape[:, NAMES.index("bullet")].astype(np.int64)
    timed = (shape[:, NAMES.index("date")] + shape[:, NAMES.index("clock")] > 0).astype(np.int64)
    forms: NDArray[np.int64] = ((words * 3 + ended) * 3 + bullet) * 2 + timed
    return forms


def _match(forms: NDArray[np.int64], step: int) -> NDArray[np.float64]:
    """Share of the lines within two steps that are of one form with the line a step above."""
    same = np.zeros(len(forms))
    same[step:] = forms[step:] == forms[:-step]
    return _mean_around(same, 2 * step + 2)


def _kinds(forms: NDArray[np.int64]) -> NDArray[np.float64]:
    """Share of near lines that differ in form from the line above them."""
    other = np.zeros(len(forms))
    other[1:] = forms[1:] != forms[:-1]
    return _mean_around(other, 4)


def _mean_around(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    sums = np.concatenate([[0.0], np.cumsum(values)])
    places = np.arange(len(values))
    start = np.maximum(places - reach, 0)
    end = np.minimum(places + reach + 1, len(values))
    mean: NDArray[np.float64] = (sums[end] - sums[start]) / (end - start)
    return mean
