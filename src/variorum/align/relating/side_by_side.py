"""How likely two claims bear on one point, by a network that reads both side by side.

Each sentence is read once by the lower layers of the encoder of sentences; the upper ones, taught
on pairs of claims (``training.joining``), read two of them together (as MacAvaney et al., 2020,
part a joint encoder). ``joining.onnx`` takes ``states`` (1, P, 384), the pieces of one sentence
behind those of the other; ``second`` (1, P), 1 for a piece of the other; and ``inside`` (1, P), 1
for a piece of a claim. It answers with the log-odds, ``odds`` (1,). Which claim is named first
changes nothing but the last bits, so the claims are asked in the order of their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum import weights
from variorum.model.spans import Span
from variorum.weights.sentences import Encoded

# So many pieces of a sentence are read, those about the claim.
MOST = 48
WEIGHTS = "joining.onnx"

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of a sentence about a claim: their states, and which are of the claim itself."""

    states: Floats
    inside: Floats


def pieces_of(read: Encoded, spans: Sequence[Span]) -> Pieces:
    """Return the pieces about a claim.

    Args:
        read: its sentence.
        spans: of the claim, in code points of the sentence.
    """
    starts, ends = read.spans[:, 0], read.spans[:, 1]
    touched = [(starts < end) & (ends > start) for start, end in spans]
    inside = np.any(touched, axis=0).astype(np.float32)
    at = np.flatnonzero(inside)
    middle = int(at[0] + at[-1]) // 2 if len(at) else 0
    first = max(0, min(len(inside) - MOST, middle - MOST // 2))
    return Pieces(read.early[first : first + MOST], inside[first : first + MOST])


def odds_of(one: Pieces, other: Pieces) -> float:
    """Return the log-odds that two claims bear on one point.

    Raises:
        SetupError: the weights cannot be loaded.
    """
    (found,) = weights.session(WEIGHTS).run(["odds"], dict(beside(one, other)))
    return float(found[0])


def beside(one: Pieces, other: Pieces) -> Mapping[str, Floats]:
    """Return what the network takes of two claims."""
    sides = np.array([0, 1], dtype=np.float32)
    second = np.repeat(sides, [len(one.states), len(other.states)])
    return {
        "states": np.concatenate([one.states, other.states])[None],
        "second": second[None],
        "inside": np.concatenate([one.inside, other.inside])[None],
    }
