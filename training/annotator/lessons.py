"""Lessons beside the tasks: what the encoder learns from as well, and no model needs afterwards.

Attributions are told in some eight hundred articles only. So a part of the pieces is hidden, which
keeps the encoder from learning articles by heart, and it is to tell them back (Devlin et al.,
2019); and from the treebank GUM it is to tell how each word hangs on its head and where clauses
end, as contents mostly end where clauses do.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.quality.attributions import Node
from training.annotator.encoder import WIDTH
from training.annotator.texts import UNTAUGHT, stretch_of
from variorum.annotate.words import Words

# The vocabulary's number for a hidden piece, and what part of the pieces is hidden.
HIDDEN = 103
PART = 0.15
# The frame and padding are never hidden: their numbers are below that of any word's piece.
FRAME = 104
TOLD_WEIGHT, SYNTAX_WEIGHT = 0.05, 0.1

# fmt: off
RELATIONS = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound",
    "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
    "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan",
    "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)
# fmt: on
CLAUSES = ("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj")


class Lessons(nn.Module):
    """Answers to the lessons, from the encoder's states."""

    def __init__(self) -> None:
        super().__init__()
        self.told = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH))
        self.bias = nn.Parameter(torch.zeros(30522))
        self.relation = nn.Linear(WIDTH, 2 * len(RELATIONS))
        self.clause = nn.Linear(WIDTH, 1 + len(CLAUSES))

    def told_back(self, states: Tensor, pieces: Tensor, shown: Tensor, table: Tensor) -> Tensor:
        """Return how badly the hidden pieces are told back.

        Args:
            states: of all pieces, shape (texts, pieces, width).
            pieces: the vocabulary's numbers, shape (texts, pieces).
            shown: the same with some of them hidden.
            table: of the vocabulary's vectors, shape (vocabulary, width).
        """
        at = shown != pieces
        if not at.any():
            return states.new_zeros(())
        scores = self.told(states[at]) @ table.T + self.bias
        return functional.cross_entropy(scores.float(), pieces[at])

    def parsed(self, words: Tensor, syntax: Tensor) -> Tensor:
        """Return how badly the words' relations and the ends of clauses are told.

        Args:
            words: their states, shape (texts, words, width).
            syntax: as ``syntax_of`` gives it, shape (texts, words, 2).
        """
        told = ((self.relation, syntax[..., 0]), (self.clause, syntax[..., 1]))
        losses = [
            functional.cross_entropy(
                head(words).flatten(0, 1).float(), gold.flatten(), ignore_index=UNTAUGHT
            )
            for head, gold in told
            if (gold != UNTAUGHT).any()
        ]
        return sum(losses, words.new_zeros(()))


def hide(pieces: Tensor) -> Tensor:
    """Return pieces of which a part is hidden by chance."""
    chance = torch.rand(pieces.shape, device=pieces.device) < PART
    return torch.where(chance & (pieces >= FRAME), HIDDEN, pieces)


def syntax_of(words: Words, nodes: list[Node]) -> np.ndarray:
    """Return for each word its relation with the side of its head, and the clause it ends.

    Args:
        words: of a document.
        nodes: of its treebank.
    """
    found = np.full((len(words), 2), UNTAUGHT)
    places = [stretch_of(words, node.span) for node in nodes]
    ends = _ends(nodes)
    for place, node in enumerate(nodes):
        relation = node.relation.partition(":")[0]
        first, last = places[place]
        if first < last and relation in RELATIONS:
            found[first] = 2 * RELATIONS.index(relation) + (node.head > place), 0
    longest: dict[int, int] = {}
    for place, node in enumerate(nodes):
        relation = node.relation.partition(":")[0]
        at = places[ends[place]][0]
        if relation in CLAUSES and at < len(words) and found[at, 1] != UNTAUGHT:
            size = ends[place] - place
            if size >= longest.get(at, 0):
                longest[at] = size
                found[at, 1] = 1 + CLAUSES.index(relation)
    return found


def _ends(nodes: list[Node]) -> list[int]:
    """Return the last word, signs left out, of what hangs on each word."""
    ends = list(range(len(nodes)))
    for place, node in enumerate(nodes):
        above = node.head
        while above >= 0 and not node.relation.startswith("punct") and ends[above] < place:
            ends[above] = place
            above = nodes[above].head
    return ends
