"""Fitting, and cross-validation over documents: nothing is scored by what has seen it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from lightgbm import LGBMClassifier

from tests.quality.speakers import is_meant, nearest_of, remainder
from training.speakers.books import people_of, training_books
from training.speakers.chains import Weights, weigh
from training.speakers.rows import Chain, Example, read
from variorum.annotate.speaking.choosing import pick
from variorum.annotate.speaking.dialogue import Place, decode, dialogue_of, is_dialogue
from variorum.annotate.speaking.talk import Talk

FOLDS = 5
_FIXED: dict[str, Any] = {
    "n_estimators": 200, "learning_rate": 0.05, "num_leaves": 15, "min_child_samples": 20,
    "reg_lambda": 5.0, "colsample_bytree": 0.5, "subsample": 0.8, "subsample_freq": 1,
    "n_jobs": 1, "random_state": 7, "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fitted:
    """What chooses: trees for single turns, trees for those of dialogues, and their weights."""

    alone: LGBMClassifier
    dialogue: LGBMClassifier
    weights: Weights

    def choose(
        self, talk: Talk, at: int, numbers: Sequence[int], rows: Sequence[Sequence[float]]
    ) -> int | None:
        """Return the likeliest speaker of one turn, as the package does."""
        found = self.alone.predict_proba(np.array(rows, dtype=np.float32))[:, 1]
        return pick([float(chance) for chance in found], numbers, rows)

    def settle(self, talk: Talk) -> dict[int, int | None]:
        """Return the likeliest speakers of a dialogue, as the package does."""
        if not is_dialogue(talk):
            return {}
        places = dialogue_of(talk)
        worth = [self._worth(place) for place in places]
        going = [
            [float(w) for w in np.array(p.step) @ self.weights.going] if p.step else [0.0, 0.0]
            for p in places
        ]
        return decode(places, worth, going)

    def _worth(self, place: Place) -> list[float]:
        if not place.rows:
            return [0.0] * len(place.numbers)
        by_trees, by_sign = self.weights.worth[0], self.weights.worth[1:]
        pairs = zip(_logits(self.dialogue, place), place.signs, strict=True)
        return [float(by_trees * score + np.dot(by_sign, sign)) for score, sign in pairs]


def fit(examples: Sequence[Example]) -> LGBMClassifier:
    """Fit the trees that give each person around a turn the chance of speaking it."""
    rows = np.array([row for one in examples for row in one.rows], dtype=np.float32)
    right = np.array([is_right for one in examples for is_right in one.right])
    weights = np.array([one.weight for one in examples for _ in one.rows])
    return LGBMClassifier(**_FIXED).fit(rows, right, sample_weight=weights)


def fit_all(examples: Sequence[Example], chains: Sequence[Chain]) -> Fitted:
    """Fit everything; the weights see logits of trees that did not see their dialogue."""
    chains = [chain for chain in chains if chain.places]
    turns = [one for chain in chains for one in chain.examples()]
    folds = sorted({_fold(chain.name) for chain in chains})
    trees = {fold: fit([one for one in turns if _fold(one.name) != fold]) for fold in folds}
    logits = [
        [_logits(trees[_fold(chain.name)], place) for place in chain.places] for chain in chains
    ]
    return Fitted(fit(examples), fit(turns), weigh(chains, logits))


def _logits(trees: LGBMClassifier, place: Place) -> list[float]:
    if not place.rows:
        return [0.0] * len(place.numbers)
    rows = np.array(place.rows, dtype=np.float32)
    return [float(score) for score in trees.booster_.predict(rows, raw_score=True)]


def score_turns(examples: Sequence[Example]) -> None:
    """Print how often the likeliest is right, by the kind of turn, after true turns before."""
    right: Counter[tuple[bool, int]] = Counter()
    asked: Counter[tuple[bool, int]] = Counter()
    for fold in range(FOLDS):
        model = fit([one for one in examples if _fold(one.name) != fold])
        for one in (one for one in examples if _fold(one.name) == fold):
            chances = model.predict_proba(np.array(one.rows, dtype=np.float32))[:, 1]
            key = one.weight == 1.0, one.kind
            asked[key] += 1
            right[key] += one.right[int(chances.argmax())]
    for (book, kind), count in sorted(asked.items()):
        print(f"{'books' if book else 'news'} kind {kind}: {right[book, kind]} of {count}")


def score_books(data: Path, examples: Sequence[Example], chains: Sequence[Chain]) -> None:
    """Print how often the speaker is right in books left out, after our own turns before."""
    found: list[bool] = []
    for fold in range(FOLDS):
        fitted = fit_all(
            [one for one in examples if _fold(one.name) != fold],
            [chain for chain in chains if _fold(chain.name) != fold],
        )
        for book, text, cases in training_books(data):
            if _fold(book.stem) == fold:
                quotations = read(text, fitted.choose, fitted.settle)
                cast = people_of(book, cases)
                found += [is_meant(nearest_of(quotations, s), who, cast) for s, who in cases]
    print(f"books, everything together: {sum(found)} of {len(found)}")


def _fold(name: str) -> int:
    return remainder(name, 3 * FOLDS) // 3
