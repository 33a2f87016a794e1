"""Fits the score of a pair of sketches: ``python -m training.stories.pairs --data ../shared/data``.

The pairs are those that the window of a stream offers, over the parts of two sets that are not
scored. Each is learned from three times: as it is, with its dates unknown, and as a headline alone,
which is all that some feeds give.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import lightgbm
import numpy as np
from onnx import TensorProto, helper

from tests.quality import _story_sets as sets
from training import weights
from training.blocks.export import ensemble, model_of
from variorum.cluster.pairs import FIGURES, WEIGHTS, Lengths, figures
from variorum.cluster.sketches import sketch
from variorum.cluster.window import Window
from variorum.model.annotation import AnnotatedArticle
from variorum.model.stream import Sketch
from variorum.weights.sentences import vectors

# How many days apart two texts of a set may be, and how much the set counts for.
SETS = {"allsides": (10, 1.0), "news_cluster": (3650, 1.0)}
SHARES = {"plain": 1.0, "undated": 0.5, "headline": 0.5}
# More of these never makes one event less likely (1), or never more likely (-1).
SIGNS = {"near": 1, "title": 1, "title in text": 1, "words": 1, "names": 1, "days": -1}
POSITIVES = 500
TREES = {"n_estimators": 200, "num_leaves": 6, "learning_rate": 0.04, "min_child_samples": 40}

Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Truth = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True)
class Example:
    """A text's story, its sketch, and the sketch of its headline alone."""

    story: str
    whole: Sketch
    headline: Sketch


def read(data: Path) -> dict[str, list[Example]]:
    """Return the examples of each set in order of date."""
    found = {
        "allsides": sets.allsides(data, scored=False),
        "news_cluster": sets.news_cluster(data, scored=False),
    }
    return {name: [_example(*row) for row in texts] for name, texts in found.items()}


def _example(story: str, text: AnnotatedArticle) -> Example:
    head, *_ = text.article.blocks
    alone = replace(text, article=replace(text.article, blocks=(head,)))
    return Example(story, sketch(text, vectors)[0], sketch(alone, vectors)[0])


def fit(examples: dict[str, list[Example]]) -> lightgbm.LGBMClassifier:
    """Fit the trees on all pairs, each set and each kind of copy with its share."""
    tables, truths, shares = [], [], []
    for name, texts in examples.items():
        days, share = SETS[name]
        for kind, (table, truth) in copies(texts, days).items():
            tables.append(table)
            truths.append(truth)
            weight = share * SHARES[kind] * POSITIVES / truth.sum()
            shares.append(np.full(len(truth), weight))
            print(f"{name}, {kind}: {len(truth)} pairs, {truth.sum()} of one story")
    signs = [SIGNS.get(name, 0) for name in FIGURES]
    trees = lightgbm.LGBMClassifier(
        **TREES,
        monotone_constraints=signs,
        verbose=-1,
        n_jobs=1,
        random_state=0,
        deterministic=True,
    )
    return trees.fit(np.vstack(tables), np.concatenate(truths), np.concatenate(shares))


def copies(texts: Sequence[Example], days: int) -> dict[str, tuple[Table, Truth]]:
    """Return the figures of the pairs and which are of one story, for each kind of copy."""
    stories = [text.story for text in texts]
    table, truth = pairs([text.whole for text in texts], stories, days)
    undated = table.copy()
    undated[:, FIGURES.index("days")] = 0.0
    undated[:, FIGURES.index("undated")] = 1.0
    return {
        "plain": (table, truth),
        "undated": (undated, truth),
        "headline": pairs([text.headline for text in texts], stories, days),
    }


def pairs(sketches: Sequence[Sketch], stories: Sequence[str], days: int) -> tuple[Table, Truth]:
    """Return the figures of the pairs that a window of so many days offers, and the truth."""
    window = Window(days)
    rows, truth = [], []
    for at, one in enumerate(sketches):
        window.add(one)
        lengths = Lengths(window.weigh)
        for other in window.candidates(at):
            rows.append(figures(window.pair(at, other), lengths))
            truth.append(stories[at] == stories[other])
    return np.array(rows), np.array(truth)


def export(trees: lightgbm.LGBMClassifier) -> bytes:
    """Return the trees as a model that takes ``pair`` and gives ``chance``."""
    nodes = [
        ensemble(trees.booster_.dump_model(), 1, "pair", "score"),
        helper.make_node("Sigmoid", ["score"], ["chance"]),
    ]
    given = helper.make_tensor_value_info("pair", TensorProto.FLOAT, [None, len(FIGURES)])
    told = helper.make_tensor_value_info("chance", TensorProto.FLOAT, [None, 1])
    model = model_of(helper.make_graph(nodes, "stories", [given], [told]))
    return bytes(model.SerializeToString(deterministic=True))


def main() -> None:
    """Read, fit, write the model and its checksum."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    weights.write(WEIGHTS, export(fit(read(options.parse_args().data))))


if __name__ == "__main__":
    main()
