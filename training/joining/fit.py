"""Fit how claims are joined: the weights of figures, and the network that reads both.

``python -m training.joining.fit --data ../shared/data`` writes ``joining.onnx``, and prints the
numbers of ``variorum.align.relating.bearing`` and ``weighing`` beside how they do. What was read,
and how it was drawn, is told in ``training.joining.judged``. Folds are by stories; the network is
taught on all but the first, and what is weighed beside it is fitted on that one.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from hashlib import sha1
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from training.joining.export import write_weights
from training.joining.judged import LISTED
from training.joining.lessons import lessons
from training.joining.rows import UNLISTED, Row, rows
from training.joining.teach import ask, teach
from variorum.align.relating.joining import LEAST_READ
from variorum.align.relating.side_by_side import KINDS, Answer
from variorum.align.relating.weighing import RELATIONS, findings

FOLDS = 5
SEED = 1
PRECISIONS = (0.8, 0.7, 0.6, 0.5)
# A pair of invented reports counts so much beside a real one: related pairs are too common there.
INVENTED = 0.1
# How freely the weights of kinds follow the labels.
FREE = 0.3

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def main() -> None:
    """Fit both, print the numbers, and write the network."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    data = options.parse_args().data
    found = list(rows(data))
    taught = [row for row in found if fold_of(row.story)]
    held = [row for row in found if not fold_of(row.story)]
    for name, value in zip(found[0].asked, _figures(found), strict=True):
        print(f'        "{name}": {value:.2f},')
    model = teach(lessons(data, SEED), [row.example for row in taught], SEED)
    write_weights(model)
    odds, kinds = ask(model, [row.example for row in held])
    figures = _inputs(held) @ _figures(taught)
    likely = likelihoods(figures) >= LEAST_READ
    both = np.column_stack([figures, odds, np.ones(len(held))])
    weights = _fitted(both[likely], [row for row, one in zip(held, likely, strict=True) if one])
    print("OF_FIGURES, OF_READING, OF_BOTH =", *(f"{value:.2f}" for value in weights))
    weighed = np.where(likely, both @ weights, figures)
    related, drawn = _related(held), np.array([row.drawn for row in held])
    for how in sorted(set(drawn) - {UNLISTED}):
        mine = np.isin(drawn, (how, UNLISTED) if how == LISTED else (how,))
        told(f"{how}, figures", figures[mine], related[mine])
        told(f"{how}, both", weighed[mine], related[mine])
    for name, values in kinds_weighed(held, kinds).items():
        print(f'        "{name}": ({", ".join(f"{value:.2f}" for value in values)}),')


def kinds_weighed(held: Sequence[Row], kinds: Floats) -> dict[str, Sequence[float]]:
    """Return the weights of ``variorum.align.relating.weighing``, by stories never taught on."""
    asked, stands = [], []
    for row, weights in zip(held, kinds - np.logaddexp.reduce(kinds, axis=1)[:, None], strict=True):
        if row.beside is not None and row.example.kind is not None:
            asked.append(findings(row.beside, Answer(0.0, tuple(weights.tolist()))))
            stands.append(RELATIONS.index(KINDS[row.example.kind][0]))
    model = LogisticRegression(C=FREE, fit_intercept=False, max_iter=3000)
    fitted = model.fit([list(one.values()) for one in asked], stands).coef_
    return {name: fitted[:, at].tolist() for at, name in enumerate(asked[0])}


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


def _inputs(found: Sequence[Row]) -> Floats:
    return np.array([list(row.asked.values()) for row in found])


def _related(found: Sequence[Row]) -> Floats:
    return np.array([row.example.kind is not None for row in found])


def _figures(found: Sequence[Row]) -> Floats:
    """Return the weights of what is asked of pairs."""
    return _fitted(_inputs(found), found)


def _fitted(inputs: Floats, found: Sequence[Row]) -> Floats:
    """Return the weights of a logistic regression; one of the figures is always one."""
    model = LogisticRegression(C=1.0, fit_intercept=False, tol=1e-8, max_iter=3000)
    counts = [INVENTED if row.invented else 1.0 for row in found]
    weights: Floats = model.fit(inputs, _related(found), sample_weight=counts).coef_[0]
    return weights


if __name__ == "__main__":
    main()
