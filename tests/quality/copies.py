"""Copied runs planted in real articles: are they found, with exact spans, and nothing else?

A run of one article of news_cluster is set into an article on another event, as it is or with a
word or two replaced. What is copied is known to the word. The two texts share no other prose: a
run found elsewhere in them is wrong, except what one site prints under all its articles, which is
why both articles come from different sites.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.articles import article
from variorum.align.copies import find_copies
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span, covers
from variorum.model.words import words_in

SCORED = ("align",)
DATA = ("stories/news_cluster",)
FLOORS = {
    "planted_word_recall": 0.97,
    "planted_word_precision": 0.99,
    "exact_span_recall": 0.92,
    "edited_word_recall": 0.76,
    "edited_word_precision": 0.99,
    "unrelated_pairs_without_a_copy": 0.99,
}
PAIRS = 300
LENGTHS = (10, 15, 25, 40, 80)
SHORTEST = 150


@dataclass(frozen=True, slots=True)
class Planted:
    """Two articles, and the stretches of the second that were taken from the first."""

    one: AnnotatedArticle
    other: AnnotatedArticle
    spans: tuple[Span, ...]


def scores(data: Path) -> dict[str, float]:
    """Return every score by name."""
    texts = list(_texts(data))
    found = {"planted": _score(texts, edits=0), "edited": _score(texts, edits=2)}
    return {
        "planted_word_recall": found["planted"][0],
        "planted_word_precision": found["planted"][1],
        "exact_span_recall": found["planted"][2],
        "edited_word_recall": found["edited"][0],
        "edited_word_precision": found["edited"][1],
        "unrelated_pairs_without_a_copy": _clean(texts),
    }


def _texts(data: Path) -> Iterator[tuple[int, str, str]]:
    """Yield event, site and text of the English articles of some length."""
    for path in sorted((data / "stories" / "news_cluster").glob("*.json")):
        row = json.loads(path.read_text("utf-8") or "{}")
        if row.get("language") == "en" and len(row.get("text") or "") > SHORTEST * 8:
            yield row["newsCluster"]["EventId"], row["source_domain"], row["text"]


def _pairs(texts: Sequence[tuple[int, str, str]]) -> Iterator[tuple[str, str, random.Random]]:
    """Yield pairs of articles on different events from different sites, always the same."""
    draw = random.Random(7)
    count = 0
    while count < PAIRS:
        (event, site, one), (another, elsewhere, other) = draw.sample(texts, 2)
        if event != another and site != elsewhere:
            count += 1
            yield one, other, draw


def _score(texts: Sequence[tuple[int, str, str]], *, edits: int) -> tuple[float, float, float]:
    """Return word recall, word precision, and the share of runs with both spans exact."""
    right = planted = claimed = exact = 0
    for one, other, draw in _pairs(texts):
        case = _plant(one, other, draw, edits)
        copies = find_copies((case.one, case.other))
        sides = [c.to if c.to.witness == case.other.article.id else c.from_ for c in copies]
        taken = [w.span for span in case.spans for w in words_in(case.other.article.text, span)]
        said = [w.span for s in sides for w in words_in(case.other.article.text, s.span)]
        right += len(set(taken) & set(said))
        planted += len(set(taken))
        claimed += len(set(said))
        exact += any(covers(side.span, case.spans[0]) for side in sides)
    return right / planted, right / max(1, claimed), exact / PAIRS


def _plant(one: str, other: str, draw: random.Random, edits: int) -> Planted:
    """Set a run of ``one`` between two sentences of ``other``, with some words replaced."""
    words = [word.span for word in words_in(one)]
    length = draw.choice([n for n in LENGTHS if n < len(words)])
    first = draw.randrange(len(words) - length)
    run = words[first : first + length]
    changed = sorted(draw.sample(run[2:-2], edits)) if edits else []
    breaks = [at + 1 for at in range(len(other)) if other[at] == "."] or [len(other)]
    at = draw.choice(breaks)
    edges = [run[0][0], *(edge for span in changed for edge in span), run[-1][1]]
    pieces = [one[a:b] for a, b in pairwise(edges)]
    text, spans = other[:at] + " ", []
    for number, piece in enumerate(pieces):
        if number % 2:
            text += "qzx"
        else:
            spans.append((len(text), len(text) + len(piece)))
            text += piece
    return Planted(
        one=AnnotatedArticle(article=article(one, source="a.txt")),
        other=AnnotatedArticle(article=article(text + ". " + other[at:], source="b.txt")),
        spans=tuple(span for span in spans if span[0] < span[1]),
    )


def _clean(texts: Sequence[tuple[int, str, str]]) -> float:
    """Return the share of unrelated pairs in which nothing is called copied."""
    clean = 0
    for one, other, _ in _pairs(texts):
        both = (article(one, source="a.txt"), article(other, source="b.txt"))
        clean += not find_copies([AnnotatedArticle(article=made) for made in both])
    return clean / PAIRS
