"""The annotator: one encoder, and for each task a score of every tag for every word."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.annotator.crf import Chain
from training.annotator.encoder import WIDTH, Encoder
from variorum.annotate.tagging.tags import NAMES, ROLES, tags_of
from variorum.annotate.words import SHAPES


class Head(nn.Module):
    """Scores of the tags of one task, from a word's state and its shape."""

    def __init__(self, tags: int, hidden: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, hidden)
        self.near = nn.Conv1d(hidden, hidden, kernel_size=3, padding=1)
        self.scores = nn.Linear(hidden, tags)
        self.dropout = nn.Dropout(dropout)
        self.chain = Chain(tags)

    def forward(self, states: Tensor, real: Tensor) -> Tensor:
        """Return the scores, shape (texts, words, tags).

        Args:
            states: of the words, shape (texts, words, width).
            real: which words there are, shape (texts, words, 1).
        """
        hidden = nn.functional.gelu(self.hidden(states)) * real
        hidden = hidden + nn.functional.gelu(self.near(hidden.transpose(1, 2))).transpose(1, 2)
        return self.scores(self.dropout(hidden))


class Annotator(nn.Module):
    """Windows in, the scores of two tasks out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.shapes = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.marked = nn.Embedding(3, WIDTH)
        self.starts = nn.Embedding(3, WIDTH)
        self.roles = Head(len(tags_of(ROLES)), dropout=dropout)
        self.names = Head(len(tags_of(NAMES)), dropout=dropout)
        for table in (self.shapes, self.marked, self.starts):
            nn.init.normal_(table.weight, std=0.02)

    def forward(
        self,
        pieces: Tensor,
        owners: Tensor,
        firsts: Tensor,
        hints: Tensor,
        *,
        seen: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Return the scores of the tags of ``ROLES`` and of ``NAMES``, (texts, words, tags).

        The arguments are those of ``layers``, and ``firsts``: the place of each word's first piece,
        shape (texts, words).
        """
        return self.scored(self.states(pieces, owners, hints, seen=seen), firsts)

    def scored(self, states: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of the tags of both tasks from the states of the pieces."""
        words = of_words(states, firsts)
        real = (firsts > 0)[..., None].to(words.dtype)
        return self.roles(words, real), self.names(words, real)

    def states(
        self, pieces: Tensor, owners: Tensor, hints: Tensor, *, seen: Tensor | None = None
    ) -> Tensor:
        """Return the encoder's last states, shape (texts, pieces, width), as ``layers`` does."""
        return self.layers(pieces, owners, hints, seen=seen)[-1]

    def layers(
        self, pieces: Tensor, owners: Tensor, hints: Tensor, *, seen: Tensor | None = None
    ) -> list[Tensor]:
        """Return the states after each of the encoder's trained layers.

        Args:
            pieces: the vocabulary's numbers, framed, shape (texts, pieces).
            owners: the word of each piece; the place after the last word for the frame.
            hints: shape, marks and start of each word and of the frame, (texts, words + 1, 3).
            seen: which pieces there are, (texts, 1, 1, pieces); None: all.
        """
        with torch.no_grad():
            states = self.encoder.lower(pieces, seen)
        told = self.shapes(hints[..., 0]) + self.marked(hints[..., 1]) + self.starts(hints[..., 2])
        states = states + told.gather(1, owners[..., None].expand(-1, -1, WIDTH))
        return self.encoder.upper(states, seen)


def of_words(states: Tensor, firsts: Tensor) -> Tensor:
    """Return the state of each word's first piece, shape (texts, words, width)."""
    return states.gather(1, firsts[..., None].expand(-1, -1, WIDTH))
