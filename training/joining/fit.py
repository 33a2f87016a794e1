"""Fit the weights of ``variorum.align.relating.bearing`` and print them beside how they do.

``python -m training.joining.fit --data ../shared/data``. The pairs are those of the open half of
``tests/quality/labels``: what is labelled as related bears on one point; what is labelled as
unrelated does not, nor does what else the other report says beside a passage with a related one.
``neighbours.tsv`` are pairs of statements of these stories that an earlier version took for near,
judged by reading whether they answer one question. Folds are by stories.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from csv import DictReader
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from tests.quality import _labelled_stories as stories
from tests.quality import statements as labels
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.bearing import Features, features, sides_of
from variorum.align.relating.likeness import compare
from variorum.align.relating.nearness import Edge, read_nearness
from variorum.model.article import Article
from variorum.model.spans import Spans, overlap

LEAST_FIT = 0.4
FOLDS = 6
THRESHOLDS = (0.2, 0.35, 0.5)
# A judged pair weighs as much as so many that are only not labelled.
JUDGED = 3.0
_NEIGHBOURS = Path(__file__).parent / "neighbours.tsv"
_RIDGE = 1.0

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Judgement = tuple[Spans, Spans, bool]
Reports = tuple[str, Article, Article]


@dataclass(frozen=True)
class Row:
    """A pair of claims: what is asked of it, whether it is related, and who said so."""

    asked: Features
    related: bool
    judged: bool
    group: str


def main() -> None:
    """Print the weights, and precision and recall of the judged pairs at some thresholds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    found = list(rows(options.parse_args().data))
    names = list(found[0].asked)
    inputs = np.array([list(row.asked.values()) for row in found])
    related = np.array([row.related for row in found])
    weights = np.array([JUDGED if row.judged else 1.0 for row in found])
    fitted = _fitted(inputs, related, weights)
    for name, value in zip(names, fitted, strict=True):
        print(f'        "{name}": {value:.2f},')
    scores = _cross_validated(inputs, related, weights, [row.group for row in found])
    judged = np.array([row.judged for row in found])
    for least in THRESHOLDS:
        said = (scores >= least) & judged
        right = float((said & related).sum())
        print(
            f"judged, {least}: precision {right / max(1, said.sum()):.2f},"
            f" recall {right / (related & judged).sum():.2f}"
        )


def rows(data: Path) -> Iterator[Row]:
    """Yield the pairs of claims that are judged, or stand beside a judged one."""
    for (story, *articles), judgements in _judgements(data).items():
        yield from _rows(story, articles, judgements)


def _judgements(data: Path) -> Mapping[Reports, list[Judgement]]:
    found: dict[Reports, list[Judgement]] = defaultdict(list)
    for pair in (*labels.real(data), *labels.invented()):
        if pair.part.endswith("open"):
            found[pair.story, *pair.articles].append((*pair.spans, pair.relation != "none"))
    with _NEIGHBOURS.open(encoding="utf-8", newline="") as file:
        read = list(DictReader(file, delimiter="\t"))
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in read for side in "ab"}
    texts = stories.printed(data, ends)
    for row in read:
        one, other = (texts[row["set"], row["story"], row[f"document_{s}"]] for s in "ab")
        spans = stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])
        found[row["story"], one, other].append((*spans, row["related"] == "yes"))
    return found


def _rows(
    story: str, articles: Sequence[Article], judgements: Sequence[Judgement]
) -> Iterator[Row]:
    witnesses = [stories.annotated(one) for one in articles]
    claims = claims_of(witnesses)
    rare = rarity([c.keys for c in group] for _, group in groupby(claims, key=_witness))
    numbers = [[n for n, c in enumerate(claims) if c.article.id == a.id] for a in articles]
    if not all(numbers):
        return
    judged: dict[Edge, bool] = {}
    for spans_one, spans_other, related in judgements:
        ends = [
            _fitting(claims, *side) for side in zip(numbers, (spans_one, spans_other), strict=True)
        ]
        for edge in ((a, b) for a in ends[0] for b in ends[1]):
            judged[edge] = judged.get(edge, False) or related
    touched = [{edge[side] for edge, related in judged.items() if related} for side in (0, 1)]
    sides = sides_of(numbers[0], numbers[1], read_nearness(witnesses, claims, ()))
    asked = sides.nearest() | judged.keys()
    likenesses = {edge: compare(claims[edge[0]], claims[edge[1]], rare) for edge in asked}
    for edge, found in features(sides, claims, likenesses).items():
        if edge in judged or edge[0] in touched[0] or edge[1] in touched[1]:
            yield Row(found, judged.get(edge, False), edge in judged, story)


def _witness(claim: Claim) -> str:
    return claim.article.id


def _fitting(claims: Sequence[Claim], numbers: Sequence[int], wanted: Spans) -> list[int]:
    """Return the claims that fit a passage."""
    return [n for n in numbers if _iou(claims[n].statement.spans, wanted) >= LEAST_FIT]


def _iou(found: Spans, wanted: Spans) -> float:
    shared = sum(overlap(a, b) for a in found for b in wanted)
    return shared / (sum(e - s for s, e in (*found, *wanted)) - shared)


def _fitted(inputs: Floats, related: Floats, weights: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method."""
    fitted = np.zeros(inputs.shape[1])
    for _ in range(30):
        said = 1 / (1 + np.exp(-inputs @ fitted))
        slope = inputs.T @ (weights * (related - said)) - _RIDGE * fitted
        curve = (inputs * (weights * said * (1 - said))[:, None]).T @ inputs
        fitted += np.linalg.solve(curve + _RIDGE * np.eye(len(fitted)), slope)
    return fitted


def _cross_validated(
    inputs: Floats, related: Floats, weights: Floats, groups: Sequence[str]
) -> Floats:
    folds = np.array([sorted(set(groups)).index(group) % FOLDS for group in groups])
    scores = np.zeros(len(inputs))
    for fold in range(FOLDS):
        seen = folds != fold
        fitted = _fitted(inputs[seen], related[seen], weights[seen])
        scores[~seen] = 1 / (1 + np.exp(-inputs[~seen] @ fitted))
    return scores


if __name__ == "__main__":
    main()
