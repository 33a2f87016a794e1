"""How the network is taught on pairs of claims that were read, and asked of others."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.joining.model import Joint, new_model
from variorum.align.relating.side_by_side import Pieces, beside

EPOCHS, BATCH = 2, 16
# The layers are known, what is put on them is new.
RATE, NEW_RATE, WARM_UP, DECAY, CLIPPED = 5e-5, 5e-4, 0.06, 0.01, 1.0
# A pair whose reader was unsure counts so much.
UNSURE = 0.5

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, eq=False)
class Example:
    """Two claims, whether they bear on one point, and whether the reader was sure of it."""

    sides: tuple[Pieces, Pieces]
    related: bool
    sure: bool

    @property
    def length(self) -> int:
        """How many pieces are read."""
        return sum(len(side.states) for side in self.sides)


def teach(examples: Sequence[Example], seed: int) -> Joint:
    """Return a network taught on pairs; the same seed gives the same network."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = new_model()
    batches = [batch for _ in range(EPOCHS) for batch in _batches(examples, chance)]
    known = list(model.layers.parameters())
    new = [p for name, p in model.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": known, "lr": RATE}, {"params": new, "lr": NEW_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, NEW_RATE], total_steps=len(batches), pct_start=WARM_UP
    )
    model.train()
    for batch in batches:
        optimizer.zero_grad()
        weights = torch.tensor([1.0 if one.sure else UNSURE for one in batch])
        wanted = torch.tensor([float(one.related) for one in batch])
        scores = model(*_padded(batch))
        functional.binary_cross_entropy_with_logits(scores, wanted, weights).backward()
        nn.utils.clip_grad_norm_(model.parameters(), CLIPPED)
        optimizer.step()
        schedule.step()
    return model.eval()


def ask(model: Joint, examples: Sequence[Example]) -> Floats:
    """Return the log-odds of pairs."""
    found = np.zeros(len(examples))
    with torch.no_grad():
        for at, one in enumerate(examples):
            found[at] = float(model(*_padded([one]))[0])
    return found


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Yield pairs in batches of like length, in random order."""
    mixed = chance.sample(list(examples), len(examples))
    order = sorted(mixed, key=lambda one: one.length // 8)
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    yield from chance.sample(batches, len(batches))


def _padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the inputs of some pairs as those of one batch."""
    asked = [beside(*one.sides) for one in batch]
    longest = max(one.length for one in batch)
    found = []
    for name, empty in (("states", 0.0), ("second", -1.0), ("inside", 0.0)):
        shape = (len(batch), longest, *asked[0][name].shape[2:])
        whole = np.full(shape, empty, dtype=np.float32)
        for at, one in enumerate(asked):
            whole[at, : one[name].shape[1]] = one[name][0]
        found.append(torch.from_numpy(whole))
    return found[0], found[1], found[2]
