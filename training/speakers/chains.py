"""The weights of a dialogue: what trees, calls and steps are worth beside each other.

They make the known speakers of the training dialogues likeliest (a conditional random field over
pairs of speakers; Lafferty, McCallum and Pereira, 2001); turns that nobody knows are summed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.speakers.rows import Chain
from variorum.annotate.speaking.dialogue import WIDTH

# What a square of a weight costs, and how many steps of L-BFGS are made.
COST, STEPS = 1.0, 25
_NEVER = -1e4
_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What is learned: the first of ``worth`` is for the logit of the trees, the rest for signs.

    Args:
        worth: 1 + signs.
        going: a row a number of a step, a column each for going on and going back.
    """

    worth: NDArray[np.float32]
    going: NDArray[np.float32]


@dataclass(slots=True)
class _Tables:
    """Chains side by side, filled up: chain, turn, person."""

    numbers: Tensor
    barred: Tensor
    wrong: Tensor
    signs: Tensor
    steps: Tensor
    there: Tensor


def weigh(chains: Sequence[Chain], logits: Sequence[Sequence[Sequence[float]]]) -> Weights:
    """Fit the weights of dialogues.

    Args:
        chains: with their true speakers.
        logits: of the trees for each person of each turn, from trees that did not see the chain.
    """
    torch.set_num_threads(1)
    given = _tables(chains, logits)
    worth = torch.tensor([1.0] + [0.0] * _SIGNS, requires_grad=True)
    going = torch.zeros((given.steps.shape[2], 2), requires_grad=True)
    solver = torch.optim.LBFGS([worth, going], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        solver.zero_grad()
        free = _mass(given, worth, going, given.barred)
        true = _mass(given, worth, going, given.barred + given.wrong)
        cost = (free - true).sum() + COST * ((going**2).sum() + (worth[1:] ** 2).sum())
        cost.backward()  # type: ignore[no-untyped-call]
        return cost

    solver.step(loss)
    return Weights(worth.detach().numpy(), going.detach().numpy())


def _tables(chains: Sequence[Chain], logits: Sequence[Sequence[Sequence[float]]]) -> _Tables:
    longest = max(len(chain.places) for chain in chains)
    size = (len(chains), longest, WIDTH)
    width = max(len(place.step) for chain in chains for place in chain.places)
    found = _Tables(
        torch.full(size, -1),
        torch.full(size, _NEVER),
        torch.zeros(size),
        torch.zeros((*size, 1 + _SIGNS)),
        torch.zeros((*size[:2], width)),
        torch.zeros(size[:2], dtype=torch.bool),
    )
    for row, (chain, scores) in enumerate(zip(chains, logits, strict=True)):
        for at, (place, right) in enumerate(zip(chain.places, chain.right, strict=True)):
            best = sorted(range(len(place.numbers)), key=lambda n: (-scores[at][n], n))[:WIDTH]
            known = any(right[n] for n in best)
            found.there[row, at] = True
            if place.step:
                found.steps[row, at] = torch.tensor(place.step)
            for slot, n in enumerate(best):
                number = place.numbers[n]
                found.numbers[row, at, slot] = number if number >= 0 else -10 - at
                found.barred[row, at, slot] = 0.0
                found.wrong[row, at, slot] = _NEVER if known and not right[n] else 0.0
                found.signs[row, at, slot] = torch.tensor([scores[at][n], *place.signs[n]])
    return found


def _mass(given: _Tables, worth: Tensor, going: Tensor, barred: Tensor) -> Tensor:
    """Return the logarithm of what all ways through each chain are worth together."""
    values = given.signs @ worth + barred
    steps = given.steps @ going
    numbers = given.numbers
    ahead = values[:, 0][:, None, :].expand(-1, WIDTH, -1) - float(np.log(WIDTH))
    for at in range(1, numbers.shape[1]):
        now, last = numbers[:, at], numbers[:, at - 1]
        same = (last[:, :, None] == now[:, None, :]).float()
        scores = (steps[:, at, 0][:, None, None] * same + values[:, at][:, None, :])[:, None]
        if at > 1:
            again = (numbers[:, at - 2][:, :, None] == now[:, None, :]).float()
            returns = again[:, :, None, :] * (1.0 - same)[:, None]
            scores = scores + steps[:, at, 1][:, None, None, None] * returns
        summed = torch.logsumexp(ahead[:, :, :, None] + scores, dim=1)
        ahead = torch.where(given.there[:, at][:, None, None], summed, ahead)
    return torch.logsumexp(ahead.flatten(1), dim=1)
