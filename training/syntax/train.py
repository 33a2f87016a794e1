"""Train the parser: ``python -m training.syntax.train --data DATA``, then write it as ONNX.

The annotator's weights are not touched: retrain the parser whenever they change.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.syntax.model import Parser
from training.syntax.sentences import Sentence, read_gum
from variorum.annotate.syntax import RELATIONS, STATES

log = logging.getLogger("training.syntax")
# What is not scored: signs, and further words of one token.
UNSCORED = tuple(RELATIONS.index(name) for name in ("punct", "inside"))
NOWHERE = -1e5


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the parser is trained; ``words`` is how many a batch has, padding included."""

    epochs: int = 10
    words: int = 400
    rate: float = 2e-3
    warm: int = 100
    least: float = 0.02
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of similar length, padded; ``real`` tells which words there are."""

    states: Tensor
    heads: Tensor
    relations: Tensor
    real: Tensor


def batches(sentences: list[Sentence], words: int, random: Random) -> Iterator[Batch]:
    """Yield sentences in batches of at most so many words, in random order."""
    ordered = sorted(sentences, key=lambda s: len(s.heads) + 4 * random.random())
    groups: list[list[Sentence]] = [[]]
    for sentence in ordered:
        longest = max(len(s.heads) for s in (*groups[-1], sentence))
        if groups[-1] and longest * (len(groups[-1]) + 1) > words:
            groups.append([])
        groups[-1].append(sentence)
    random.shuffle(groups)
    yield from map(_padded, groups)


def _padded(group: list[Sentence]) -> Batch:
    size = len(group), max(len(sentence.heads) for sentence in group)
    states = np.zeros((*size, STATES), np.float32)
    heads, relations = np.zeros(size, np.int64), np.zeros(size, np.int64)
    real = np.zeros(size, bool)
    for row, one in enumerate(group):
        here = row, slice(len(one.heads))
        states[here], heads[here], relations[here] = one.states, one.heads, one.relations
        real[here] = True
    return Batch(*map(torch.from_numpy, (states, heads, relations, real)))


def _scores(parser: Parser, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return what the body makes of the words, and the scores of their heads."""
    encoded = parser.encoded(batch.states, batch.real)
    there = torch.cat([torch.ones_like(batch.real[:, :1]), batch.real], 1)[:, None]
    return encoded, parser.heads(encoded).masked_fill(~there, NOWHERE)


def _loss(parser: Parser, batch: Batch) -> Tensor:
    encoded, heads = _scores(parser, batch)
    relations = parser.related(encoded, batch.heads)
    return functional.cross_entropy(
        heads[batch.real], batch.heads[batch.real]
    ) + functional.cross_entropy(relations[batch.real], batch.relations[batch.real])


@torch.no_grad()
def attached(parser: Parser, sentences: list[Sentence]) -> tuple[float, float]:
    """Return how many words have the right head, and how many the right relation to it too."""
    parser.eval()
    counted = right = labelled = 0
    for batch in batches(sentences, 4000, Random(0)):
        encoded, heads = _scores(parser, batch)
        best = heads.argmax(-1)
        relations = parser.related(encoded, best).argmax(-1)
        scored = batch.real & ~torch.isin(batch.relations, torch.tensor(UNSCORED))
        hit = scored & (best == batch.heads)
        counted += int(scored.sum())
        right += int(hit.sum())
        labelled += int((hit & (relations == batch.relations)).sum())
    parser.train()
    return right / counted, labelled / counted


def train(parser: Parser, data: Path, settings: Settings) -> None:
    """Train ``parser`` on the treebank GUM; the watched documents are scored after each epoch."""
    trained, watched = read_gum(data / "gum")
    random = Random(settings.seed)
    optimiser = torch.optim.AdamW(
        parser.parameters(), settings.rate, betas=(0.9, 0.95), weight_decay=0.01
    )
    steps = settings.epochs * sum(1 for _ in batches(trained, settings.words, random))

    def rate(step: int) -> float:
        """Return the part of the highest rate: it climbs, then falls to its least."""
        return min(1, (step + 1) / settings.warm) * max(settings.least, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    for epoch in range(settings.epochs):
        for batch in batches(trained, settings.words, random):
            loss = _loss(parser, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parser.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        log.info("epoch %d: UAS %.3f, LAS %.3f", epoch + 1, *attached(parser, watched))


def main() -> None:
    """Train with the arguments of the command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--work", type=Path, default=Path("build/syntax"))
    given = arguments.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = Settings()
    given.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    parser = Parser()
    train(parser, given.data, settings)
    torch.save(parser.state_dict(), given.work / "model.pt")


if __name__ == "__main__":
    main()
