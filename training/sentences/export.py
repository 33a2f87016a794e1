"""Write the encoder of sentences as ONNX: ``python -m training.sentences.export``.

Nothing is trained: it is all-MiniLM-L6-v2 as it was published, with its table of words in eight
bits and its other weights in half precision.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training.annotator.encoder import HEADS, WIDTH, Encoder
from training.annotator.train import new_model, original
from training.sentences.small import halve, shrink_table

WEIGHTS = Path("src/variorum/weights")


class Sentences(nn.Module):
    """Pieces of one text in, its vector out: the mean of the states, brought to length one."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the vectors of texts of one length, shape (texts, width)."""
        states = self.encoder.upper(self.encoder.lower(pieces, None), None)
        return nn.functional.normalize(states.mean(dim=1), dim=1)


def write_onnx(model: Sentences, path: Path) -> None:
    """Write ``model`` in single precision, with the nodes that onnxruntime runs best."""
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    torch.onnx.export(
        model.eval(),
        (torch.tensor([[101, 7592, 2088, 102]]),),
        str(path),
        input_names=["pieces"],
        output_names=["vectors"],
        dynamic_axes={"pieces": {0: "texts", 1: "pieces"}, "vectors": {0: "texts"}},
        opset_version=17,
        dynamo=False,
    )
    fused = optimize_model(
        str(path),
        model_type="bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        optimization_options=FusionOptions("bert"),
        opt_level=0,
    )
    fused.save_model_to_file(str(path))


def shrunk(path: Path, target: Path) -> None:
    """Write a model with its table of words in eight bits and its matrices in half precision.

    Args:
        path: of a model in single precision.
        target: the file to write.
    """
    model = onnx.load(str(path))
    matrices = [node.input[1] for node in model.graph.node if node.op_type == "MatMul"]
    for name in [*matrices, "encoder.places.weight"]:
        halve(model.graph, name)
    shrink_table(model.graph, "encoder.pieces.weight")
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def main() -> None:
    """Write the weights into the package, and their hash beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--work", type=Path, default=Path("build/sentences"))
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    floats = given.work / "floats.onnx"
    write_onnx(Sentences(new_model(given.model or original()).encoder), floats)
    target = WEIGHTS / "sentences.onnx"
    shrunk(floats, target)
    sums = WEIGHTS / "SHA256SUMS"
    others = [line for line in sums.read_text().splitlines() if not line.endswith(target.name)]
    line = f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {target.name}"
    sums.write_text("\n".join(sorted([*others, line], key=lambda row: row.split()[1])) + "\n")


if __name__ == "__main__":
    main()
