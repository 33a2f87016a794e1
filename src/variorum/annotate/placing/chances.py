"""How likely the words of a sentence give a place a stance or a predicate.

A small trained model reads each place beside each word, by what the annotator and the parser make
of the words and by how the two hang together in the sentence, and answers for every kind of row
whether that word says it of that place: arcs with labels, as a parser of semantic dependencies
has them (Dozat & Manning, 2018). It was fitted on sentences that were read (``training/ledger``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variorum import weights
from variorum.annotate.placing.scenes import Site
from variorum.annotate.syntax import Syntax
from variorum.model.spans import Span, overlap
from variorum.model.vocabulary import STANCES

# fmt: off
ROWS = (
    *STANCES, "located-in", "struck", "flooded", "damaged", "destroyed", "evacuated", "closed",
    "opened", "reopened", "blocked", "leads", "won",
)
# fmt: on
FEATURES = ("city", "country", "region", "water", "facility", "other")
# Steps along the tree from a place to a word: as many, or no way within so many.
FARTHEST = 9
# What a word is to a place in the tree: aside, above it, below it.
ASIDE, ABOVE, BELOW = range(3)
# A sentence is read up to so many words; a chance below the least is none.
MOST_WORDS = 128
LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Chance:
    """That a word says something of a place: ``site`` counts the places that were asked of."""

    site: int
    row: str
    chance: float
    word: Span


def chances_in(
    syntax: Syntax, sentence: Span, sites: Sequence[Site], *, threads: int = 1
) -> Iterator[Chance]:
    """Yield the rows that the model sees in a sentence, each with the word that says it most.

    Args:
        syntax: of the article.
        sentence: its span.
        sites: the places in it, in order.
        threads: on how many threads the model runs.
    """
    words = words_in(syntax, sentence)
    placed = [
        (k, head)
        for k, one in enumerate(sites)
        if (head := head_of(syntax, words, one.span)) is not None
    ]
    if not placed:
        return
    asked = asked_of(syntax, words, [(sites[k], head - words.start) for k, head in placed])
    (scores,) = weights.session("ledger.onnx", threads).run(["scores"], asked)
    each = 1 / (1 + np.exp(-scores[0].astype(np.float64)))
    whole = 1 - np.prod(1 - each, axis=1)
    for at, row in np.argwhere(whole >= LEAST).tolist():
        word = words.start + int(each[at, :, row].argmax())
        span = (int(syntax.spans[word, 0]), int(syntax.spans[word, 1]))
        yield Chance(placed[at][0], ROWS[row], float(whole[at, row]), span)


def asked_of(
    syntax: Syntax, words: range, placed: Sequence[tuple[Site, int]]
) -> dict[str, np.ndarray]:
    """Return the model's inputs for a sentence of W words and S places.

    They are ``states`` (1, W, 1152), ``encoded`` (1, W, 256), ``relations`` (1, W), ``heads``
    (1, S), the first words of the places, ``features`` and ``sure`` (1, S), and ``steps`` and
    ``sides`` (1, S, W), as ``paths`` gives them.
    """
    here = slice(words.start, words.stop)
    heads = [head for _, head in placed]
    steps, sides = paths(syntax.heads[here] - words.start, heads)
    return {
        "states": syntax.states[None, here].astype(np.float32),
        "encoded": syntax.encoded[None, here].astype(np.float32),
        "relations": syntax.relations[None, here].astype(np.int64),
        "heads": np.array([heads], np.int64),
        "features": np.array([[FEATURES.index(site.feature) for site, _ in placed]], np.int64),
        "sure": np.array([[int(site.sure) for site, _ in placed]], np.int64),
        "steps": steps[None],
        "sides": sides[None],
    }


def paths(heads: np.ndarray, starts: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Return how far the words of a sentence are from some of them along its tree, and where.

    Args:
        heads: the number of each word's head in the sentence, below nought for none.
        starts: the words to start from.

    Returns:
        The steps, up to ``FARTHEST``, and ``ASIDE``, ``ABOVE`` or ``BELOW``: both of shape
        (starts, words).
    """
    parents = [int(head) if 0 <= head < len(heads) else None for head in heads]
    below: list[list[int]] = [[] for _ in parents]
    for word, head in enumerate(parents):
        if head is not None:
            below[head].append(word)
    steps = np.full((len(starts), len(heads)), FARTHEST, np.int64)
    sides = np.full((len(starts), len(heads)), ASIDE, np.int64)
    for number, start in enumerate(starts):
        for word, far, side in _walk(parents, below, start):
            steps[number, word], sides[number, word] = far, side
    return steps, sides


def _walk(
    parents: Sequence[int | None], below: Sequence[Sequence[int]], start: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the words within reach of one along a tree: each with the steps to it, and where."""
    reached = [(start, 0, ASIDE)]
    seen = {start}
    for word, far, side in reached:
        yield word, far, side
        if far == FARTHEST - 1:
            continue
        up, down = (one if side == one or far == 0 else ASIDE for one in (ABOVE, BELOW))
        near = [(one, down) for one in below[word]]
        parent = parents[word]
        near += [] if parent is None else [(parent, up)]
        fresh = [(one, far + 1, turned) for one, turned in near if one not in seen]
        seen.update(one for one, _, _ in fresh)
        reached += fresh


def words_in(syntax: Syntax, sentence: Span) -> range:
    """Return the words of a sentence, up to the most that are read."""
    first, end = np.searchsorted(syntax.spans[:, 0], sentence)
    return range(int(first), min(int(end), int(first) + MOST_WORDS))


def head_of(syntax: Syntax, words: range, span: Span) -> int | None:
    """Return the word of a name on which its others hang, None where none of it is read."""
    inside = [k for k in words if overlap((int(syntax.spans[k, 0]), int(syntax.spans[k, 1])), span)]
    return next((k for k in inside if int(syntax.heads[k]) not in inside), None)
