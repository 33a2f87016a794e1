"""How the network is taught on pairs of claims that were read, and asked of others."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.annotator.encoder import FROZEN
from training.joining.model import Joint, new_model
from variorum.align.relating.side_by_side import KINDS, Rows, beside

BATCH = 16
WARM_UP, DECAY, CLIPPED = 0.06, 0.01, 1.0
# How much the kind of what is related counts beside whether it is.
OF_KIND = 1.0
NO_KIND = -1
# How fast sentences are learned in one epoch, and then claims in two, one in either order.
FIRST_RATE, RATE, EPOCHS = 6e-5, 4e-5, 2
# Batches of like length are drawn from so many pairs.
DRAWN = 40 * BATCH

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, eq=False)
class Example:
    """Two claims, and how they stand: a place among the kinds, None where nothing joins them."""

    sides: tuple[Rows, Rows]
    kind: int | None

    @property
    def length(self) -> int:
        """How many pieces are read."""
        return sum(map(len, self.sides))

    def turned(self) -> Example:
        """Return the same pair with its sides in the other order."""
        kind = self.kind
        if kind is not None:
            name, side = KINDS[kind]
            kind = KINDS.index((name, None if side is None else 1 - side))
        return Example(self.sides[::-1], kind)


def teach(lessons: Sequence[Example], examples: Sequence[Example], seed: int) -> Joint:
    """Return a network taught on pairs of sentences, then of claims; equal for an equal seed."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = new_model()
    for lowest in (model.encoder.pieces, model.encoder.places, *model.encoder.layers[:FROZEN]):
        lowest.requires_grad_(requires_grad=False)
    _learn(model, list(_batches(lessons, chance)), FIRST_RATE)
    rounds = [examples, [one.turned() for one in examples]] * (EPOCHS // 2)
    _learn(model, [batch for each in rounds for batch in _batches(each, chance)], RATE)
    return model.eval()


def ask(model: Joint, examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """Return the log-odds of pairs, and the weights of their kinds."""
    odds, kinds = np.zeros(len(examples)), np.zeros((len(examples), len(KINDS)))
    with torch.no_grad():
        for at, one in enumerate(examples):
            rows, second, _ = _padded([one])
            odds[at], kinds[at] = (told[0].numpy() for told in model(rows, second))
    return odds, kinds


def _learn(model: Joint, batches: Sequence[Sequence[Example]], rate: float) -> None:
    learned = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=rate, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=len(batches), pct_start=WARM_UP, anneal_strategy="linear"
    )
    model.train()
    for batch in batches:
        optimizer.zero_grad()
        _loss(model, batch).backward()
        nn.utils.clip_grad_norm_(learned, CLIPPED)
        optimizer.step()
        schedule.step()


def _loss(model: Joint, batch: Sequence[Example]) -> Tensor:
    """Return how wrong a network is about some pairs: whether they are related, and how."""
    with torch.autocast("cpu", torch.bfloat16):
        odds, kinds = model(*_padded(batch))
    related = torch.tensor([float(one.kind is not None) for one in batch])
    wanted = torch.tensor([NO_KIND if one.kind is None else one.kind for one in batch])
    wrong = functional.binary_cross_entropy_with_logits(odds.float(), related)
    confused = functional.cross_entropy(
        kinds.float(), wanted, ignore_index=NO_KIND, reduction="sum"
    )
    return wrong + OF_KIND * confused / len(batch)


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Yield pairs in batches of like length, in random order."""
    mixed = chance.sample(list(examples), len(examples))
    for start in range(0, len(mixed), DRAWN):
        part = sorted(mixed[start : start + DRAWN], key=lambda one: one.length)
        batches = [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
        yield from chance.sample(batches, len(batches))


def _padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the inputs of some pairs as those of one batch."""
    asked = [beside(*one.sides) for one in batch]
    longest = max(len(rows) for rows, _ in asked)
    width = asked[0][0].shape[1]
    whole = torch.zeros(len(batch), longest, width)
    second, there = (
        torch.zeros(len(batch), longest),
        torch.zeros(len(batch), longest, dtype=torch.bool),
    )
    for at, (rows, sides) in enumerate(asked):
        whole[at, : len(rows)] = torch.from_numpy(rows)
        second[at, : len(rows)] = torch.from_numpy(sides)
        there[at, : len(rows)] = True
    return whole, second, there
