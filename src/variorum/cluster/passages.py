"""Liveblogs and roundups, told by their headings and times, cut into what is of one event each.

A passage runs from one section head, or paragraph that opens with a time of day, to the next. Two
neighbours are of one event where they share the names that make them up; an article whose passages
all are is no roundup, whatever its headings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.cluster.likeness import profile
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Block
from variorum.model.spans import Span

# What is shorter, in words, goes with the passage before it.
LEAST_WORDS = 25
# Neighbours are of one event where the names they share are so much of the lighter one's.
SHARED = 0.2
# So many passages of their own make a roundup; two may be a report and its background.
LEAST_PASSAGES = 3
# What is beyond goes with the last one.
MOST_PASSAGES = 60
_CLOCK = re.compile(r"\s*(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks of an article that report one event; ``span`` is None for all of them."""

    span: Span | None
    blocks: tuple[Block, ...]

    def holds(self, span: Span) -> bool:
        """Tell whether a span of the article lies in the passage."""
        return self.span is None or self.span[0] <= span[0] < self.span[1]


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the passages of a roundup in order, of any other article one: the whole.

    Args:
        article: blocks of its body count, furniture belongs to no passage.
    """
    whole = (Passage(None, article.blocks),)
    parts = _parts(article)
    if len(parts) < LEAST_PASSAGES:
        return whole
    runs: list[tuple[tuple[Block, ...], dict[str, float]]] = []
    for blocks in parts:
        names = _names(article, blocks)
        if runs and (len(runs) == MOST_PASSAGES or _is_one_event(runs[-1][1], names)):
            runs[-1] = (runs[-1][0] + blocks, runs[-1][1] | names)
        else:
            runs.append((blocks, names))
    if len(runs) < LEAST_PASSAGES:
        return whole
    return tuple(Passage((b[0].span[0], b[-1].span[1]), b) for b, _ in runs)


def _parts(article: Article) -> list[tuple[Block, ...]]:
    """Return the body from each heading or time of day to the next, what is short left out.

    An opening under the headline is a part of its own, where it is no mere line or two.
    """
    parts: list[list[Block]] = [[]]
    for block in article.body():
        clock = block.kind == "paragraph" and _CLOCK.match(article.text, *block.span)
        if (block.kind == "section" or clock) and not _is_heading(parts[-1]):
            parts.append([])
        parts[-1].append(block)
    kept: list[tuple[Block, ...]] = []
    for part in parts:
        words = sum(len(article.text[slice(*b.span)].split()) for b in part if not _is_heading([b]))
        if words >= LEAST_WORDS:
            kept.append(tuple(part))
        elif kept:
            kept[-1] += tuple(part)
    return kept


def _is_heading(blocks: Sequence[Block]) -> bool:
    """Tell whether there is nothing but headings, which belong to what follows them."""
    return bool(blocks) and all(block.kind == "section" for block in blocks)


def _names(article: Article, blocks: tuple[Block, ...]) -> dict[str, float]:
    known = profile(AnnotatedArticle(article=replace(article, blocks=blocks)))
    return {form: known.whole[form] for form in known.names if form in known.whole}


def _is_one_event(one: dict[str, float], other: dict[str, float]) -> bool:
    """Tell whether two passages are made up of the same names; without any they are not told."""
    weights = [math.fsum(names.values()) for names in (one, other)]
    shared = math.fsum(min(one[form], other[form]) for form in one.keys() & other.keys())
    return shared >= SHARED * min(weights)
