"""Write a trained annotator as ONNX: ``python -m training.annotator.export --work WORK``."""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training import weights
from training.annotator.encoder import HEADS, WIDTH
from training.annotator.model import Annotator, of_words
from training.small import quantise

INPUTS = ("pieces", "owners", "firsts", "hints")
TAGS = ("roles", "names", "roles_steps", "roles_firsts", "names_steps", "names_firsts")
OUTPUTS = (*TAGS, "states")
# Of how many layers, the last ones, the words' states are told.
TOLD = 3


class Exported(nn.Module):
    """The annotator with its chains' scores and the words' states among its outputs."""

    def __init__(self, annotator: Annotator) -> None:
        super().__init__()
        self.annotator = annotator

    def forward(
        self, pieces: Tensor, owners: Tensor, firsts: Tensor, hints: Tensor
    ) -> tuple[Tensor, ...]:
        """Return what ``variorum.annotate.annotator`` asks of a model."""
        layers = self.annotator.layers(pieces, owners, hints)
        roles, names = self.annotator.scored(layers[-1], firsts)
        states = torch.cat([of_words(layer, firsts) for layer in layers[-TOLD:]], dim=-1)
        chains = (self.annotator.roles.chain, self.annotator.names.chain)
        parts = [part for chain in chains for part in (chain.steps(), chain.firsts())]
        return roles, names, *parts, states


def write_onnx(annotator: Annotator, path: Path) -> None:
    """Write ``annotator`` in single precision."""
    annotator.eval()
    example = (
        torch.tensor([[101, 7592, 2088, 102]]),
        torch.tensor([[2, 0, 1, 2]]),
        torch.tensor([[1, 2]]),
        torch.zeros(1, 3, 3, dtype=torch.int64),
    )
    torch.onnx.export(
        Exported(annotator),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={
            "pieces": {1: "pieces"},
            "owners": {1: "pieces"},
            "firsts": {1: "words"},
            "hints": {1: "words_and_frame"},
            "roles": {1: "words"},
            "names": {1: "words"},
            "states": {1: "words"},
        },
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(path))
    for output, name in zip(model.graph.output, OUTPUTS, strict=True):
        if output.name != name:  # constants are written under names of their own
            model.graph.node.append(onnx.helper.make_node("Identity", [output.name], [name]))
            output.name = name
    onnx.save(model, str(path))


def fuse(path: Path) -> None:
    """Write a BERT encoder's model anew, with the nodes that onnxruntime runs best."""
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    fused = optimize_model(
        str(path),
        model_type="bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        optimization_options=FusionOptions("bert"),
        opt_level=0,
    )
    fused.save_model_to_file(str(path))


def main() -> None:
    """Write the weights into the package, and their hash beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/annotator"))
    given = parser.parse_args()
    annotator = Annotator()
    annotator.load_state_dict(torch.load(given.work / "model.pt", weights_only=True))
    write_onnx(annotator, given.work / "annotator.onnx")
    fuse(given.work / "annotator.onnx")
    target = given.work / "small.onnx"
    source = given.work / "annotator.onnx"
    quantise(source, target, kinds=("MatMul", "Gather"), per_channel=True)
    weights.write("annotator.onnx", target.read_bytes())


if __name__ == "__main__":
    main()
