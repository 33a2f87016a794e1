"""Write the encoder of sentences as ONNX: ``python -m training.sentences.export``.

Nothing is trained: it is all-MiniLM-L6-v2 as it was published, with its table of words in eight
bits and its other weights in half precision.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from training import weights
from training.annotator.encoder import Encoder
from training.annotator.export import fuse
from training.annotator.train import new_model, original
from training.small import shrink


class Sentences(nn.Module):
    """Pieces of one text in; its vector out, the mean of the states at length one, and these."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the vectors of texts of one length, (texts, width), and what is known of pieces.

        These are their states and their rows of the table of words, shape (texts, pieces, width).
        """
        rows = self.encoder.pieces(pieces)
        states = self.encoder.upper(self.encoder.lowest(rows, None), None)[-1]
        return nn.functional.normalize(states.mean(dim=1), dim=1), states, rows


def write_onnx(model: Sentences, path: Path) -> None:
    """Write ``model`` in single precision, with the nodes that onnxruntime runs best."""
    torch.onnx.export(
        model.eval(),
        (torch.tensor([[101, 7592, 2088, 102]]),),
        str(path),
        input_names=["pieces"],
        output_names=["vectors", "states", "rows"],
        dynamic_axes={
            "pieces": {0: "texts", 1: "pieces"},
            "vectors": {0: "texts"},
            "states": {0: "texts", 1: "pieces"},
            "rows": {0: "texts", 1: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )
    fuse(path)


def main() -> None:
    """Write the weights into the package, and their hash beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--work", type=Path, default=Path("build/sentences"))
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    floats = given.work / "floats.onnx"
    write_onnx(Sentences(new_model(given.model or original()).encoder), floats)
    target = given.work / "small.onnx"
    shrink(floats, target)
    weights.write("sentences.onnx", target.read_bytes())


if __name__ == "__main__":
    main()
