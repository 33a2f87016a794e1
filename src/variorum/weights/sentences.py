"""Vectors of sentences: how near two of them lie says how alike they are in meaning.

The encoder is all-MiniLM-L6-v2 (Wang et al., 2020, trained as in Reimers and Gurevych, 2019):
the mean of the states of all pieces, frame included, brought to length one. It has learned
English; of other languages its vectors say little.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum import weights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]

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


def _vector(session: InferenceSession, text: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    inner = weights.encode(text).ids[: PIECES - 2]
    pieces = np.array([[weights.FIRST, *inner, weights.LAST]], dtype=np.int64)
    (found,) = session.run(["vectors"], {"pieces": pieces})
    return np.asarray(found[0], dtype=np.float32)
