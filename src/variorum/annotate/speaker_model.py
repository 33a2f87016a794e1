"""The learned part of choosing a speaker: one small ONNX file of trees."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from variorum.annotate.talk import MOST
from variorum.weights import session

WEIGHTS = "speakers.onnx"


def chances(rows: Sequence[Sequence[float]]) -> list[float]:
    """Return for each person the chance that they speak, from the rows of ``view``.

    The model runs on tables of one size, filled up, so that no result hangs on how many there are.

    Args:
        rows: at most ``MOST``.
    """
    full = np.zeros((MOST, len(rows[0])), dtype=np.float32)
    full[: len(rows)] = rows
    found = session(WEIGHTS).run(["chance"], {"person": full})[0]
    return [round(float(chance), 6) for chance in found[: len(rows), 0]]
