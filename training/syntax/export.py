"""Write a trained parser as ONNX: ``python -m training.syntax.export --work WORK``."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from training import weights
from training.small import quantise
from training.syntax.model import LAYERS, STATE, Parser

NAME = "syntax.onnx"
OUTPUTS = ("heads", "relations", "encoded")


class Exported(nn.Module):
    """The parser for one sentence, with the relations to the heads that score best."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return what ``variorum.annotate.syntax`` asks of the model."""
        encoded = self.parser.encoded(states)
        heads = self.parser.heads(encoded)
        relations = self.parser.related(encoded, heads.argmax(-1))
        return heads[0], relations[0], encoded[0]


def write_onnx(parser: Parser, path: Path) -> None:
    """Write ``parser`` in single precision."""
    torch.onnx.export(
        Exported(parser).eval(),
        (torch.randn(1, 7, LAYERS * STATE),),
        str(path),
        input_names=["states"],
        output_names=list(OUTPUTS),
        dynamic_axes={
            "states": {1: "words"},
            "heads": {0: "words", 1: "words_and_root"},
            "relations": {0: "words"},
            "encoded": {0: "words"},
        },
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Write the weights into the package, and their hash beside them."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--work", type=Path, default=Path("build/syntax"))
    given = arguments.parse_args()
    parser = Parser()
    parser.load_state_dict(torch.load(given.work / "model.pt", weights_only=True))
    write_onnx(parser, given.work / "syntax.onnx")
    source, target = given.work / "syntax.onnx", given.work / "small.onnx"
    quantise(source, target, kinds=("MatMul", "LSTM"), per_channel=False)
    weights.write(NAME, (given.work / "small.onnx").read_bytes())


if __name__ == "__main__":
    main()
