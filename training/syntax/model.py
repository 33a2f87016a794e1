"""A biaffine parser (Dozat and Manning, 2017) over the annotator's states of words."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from variorum.annotate.syntax import RELATIONS

LAYERS, STATE, WIDTH = 3, 384, 256
ARC, RELATION = 192, 64
# Heads further away than this are scored by their distance as this far.
FAR = 16
DROPPED, WORDS_DROPPED = 0.33, 0.05
BARRED = -1e4


class Parser(nn.Module):
    """States of words in; for each word the scores of its heads and of its relation out."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.norm = nn.LayerNorm(STATE)
        self.narrow = nn.Linear(STATE, WIDTH)
        self.body = nn.LSTM(WIDTH, WIDTH // 2, batch_first=True, bidirectional=True)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.arc_word, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.relation_word = nn.Linear(WIDTH, RELATION)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.arcs = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.distances = nn.Parameter(torch.zeros(2 * FAR + 2))
        sizes = len(RELATIONS), RELATION + 1, RELATION + 1
        self.relations = nn.Parameter(torch.randn(sizes) * 0.02)

    def encoded(self, states: Tensor, real: Tensor | None = None) -> Tensor:
        """Return what the body makes of each word, shape (sentences, words, WIDTH).

        Args:
            states: of the words, the layers side by side, (sentences, words, LAYERS * STATE).
            real: which words there are, shape (sentences, words); None: all.
        """
        texts, words, _ = states.shape
        layers = states.view(texts, words, LAYERS, STATE)
        mixed = self.norm((layers * torch.softmax(self.mix, 0)[:, None]).sum(2))
        if self.training:
            mixed = functional.dropout(mixed, DROPPED)
            mixed = mixed * (torch.rand(texts, words, 1) > WORDS_DROPPED)
        narrow = functional.gelu(self.narrow(mixed))
        if real is None:
            return narrow + self.body(narrow)[0]
        packed = nn.utils.rnn.pack_padded_sequence(
            narrow, real.sum(1).cpu(), batch_first=True, enforce_sorted=False
        )
        around, _ = nn.utils.rnn.pad_packed_sequence(
            self.body(packed)[0], batch_first=True, total_length=words
        )
        return narrow + around

    def heads(self, encoded: Tensor) -> Tensor:
        """Return the scores of each word's heads, (sentences, words, words + 1), the root first."""
        words = self._seen(self.arc_word, encoded)
        heads = self._seen(self.arc_head, self._rooted(encoded))
        scores = _with_one(words) @ self.arcs @ heads.transpose(1, 2)
        own = torch.arange(1, encoded.shape[1] + 1)[:, None]
        other = torch.arange(encoded.shape[1] + 1)[None]
        away = (other - own).clamp(-FAR, FAR) + FAR
        away = torch.where(other == 0, torch.full_like(away, 2 * FAR + 1), away)
        return scores + self.distances[away] + BARRED * (own == other)

    def related(self, encoded: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of each word's relation to its head, (sentences, words, relations).

        Args:
            encoded: as ``encoded`` returns them.
            heads: of each word, 0 for the root, shape (sentences, words).
        """
        words = _with_one(self._seen(self.relation_word, encoded))
        above = self._seen(self.relation_head, self._rooted(encoded))
        chosen = above.gather(1, heads[..., None].expand(-1, -1, RELATION))
        wide = self.relations.permute(1, 0, 2).reshape(RELATION + 1, -1)
        pairs = (words @ wide).view(*words.shape[:2], len(RELATIONS), RELATION + 1)
        return (pairs * _with_one(chosen)[:, :, None]).sum(-1)

    def _rooted(self, encoded: Tensor) -> Tensor:
        return torch.cat([self.root.expand(encoded.shape[0], 1, -1), encoded], 1)

    def _seen(self, layer: nn.Linear, encoded: Tensor) -> Tensor:
        shown = functional.dropout(encoded, DROPPED, self.training)
        return functional.dropout(functional.gelu(layer(shown)), DROPPED, self.training)


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)
