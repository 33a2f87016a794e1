"""Measure how prints are joined and their differences typed, by what two readers said of them.

``python -m training.collating.measure --data ../shared/data``. ``differences.tsv`` holds each two
prints, by document and offsets, that an earlier version joined in the pairs of reports which
``training/joining/pairs.tsv`` names, all in stories without a label in ``tests/quality/labels``.
Two readers, each of one half, who had seen neither the code nor its types, judged them by the
guidelines there (``apparatus.md``): whether they are of one utterance (``yes``, ``no``, ``doubt``),
and the types of their differences, with a ``!`` where it changes what a reader understands. What
was never joined is no row, so that nothing here tells how much is found.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from tests.quality import _labelled_stories as stories
from tests.quality.passages import meeting, types_met

_DIFFERENCES = Path(__file__).parent / "differences.tsv"
_PAIR = itemgetter("set", "story", "document_a", "document_b")


@dataclass(frozen=True)
class Row:
    """Two prints as a reader judged them, and what is told of them; ``told`` is None if apart."""

    same: str
    types: frozenset[str]
    told: frozenset[str] | None


def main() -> None:
    """Print how many of what is joined is one utterance, and how each type is told."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    found = list(rows(options.parse_args().data))
    for same in ("yes", "no", "doubt"):
        told = [row for row in found if row.same == same]
        print(f"{same}: {sum(row.told is not None for row in told)} of {len(told)} joined")
    counts = _counts(found)
    for kind in sorted({kind for kind, _ in counts}):
        told, right, missed = (counts[kind, what] for what in ("told", "right", "missed"))
        print(f"{kind:21} told {told:4} right {right:4} missed {missed:4}")


def rows(data: Path) -> Iterator[Row]:
    """Yield the prints that were read with what is told of them now."""
    with _DIFFERENCES.open(encoding="utf-8", newline="") as file:
        read = sorted(DictReader(file, delimiter="\t"), key=_PAIR)
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in read for side in "ab"}
    texts = stories.printed(data, ends)
    for (name, story, *documents), held in groupby(read, _PAIR):
        one, other = (stories.annotated(texts[name, story, key]) for key in documents)
        for row in held:
            spans = stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])
            met = meeting((one, other), spans)
            told = types_met(met, (one, other), spans) if met else None
            yield Row(row["same"], _bare(row["types"]), told)


def _bare(types: str) -> frozenset[str]:
    """Return types without their direction and weight; ``none`` is no type."""
    return frozenset(one.rstrip("!").split(":")[0] for one in types.split(";")) - {"", "none"}


def _counts(found: list[Row]) -> Counter[tuple[str, str]]:
    """Count the types of the prints that are joined and are of one utterance."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in found:
        if row.same == "yes" and row.told is not None:
            counts.update((kind, "told") for kind in row.told)
            counts.update((kind, "right") for kind in row.told & row.types)
            counts.update((kind, "missed") for kind in row.types - row.told)
    return counts


if __name__ == "__main__":
    main()
