"""Syntax: of each word the word it hangs on, and how, in universal dependencies.

A biaffine parser (Dozat and Manning, 2017) over the states that the annotator has made of the
words anyway: an ONNX model that takes ``states`` (1, W, 1152) of one sentence of W words and
answers with the scores of each word's heads, ``heads`` (W, W + 1), the root first; the scores of
the relation to the best of them, ``relations`` (W, R), in the order of ``RELATIONS``; and what
its body makes of each word, ``encoded`` (W, 256). Sentences are read one by one, so nothing
depends on what else is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from variorum import weights
from variorum.annotate.words import Words
from variorum.model.spans import Span

# The relations of Universal Dependencies (de Marneffe et al., 2021), without subtypes, and
# "inside": a further word of the token of its head (2,000: the comma and 000 hang on the 2).
# fmt: off
RELATIONS = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj",
    "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith",
    "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis",
    "punct", "reparandum", "root", "vocative", "xcomp", "inside",
)
# fmt: on
# How wide the states of a word are, and what the parser makes of them.
STATES, ENCODED = 1152, 256
# How many words are read at once; a longer sentence is cut.
MOST = 128
_OUTPUTS = ("heads", "relations", "encoded")


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """How the words of a text hang together; all arrays have one entry a word.

    Each word has the head that scores best for it, so a sentence may be no tree: some have
    words that hang on each other in a circle, or more than one root.

    Args:
        spans: the words' spans in the text, in order of the text, shape (words, 2).
        heads: the number of each word's head among all words, -1: root of its sentence.
        relations: places in ``RELATIONS``.
        states: what the annotator makes of each word, shape (words, 1152), half precision.
        encoded: what the parser makes of each word, shape (words, 256), half precision.
    """

    spans: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    states: np.ndarray
    encoded: np.ndarray

    def __len__(self) -> int:
        return len(self.spans)


def parse(words: Words, states: np.ndarray, *, threads: int = 1) -> Syntax:
    """Return how words hang together, sentence by sentence.

    Args:
        words: as ``words_of`` returns them.
        states: of each word, as the annotator tells them, shape (words, 1152).
        threads: on how many threads the model runs; the answers are the same on any number.

    Raises:
        SetupError: the weights are missing, or are not the ones this version was made with.
    """
    heads = np.full(len(words), -1, dtype=np.int64)
    relations = np.zeros(len(words), dtype=np.int64)
    encoded = np.zeros((len(words), ENCODED), dtype=np.float16)
    session = weights.session("syntax.onnx", threads)
    for start, end in _sentences(words):
        given = {"states": states[None, start:end].astype(np.float32)}
        arcs, related, made = session.run(list(_OUTPUTS), given)
        best = arcs.argmax(axis=1)
        heads[start:end] = np.where(best == 0, -1, start + best - 1)
        relations[start:end] = related.argmax(axis=1)
        encoded[start:end] = made
    return Syntax(words.spans, heads, relations, states.astype(np.float16, copy=False), encoded)


def joined(parts: Sequence[Syntax]) -> Syntax:
    """Return the syntax of parts of one text, read apart, as one, in order of the text.

    Args:
        parts: one at least; their words do not overlap. Heads are renumbered.
    """
    spans = np.concatenate([part.spans for part in parts])
    firsts = np.cumsum([0, *(len(part) for part in parts[:-1])])
    shifts = np.repeat(firsts, [len(part) for part in parts])
    heads = np.concatenate([part.heads for part in parts])
    order = np.argsort(spans[:, 0], kind="stable")
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    heads = np.where(heads < 0, -1, places[heads + np.where(heads < 0, 0, shifts)])
    return Syntax(
        spans[order],
        heads[order],
        np.concatenate([part.relations for part in parts])[order],
        np.concatenate([part.states for part in parts])[order],
        np.concatenate([part.encoded for part in parts])[order],
    )


def _sentences(words: Words) -> Iterator[Span]:
    """Yield the sentences of words, as places ``[start, end)``; long ones are cut."""
    cuts = [0, *np.flatnonzero(words.starts).tolist(), len(words)]
    for first, last in pairwise(cuts):
        for start in range(first, last, MOST):
            yield start, min(last, start + MOST)
