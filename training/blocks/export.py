"""Writing the learned numbers and trees as one ONNX file."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper


def build(
    table: NDArray[np.float64],
    dumps: tuple[dict[str, Any], dict[str, Any], dict[str, Any]],
    widths: tuple[int, int, int],
) -> onnx.ModelProto:
    """Return a model with four outputs: ``leaning``, ``chance``, ``news`` and ``kind``.

    ``dumps`` are the LightGBM models behind the last three, ``widths`` how many numbers each reads.
    """
    article, news, kinds = dumps
    classes = kinds["num_class"]
    nodes = [
        helper.make_node("Gather", ["leanings", "bucket"], ["leaning"]),
        ensemble(article, 1, "context", "article_score"),
        helper.make_node("Sigmoid", ["article_score"], ["chance"]),
        ensemble(news, 1, "wide", "news_score"),
        helper.make_node("Sigmoid", ["news_score"], ["news"]),
        ensemble(kinds, classes, "guesses", "kind_score"),
        helper.make_node("Softmax", ["kind_score"], ["kind"], axis=1),
    ]
    given = (("bucket", None), *zip(("context", "wide", "guesses"), widths, strict=True))
    told = (("leaning", None), ("chance", 1), ("news", 1), ("kind", classes))
    graph = helper.make_graph(
        nodes,
        "blocks",
        [_table(name, width) for name, width in given],
        [_table(name, width) for name, width in told],
        [numpy_helper.from_array(table.astype(np.float32), "leanings")],
    )
    return model_of(graph)


def model_of(graph: onnx.GraphProto) -> onnx.ModelProto:
    """Return a graph of trees as a model that onnxruntime reads, checked."""
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    model = helper.make_model(graph, opset_imports=opsets, producer_name="variorum", ir_version=8)
    onnx.checker.check_model(model)
    return model


def _table(name: str, width: int | None) -> onnx.ValueInfoProto:
    """An input or output of rows of numbers, or, without a width, of one number each."""
    kind = TensorProto.INT64 if name == "bucket" else TensorProto.FLOAT
    return helper.make_tensor_value_info(name, kind, [None] if width is None else [None, width])


def ensemble(dump: dict[str, Any], targets: int, source: str, result: str) -> onnx.NodeProto:
    """Return the node of a LightGBM model that reads ``source`` and gives ``result``."""
    columns: dict[str, list[Any]] = {
        name: [] for name in (
            "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_values", "nodes_modes",
            "nodes_truenodeids", "nodes_falsenodeids", "target_treeids", "target_nodeids",
            "target_ids", "target_weights",
        )
    }  # fmt: skip
    for number, tree in enumerate(dump["tree_info"]):
        _walk(tree["tree_structure"], number, number % targets, columns)
    return helper.make_node(
        "TreeEnsembleRegressor", [source], [result], domain="ai.onnx.ml", n_targets=targets,
        post_transform="NONE", aggregate_function="SUM", **columns,
    )  # fmt: skip


def _walk(root: dict[str, Any], tree: int, target: int, columns: dict[str, list[Any]]) -> None:
    """Add the nodes of one tree in breadth-first order."""
    queue = [root]
    place = 0
    while place < len(queue):
        node = queue[place]
        leaf = "leaf_value" in node
        columns["nodes_treeids"].append(tree)
        columns["nodes_nodeids"].append(place)
        columns["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
        columns["nodes_featureids"].append(0 if leaf else node["split_feature"])
        columns["nodes_values"].append(0.0 if leaf else _not_above(node["threshold"]))
        columns["nodes_truenodeids"].append(0 if leaf else len(queue))
        columns["nodes_falsenodeids"].append(0 if leaf else len(queue) + 1)
        if leaf:
            columns["target_treeids"].append(tree)
            columns["target_nodeids"].append(place)
            columns["target_ids"].append(target)
            columns["target_weights"].append(float(node["leaf_value"]))
        else:
            queue += [node["left_child"], node["right_child"]]
        place += 1


def _not_above(threshold: float) -> float:
    """The greatest 32-bit number not above a threshold: the same cut for 32-bit input."""
    single = np.float32(threshold)
    if float(single) > threshold:
        single = np.nextafter(single, np.float32(-np.inf))
    return float(single)
