"""The network that reads places beside words, and how it is taught and asked.

For the words of a sentence: the annotator's states, mixed, and what the parser makes of them, read
by one LSTM in both directions; for each pair of a place and a word a biaffine score that the word
says something of the place, and one for each kind of row (Dozat & Manning, 2018), with what the
ways between them are worth, along the line and through the tree.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from variorum.annotate.placing.chances import FARTHEST, FEATURES, ROWS
from variorum.annotate.syntax import RELATIONS

LAYERS, STATE, ENCODED = 3, 384, 256
WIDTH, NARROW = 128, 64
DROPPED = 0.33
# Words farther apart than this along the line are as far.
APART = 12
SIDES = 3
# Padding is worth this: no chance.
NEVER = -30.0
# What a pair is worth before anything is learned: hardly any is a row.
SELDOM = -3.0

Asked = dict[str, Tensor]


class Reader(nn.Module):
    """Scores of each word and kind of row for each place, shape (texts, places, words, rows)."""

    def __init__(self) -> None:
        super().__init__()
        wide = 2 * WIDTH
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.norm = nn.LayerNorm(STATE)
        self.inner = nn.Linear(STATE + ENCODED, wide)
        self.relation = _table(len(RELATIONS), wide)
        self.body = nn.LSTM(wide, WIDTH, batch_first=True, bidirectional=True)
        self.feature, self.sure = _table(len(FEATURES), wide), _table(2, wide)
        self.place, self.word = nn.Linear(wide, NARROW), nn.Linear(wide, NARROW)
        self.tied = nn.Parameter(torch.randn(NARROW, NARROW) * 0.02)
        self.both = nn.Parameter(torch.randn(len(ROWS), NARROW, NARROW) * 0.02)
        self.of_place, self.of_word = nn.Linear(NARROW, len(ROWS)), nn.Linear(NARROW, len(ROWS))
        self.along = nn.Embedding(2 * APART + 1, len(ROWS))
        self.through = nn.Embedding(SIDES * (FARTHEST + 1), len(ROWS))
        self.way = nn.Embedding(SIDES * (FARTHEST + 1), 1)
        for worth in (self.along, self.through, self.way):
            nn.init.zeros_(worth.weight)
        for worth in (self.of_place, self.of_word):
            nn.init.constant_(worth.bias, SELDOM)

    def forward(self, asked: Asked) -> Tensor:
        """Return the scores; ``asked``: as ``asked_of`` gives it, and ``there``: which words are.

        Without ``there`` all words are.
        """
        words = self.read(asked)
        heads = asked["heads"]
        chosen = torch.gather(words, 1, heads[..., None].expand(-1, -1, words.shape[-1]))
        chosen = chosen + self.feature(asked["features"]) + self.sure(asked["sure"])
        place = self.drop(functional.gelu(self.place(chosen)))
        word = self.drop(functional.gelu(self.word(words)))
        scores = torch.einsum("bsi,kij,bwj->bswk", place, self.both, word)
        scores = scores + self.of_place(place)[:, :, None] + self.of_word(word)[:, None]
        scores = scores + torch.einsum("bsi,ij,bwj->bsw", place, self.tied, word)[..., None]
        line = torch.arange(words.shape[1])[None, None] - heads[..., None]
        scores = scores + self.along(line.clamp(-APART, APART) + APART)
        ways = asked["sides"] * (FARTHEST + 1) + asked["steps"]
        scores = scores + self.through(ways) + self.way(ways)
        if "there" in asked:
            scores = scores.masked_fill(~asked["there"][:, None, :, None], NEVER)
        return scores

    def read(self, asked: Asked) -> Tensor:
        """Return what is made of each word, shape (texts, words, width)."""
        states, there = asked["states"], asked.get("there")
        mixed = states.view(*states.shape[:2], LAYERS, STATE)
        mixed = (mixed * torch.softmax(self.mix, 0)[:, None]).sum(2)
        known = torch.cat([self.drop(self.norm(mixed)), self.drop(asked["encoded"])], -1)
        words = functional.gelu(self.inner(known)) + self.relation(asked["relations"])
        if there is None:
            return words + self.body(words)[0]
        packed = nn.utils.rnn.pack_padded_sequence(
            words, there.sum(1), batch_first=True, enforce_sorted=False
        )
        read, _ = nn.utils.rnn.pad_packed_sequence(
            self.body(packed)[0], batch_first=True, total_length=words.shape[1]
        )
        return self.drop(words + read)

    def drop(self, values: Tensor) -> Tensor:
        """Hide some of the values while it is taught."""
        return functional.dropout(values, DROPPED, self.training)


def _table(rows: int, width: int) -> nn.Embedding:
    table = nn.Embedding(rows, width)
    nn.init.normal_(table.weight, std=0.02)
    return table
