"""How labelled pairs of statements are related: by kind, and where there is no relation.

The labels (``labels/statements.md``) were made by reading before anything was scored. The two
documents of a pair are annotated and aligned as one story. A labelled passage is found where a
statement of the record holds at least half of it; of the relations that join both passages that
counts whose statements fit them best (by IoU). ``stronger`` and ``broader`` must name the right
side. Real and invented stories, and of each the open half and the one held out, stand apart.

*macro F1* is over the six relations; *joined* is whether a pair is related at all; *none, related*
is the share of pairs with no relation that the record relates; *exact* counts of these only
statements that fit both passages (IoU of at least one half). *Statements fit* is how well the best
statement of the record fits a labelled passage, whatever it is related to: the mean IoU, and the
share of passages with at least one half.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.align import Align
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.spans import Spans, overlap
from variorum.model.story import Relation, Story

from . import _labelled_stories as stories
from ._agreement import kappa

FLOORS = {
    "statements, real, open: joined F1": 0.5,
    "statements, real, held out: joined F1": 0.455,
    "statements, invented, open: joined F1": 0.44,
    "statements, invented, held out: joined F1": 0.43,
    "statements, real, open: macro F1": 0.265,
    "statements, real, held out: macro F1": 0.19,
    "statements, invented, held out: macro F1": 0.28,
    "statements, real, open: same precision": 0.67,
    "statements, real, held out: same precision": 0.63,
    "statements fit, real, open: mean IoU": 0.74,
    "statements fit, real, held out: mean IoU": 0.74,
    "statements fit, real, held out: found": 0.785,
}
SCORED = (
    "align",
    "annotate",
    "extract",
    "languages",
    "weights",
    "tests/quality/_agreement",
    *stories.CODE,
)
DATA = stories.SETS
KINDS = ("same", "stronger", "broader", "incompatible", "other-time", "other-scope")
FITTING = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages of two articles, the relation labelled, and the side that is it."""

    part: str
    story: str
    articles: tuple[Article, Article]
    spans: tuple[Spans, Spans]
    relation: str
    direction: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says of a pair, ``none`` where nothing joins it, and how well it fits."""

    relation: str
    direction: str
    fit: float


def scores(data: Path) -> dict[str, float]:
    """Return the scores of real and invented pairs, half by half."""
    answers = [(pair, answer_to(pair)) for pair in (*real(data), *invented())]
    found: dict[str, float] = {}
    for part in dict.fromkeys(pair.part for pair, _ in answers):
        found |= _scored(part, [one for one in answers if one[0].part == part])
    return found | _fits([pair for pair, _ in answers]) | _agreement()


def _fits(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return how well the statements of the record fit the labelled passages."""
    best: dict[str, dict[tuple[str, Spans], float]] = defaultdict(dict)
    for pair in pairs:
        for one, spans in zip(pair.articles, pair.spans, strict=True):
            statements = stories.annotated(one).statements
            best[pair.part][one.id, spans] = max(
                (_iou(s.spans, spans) for s in statements), default=0
            )
    found = {}
    for part, fits in best.items():
        whole = sum(fit >= FITTING for fit in fits.values()) / len(fits)
        found[f"statements fit, {part}: mean IoU"] = sum(fits.values()) / len(fits)
        found[f"statements fit, {part}: found"] = whole
    return found


def real(data: Path) -> list[Pair]:
    """Return the labelled pairs of real stories."""
    rows = stories.rows("statements_real.tsv")
    ends = {(r["set"], r["story"], r[f"document_{s}"]) for r in rows for s in "ab"}
    texts = stories.printed(data, ends)
    return [
        Pair(
            f"real, {stories.half_of(row['story'])}",
            row["story"],
            _both(texts[row["set"], row["story"], row[f"document_{s}"]] for s in "ab"),
            (stories.spans_of(row["spans_a"]), stories.spans_of(row["spans_b"])),
            row["relation"],
            row["direction"],
        )
        for row in rows
    ]


