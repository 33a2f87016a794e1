"""Fit the weights of ``variorum.align.relating.bearing`` and print them beside how they do.

``python -m training.joining.fit --data ../shared/data``. ``pairs.tsv`` holds pairs of statements
of reports in stories that have no label in ``tests/quality/labels``, by document and offsets. For
some claims of a report the three of the other that an earlier version took for the likeliest were
read side by side in random order, by the guidelines there (``statements.md``), without its score:
what ``relation`` the two have, which of them (``a``, ``b``) is the stronger or broader one, and
whether the reader was ``sure``. What was joined by words then was read too. Folds are by stories.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from csv import DictReader
from dataclasses import dataclass
from hashlib import sha1
from itertools import groupby
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.quality import _labelled_stories as stories
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.bearing import Features, features, sides_of
from variorum.align.relating.likeness import compare
from variorum.align.relating.nearness import Edge, read_nearness
from variorum.model.article import Article
from variorum.model.spans import Spans, overlap

# A claim that fits the passage that was read so far is that passage.
LEAST_FIT = 0.8
FOLDS = 5
PRECISIONS = (0.8, 0.7, 0.6, 0.5)
_PAIRS = Path(__file__).parent / "pairs.tsv"

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Judgement = tuple[Spans, Spans, bool]
Reports = tuple[str, Article, Article]


@dataclass(frozen=True)
class Row:
    """A pair of claims: what is asked of it, whether it is related, and the story it is of."""

    asked: Features
    related: bool
    story: str


def main() -> None:
    """Print the weights, and how much of what is related is found at some precisions."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    found = list(rows(options.parse_args().data))
    names = list(found[0].asked)
    inputs = np.array([list(row.asked.values()) for row in found])
    related = np.array([row.related for row in found])
    for name, value in zip(names, _fitted(inputs, related), strict=True):
        print(f'        "{name}": {value:.2f},')
    scores = _cross_validated(inputs, related, [row.story for row in found])
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(related[order])
    precision = right / np.arange(1, len(order) + 1)
    print(f"{len(found)} pairs, {related.sum()} of them related")
    for least in PRECISIONS:
        enough = np.flatnonzero(precision >= least)
        recall = right[enough[-1]] / related.sum() if len(enough) else 0.0
        print(f"precision {least}: recall {recall:.3f}")


def rows(data: Path) -> Iterator[Row]:
    """Yield the pairs of claims that were read, as far as the claims are still told so."""
    for (story, *articles), judgements in _judgements(data).items():
        yield from _rows(story, articles, judgements)


def _judgements(data: Path) -> Mapping[Reports, list[Judgement]]:
    with _PAIRS.open(encoding="utf-8", newline="") as file:
        read = list(DictReader(file, delimiter="\t"))
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in read for side in "ab"}
    texts = stories.printed(data, ends)
    found: dict[Reports, list[Judgement]] = defaultdict(list)
    for row in read:
        one, other = (texts[row["set"], row["story"], row[f"document_{s}"]] for s in "ab")
        spans = stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])
        found[row["story"], one, other].append((*spans, row["relation"] != "none"))
    return found


def _rows(
    story: str, articles: Sequence[Article], judgements: Sequence[Judgement]
) -> Iterator[Row]:
    witnesses = [stories.annotated(one) for one in articles]
    claims = claims_of(witnesses)
    rare = rarity([c.keys for c in group] for _, group in groupby(claims, key=_witness))
    numbers = [[n for n, c in enumerate(claims) if c.article.id == a.id] for a in articles]
    judged: dict[Edge, bool] = {}
    for spans_one, spans_other, related in judgements:
        ends = zip(numbers, (spans_one, spans_other), strict=True)
        fitting = [[n for n in side if _iou(claims[n], spans) >= LEAST_FIT] for side, spans in ends]
        judged |= {(a, b): related for a in fitting[0] for b in fitting[1]}
    sides = sides_of(numbers[0], numbers[1], read_nearness(witnesses, claims, ()))
    likenesses = {edge: compare(claims[edge[0]], claims[edge[1]], rare) for edge in judged}
    for edge, asked in features(sides, claims, likenesses, rare).items():
        yield Row(asked, judged[edge], story)


def _witness(claim: Claim) -> str:
    return claim.article.id


def _iou(claim: Claim, wanted: Spans) -> float:
    found = claim.statement.spans
    shared = sum(overlap(a, b) for a in found for b in wanted)
    return shared / (sum(e - s for s, e in (*found, *wanted)) - shared)


def _fitted(inputs: Floats, related: Floats) -> Floats:
    """Return the weights of a logistic regression; the first figure is always one."""
    found = LogisticRegression(C=1.0, fit_intercept=False, tol=1e-8, max_iter=1000)
    weights: Floats = found.fit(inputs, related).coef_[0]
    return weights


def _cross_validated(inputs: Floats, related: Floats, groups: Sequence[str]) -> Floats:
    """Return for each row how likely it is by the weights of the other folds."""
    folds = np.array([int(sha1(group.encode()).hexdigest(), 16) % FOLDS for group in groups])
    scores = np.zeros(len(inputs))
    for fold in range(FOLDS):
        seen = folds != fold
        scores[~seen] = 1 / (1 + np.exp(-inputs[~seen] @ _fitted(inputs[seen], related[seen])))
    return scores


if __name__ == "__main__":
    main()
