"""Rewrite an ONNX model so that its weights are kept small.

``shrink`` keeps what flows through the model in single precision; ``quantise`` multiplies in eight
bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# How many numbers of a row of a table share a scale.
GROUP = 48
LARGEST = 127


def shrink(path: Path, target: Path) -> None:
    """Write a model with its table of words in eight bits and its matrices in half precision.

    Args:
        path: of a model in single precision whose table is ``encoder.pieces.weight``.
        target: the file to write.
    """
    model = onnx.load(str(path))
    graph = model.graph
    stored = {one.name for one in graph.initializer}
    matrices = {node.input[1] for node in graph.node if node.op_type == "MatMul"}
    places = {name for name in stored if name.endswith("encoder.places.weight")}
    for name in sorted(matrices & stored | places):
        halve(graph, name)
    (table,) = (name for name in stored if name.endswith("encoder.pieces.weight"))
    shrink_table(graph, table)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def quantise(path: Path, target: Path, *, kinds: Sequence[str], per_channel: bool) -> None:
    """Write a model with some of its nodes in eight bits, seven of them used.

    So no sum overflows on processors without wide products: all give the same. What flows in is
    scaled call by call.

    Args:
        path: of a model in single precision.
        target: the file to write.
        kinds: of the nodes.
        per_channel: weights have a scale for each channel.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(path),
        str(target),
        per_channel=per_channel,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=list(kinds),
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
    )


def halve(graph: onnx.GraphProto, name: str) -> None:
    """Keep an array in half precision; onnxruntime makes it single once, on loading."""
    half = f"{name}_half"
    graph.initializer.append(numpy_helper.from_array(_taken(graph, name).astype(np.float16), half))
    graph.node.insert(0, helper.make_node("Cast", [half], [name], to=TensorProto.FLOAT))


def shrink_table(graph: onnx.GraphProto, name: str) -> None:
    """Keep a table of words in eight bits; only the rows that are looked up are made floats."""
    at, gather = next(
        (at, node)
        for at, node in enumerate(graph.node)
        if node.op_type == "Gather" and node.input[0] == name
    )
    graph.node.remove(gather)
    kept = dict(zip(("whole", "scales"), rounded(_taken(graph, name)), strict=True))
    nodes = []
    for part, array in kept.items():
        own = f"{name}_{part}"
        graph.initializer.append(numpy_helper.from_array(array, own))
        nodes += [
            helper.make_node("Gather", [own, gather.input[1]], [f"{own}_rows"]),
            helper.make_node("Cast", [f"{own}_rows"], [f"{own}_float"], to=TensorProto.FLOAT),
        ]
    sizes = f"{name}_shape"
    width = kept["whole"].shape[1] * GROUP
    # A length of nought stands for the length that is there.
    graph.initializer.append(numpy_helper.from_array(np.array([0, 0, width]), sizes))
    floats = [f"{name}_{part}_float" for part in kept]
    nodes.append(helper.make_node("Mul", floats, [f"{name}_groups"]))
    nodes.append(helper.make_node("Reshape", [f"{name}_groups", sizes], [gather.output[0]]))
    for offset, node in enumerate(nodes):
        graph.node.insert(at + offset, node)


def rounded(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a table as whole numbers of -127 to 127 in groups, and a scale for each group.

    Args:
        table: in single precision, shape (rows, width); the width is a multiple of ``GROUP``.
    """
    groups = table.reshape(len(table), -1, GROUP)
    largest = np.abs(groups).max(axis=2, keepdims=True)
    scales = np.maximum(largest / LARGEST, 1e-7).astype(np.float16)
    whole = np.clip(np.rint(groups / scales.astype(np.float32)), -LARGEST, LARGEST)
    return whole.astype(np.int8), scales


def _taken(graph: onnx.GraphProto, name: str) -> np.ndarray:
    """Take an array out of a graph."""
    array = next(one for one in graph.initializer if one.name == name)
    graph.initializer.remove(array)
    return numpy_helper.to_array(array)