def invented() -> Iterator[Pair]:
    """Yield the labelled pairs of invented stories."""
    for story in stories.invented("statements_invented"):
        texts = [stories.written(at, w) for at, w in enumerate(story["witness"])]
        for row in story["pair"]:
            one, other = texts[row["a"] - 1], texts[row["b"] - 1]
            spans = [
                stories.places_of(text.text, row[f"words_{s}"], row.get(f"nth_{s}"))
                for s, text in (("a", one), ("b", other))
            ]
            yield Pair(
                f"invented, {stories.half_of(story['story'])}",
                story["story"],
                (one, other),
                (spans[0], spans[1]),
                row["relation"],
                row.get("direction", "-"),
            )


def answer_to(pair: Pair) -> Answer:
    """Return what the record of the two articles says of a pair."""
    best = Answer("none", "-", 0.0)
    for relation in _relations(pair.articles):
        for at, one in enumerate(relation.readings):
            for other in relation.readings[at + 1 :]:
                sides = (one, other) if one.witness == pair.articles[0].id else (other, one)
                fit = min(_fit(s.spans, w) for s, w in zip(sides, pair.spans, strict=True))
                if fit > best.fit:
                    directed = relation.relation in ("stronger", "broader")
                    side = "-" if not directed else "a" if sides[0] is one else "b"
                    best = Answer(relation.relation, side, fit)
    return best


def _fit(found: Spans, wanted: Spans) -> float:
    """Return the IoU of two passages, 0 where less than half of the wanted one is held."""
    shared = sum(overlap(a, b) for a in found for b in wanted)
    return _iou(found, wanted) if shared >= FITTING * _length(wanted) else 0.0


def _iou(found: Spans, wanted: Spans) -> float:
    shared = sum(overlap(a, b) for a in found for b in wanted)
    return shared / (_length(found) + _length(wanted) - shared)


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


_KNOWN: dict[tuple[str, str], tuple[Relation, ...]] = {}


def _relations(articles: tuple[Article, Article]) -> tuple[Relation, ...]:
    key = (articles[0].id, articles[1].id)
    if key not in _KNOWN:
        found: list[AnnotatedArticle] = [stories.annotated(one) for one in articles]
        _KNOWN[key] = Align()(Story(id="", witnesses=key), found).relations
    return _KNOWN[key]


def _both(articles: Iterator[Article]) -> tuple[Article, Article]:
    one, other = articles
    return one, other


def _scored(part: str, answers: Sequence[tuple[Pair, Answer]]) -> dict[str, float]:
    truth = Counter(pair.relation for pair, _ in answers)
    said = Counter(answer.relation for _, answer in answers)
    right = Counter(
        pair.relation
        for pair, answer in answers
        if (pair.relation, pair.direction) == (answer.relation, answer.direction)
    )
    found = {}
    for kind in KINDS:
        found[f"statements, {part}: {kind} precision"] = right[kind] / max(1, said[kind])
        found[f"statements, {part}: {kind} recall"] = right[kind] / max(1, truth[kind])
    f1 = sum(2 * right[k] / max(1, said[k] + truth[k]) for k in KINDS) / len(KINDS)
    joined = sum("none" not in (p.relation, a.relation) for p, a in answers)
    none = [answer for pair, answer in answers if pair.relation == "none"]
    false = [answer for answer in none if answer.relation != "none"]
    ends = 2 * len(answers) - truth["none"] - said["none"]
    return {
        f"statements, {part}: macro F1": f1,
        f"statements, {part}: joined F1": 2 * joined / max(1, ends),
        **found,
        f"statements, {part}: none, related": len(false) / max(1, len(none)),
        f"statements, {part}: none, related, exact": sum(a.fit >= FITTING for a in false)
        / max(1, len(none)),
    }


def _agreement() -> dict[str, float]:
    """Return how far the second labelling agrees: the share alike, and Cohen's kappa."""
    first = {_key(row): row for row in stories.rows("statements_real.tsv")}
    again = stories.rows("statements_second.tsv")
    both = [(first[_key(row)]["relation"], row["relation"]) for row in again]
    return {
        "statements, second labelling: alike": sum(a == b for a, b in both) / len(both),
        "statements, second labelling: kappa": kappa(both),
    }


def _key(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[k] for k in ("set", "story", "document_a", "spans_a", "document_b", "spans_b"))
