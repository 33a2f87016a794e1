"""Write the network as ONNX, its products in eight bits."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch

from training import weights
from training.annotator.encoder import WIDTH
from training.joining.model import Joint
from training.small import quantise

INPUTS = ("rows", "second")
OUTPUTS = ("odds", "kinds")
_PIECES = 9


def write_weights(model: Joint) -> None:
    """Write ``joining.onnx`` into the package, and its hash beside it."""
    with tempfile.TemporaryDirectory() as folder:
        floats, small = Path(folder) / "floats.onnx", Path(folder) / "small.onnx"
        write_onnx(model, floats)
        quantise(floats, small, kinds=("MatMul",), per_channel=True)
        weights.write("joining.onnx", small.read_bytes())


def write_onnx(model: Joint, path: Path) -> None:
    """Write ``model`` in single precision."""
    second = torch.tensor([[0.0] * 4 + [1.0] * (_PIECES - 4)])
    torch.onnx.export(
        model.eval(),
        (torch.zeros(1, _PIECES, WIDTH), second),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "pairs", 1: "pieces"} for name in INPUTS}
        | {name: {0: "pairs"} for name in OUTPUTS},
        opset_version=17,
        dynamo=False,
    )
