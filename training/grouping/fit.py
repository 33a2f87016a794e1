"""Fit the weights of ``variorum.align.gathering.evidence`` on the open half of the labelled pairs.

``python -m training.grouping.fit --data ../shared/data`` prints them. The labelled passages stand
in the place of the quotations they touch, as in the score ``given``. Pairs of real documents count
twice as much as invented ones, which are made to be hard.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.quality.apparatus import Pair, labelled
from tests.quality.passages import Both, Sides, given
from variorum.align.gathering.evidence import RIVALLED, WEIGHTS
from variorum.align.gathering.grouping import compare, profiles
from variorum.align.gathering.occasions import day_of
from variorum.align.gathering.rivals import beaten
from variorum.align.gathering.similarity import affinity
from variorum.align.utterances import read_prints

INVENTED = 0.5
# How freely the weights follow the labels.
FREE = 3.0


def main() -> None:
    """Print the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    pairs, read = labelled(options.parse_args().data, halves=("open",))
    rows, right, counts = [], [], []
    for pair in pairs:
        found = asked((read[pair.documents[0]], read[pair.documents[1]]), pair.spans)
        if found is not None:
            rows.append([found[name] for name in WEIGHTS])
            right.append(pair.same)
            counts.append(_counts(pair))
    model = LogisticRegression(C=FREE, max_iter=3000, fit_intercept=False)
    model.fit(np.array(rows), right, sample_weight=counts)
    for name, weight in zip(WEIGHTS, model.coef_[0], strict=True):
        print(f"{name}: {weight:.2f}")


def _counts(pair: Pair) -> float:
    return 1.0 if pair.part.startswith("real") else INVENTED


def asked(sides: Sides, spans: Both) -> Mapping[str, float] | None:
    """Return the features of two passages, None where nothing is shared."""
    placed = given(sides, spans)
    prints = read_prints(placed)
    keys = sorted(
        key
        for key, one in prints.items()
        for side, passage in zip(placed, spans, strict=True)
        if one.witness == side.article.id and one.quotation.spans == passage
    )
    compared = profiles(prints)
    one, other = (compared[key] for key in keys)
    found = affinity(one, other)
    if found is None:
        return None
    pair = keys[0], keys[1]
    others = compare(compared, {key: day_of(one) for key, one in prints.items()})
    rival = pair in beaten({**others, pair: found}, prints)
    return {**found.evidence, RIVALLED: float(rival)}


if __name__ == "__main__":
    main()
