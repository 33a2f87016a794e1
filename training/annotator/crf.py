"""A linear-chain conditional random field over tags (Lafferty, McCallum and Pereira, 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

IMPOSSIBLE = -1e4


class Chain(nn.Module):
    """Scores of one tag after another; its loss takes sets of allowed tags, not only one.

    Args:
        tags: how many tags there are, in the order of ``tags_of``: O, then B and I of each label.
    """

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))
        barred = torch.zeros(tags, tags)
        barred_first = torch.zeros(tags)
        for tag in range(2, tags, 2):
            barred[:, tag] = IMPOSSIBLE
            barred[tag - 1, tag] = barred[tag, tag] = 0
            barred_first[tag] = IMPOSSIBLE
        self.register_buffer("barred", barred)
        self.register_buffer("barred_first", barred_first)

    def steps(self) -> Tensor:
        """Return the scores of tag after tag, shape (from, to)."""
        return self.step + self.barred

    def firsts(self) -> Tensor:
        """Return the scores of the first tag."""
        return self.first + self.barred_first

    def loss(self, scores: Tensor, allowed: Tensor, real: Tensor) -> Tensor:
        """Return the mean over sequences of the negative log chance of the allowed paths.

        Args:
            scores: of each tag for each word, shape (sequences, words, tags).
            allowed: which tags each word may have, same shape.
            real: which words there are, shape (sequences, words).
        """
        kept = scores.masked_fill(~allowed, IMPOSSIBLE)
        both = self._total(torch.cat([scores, kept]), torch.cat([real, real]))
        whole, part = both.chunk(2)
        return (whole - part).sum() / real.sum().clamp(min=1)

    def _total(self, scores: Tensor, real: Tensor) -> Tensor:
        """Return the log of the sum over paths of their exponentiated scores."""
        steps = self.steps().exp()
        total = self.firsts() + scores[:, 0]
        for at in range(1, scores.shape[1]):
            top = total.max(dim=1, keepdim=True).values
            moved = ((total - top).exp() @ steps).clamp(min=1e-30).log() + top + scores[:, at]
            total = torch.where(real[:, at, None], moved, total)
        return total.logsumexp(dim=1)
