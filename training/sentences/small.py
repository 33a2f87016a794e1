"""Rewrite an ONNX model so that its weights are kept in eight bits and used as floats.

Rounding costs least where few numbers share a scale, and what flows through the model is
never rounded: the products are those of floats.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# How many numbers share a scale: down a column of a product, along a row of a table.
BLOCK, GROUP = 32, 48
LARGEST = 127

Blocks = tuple[np.ndarray, np.ndarray]


def rounded(weights: np.ndarray, axis: int) -> Blocks:
    """Return ``weights`` as whole numbers of -127 to 127, and the scales in half precision.

    Args:
        weights: in single precision.
        axis: along which all numbers share a scale; it is kept, with length one.
    """
    largest = np.abs(weights).max(axis=axis, keepdims=True)
    scales = np.maximum(largest / LARGEST, 1e-7).astype(np.float16)
    whole = np.clip(np.rint(weights / scales.astype(np.float32)), -LARGEST, LARGEST)
    return whole.astype(np.int8), scales


def shrink_product(graph: onnx.GraphProto, name: str) -> None:
    """Keep the matrix of a product in blocks; onnxruntime makes it whole once, on loading."""
    matrix = _taken(graph, name)
    rows, columns = matrix.shape
    blocks = rounded(matrix.reshape(rows // BLOCK, BLOCK, columns), 1)
    _insert(graph, _restored(graph, name, blocks, shape=(rows, columns)), 0)


def shrink_table(graph: onnx.GraphProto, name: str) -> None:
    """Keep a table in groups; only the rows that are looked up are made floats."""
    at, gather = next(
        (at, node)
        for at, node in enumerate(graph.node)
        if node.op_type == "Gather" and node.input[0] == name
    )
    looked_up, found = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    table = _taken(graph, name)
    rows, width = table.shape
    blocks = rounded(table.reshape(rows, width // GROUP, GROUP), 2)
    # A length of nought stands for the length that is there.
    nodes = _restored(graph, name, blocks, shape=(0, 0, width), found=found, rows=looked_up)
    _insert(graph, nodes, at)


def shrink_places(graph: onnx.GraphProto, name: str) -> None:
    """Keep a small table in half precision."""
    half = f"{name}_half"
    table = numpy_helper.from_array(_taken(graph, name).astype(np.float16), half)
    graph.initializer.append(table)
    _insert(graph, [helper.make_node("Cast", [half], [name], to=TensorProto.FLOAT)], 0)


def _restored(
    graph: onnx.GraphProto,
    name: str,
    blocks: Blocks,
    *,
    shape: tuple[int, ...],
    found: str | None = None,
    rows: str | None = None,
) -> list[onnx.NodeProto]:
    """Add blocks to a graph and return the nodes that make floats of them, or of some rows."""
    nodes = []
    floats = []
    for part, kept in zip(("whole", "scales"), blocks, strict=True):
        own = f"{name}_{part}"
        graph.initializer.append(numpy_helper.from_array(kept, own))
        if rows is not None:
            nodes.append(helper.make_node("Gather", [own, rows], [f"{own}_rows"]))
            own = f"{own}_rows"
        nodes.append(helper.make_node("Cast", [own], [f"{own}_float"], to=TensorProto.FLOAT))
        floats.append(f"{own}_float")
    sizes = f"{name}_shape"
    graph.initializer.append(numpy_helper.from_array(np.array(shape, dtype=np.int64), sizes))
    nodes.append(helper.make_node("Mul", floats, [f"{name}_blocks"]))
    nodes.append(helper.make_node("Reshape", [f"{name}_blocks", sizes], [found or name]))
    return nodes


def _taken(graph: onnx.GraphProto, name: str) -> np.ndarray:
    """Take an array out of a graph."""
    array = next(one for one in graph.initializer if one.name == name)
    graph.initializer.remove(array)
    return numpy_helper.to_array(array)


def _insert(graph: onnx.GraphProto, nodes: list[onnx.NodeProto], at: int) -> None:
    for offset, node in enumerate(nodes):
        graph.node.insert(at + offset, node)
