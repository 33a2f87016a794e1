"""How far a second reader's labels agree with the first: shares alike, Cohen's kappa and F1.

The second reader labelled from the texts and the guidelines alone. Kappa is that of Cohen (1960);
where a field admits any name or any number of rows, no chance can be told, and F1 stands for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.model.spans import Span, overlap

from . import _labelled_stories as stories
from .ledger import agrees

Label = Mapping[str, str]
Pair = tuple[Label, Label]
# Whether the reader knew how many sentences of the draw hold a row.
DRAWS = {
    "1": "ledger, second labelling, mix known",
    "2": "ledger, second labelling, mix unknown",
}


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two readers' choices for the same items, 1 where no other is made."""
    alike = sum(one == other for one, other in pairs) / len(pairs)
    counts = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(counts[0][k] * counts[1][k] for k in counts[0]) / len(pairs) ** 2
    return (alike - chance) / (1 - chance) if chance < 1 else 1.0


def of_toponyms(first: Iterable[Label], again: Iterable[Label]) -> dict[str, float]:
    """Return how far two readings of the same names agree: kind, reference and use."""
    known = {_mention(row): row for row in first}
    both = [(known[_mention(row)], row) for row in again]
    title = "places, second labelling"
    scored = {f"{title}: {field} alike": _alike(both, field) for field in ("feature", "ref", "use")}
    for field in ("feature", "use"):
        scored[f"{title}: {field} kappa"] = kappa([(a[field], b[field]) for a, b in both])
    return scored


def of_rows(title: str, first: Sequence[Label], again: Sequence[Label]) -> dict[str, float]:
    """Return how far two readings of the same sentences agree on the rows of the ledger.

    Arguments: what the scores are called, all first rows, and those of the second reader, who
    gives a sentence in which he finds none as a row without a mention.
    """
    told = [row for row in again if row["start-end"] != "-"]
    read = {(*_document(row), row["sentence"]) for row in again}
    mine = [row for row in first if any(_is_in(row, sentence) for sentence in read)]
    both = list(_paired(mine, told))
    share = 1 / max(1, len(both))
    held = [
        (str(any(_is_in(r, s) for r in mine)), str(any(_is_in(r, s) for r in told))) for s in read
    ]
    return {
        f"{title}: sentence holds a row, kappa": kappa(held),
        f"{title}: rows F1": 2 * len(both) / max(1, len(mine) + len(told)),
        f"{title}: places alike": _alike(both, "place"),
        f"{title}: holders agree": sum(_agree(*pair, "holder") for pair in both) * share,
        f"{title}: sources agree": sum(_agree(*pair, "said_by") for pair in both) * share,
        f"{title}: times alike": _alike(both, "edtf"),
    }


def of_places() -> dict[str, float]:
    """Return how far the second labelling of names of places and of the ledger agrees."""
    names = of_toponyms(stories.rows("places_real.tsv"), stories.rows("places_second.tsv"))
    first, again = stories.rows("ledger_real.tsv"), stories.rows("ledger_second.tsv")
    for draw, title in DRAWS.items():
        names |= of_rows(title, first, [row for row in again if row["draw"] == draw])
    return names


def _paired(first: Sequence[Label], again: Sequence[Label]) -> Iterator[Pair]:
    """Yield the rows of one kind at overlapping mentions, each row used once."""
    left = list(again)
    for row in first:
        fitting = [other for other in left if _is_one(row, other)]
        if best := max(fitting, default=None, key=lambda other: _agree(row, other, "holder")):
            left.remove(best)
            yield row, best


def _is_one(row: Label, other: Label) -> bool:
    kinds = all(row[field] == other[field] for field in ("stance", "predicate"))
    return kinds and _document(row) == _document(other) and bool(overlap(_span(row), _span(other)))


def _agree(row: Label, other: Label, field: str) -> bool:
    return agrees(row[field].strip("-"), other[field].strip("-"))


def _alike(pairs: Sequence[Pair], field: str) -> float:
    return sum(one[field] == other[field] for one, other in pairs) / max(1, len(pairs))


def _is_in(row: Label, sentence: tuple[str, ...]) -> bool:
    (begin, end) = stories.spans_of(sentence[-1])[0]
    return _document(row) == sentence[:-1] and begin <= _span(row)[0] < end


def _span(row: Label) -> Span:
    return stories.spans_of(row["start-end"])[0]


def _mention(row: Label) -> tuple[str, ...]:
    return (*_document(row), row["start-end"])


def _document(row: Label) -> tuple[str, ...]:
    return row["set"], row["story"], row["document"]
