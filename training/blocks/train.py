"""Train, score and write the model: ``python -m training.blocks.train --data ../shared/data``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from lightgbm import LGBMClassifier
from numpy.typing import NDArray

from training import weights
from training.blocks.augment import news_variants, variants
from training.blocks.dataset import Sample, folds, samples, wordings
from training.blocks.export import build
from training.blocks.pages import read_pages
from training.blocks.report import report
from variorum.extract.line_context import second_view
from variorum.extract.line_views import pooled, views

NAME = "blocks.onnx"
_FIXED: dict[str, Any] = {
    "n_jobs": 1, "random_state": 7, "deterministic": True, "force_row_wise": True, "verbose": -1,
    "min_child_samples": 40, "reg_lambda": 1.0, "colsample_bytree": 0.4,
}  # fmt: skip
Rows = list[NDArray[np.float32]]
Guesses = list[NDArray[np.float64]]
Fit = Callable[[Rows, Sequence[Sample]], LGBMClassifier]


def article_model(rows: Rows, made: Sequence[Sample]) -> LGBMClassifier:
    """Fit the model that tells article lines from the rest, by their plain view."""
    model = LGBMClassifier(n_estimators=300, learning_rate=0.055, num_leaves=31, **_FIXED)
    truth = np.concatenate([s.article for s in made])
    model.fit(np.concatenate(rows), truth, sample_weight=np.concatenate([s.weight() for s in made]))
    return model


def news_model(rows: Rows, made: Sequence[Sample]) -> LGBMClassifier:
    """Fit the model that tells them by their wide view, on copies most of which are short."""
    model = LGBMClassifier(
        n_estimators=200, learning_rate=0.0825, num_leaves=31, max_bin=63, **_FIXED
    )
    weights = np.concatenate([s.even_weight() for s in made])
    model.fit(
        np.concatenate(rows), np.concatenate([s.article for s in made]), sample_weight=weights
    )
    return model


def kind_model(rows: Rows, made: Sequence[Sample]) -> LGBMClassifier:
    """Fit the model that names the kind of a line, given the first guesses around it."""
    model = LGBMClassifier(n_estimators=45, learning_rate=0.12, num_leaves=15, **_FIXED)
    truth = np.concatenate([s.kinds for s in made])
    model.fit(np.concatenate(rows), truth, sample_weight=np.concatenate([s.weight() for s in made]))
    return model


def cross_validate(fit: Fit, rows: Rows, made: Sequence[Sample]) -> Guesses:
    """Return for each sample the chances given by a model that never saw its domain."""
    guesses: Guesses = [np.zeros(0)] * len(made)
    for fold in folds():
        seen = [n for n, s in enumerate(made) if s.fold != fold]
        model = fit([rows[n] for n in seen], [made[n] for n in seen])
        for n, sample in enumerate(made):
            if sample.fold == fold:
                guesses[n] = model.predict_proba(rows[n])[:, 1]
        print(f"fold {fold} done", flush=True)
    return guesses


def main() -> None:
    """Read, cross-validate, fit on all folds, write the model and its checksum."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--no-write", action="store_true")
    given = options.parse_args()
    pages = read_pages(given.data)
    made, short = samples(pages, variants), samples(pages, news_variants)
    words, table = wordings(made)
    plain = [views(s.form, *w)[0] for s, w in zip(made, words, strict=True)]
    wide = [views(s.form, *w)[1] for s, w in zip(short, wordings(short)[0], strict=True)]
    chances = cross_validate(article_model, plain, made)
    report_pooled(made, chances, short, cross_validate(news_model, wide, short))
    if given.no_write:
        return
    second = [second_view(p, c, s.counts) for p, c, s in zip(plain, chances, made, strict=True)]
    fitted = (article_model(plain, made), news_model(wide, short), kind_model(second, made))
    article, news, kinds = (model.booster_.dump_model() for model in fitted)
    widths = (plain[0].shape[1], wide[0].shape[1], second[0].shape[1])
    model = build(table, (article, news, kinds), widths)
    weights.write(NAME, model.SerializeToString(deterministic=True))


def report_pooled(
    made: Sequence[Sample], chances: Guesses, short: Sequence[Sample], news: Guesses
) -> None:
    """Print the scores of the two models pooled, on the rendered pages, which they share."""
    other = {s.name: guess for s, guess in zip(short, news, strict=True) if s.rendered}
    both = [(s, pooled(c, other[s.name])) for s, c in zip(made, chances, strict=True) if s.rendered]
    report([s for s, _ in both], [guess for _, guess in both])


if __name__ == "__main__":
    main()
