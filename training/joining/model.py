"""The network that reads two claims side by side, each in its sentence.

The sentences are read apart as far as the third layer of the encoder of sentences; from there on
its other layers read both together (as MacAvaney et al., 2020, part a joint encoder), so that only
these are run for each pair. Attention to the other side has a bias of its own in each head, and
nothing else tells the sides apart: which of two claims is named first changes nothing.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.annotator.encoder import HEADS, LAYERS, WIDTH, Encoder, Layer, load_original
from training.annotator.train import original
from training.sentences.export import EARLY

DROPOUT = 0.1
NARROW = 128
# What is no piece is never attended to.
NEVER = -1e4


class Joint(nn.Module):
    """Pieces of two claims in, the log-odds out that both bear on one point, shape (pairs,)."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(DROPOUT) for _ in range(EARLY, LAYERS))
        self.across = nn.Parameter(torch.zeros(LAYERS - EARLY, HEADS))
        self.inside = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.drop = nn.Dropout(DROPOUT)
        self.inner, self.outer = nn.Linear(3 * WIDTH, NARROW), nn.Linear(NARROW, 1)

    def forward(self, states: Tensor, second: Tensor, inside: Tensor) -> Tensor:
        """Return the log-odds.

        Args:
            states: of the pieces of both sentences after the early layers, one behind the other,
                shape (pairs, pieces, width).
            second: 1 for a piece of the second, 0 for one of the first, -1 for none.
            inside: 1 for a piece of one of the claims, else 0.
        """
        apart = (second[:, :, None] != second[:, None, :]).float()[:, None]
        hidden = (second < 0).float()[:, None, None, :] * NEVER
        states = states + inside[..., None] * self.inside
        for layer, across in zip(self.layers, self.across, strict=True):
            states = layer(states, apart * across[None, :, None, None] + hidden)
        sides = [_mean(states, inside * (second == side)) for side in (0, 1)]
        both = (sides[0] + sides[1], (sides[0] - sides[1]).abs(), sides[0] * sides[1])
        inner = functional.gelu(self.inner(self.drop(torch.cat(both, -1))))
        return self.outer(self.drop(inner))[:, 0]


def new_model() -> Joint:
    """Return the network with the upper layers of all-MiniLM-L6-v2."""
    whole = Encoder(DROPOUT)
    load_original(whole, original())
    model = Joint()
    model.layers.load_state_dict(whole.layers[EARLY:].state_dict())
    return model


def _mean(states: Tensor, counted: Tensor) -> Tensor:
    """Return the mean of the states that count."""
    return (states * counted[..., None]).sum(1) / counted.sum(1, keepdim=True).clamp(min=1)
