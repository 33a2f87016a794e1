"""Scores over the development folds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.blocks.dataset import Sample


def line_f1(truth: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    """Return F1 of the lines said to be article; 1 where there are none and none was said."""
    total = int(truth.sum() + said.sum())
    return 2 * int((truth & said).sum()) / total if total else 1.0


def report(made: Sequence[Sample], guesses: Sequence[NDArray[np.float64]]) -> None:
    """Print micro and macro line F1 for pages as rendered and for the made copies."""
    for name, rendered in (("rendered pages", True), ("made copies", False)):
        chosen = [n for n, s in enumerate(made) if s.rendered is rendered]
        truths = [made[n].article[made[n].counted] for n in chosen]
        for cut in (0.3, 0.4, 0.5):
            said = [guesses[n][made[n].counted] > cut for n in chosen]
            micro = line_f1(np.concatenate(truths), np.concatenate(said))
            pairs = [line_f1(t, s) for t, s in zip(truths, said, strict=True)]
            macro, middle = np.mean(pairs), np.median(pairs)
            print(f"{name}, cut {cut}: micro {micro:.4f} macro {macro:.4f} median {middle:.4f}")
