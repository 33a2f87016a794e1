"""Fit the weights of ``variorum.align.joining`` and print them beside how they do.

``python -m training.joining.fit --data ../shared/data``. The pairs are those of the open half of
``tests/quality/labels``, and ``neighbours.tsv``: 90 pairs of statements of these stories that are
among the most alike of their reports and that words alone do not settle, judged by reading whether
they answer one question. Folds are by pair of reports.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.quality import _labelled_stories as stories
from tests.quality import statements as labels
from variorum.align.claims import Claim, claims_of
from variorum.align.likeness import compare
from variorum.align.nearness import Nearness
from variorum.align.rarity import rarity
from variorum.model.article import Article
from variorum.model.spans import Spans, overlap

LEAST_FIT = 0.3
FOLDS = 6
THRESHOLDS = (0.7, 0.75, 0.8)
_NEIGHBOURS = Path(__file__).parent / "neighbours.tsv"
_RIDGE = 0.1

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Row:
    """Two passages, whether they answer one question, and whether they are neighbours."""

    articles: tuple[Article, Article]
    spans: tuple[Spans, Spans]
    related: bool
    neighbour: bool


def main() -> None:
    """Print the weights, and precision and recall at some thresholds, fold by fold."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    rows = list(_rows(options.parse_args().data))
    found = [(row, figures) for row in rows if (figures := _figures(row))]
    inputs = np.array([[*figures, 1.0] for _, figures in found])
    related = np.array([row.related for row, _ in found])
    print("weights (near, alike, neither):", np.round(_fitted(inputs, related), 2))
    scores = _cross_validated(inputs, related, [row.articles[0].id for row, _ in found])
    neighbours = np.array([row.neighbour for row, _ in found])
    for name, part in (("labelled", ~neighbours), ("neighbours", neighbours)):
        for least in THRESHOLDS:
            said = (scores >= least) & part
            right = float((said & related).sum())
            print(
                f"{name}, {least}: precision {right / max(1, said.sum()):.2f},"
                f" recall {right / (related & part).sum():.2f}"
            )


def _rows(data: Path) -> Iterator[Row]:
    for pair in (*labels.real(data), *labels.invented()):
        if pair.part.endswith("open"):
            yield Row(pair.articles, pair.spans, pair.relation != "none", neighbour=False)
    with _NEIGHBOURS.open(encoding="utf-8", newline="") as file:
        read = list(DictReader(file, delimiter="\t"))
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in read for side in "ab"}
    texts = stories.printed(data, ends)
    for row in read:
        one, other = (texts[row["set"], row["story"], row[f"document_{s}"]] for s in "ab")
        spans = stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])
        yield Row((one, other), spans, row["related"] == "yes", neighbour=True)


def _figures(row: Row) -> tuple[float, float] | None:
    """Return nearness and likeness of the statements that fit two passages best."""
    articles = [stories.annotated(one) for one in row.articles]
    claims = claims_of(articles)
    sides = [[c for c in claims if c.article.id == one.id] for one in row.articles]
    best = [_best(side, spans) for side, spans in zip(sides, row.spans, strict=True)]
    if best[0] is None or best[1] is None:
        return None
    likeness = compare(best[0], best[1], rarity([claim.keys for claim in side] for side in sides))
    (near,) = Nearness(articles).between([(best[0], best[1])])
    return near, likeness.score


def _best(claims: Sequence[Claim], wanted: Spans) -> Claim | None:
    fits = [(_iou(claim.statement.spans, wanted), -at) for at, claim in enumerate(claims)]
    fit, at = max(fits, default=(0.0, 0))
    return claims[-at] if fit >= LEAST_FIT else None


def _iou(found: Spans, wanted: Spans) -> float:
    shared = sum(overlap(a, b) for a in found for b in wanted)
    return shared / (sum(e - s for s, e in (*found, *wanted)) - shared)


def _fitted(inputs: Floats, related: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method."""
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        said = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (related - said) - _RIDGE * weights
        curve = (inputs * (said * (1 - said))[:, None]).T @ inputs
        weights += np.linalg.solve(curve + _RIDGE * np.eye(len(weights)), slope)
    return weights


def _cross_validated(inputs: Floats, related: Floats, groups: Sequence[str]) -> Floats:
    folds = np.array([sorted(set(groups)).index(group) % FOLDS for group in groups])
    scores = np.zeros(len(inputs))
    for fold in range(FOLDS):
        weights = _fitted(inputs[folds != fold], related[folds != fold])
        scores[folds == fold] = 1 / (1 + np.exp(-inputs[folds == fold] @ weights))
    return scores


if __name__ == "__main__":
    main()
