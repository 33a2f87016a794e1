"""Teach the reader of places, fit its judge, and write: see ``training.ledger``.

``python -m training.ledger.fit --data ../shared/data``. What is printed is told in folds by
stories: the rules alone, the model alone, and both as the judge weighs them.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn

from training import weights
from training.ledger.examples import FOLDS, Example, Key, examples
from training.ledger.model import ENCODED, LAYERS, STATE, Reader
from training.ledger.teach import ask, teach
from training.small import halve
from variorum.annotate.placing.chances import LEAST, ROWS
from variorum.annotate.placing.judging import RULED, SEEN, TRUSTED, evidence

NAME = "ledger.onnx"
SEED = 1
INPUTS = {
    "states": {1: "words"},
    "encoded": {1: "words"},
    "relations": {1: "words"},
    "heads": {1: "places"},
    "features": {1: "places"},
    "sure": {1: "places"},
    "steps": {1: "places", 2: "words"},
    "sides": {1: "places", 2: "words"},
}
# Tables with more numbers than this are kept in half precision.
LARGE = 1_000
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Judged:
    """What the rules and the model say of the rows of some sentences, and what the labels do."""

    def __init__(self, told: Sequence[Example], chances: Sequence[np.ndarray]) -> None:
        self.missed = 0
        figures, right, kinds = [], [], []
        for one, chance in zip(told, chances, strict=True):
            asked = dict(_asked(one, chance))
            self.missed += sum(key not in asked for key in one.wanted)
            figures += list(asked.values())
            right += [key in one.wanted for key in asked]
            kinds += [key[1] for key in asked]
        self.figures: Floats = np.array(figures)
        self.right, self.kinds = np.array(right), np.array(kinds)

    def told(self, likely: np.ndarray) -> str:
        """Return precision, recall and F1 of the rows that are likely."""
        hit = (likely & self.right).sum()
        wanted = self.right.sum() + self.missed
        found = max(1, likely.sum())
        return f"P {hit / found:.3f} R {hit / wanted:.3f} F1 {2 * hit / (found + wanted):.3f}"


def _asked(one: Example, chance: np.ndarray) -> Iterator[tuple[Key, tuple[float, ...]]]:
    """Yield the rows of a sentence that the judge is asked of, with what speaks for them."""
    spans = [(place, place + 1) for place in range(len(chance))]
    ruled = {(spans[place], ROWS[row]) for place, row in one.ruled}
    seen = {
        (spans[place], ROWS[row]): float(chance[place, row])
        for place, row in np.argwhere(chance >= LEAST).tolist()
    }
    for span, kind in dict.fromkeys([*sorted(ruled), *seen]):
        key = (span[0], ROWS.index(kind))
        if key not in one.doubtful:
            yield key, evidence((span, kind), ruled, seen)


def main() -> None:
    """Cross-validate, teach on all, and write the weights; print those of the judge."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--no-write", action="store_true")
    given = options.parse_args()
    torch.set_num_threads(1)
    told = list(examples(given.data))
    print(f"{len(told)} sentences, {sum(len(one.wanted) for one in told)} rows")
    folds = []
    for fold in range(FOLDS):
        others = [one for one in told if one.fold != fold]
        own = [one for one in told if one.fold == fold]
        folds.append(Judged(own, list(ask(teach(others, SEED), own))))
        print(f"fold {fold}: rules {folds[-1].told(folds[-1].figures[:, 2] > 0)}", flush=True)
    _report(folds)
    if not given.no_write:
        weights.write(NAME, export(teach(told, SEED)))


def _report(folds: Sequence[Judged]) -> None:
    """Print how the judge does in folds, by threshold and kind, and the weights fitted on all."""
    chances = []
    for own in folds:
        others = [one for one in folds if one is not own]
        chances.append(_fit(others).predict_proba(own.figures)[:, 1])
    whole, likely = _joined(folds), np.concatenate(chances)
    ruled = whole.figures[:, 2] > 0
    print("rules", whole.told(ruled))
    for least in THRESHOLDS:
        print(f"both, from {least}", whole.told(likely >= least))
    stays = np.where(ruled, likely >= RULED, likely >= SEEN)
    stays |= ruled & np.isin(whole.kinds, [ROWS.index(kind) for kind in TRUSTED])
    print("as the judge does", whole.told(stays))
    for row, kind in enumerate(ROWS):
        own = whole.kinds == row
        right = (whole.right & own & stays).sum()
        print(f"{kind:18} of {(whole.right & own).sum():4} {right:4}, told {(own & stays).sum():4}")
    print("WEIGHTS =", tuple(round(float(one), 2) for one in _fit(folds).coef_[0]))


def _fit(folds: Sequence[Judged]) -> LogisticRegression:
    whole = _joined(folds)
    return LogisticRegression(C=1.0, fit_intercept=False).fit(whole.figures, whole.right)


def _joined(folds: Sequence[Judged]) -> Judged:
    whole = Judged((), ())
    whole.missed = sum(one.missed for one in folds)
    whole.figures = np.concatenate([one.figures for one in folds])
    whole.right = np.concatenate([one.right for one in folds])
    whole.kinds = np.concatenate([one.kinds for one in folds])
    return whole


def export(model: Reader) -> bytes:
    """Return the network as ONNX, its tables in half precision."""

    class Exported(nn.Module):
        """The network with its inputs one by one."""

        def __init__(self) -> None:
            super().__init__()
            self.reader = model

        def forward(self, *asked: Tensor) -> Tensor:
            """Return the scores of one sentence, shape (1, places, words, rows)."""
            scores: Tensor = self.reader(dict(zip(INPUTS, asked, strict=True)))
            return scores

    written = io.BytesIO()
    torch.onnx.export(
        Exported().eval(),
        _sample(),
        written,
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_axes={**INPUTS, "scores": {1: "places", 2: "words"}},
        opset_version=17,
        dynamo=False,
    )
    made = onnx.load_from_string(written.getvalue())
    for name in [one.name for one in made.graph.initializer if np.prod(one.dims) > LARGE]:
        halve(made.graph, name)
    onnx.checker.check_model(made)
    return bytes(made.SerializeToString(deterministic=True))


def _sample() -> tuple[Tensor, ...]:
    """Return inputs for four words and two places."""
    words, places = 4, 2
    one = torch.zeros(1, places, dtype=torch.int64)
    pairs = torch.zeros(1, places, words, dtype=torch.int64)
    states, encoded = torch.randn(1, words, LAYERS * STATE), torch.randn(1, words, ENCODED)
    relations = torch.zeros(1, words, dtype=torch.int64)
    return states, encoded, relations, one + 1, one, one, pairs, pairs


if __name__ == "__main__":
    main()
