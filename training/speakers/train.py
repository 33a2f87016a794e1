"""Train, score and write: ``python -m training.speakers.train --data ../shared/data``."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training import weights
from training.blocks.export import ensemble, model_of
from training.speakers.books import read_books
from training.speakers.folds import Fitted, fit_all, score_books, score_turns
from training.speakers.news import read_news

NAME = "speakers.onnx"


def build(fitted: Fitted) -> onnx.ModelProto:
    """Return all as one model.

    Its inputs are ``person``, ``sign`` and ``step``, as ``view`` and ``dialogue.Place`` give them;
    its outputs ``chance`` of each person, and for dialogues ``worth`` of each person and ``going``
    of a step.
    """
    worth = fitted.weights.worth
    tables = {
        "by_trees": worth[:1, None],
        "by_sign": worth[1:, None],
        "by_step": fitted.weights.going,
    }
    nodes = [
        ensemble(fitted.alone.booster_.dump_model(), 1, "person", "score"),
        helper.make_node("Sigmoid", ["score"], ["chance"]),
        ensemble(fitted.dialogue.booster_.dump_model(), 1, "person", "logit"),
        helper.make_node("MatMul", ["logit", "by_trees"], ["seen"]),
        helper.make_node("MatMul", ["sign", "by_sign"], ["called"]),
        helper.make_node("Add", ["seen", "called"], ["worth"]),
        helper.make_node("MatMul", ["step", "by_step"], ["going"]),
    ]
    given = {
        "person": fitted.alone.n_features_in_,
        "sign": len(worth) - 1,
        "step": len(tables["by_step"]),
    }
    told = {"chance": 1, "worth": 1, "going": 2}
    graph = helper.make_graph(
        nodes,
        "speakers",
        [_table(name, columns) for name, columns in given.items()],
        [_table(name, columns) for name, columns in told.items()],
        [numpy_helper.from_array(np.float32(table), name) for name, table in tables.items()],
    )
    return model_of(graph)


def _table(name: str, columns: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, columns])


def main() -> None:
    """Read, cross-validate, fit on all, write the model and its checksum."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--no-write", action="store_true")
    given = options.parse_args()
    examples, chains = read_books(given.data)
    examples += read_news(given.data)
    examples = [one for one in examples if one.rows]
    score_turns(examples)
    score_books(given.data, examples, chains)
    if not given.no_write:
        weights.write(NAME, build(fit_all(examples, chains)).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
