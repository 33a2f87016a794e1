"""Vectors of sentences and of their words: how near two of them lie says how alike they are.

The encoder is all-MiniLM-L6-v2 (Wang et al., 2020, trained as in Reimers and Gurevych, 2019):
the mean of the states of all pieces, frame included, brought to length one. It has learned
English; of other languages its vectors say little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from variorum import weights
from variorum.model.spans import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Vector = np.ndarray[tuple[int], np.dtype[np.float32]]

WEIGHTS = "sentences.onnx"
WIDTH = 384
# How many pieces of a text are read, the two that frame it included: what is beyond is not.
PIECES = 256


def vectors(texts: Sequence[str], *, threads: int = 1) -> Vectors:
    """Return one vector a text, shape (texts, 384), each of length one.

    The product of two vectors is their cosine. Texts are run one by one, so that no vector
    depends on what else is asked; on another kind of processor its last bits may differ.

    Args:
        texts: any strings; of a long one the first 254 pieces count, some 200 words. A text
            without a piece has the vector of its frame.
        threads: on how many threads the encoder runs; the vectors are the same on any number.

    Raises:
        SetupError: the weights cannot be loaded.
    """
    found = np.empty((len(texts), WIDTH), dtype=np.float32)
    if texts:
        session = weights.session(WEIGHTS, threads)
        for row, text in enumerate(texts):
            found[row] = _vector(session, text)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder makes of a text.

    Args:
        vector: of the whole, shape (384,), of length one.
        spans: where the pieces stand in the text, in code points, shape (P, 2).
        states: of each piece as it stands there, shape (P, 384), of any length.
        rows: of each piece its row of the table of words, whatever stands beside it.
    """

    vector: Vector
    spans: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    states: Vectors
    rows: Vectors

    def word(self, span: Span) -> Vector:
        """Return the mean of the states that touch a span, at length one; 0 where none does."""
        touched = (self.spans[:, 0] < span[1]) & (self.spans[:, 1] > span[0])
        found = self.states[touched].sum(axis=0)
        length = np.sqrt(found @ found)
        return np.asarray(found / length if length else found, dtype=np.float32)


def encode(texts: Sequence[str], *, threads: int = 1) -> list[Encoded]:
    """Return what the encoder makes of texts, in order.

    The vectors are those of :func:`vectors`; so is what is read of a long text.

    Args:
        texts: any strings.
        threads: on how many threads the encoder runs.

    Raises:
        SetupError: the weights cannot be loaded.
    """
    if not texts:
        return []
    session = weights.session(WEIGHTS, threads)
    return [_encoded(session, text) for text in texts]


def rows_of(pieces: Sequence[int]) -> Vectors:
    """Return the rows of the table of words of some pieces, by their numbers."""
    asked = {"pieces": np.array([pieces], dtype=np.int64)}
    (rows,) = weights.session(WEIGHTS).run(["rows"], asked)
    return np.asarray(rows[0], dtype=np.float32)


def _encoded(session: InferenceSession, text: str) -> Encoded:
    read = weights.encode(text)
    spans = np.array(read.offsets[: PIECES - 2], dtype=np.int64).reshape(-1, 2)
    outputs = ["vectors", "states", "rows"]
    vector, states, rows = session.run(outputs, {"pieces": _framed(read.ids)})
    return Encoded(np.asarray(vector[0]), spans, states[0, 1:-1], rows[0, 1:-1])


def _vector(session: InferenceSession, text: str) -> Vector:
    (found,) = session.run(["vectors"], {"pieces": _framed(weights.encode(text).ids)})
    return np.asarray(found[0], dtype=np.float32)


def _framed(pieces: Sequence[int]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.array([[weights.FIRST, *pieces[: PIECES - 2], weights.LAST]], dtype=np.int64)
