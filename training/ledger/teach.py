"""How the network is taught on labelled sentences, and asked of others."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.ledger.examples import Example
from training.ledger.model import Asked, Reader
from variorum.annotate.placing.chances import FARTHEST

EPOCHS = 8
RATE, WARM_UP, DECAY, CLIPPED = 1.5e-3, 0.1, 0.02, 1.0
# Words in a batch; of the sentences without any row so many are read in each epoch.
WORDS = 1_500
EMPTY = 0.5
_PADDED = {"steps": FARTHEST}


def teach(examples: Sequence[Example], seed: int) -> Reader:
    """Return a network taught on sentences; the same seed gives the same network."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Reader()
    told = [one for one in examples if one.wanted or one.ruled or one.doubtful]
    empty = [one for one in examples if not (one.wanted or one.ruled or one.doubtful)]
    epochs = []
    for _ in range(EPOCHS):
        chosen = [*told, *chance.sample(empty, round(EMPTY * len(empty)))]
        epochs.append(list(_batches(chosen, chance)))
    steps = sum(map(len, epochs))
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=steps, pct_start=WARM_UP
    )
    model.train()
    for batches in epochs:
        for batch in batches:
            optimizer.zero_grad()
            _loss(model, batch).backward()
            nn.utils.clip_grad_norm_(model.parameters(), CLIPPED)
            optimizer.step()
            schedule.step()
    return model.eval()


def ask(model: Reader, examples: Sequence[Example]) -> Iterator[np.ndarray]:
    """Yield the chance of each row of each place of the sentences, shape (places, rows)."""
    for one in examples:
        with torch.no_grad():
            each = torch.sigmoid(model({k: torch.from_numpy(v) for k, v in one.asked.items()}))
        yield (1 - torch.prod(1 - each[0], 1)).numpy()


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Yield the sentences in batches of like length, in random order."""
    mixed = chance.sample(list(examples), len(examples))
    batches: list[list[Example]] = [[]]
    for one in sorted(mixed, key=lambda one: one.length // 8):
        longest = max([one.length, *(other.length for other in batches[-1])])
        if batches[-1] and longest * (len(batches[-1]) + 1) > WORDS:
            batches.append([])
        batches[-1].append(one)
    yield from chance.sample(batches, len(batches))


def _loss(model: Reader, batch: Sequence[Example]) -> Tensor:
    """Return how badly the rows of a batch are told, a sentence."""
    asked = _padded(batch)
    scores = model(asked)
    wanted, counts = torch.zeros_like(scores), torch.ones_like(scores)
    loose: list[tuple[int, int, int]] = []
    for text, one in enumerate(batch):
        for (place, row), word in one.wanted.items():
            if word is None:
                counts[text, place, :, row] = 0
                loose.append((text, place, row))
            else:
                wanted[text, place, word, row] = 1
        for place, row in one.doubtful:
            counts[text, place, :, row] = 0
        counts[text, len(one.asked["heads"][0]) :] = 0
    counts = counts * asked["there"][:, None, :, None]
    loss = functional.binary_cross_entropy_with_logits(scores, wanted, counts, reduction="sum")
    for text, place, row in loose:
        loss = loss - torch.log(1 - torch.prod(1 - torch.sigmoid(scores[text, place, :, row])))
    return loss / len(batch)


def _padded(batch: Sequence[Example]) -> Asked:
    """Return the inputs of some sentences as those of one batch, and which words are there."""
    asked: Asked = {}
    for name, first in batch[0].asked.items():
        shape = np.max([one.asked[name].shape for one in batch], axis=0)
        whole = np.full((len(batch), *shape[1:]), _PADDED.get(name, 0), first.dtype)
        for text, one in enumerate(batch):
            own = one.asked[name][0]
            whole[(text, *(slice(size) for size in own.shape))] = own
        asked[name] = torch.from_numpy(whole)
    lengths = torch.tensor([one.length for one in batch])
    asked["there"] = torch.arange(int(lengths.max()))[None] < lengths[:, None]
    return asked
