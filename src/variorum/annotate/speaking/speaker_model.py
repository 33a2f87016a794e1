"""The learned part of choosing a speaker: one small ONNX file of trees and weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from variorum.annotate.speaking.talk import MOST
from variorum.weights import session

WEIGHTS = "speakers.onnx"


def chances(rows: Sequence[Sequence[float]]) -> list[float]:
    """Return for each person the chance that they speak, from the rows of ``view``.

    The model runs on tables of one size, filled up, so that no result hangs on how many there are.

    Args:
        rows: at most ``MOST``.
    """
    found = _run("chance", {"person": rows})
    return [round(float(chance), 6) for chance in found[: len(rows), 0]]


def worths(
    rows: Sequence[Sequence[float]], signs: Sequence[Sequence[float]], step: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Return the worth of each person who may speak a turn of a dialogue, and of its step.

    Args:
        rows: as ``view`` returns them, with only what is sure decided; none for a known speaker,
            whose worth is 0.
        signs: of each person, as in ``dialogue.Place``.
        step: from the turn before, empty for the first; its worths are those of going on and of
            going back to who spoke before.
    """
    worth, going = [0.0] * len(signs), [0.0, 0.0]
    if rows:
        found = _run("worth", {"person": rows, "sign": signs})
        worth = [round(float(value), 6) for value in found[: len(rows), 0]]
    if step:
        going = [round(float(value), 6) for value in _run("going", {"step": [step]})[0]]
    return worth, going


def _run(output: str, given: dict[str, Sequence[Sequence[float]]]) -> NDArray[np.float32]:
    tables = {}
    for name, (height, width) in _sizes().items():
        rows = given.get(name, [])
        tables[name] = np.zeros((height, width), dtype=np.float32)
        if rows:
            tables[name][: len(rows)] = rows
    found: NDArray[np.float32] = session(WEIGHTS).run([output], tables)[0]
    return found


@cache
def _sizes() -> dict[str, tuple[int, int]]:
    """Return the size of each table that the model reads."""
    inputs = session(WEIGHTS).get_inputs()
    return {one.name: (1 if one.name == "step" else MOST, one.shape[1]) for one in inputs}
