"""Fit how claims are joined: the weights of figures, and the network that reads both.

``python -m training.joining.fit --data ../shared/data`` writes ``joining.onnx``, and prints the
numbers of ``variorum.align.relating.bearing`` beside how they do. ``pairs.tsv`` holds pairs of
statements of reports in stories that have no label in ``tests/quality/labels``, by document and
offsets: what ``relation`` the two have by the guidelines there (``statements.md``), which of them
(``a``, ``b``) is the stronger or broader one, and whether the reader was ``sure``. How they were
``drawn``: for some claims of a report (``claim``) the three of the other that an earlier version
took for the likeliest were read side by side in random order, without its score, and what was
joined by words; and of the same reports all pairs were read that the next version gave a chance of
a tenth or more (``likely``). Folds are by stories; what is found is told of the first kind alone.

The network is taught on all folds but the first, and weighed beside the figures on that one.
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
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.quality import _labelled_stories as stories
from training.joining.export import write_weights
from training.joining.lessons import lessons
from training.joining.teach import Example, ask, teach
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.bearing import Features, features, sides_of
from variorum.align.relating.joining import LEAST_READ
from variorum.align.relating.likeness import compare
from variorum.align.relating.nearness import Edge, read_nearness
from variorum.model.article import Article
from variorum.model.spans import Spans, overlap

# A claim that fits the passage that was read so far is that passage.
LEAST_FIT = 0.8
FOLDS = 5
SEED = 1
PRECISIONS = (0.8, 0.7, 0.6, 0.5)
_PAIRS = Path(__file__).parent / "pairs.tsv"

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Reports = tuple[str, Article, Article]


class Judged(NamedTuple):
    """What a reader said of a pair, and how it was drawn."""

    related: bool
    drawn: str


Judgement = tuple[Spans, Spans, Judged]


@dataclass(frozen=True)
class Row:
    """A pair of claims: what is asked of it, whether it is related, and the story it is of."""

    asked: Features
    example: Example
    story: str
    drawn: str


def main() -> None:
    """Fit both, print the numbers, and write the network."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    data = options.parse_args().data
    found = list(rows(data))
    names = list(found[0].asked)
    inputs = np.array([list(row.asked.values()) for row in found])
    related = np.array([row.example.related for row in found])
    folds = np.array([fold_of(row.story) for row in found])
    counted = np.array([row.drawn == "claim" for row in found])
    weights = _fitted(inputs, related)
    for name, value in zip(names, weights, strict=True):
        print(f'        "{name}": {value:.2f},')
    figures = _cross_validated(inputs, related, folds)
    told("figures", figures[counted], related[counted])
    held = np.flatnonzero(folds == 0)
    examples = [row.example for row in found if fold_of(row.story)]
    model = teach(lessons(data, SEED), examples, SEED)
    write_weights(model)
    reading = ask(model, [found[at].example for at in held])
    likely = likelihoods(figures[held]) >= LEAST_READ
    both = np.column_stack([figures[held], reading, np.ones(len(held))])
    weights = _fitted(both[likely], related[held][likely])
    print("OF_FIGURES, OF_READING, OF_BOTH =", *(f"{value:.2f}" for value in weights))
    mine = counted[held]
    told("figures, first fold", figures[held][mine], related[held][mine])
    weighed = np.where(likely, both @ weights, figures[held])
    told("both, first fold", weighed[mine], related[held][mine])


def told(name: str, odds: Floats, related: Floats) -> None:
    """Print how much of what is related is found at some precisions."""
    order = np.argsort(-odds, kind="stable")
    right = np.cumsum(related[order])
    precision = right / np.arange(1, len(order) + 1)
    whole = (precision * related[order]).sum() / related.sum()
    print(f"{name}: {len(odds)} pairs, {related.sum()} of them related, {whole:.3f} on average")
    for least in PRECISIONS:
        enough = np.flatnonzero(precision >= least)
        recall = right[enough[-1]] / related.sum() if len(enough) else 0.0
        print(f"  precision {least}: recall {recall:.3f}")


def fold_of(story: str) -> int:
    """Return the fold of a story, by its name."""
    return int(sha1(story.encode()).hexdigest(), 16) % FOLDS


def likelihoods(odds: Floats) -> Floats:
    """Return the probabilities of log-odds."""
    found: Floats = 1 / (1 + np.exp(-odds))
    return found


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
        judged = Judged(row["relation"] != "none", row["drawn"])
        found[row["story"], one, other].append((*spans, judged))
    return found


def _rows(
    story: str, articles: Sequence[Article], judgements: Sequence[Judgement]
) -> Iterator[Row]:
    witnesses = [stories.annotated(one) for one in articles]
    claims = claims_of(witnesses)
    rare = rarity([c.keys for c in group] for _, group in groupby(claims, key=_witness))
    numbers = [[n for n, c in enumerate(claims) if c.article.id == a.id] for a in articles]
    judged: dict[Edge, Judged] = {}
    for spans_one, spans_other, told in judgements:
        ends = zip(numbers, (spans_one, spans_other), strict=True)
        fitting = [[n for n in side if _iou(claims[n], spans) >= LEAST_FIT] for side, spans in ends]
        judged |= {(a, b): told for a in fitting[0] for b in fitting[1]}
    near = read_nearness(witnesses, claims, ())
    sides = sides_of(numbers[0], numbers[1], near)
    likenesses = {edge: compare(claims[edge[0]], claims[edge[1]], rare) for edge in judged}
    for edge, asked in features(sides, claims, likenesses, rare).items():
        one, other = (near.rows[at] for at in edge)
        if one is not None and other is not None:
            told = judged[edge]
            yield Row(asked, Example((one, other), told.related), story, told.drawn)


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


def _cross_validated(inputs: Floats, related: Floats, folds: Floats) -> Floats:
    """Return for each row its log-odds by the weights of the other folds."""
    odds = np.zeros(len(inputs))
    for fold in range(FOLDS):
        seen = folds != fold
        odds[~seen] = inputs[~seen] @ _fitted(inputs[seen], related[seen])
    return odds


if __name__ == "__main__":
    main()
