"""Which reports of one story have one origin: pairs of documents, and how many origins are counted.

The letters of ``labels/origins_real.tsv`` and ``labels/origins_invented`` say which documents of a
story have one origin for their own reporting. The record has no such letter: it says of each
relation how many origins its readings have. Two documents are taken to be of one origin where
``align.rewrites`` finds them prints of one report; documents so tied are one group. Pair
precision, recall and F1, and the share of stories whose count of origins is right; real and
invented stories, and of each the open half and the one held out, stand apart. Heavy rewrites share
no run of words; their pairs are counted apart as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from variorum.align.tracing.rewrites import find_rewrites
from variorum.model.article import Article

from . import _labelled_stories as stories

FLOORS = {
    "origins, real, open: pair F1": 0.98,
    "origins, real, held out: pair F1": 0.925,
    "origins, invented, open: pair F1": 0.96,
    "origins, invented, held out: pair F1": 0.93,
}
SCORED = ("align", "annotate", "extract", "languages", "weights", *stories.CODE)
DATA = stories.SETS


@dataclass(frozen=True, slots=True)
class Case:
    """A story's half, and of each document the article, its origin and its kind."""

    part: str
    documents: tuple[tuple[Article, str, str], ...]


def scores(data: Path) -> dict[str, float]:
    """Return the scores of real and invented stories, half by half."""
    cases = [*real(data), *invented()]
    answers = [(case, groups(case)) for case in cases]
    found: dict[str, float] = {}
    for part in dict.fromkeys(case.part for case in cases):
        found |= _scored(part, [one for one in answers if one[0].part == part])
    return found


def real(data: Path) -> Iterator[Case]:
    """Yield the labelled real stories."""
    rows = stories.rows("origins_real.tsv")
    texts = stories.printed(data, {(r["set"], r["story"], r["document"]) for r in rows})
    together = defaultdict(list)
    for r in rows:
        text = texts[r["set"], r["story"], r["document"]]
        together[r["set"], r["story"]].append((text, r["origin"], r["kind"]))
    for (_, story), documents in sorted(together.items()):
        yield Case(f"real, {stories.half_of(story)}", tuple(documents))


def invented() -> Iterator[Case]:
    """Yield the labelled invented stories."""
    for story in stories.invented("origins_invented"):
        yield Case(
            f"invented, {stories.half_of(story['story'])}",
            tuple(
                (stories.written(at, w), w["origin"], w["kind"])
                for at, w in enumerate(story["witness"])
            ),
        )


def groups(case: Case) -> Mapping[str, str]:
    """Return for each document, by id, the name of the group of one origin that it is found in."""
    found = [stories.annotated(text) for text, _, _ in case.documents]
    group = {one.article.id: one.article.id for one in found}
    for one, other in sorted(find_rewrites(found)):
        group = {k: group[one] if name == group[other] else name for k, name in group.items()}
    return group


def _scored(part: str, answers: Sequence[tuple[Case, Mapping[str, str]]]) -> dict[str, float]:
    right = said = true = heavy = caught = counted = 0
    for case, group in answers:
        for (a, one, first), (b, other, second) in combinations(case.documents, 2):
            gold, told = one == other, group[a.id] == group[b.id]
            right += gold and told
            said += told
            true += gold
            if gold and "heavy-rewrite" in (first, second):
                heavy += 1
                caught += told
        letters = {letter for _, letter, _ in case.documents}
        counted += len(letters) == len({group[text.id] for text, _, _ in case.documents})
    return {
        f"origins, {part}: pair precision": right / max(1, said),
        f"origins, {part}: pair recall": right / max(1, true),
        f"origins, {part}: pair F1": 2 * right / max(1, said + true),
        f"origins, {part}: heavy rewrites recall": caught / max(1, heavy),
        f"origins, {part}: other pairs recall": (right - caught) / max(1, true - heavy),
        f"origins, {part}: stories counted right": counted / len(answers),
    }
