"""What readers said of pairs of statements: real ones as they are met, and invented ones.

``pairs.tsv`` holds pairs of statements of real reports, in stories that have no label in
``tests/quality/labels``, by document and offsets: what ``relation`` the two have by the guidelines
there (``statements.md``), which of them (``a``, ``b``) is the stronger or broader one, and whether
the reader was ``sure``. How they were ``drawn``: for some claims of a report (``claim``) the three
of the other that an early version took for the likeliest were read side by side in random order,
without its score, and what was joined by words; of the same reports all pairs were read that the
next version gave a chance of a tenth or more (``likely``); and of other reports those that the
version after it gave a chance of a twelfth, and a few that it gave less (``later``).

``stories`` holds invented ones, in which all that is related was listed as they were written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.quality import _labelled_stories as stories
from training.written import pairs
from variorum.align.relating.side_by_side import KINDS
from variorum.model.article import Article
from variorum.model.spans import Spans

LISTED = "listed"
_PAIRS = Path(__file__).parent / "pairs.tsv"
_STORIES = Path(__file__).parent / "stories"
_SIDES: Mapping[str, int | None] = {"a": 0, "b": 1, "-": None}


class Judgement(NamedTuple):
    """Two passages, how they stand (a place in ``KINDS``, None for no relation), how drawn."""

    one: Spans
    other: Spans
    kind: int | None
    drawn: str


@dataclass(frozen=True)
class Reports:
    """Two reports of a story, and what was said of pairs of their statements."""

    story: str
    articles: tuple[Article, Article]
    judgements: Sequence[Judgement]


def reports(data: Path) -> Iterator[Reports]:
    """Yield all that was read, real reports first."""
    with _PAIRS.open(encoding="utf-8", newline="") as file:
        read = list(DictReader(file, delimiter="\t"))
    ends = {(r["set"], r["story"], r[f"document_{side}"]) for r in read for side in "ab"}
    texts = stories.printed(data, ends)
    found: dict[tuple[str, Article, Article], list[Judgement]] = defaultdict(list)
    for row in read:
        one, other = (texts[row["set"], row["story"], row[f"document_{s}"]] for s in "ab")
        spans = stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])
        kind = _kind(row["relation"], row["direction"])
        found[row["story"], one, other].append(Judgement(*spans, kind, row["drawn"]))
    for pair in pairs(_STORIES):
        kind = _kind(pair.row["relation"], pair.row["direction"])
        found[pair.story, *pair.articles].append(Judgement(*pair.spans, kind, LISTED))
    for (story, one, other), judgements in found.items():
        yield Reports(story, (one, other), judgements)


def _kind(relation: str, direction: str) -> int | None:
    return None if relation == "none" else KINDS.index((relation, _SIDES[direction]))
