"""Fit the weights of ``variorum.align.tracing.retellings`` and print them beside how they do.

``python -m training.origins.fit --data ../shared/data``. Pairs of reports come from four places:

* ``pairs.tsv``: real ones of stories that have no label in ``tests/quality/labels``, or of the open
  half without one of origins. They were drawn by how many runs of three words they share, most of
  them those that share many, and labelled by reading both (``tests/quality/labels/statements.md``)
  before any code was asked; what takes a substantial part of another and adds as much of its own
  was left out, some of it at a second reading;
* the open halves of the labelled origins, real and invented;
* ``stories``: invented ones, of the kinds that those have least.

What is found as a print, whole or cut, is no matter of weights, nor are two reports that each name
somebody whom the other does not: weights are fitted on all other pairs.
Texts too short to be asked are passed over. Folds are by story. Printed of each place: the pairs
found rightly, found wrongly and missed.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from csv import DictReader
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.quality import _labelled_stories as stories
from tests.quality import origins
from training.ledger.texts import texts
from variorum.align.tracing.retellings import WEIGHTS, Measures, know_others, measures
from variorum.align.tracing.rewrites import LEAST_CONTENT, is_print, wordings
from variorum.model.article import Article

# How freely the weights follow the labels, as measures of one spread.
FREE = 1.0
FOLDS = 10
_PAIRS = Path(__file__).parent / "pairs.tsv"
_STORIES = Path(__file__).parent / "stories"


class Pair(NamedTuple):
    """Two reports: where the label is from, their story, what it says, and what is found.

    ``parted`` are those that each name somebody whom the other does not.
    """

    place: str
    story: str
    same: bool
    printed: bool
    parted: bool
    asked: Measures


def main() -> None:
    """Print the weights, and what the pairs of each place come to in folds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    pairs = list(labelled(options.parse_args().data))
    retold = [pair for pair in pairs if not pair.printed and not pair.parted]
    names = sorted({pair.story for pair in pairs})
    random.Random(1).shuffle(names)
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for at in range(FOLDS):
        weights, enough = _fitted([pair for pair in retold if fold[pair.story] != at])
        for pair in pairs:
            if fold[pair.story] == at:
                enough_told = float(np.dot(weights, pair.asked)) >= enough
                told = pair.printed or (enough_told and not pair.parted)
                found[pair.place][_kind(pair.same, told)] += 1
    for place, kinds in found.items():
        print(place, dict(sorted(kinds.items())))
    weights, enough = _fitted(retold)
    print(*(f"{n}={w:.2f}" for n, w in zip(WEIGHTS._fields, weights, strict=True)), f"{enough:.2f}")


def labelled(data: Path) -> Iterator[Pair]:
    """Yield all pairs of reports that have a label, outside of the halves held out."""
    with _PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file, delimiter="\t"))
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in rows for side in "ab"}
    found = texts(data, ends)
    for row in rows:
        a, b = (found[row["set"], row["story"], row[f"document_{side}"]] for side in "ab")
        both = (a, "A"), (b, "A" if row["origin"] == "same" else "B")
        yield from _pairs("pairs", row["story"], both)
    for case in (*origins.real(data), *origins.invented()):
        if case.part.endswith("open"):
            named = "+".join(text.id for text, _, _ in case.documents)
            yield from _pairs(case.part, named, [(text, of) for text, of, _ in case.documents])
    for path in sorted(_STORIES.glob("*.toml")):
        story = tomllib.loads(path.read_text("utf-8"))
        told = [(stories.written(at, w), w["origin"]) for at, w in enumerate(story["witness"])]
        yield from _pairs("stories", story["story"], told)


def _pairs(place: str, story: str, told: Sequence[tuple[Article, str]]) -> Iterator[Pair]:
    found = {w.witness: w for w in wordings([stories.annotated(text) for text, _ in told])}
    for (a, first), (b, second) in combinations(told, 2):
        one, other = found[a.id], found[b.id]
        if min(len(one.content), len(other.content)) >= LEAST_CONTENT:
            asked = measures(one.telling, other.telling)
            parted = know_others(one.telling, other.telling)
            yield Pair(place, story, first == second, is_print(one, other), parted, asked)


def _kind(same: bool, told: bool) -> str:
    if same == told:
        return "found" if told else "apart"
    return "wrong" if told else "missed"


def _fitted(pairs: Sequence[Pair]) -> tuple[Sequence[float], float]:
    """Return the weights of the measures, and how much of them makes one report likelier."""
    asked = np.array([pair.asked for pair in pairs])
    spread = asked.std(axis=0)
    model = LogisticRegression(C=FREE, max_iter=1000)
    model.fit(asked / spread, [pair.same for pair in pairs])
    return (model.coef_[0] / spread).tolist(), -float(model.intercept_[0])


if __name__ == "__main__":
    main()
