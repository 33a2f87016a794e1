"""The network that reads two claims side by side, each in its sentence.

The encoder of sentences, all its layers over both, as in a joint encoder of pairs (Devlin et al.,
2019): what is read is told in ``variorum.align.relating.side_by_side``. The table of words and the
lowest layers keep the weights of the original, and the table is read where sentences are encoded,
so that it ships once.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.annotator.encoder import WIDTH, Encoder, load_original
from training.annotator.train import original
from variorum.align.relating.side_by_side import KINDS

DROPOUT = 0.1


class Joint(nn.Module):
    """Rows of the table of words in, out how two claims stand: on one point or not, and how."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(DROPOUT)
        self.second = nn.Parameter(torch.zeros(WIDTH))
        self.head = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(2 * WIDTH, 1))
        self.kinds = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(2 * WIDTH, len(KINDS)))

    def forward(
        self, rows: Tensor, second: Tensor, there: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return the log-odds of one point, shape (pairs,), and weights of kinds, (pairs, kinds).

        Args:
            rows: of the table of words, for the pieces of both sides, shape (pairs, pieces, width).
            second: 1 for a piece of the second side, else 0, shape (pairs, pieces).
            there: which pieces are there, all without it.
        """
        seen = None if there is None else there[:, None, None, :]
        lowest = self.encoder.lowest(rows + second[..., None] * self.second, seen)
        states = self.encoder.upper(lowest, seen)[-1]
        if there is None:
            mean = states.mean(1)
        else:
            mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        read = torch.cat([states[:, 0], mean], -1)
        return self.head(read)[:, 0], self.kinds(read)


def new_model() -> Joint:
    """Return the network with the weights of all-MiniLM-L6-v2."""
    from safetensors.torch import load_file

    model = Joint()
    load_original(model.encoder, original())
    first, second = load_file(original())["embeddings.token_type_embeddings.weight"]
    model.second.data.copy_(second - first)
    return model
