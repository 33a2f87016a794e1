"""How two claims stand, by a network that reads both side by side: on one point, and if so how.

The encoder of sentences, taught on pairs of claims (``training.joining``), reads each claim in its
sentence, and both at once. ``joining.onnx`` takes ``rows`` (1, P, 384), of the table of words, and
``second`` (1, P), 1 for a piece of the second side and else 0, and answers with the log-odds that
both bear on one point, ``odds`` (1,), and how ``KINDS`` weigh if they do, ``kinds`` (1, 8). A side
is what is before the claim in its sentence, the claim between two marks, and what is behind
it. Who is named first may change the answer by a little: it is the claim that comes first in the
order of claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from variorum import weights
from variorum.model.spans import Span
from variorum.weights import sentences
from variorum.weights.sentences import Encoded

WEIGHTS = "joining.onnx"
# How two claims of one point may stand, and which side it is that is the stronger or broader one.
KINDS: tuple[tuple[str, int | None], ...] = (
    ("same", None),
    ("stronger", 0),
    ("stronger", 1),
    ("broader", 0),
    ("broader", 1),
    ("incompatible", None),
    ("other-time", None),
    ("other-scope", None),
)
# The vocabulary has no words here: these numbers stand around a claim.
OPEN, CLOSE = 1, 2
# So many pieces are read of a sentence, and so many of a claim.
MOST, MOST_INSIDE = 48, 40

Rows = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def rows_of(read: Encoded, spans: Sequence[Span]) -> Rows:
    """Return the rows of one side: of the pieces about a claim, and of the marks around it.

    Args:
        read: the sentence of the claim.
        spans: of the claim, in code points of the sentence.
    """
    starts, ends = read.spans[:, 0], read.spans[:, 1]
    inside = np.zeros(len(starts), dtype=bool)
    for start, end in spans:
        inside |= (starts < end) & (ends > start)
    before = np.flatnonzero(ends <= spans[0][0])
    claim = np.flatnonzero(inside)[:MOST_INSIDE]
    behind = np.flatnonzero(starts >= spans[-1][1])
    room = MOST - len(claim)
    left = min(len(before), max(room // 2, room - len(behind)))
    right = behind[: room - left]
    kept = (before[len(before) - left :], claim, right)
    return marked(*(read.rows[part] for part in kept))


def marked(before: Rows, claim: Rows, behind: Rows) -> Rows:
    """Return the rows of one side: a claim between its marks, and what stands about it."""
    marks = _marks()
    return np.concatenate([before, marks[OPEN][None], claim, marks[CLOSE][None], behind])


class Answer(NamedTuple):
    """The log-odds that two claims bear on one point, and the logarithms of how likely kinds are.

    ``kinds`` are in the order of ``KINDS``, and told for the case that the two do.
    """

    odds: float
    kinds: tuple[float, ...]


def read_both(one: Rows, other: Rows) -> Answer:
    """Return how two claims stand.

    Args:
        one: the side that is read first, by ``rows_of``.
        other: the second one.

    Raises:
        SetupError: the weights cannot be loaded.
    """
    rows, second = beside(one, other)
    asked = {"rows": rows[None], "second": second[None]}
    odds, kinds = weights.session(WEIGHTS).run(["odds", "kinds"], asked)
    likely = kinds[0] - np.logaddexp.reduce(kinds[0])
    return Answer(float(odds[0]), tuple(likely.tolist()))


def beside(one: Rows, other: Rows) -> tuple[Rows, np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """Return the rows of two sides in their frame, and which are of the second side."""
    marks = _marks()
    last = marks[weights.LAST][None]
    rows = np.concatenate([marks[weights.FIRST][None], one, last, other, last])
    second = np.zeros(len(rows), dtype=np.float32)
    second[len(one) + 2 :] = 1
    return rows, second


@cache
def _marks() -> dict[int, np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """Return the rows of what stands around texts and claims."""
    numbers = (weights.FIRST, OPEN, CLOSE, weights.LAST)
    return dict(zip(numbers, sentences.rows_of(numbers), strict=True))
