"""Train, score and write: ``python -m training.speakers.train --data ../shared/data``."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from lightgbm import LGBMClassifier
from onnx import TensorProto, helper

from tests.quality.speakers import remainder
from training import weights
from training.blocks.export import ensemble, model_of
from training.speakers.books import read_books
from training.speakers.news import read_news
from training.speakers.rows import Example

NAME = "speakers.onnx"
FOLDS = 5
_FIXED: dict[str, Any] = {
    "n_estimators": 200, "learning_rate": 0.05, "num_leaves": 15, "min_child_samples": 20,
    "reg_lambda": 5.0, "colsample_bytree": 0.5, "subsample": 0.8, "subsample_freq": 1,
    "n_jobs": 1, "random_state": 7, "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip


def fit(examples: Sequence[Example]) -> LGBMClassifier:
    """Fit the trees that give each person around a turn the chance of speaking it."""
    rows = np.array([row for one in examples for row in one.rows], dtype=np.float32)
    right = np.array([is_right for one in examples for is_right in one.right])
    weights = np.array([one.weight for one in examples for _ in one.rows])
    return LGBMClassifier(**_FIXED).fit(rows, right, sample_weight=weights)


def cross_validate(examples: Sequence[Example]) -> None:
    """Print how often the likeliest is right, by the kind of turn, after true turns before."""
    right: Counter[tuple[bool, int]] = Counter()
    asked: Counter[tuple[bool, int]] = Counter()
    for fold in range(FOLDS):
        model = fit([one for one in examples if _fold(one) != fold])
        for one in (one for one in examples if _fold(one) == fold):
            chances = model.predict_proba(np.array(one.rows, dtype=np.float32))[:, 1]
            key = one.weight == 1.0, one.kind
            asked[key] += 1
            right[key] += one.right[int(chances.argmax())]
    for (book, kind), count in sorted(asked.items()):
        print(f"{'books' if book else 'news'} kind {kind}: {right[book, kind]} of {count}")


def _fold(one: Example) -> int:
    return remainder(one.name, 3 * FOLDS) // 3


def build(model: LGBMClassifier) -> onnx.ModelProto:
    """Return the trees as a model of one input, ``person``, and one output, ``chance``."""
    width = model.n_features_in_
    nodes = [
        ensemble(model.booster_.dump_model(), 1, "person", "score"),
        helper.make_node("Sigmoid", ["score"], ["chance"]),
    ]
    tables = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, columns])
        for name, columns in (("person", width), ("chance", 1))
    ]
    graph = helper.make_graph(nodes, "speakers", tables[:1], tables[1:])
    return model_of(graph)


def main() -> None:
    """Read, cross-validate, fit on all, write the model and its checksum."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--no-write", action="store_true")
    given = options.parse_args()
    examples = [one for read in (read_books, read_news) for one in read(given.data) if one.rows]
    cross_validate(examples)
    if not given.no_write:
        weights.write(NAME, build(fit(examples)).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
