"""Fit the weights of ``variorum.align.gathering.evidence`` and print them beside how they do.

``python -m training.grouping.fit --data ../shared/data``. Two kinds of pairs are asked of: those of
the open half of ``tests/quality/labels``, which look alike, and those of ``prints.tsv``: quotations
as the pipeline meets them in stories that stand in no labels, judged by reading before any score
was looked at. How they were drawn is a column of that table: all that were *joined*, that scored
*near* to it or were *refused* though four words in a row are the same; a sample of what scored
*low*, *far* below and not at all (*unscored*), whose pairs stand for many. What was joined later in
other stories, and read, is in ``training/collating/differences.tsv``. Passages stand in the place
of the quotations they touch, as in the score ``given``. Folds are by the stories of both tables.

Nothing is fitted on the invented stories in ``stories``, whose prints are mostly in other words:
how they do is printed too.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from csv import DictReader
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.quality import _labelled_stories as stories
from tests.quality.apparatus import labelled
from tests.quality.passages import Both, Sides, given
from training.written import pairs
from variorum.align.gathering.comparing import as_of_one_day, compare, profiles
from variorum.align.gathering.evidence import RIVALLED, WEIGHTS
from variorum.align.gathering.occasions import day_of
from variorum.align.gathering.rivals import beaten
from variorum.align.gathering.similarity import affinity
from variorum.align.utterances import read_prints

# Pairs of real documents count twice as much as invented ones, which are made to be hard.
INVENTED = 0.5
# So many pairs as the pipeline meets them stand behind one that was drawn of them.
STANDS_FOR = {"low": 3.0, "far": 18.0, "unscored": 20.0}
# How freely the weights follow the labels.
FREE = 3.0
FOLDS = 8
THRESHOLDS = (0.5, 0.6, 0.7)
_PRINTS = Path(__file__).parent / "prints.tsv"
_JOINED = Path(__file__).parents[1] / "collating" / "differences.tsv"
_STORIES = Path(__file__).parent / "stories"
_STORY = itemgetter("set", "story")
_PAIR = itemgetter("set", "story", "document_a", "document_b")

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Row:
    """A pair of passages: what is asked of it (nothing where it is refused) and what it is.

    ``counts`` is how many pairs it stands for; ``story`` is empty for a pair that looks alike.
    """

    asked: Mapping[str, float] | None
    same: bool
    counts: float
    story: tuple[str, ...] = ()


def main() -> None:
    """Print the weights, and precision and recall of the pairs met at some thresholds, in folds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    data = options.parse_args().data
    rows = [*alike(data), *met(data)]
    model = _fitted(rows)
    for name, weight in zip(WEIGHTS, model.coef_[0], strict=True):
        print(f'        "{name}": {weight:.2f},')
    met_rows = [row for row in rows if row.story]
    told("met", met_rows, _in_folds(rows, met_rows))
    apart = list(written())
    told("written", apart, _scores(model, apart))


def told(name: str, rows: Sequence[Row], scores: Floats) -> None:
    """Print precision and recall of some pairs at some thresholds."""
    counts = np.array([row.counts for row in rows])
    same = np.array([row.same for row in rows])
    for least in THRESHOLDS:
        said = scores >= least
        right = float(counts[said & same].sum())
        precision, recall = right / counts[said].sum(), right / counts[same].sum()
        print(f"{name}, {least}: precision {precision:.2f}, recall {recall:.2f}")


def alike(data: Path) -> Iterator[Row]:
    """Yield the labelled pairs of the open half."""
    pairs, read = labelled(data, halves=("open",))
    for pair in pairs:
        sides = read[pair.documents[0]], read[pair.documents[1]]
        counts = 1.0 if pair.part.startswith("real") else INVENTED
        yield Row(asked(sides, pair.spans), pair.same, counts)


def met(data: Path) -> Iterator[Row]:
    """Yield the pairs that were drawn as the pipeline meets them, no doubtful ones."""
    drawn = sorted((row for path in (_PRINTS, _JOINED) for row in _judged(path)), key=_PAIR)
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in drawn for side in "ab"}
    texts = stories.printed(data, ends)
    for (name, story, *documents), rows in groupby(drawn, _PAIR):
        one, other = (stories.annotated(texts[name, story, key]) for key in documents)
        for row in rows:
            spans = stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])
            counts = STANDS_FOR.get(row.get("drawn", ""), 1.0)
            yield Row(asked((one, other), spans), row["same"] == "yes", counts, _STORY(row))


def written() -> Iterator[Row]:
    """Yield the pairs of prints of invented stories, mostly in other words."""
    for pair in pairs(_STORIES):
        one, other = map(stories.annotated, pair.articles)
        yield Row(asked((one, other), pair.spans), pair.row["same"], 1.0)


def _judged(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in DictReader(file, delimiter="\t") if row["same"] in ("yes", "no")]


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
    days = {key: day_of(one) for key, one in prints.items()}
    sides_days = days[keys[0]], days[keys[1]]
    found = affinity(*as_of_one_day(compared[keys[0]], compared[keys[1]], sides_days))
    if found is None:
        return None
    pair = keys[0], keys[1]
    others = compare(compared, days)
    rival = pair in beaten({**others, pair: found}, prints)
    return {**found.evidence, RIVALLED: float(rival)}


def _fitted(rows: Sequence[Row]) -> LogisticRegression:
    known = [row for row in rows if row.asked is not None]
    model = LogisticRegression(C=FREE, max_iter=3000, fit_intercept=False)
    same = [row.same for row in known]
    return model.fit(_inputs(known), same, sample_weight=[row.counts for row in known])


def _inputs(rows: Sequence[Row]) -> Floats:
    return np.array([[row.asked[name] for name in WEIGHTS] for row in rows if row.asked])


def _in_folds(rows: Sequence[Row], told: Sequence[Row]) -> Floats:
    """Return the score of each pair told, by weights that its story had no part in."""
    names = sorted({row.story for row in told})
    scores = np.zeros(len(told))
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        model = _fitted([row for row in rows if row.story not in left_out])
        at = [n for n, row in enumerate(told) if row.story in left_out]
        scores[at] = _scores(model, [told[n] for n in at])
    return scores


def _scores(model: LogisticRegression, rows: Sequence[Row]) -> Floats:
    """Return the score of each pair, 0 where nothing is asked of it."""
    scores = np.zeros(len(rows))
    known = [at for at, row in enumerate(rows) if row.asked is not None]
    scores[known] = model.predict_proba(_inputs([rows[at] for at in known]))[:, 1]
    return scores


if __name__ == "__main__":
    main()
