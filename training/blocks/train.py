"""Train, score and write the model: ``python -m training.blocks.train --data ../shared/data``."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from lightgbm import LGBMClassifier
from numpy.typing import NDArray

from training.blocks.dataset import Sample, first_rows, folds, samples
from training.blocks.export import build
from training.blocks.pages import read_pages
from training.blocks.report import report
from variorum.extract.line_context import second_view

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "variorum" / "weights"
NAME = "blocks.onnx"
_FIXED: dict[str, Any] = {
    "n_jobs": 1, "random_state": 7, "deterministic": True, "force_row_wise": True, "verbose": -1,
    "min_child_samples": 40, "reg_lambda": 1.0, "colsample_bytree": 0.4,
}  # fmt: skip
Rows = list[NDArray[np.float32]]


def article_model(rows: Rows, made: Sequence[Sample]) -> LGBMClassifier:
    """Fit the model that tells article lines from the rest."""
    model = LGBMClassifier(n_estimators=300, learning_rate=0.055, num_leaves=31, **_FIXED)
    truth = np.concatenate([s.article for s in made])
    model.fit(np.concatenate(rows), truth, sample_weight=np.concatenate([s.weight() for s in made]))
    return model


def kind_model(rows: Rows, made: Sequence[Sample]) -> LGBMClassifier:
    """Fit the model that names the kind of a line, given the first guesses around it."""
    model = LGBMClassifier(n_estimators=45, learning_rate=0.12, num_leaves=15, **_FIXED)
    truth = np.concatenate([s.kinds for s in made])
    model.fit(np.concatenate(rows), truth, sample_weight=np.concatenate([s.weight() for s in made]))
    return model


def cross_validate(made: Sequence[Sample]) -> list[NDArray[np.float64]]:
    """Return for each sample the chances given by models that never saw its domain."""
    guesses: list[NDArray[np.float64]] = [np.zeros(0)] * len(made)
    for fold in folds():
        rows, _ = first_rows(made, [f for f in folds() if f != fold])
        seen = [n for n, s in enumerate(made) if s.fold != fold]
        model = article_model([rows[n] for n in seen], [made[n] for n in seen])
        for n, sample in enumerate(made):
            if sample.fold == fold:
                guesses[n] = model.predict_proba(rows[n])[:, 1]
        print(f"fold {fold} done", flush=True)
    return guesses


def main() -> None:
    """Read, cross-validate, fit on all folds, write the model and its checksum."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--no-write", action="store_true")
    given = options.parse_args()
    made = samples(read_pages(given.data))
    guesses = cross_validate(made)
    report(made, guesses)
    if given.no_write:
        return
    rows, table = first_rows(made, list(folds()))
    article = article_model(rows, made)
    second = [second_view(r, g, s.counts) for r, g, s in zip(rows, guesses, made, strict=True)]
    kinds = kind_model(second, made)
    model = build(
        table, article.booster_.dump_model(), kinds.booster_.dump_model(),
        (rows[0].shape[1], second[0].shape[1]),
    )  # fmt: skip
    _write(model.SerializeToString(deterministic=True))


def _write(data: bytes) -> None:
    """Write the weights, and their checksum among those of the other weights."""
    (WEIGHTS / NAME).write_bytes(data)
    sums = WEIGHTS / "SHA256SUMS"
    kept = [line for line in sums.read_text("ascii").splitlines() if not line.endswith(f"  {NAME}")]
    found = hashlib.sha256(data).hexdigest()
    lines = sorted([*kept, f"{found}  {NAME}"], key=lambda line: line.partition("  ")[2])
    sums.write_text("".join(f"{line}\n" for line in lines), "ascii")
    print(f"{len(data):,} bytes, sha256 {found}")


if __name__ == "__main__":
    main()
