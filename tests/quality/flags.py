"""Flags inside one article: are the planted ones found, and nothing else flagged?

The articles are invented and labelled (``labels/flags_invented``). A flag is found where one of its
kind has a place that overlaps each labelled place. All flags of the seven kinds count, those in
articles without any ("harmless") too. The open half and the one held out stand apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.align import Align
from variorum.model.annotation import Flag
from variorum.model.spans import Spans, overlap
from variorum.model.story import Story

from . import _labelled_stories as stories

FLOORS = {
    "flags, open: precision": 0.95,
    "flags, open: recall": 0.92,
    "flags, held out: precision": 0.9,
    "flags, held out: recall": 0.58,
}
SCORED = ("align", "annotate", "extract", "languages", "weights", *stories.CODE)
DATA = ()
KINDS = (
    "honorific-clash",
    "headline-stronger",
    "standfirst-against-quotation",
    "number-clash",
    "date-clash",
    "weekday-clash",
    "dangling-reference",
)


@dataclass(frozen=True, slots=True)
class Case:
    """An article's half, the flags planted in it, and those found."""

    half: str
    planted: tuple[tuple[str, Spans], ...]
    found: tuple[Flag, ...]


def scores(data: Path) -> dict[str, float]:
    """Return precision and recall over all kinds, half by half, and the recall of each kind.

    Args:
        data: the folder of data sets; not read.
    """
    cases = read_cases()
    scored: dict[str, float] = {}
    for half in stories.HALVES:
        scored |= _scored(half, [case for case in cases if case.half == half])
    return scored


def read_cases() -> list[Case]:
    """Return the labelled articles with the flags that are found."""
    return [_case(number, row) for number, row in enumerate(stories.invented("flags_invented"))]


def _case(number: int, row: dict[str, object]) -> Case:
    one = stories.annotated(stories.written(number, row))
    flags = Align()(Story(id="", witnesses=(one.article.id,)), [one]).flags
    labelled = row.get("flag", [])
    assert isinstance(labelled, list)
    planted = tuple(
        (flag["kind"], stories.places_of(one.article.text, flag["words"], flag.get("nth")))
        for flag in labelled
    )
    half = stories.half_of(str(row["story"]))
    return Case(half, planted, tuple(f for f in flags if f.kind in KINDS))


def fits(flag: Flag, kind: str, places: Spans) -> bool:
    """Tell whether a flag is of a kind and has a place that overlaps each of ``places``."""
    return flag.kind == kind and all(any(overlap(s, p) for s in flag.spans) for p in places)


def _scored(half: str, cases: Sequence[Case]) -> dict[str, float]:
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    right = said = harmless = false = 0
    for case in cases:
        said += len(case.found)
        right += sum(any(fits(f, *p) for p in case.planted) for f in case.found)
        planted.update(kind for kind, _ in case.planted)
        caught.update(k for k, p in case.planted if any(fits(f, k, p) for f in case.found))
        if not case.planted:
            harmless += 1
            false += bool(case.found)
    return {
        f"flags, {half}: precision": right / max(1, said),
        f"flags, {half}: recall": caught.total() / max(1, planted.total()),
        f"flags, {half}: harmless articles flagged": false / max(1, harmless),
        **{f"flags, {half}: {k} recall": caught[k] / max(1, planted[k]) for k in KINDS},
    }
