"""Scores over the development folds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.blocks.dataset import Sample
from variorum.extract.line_kinds import asked, ended, likely


def line_f1(truth: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    """Return F1 of the lines said to be article; 1 where there are none and none was said."""
    total = int(truth.sum() + said.sum())
    return 2 * int((truth & said).sum()) / total if total else 1.0


def _likely(guess: NDArray[np.float64], made: Sample) -> NDArray[np.bool_]:
    return likely(guess, ended(made.lines), asked(made.lines))


def report(made: Sequence[Sample], guesses: Sequence[NDArray[np.float64]]) -> None:
    """Print line F1, over all lines and as a mean over pages."""
    groups = {
        "all pages": list(range(len(made))),
    }
    for least, most in ((1, 20), (21, 40)):
        groups[f"{least} to {most} true lines"] = [
            n for n in groups["all pages"]
            if least <= made[n].article[made[n].counted].sum() <= most
        ]  # fmt: skip
    for name, chosen in groups.items():
        truths = [made[n].article[made[n].counted] for n in chosen]
        said = [_likely(guesses[n], made[n])[made[n].counted] for n in chosen]
        micro = line_f1(np.concatenate(truths), np.concatenate(said))
        pairs = [line_f1(t, s) for t, s in zip(truths, said, strict=True)]
        print(f"{name}: micro {micro:.4f} macro {np.mean(pairs):.4f} median {np.median(pairs):.4f}")
