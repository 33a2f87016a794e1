"""Writing the learned numbers and trees as one ONNX file."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper


def build(
    table: NDArray[np.float64],
    article: dict[str, Any],
    kinds: dict[str, Any],
    widths: tuple[int, int],
) -> onnx.ModelProto:
    """Return a model with three outputs: ``leaning``, ``chance`` and ``kind``.

    ``article`` and ``kinds`` are dumped LightGBM models, ``widths`` how many numbers each reads.
    """
    classes = kinds["num_class"]
    nodes = [
        helper.make_node("Gather", ["leanings", "bucket"], ["leaning"]),
        _ensemble(article, 1, "context", "article_score"),
        helper.make_node("Sigmoid", ["article_score"], ["chance"]),
        _ensemble(kinds, classes, "guesses", "kind_score"),
        helper.make_node("Softmax", ["kind_score"], ["kind"], axis=1),
    ]
    real, whole = TensorProto.FLOAT, TensorProto.INT64
    graph = helper.make_graph(
        nodes,
        "blocks",
        [
            helper.make_tensor_value_info("bucket", whole, [None]),
            helper.make_tensor_value_info("context", real, [None, widths[0]]),
            helper.make_tensor_value_info("guesses", real, [None, widths[1]]),
        ],
        [
            helper.make_tensor_value_info("leaning", real, [None]),
            helper.make_tensor_value_info("chance", real, [None, 1]),
            helper.make_tensor_value_info("kind", real, [None, classes]),
        ],
        [numpy_helper.from_array(table.astype(np.float32), "leanings")],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    model = helper.make_model(graph, opset_imports=opsets, producer_name="variorum", ir_version=8)
    onnx.checker.check_model(model)
    return model


def _ensemble(dump: dict[str, Any], targets: int, source: str, result: str) -> onnx.NodeProto:
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
