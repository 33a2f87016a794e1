"""Liveblogs and roundups, told by their headings and times, cut into what is of one event each.

A passage runs from one section head, or paragraph that opens with a time of day, to the next. Two
neighbours are of one event where they share the names that make them up; an article whose passages
all are is no roundup, whatever its headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.cluster.likeness import profile
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import BODY_KINDS, Article, Block
from variorum.model.spans import Span

# What is shorter, in words, goes with the passage before it.
LEAST_WORDS = 25
# Neighbours are of one event where the names they share are so much of the lighter one's.
SHARED = 0.2
# So many passages of their own make a roundup; two may be a report and its background.
LEAST_PASSAGES = 3
# What is beyond goes with the last one.
MOST_PASSAGES = 60
# How long, in code points, a line is that only says when what stands below it was posted.
_TIME = 40
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
    runs: list[_Run] = []
    for blocks in parts:
        names = _names(article, blocks)
        if not runs or (len(runs) < MOST_PASSAGES and not runs[-1].is_of(names)):
            runs.append(_Run())
        runs[-1].add(blocks, names)
    if len(runs) < LEAST_PASSAGES:
        return whole
    return tuple(
        Passage((run.blocks[0].span[0], run.blocks[-1].span[1]), tuple(run.blocks)) for run in runs
    )


@dataclass(slots=True)
class _Run:
    """Neighbouring parts that are of one event, with the weights of the names they hold."""

    blocks: list[Block] = field(default_factory=list)
    names: dict[str, float] = field(default_factory=dict)
    weight: float = 0.0

    def is_of(self, names: dict[str, float]) -> bool:
        """Tell whether a part is made up of the same names; where one has none it is not told."""
        shared = sum(
            min(self.names[form], names[form]) for form in sorted(names) if form in self.names
        )
        return shared >= SHARED * min(self.weight, sum(names.values()))

    def add(self, blocks: Sequence[Block], names: dict[str, float]) -> None:
        """Take a part in."""
        self.blocks += blocks
        self.weight += sum(weight for form, weight in names.items() if form not in self.names)
        self.names |= names


def _parts(article: Article) -> list[list[Block]]:
    """Return the body from each heading or time of day to the next, what is short left out.

    An opening under the headline is a part of its own, where it is no mere line or two.
    """
    parts: list[list[Block]] = [[]]
    timed = False
    for block in article.blocks:
        clock = _is_timed(article, block)
        if block.kind not in BODY_KINDS:
            timed = timed or clock
            continue
        opens = block.kind == "section" or (clock and block.kind == "paragraph") or timed
        if opens and not _is_heading(parts[-1][-1:]):
            parts.append([])
        parts[-1].append(block)
        timed = False
    kept: list[list[Block]] = []
    for part in parts:
        words = sum(len(article.text[slice(*b.span)].split()) for b in part if not _is_heading([b]))
        if words >= LEAST_WORDS:
            kept.append(part)
        elif kept:
            kept[-1] += part
    return kept


def _is_timed(article: Article, block: Block) -> bool:
    """Tell whether a block opens with a time of day, or is one that stands between others."""
    start, end = block.span
    short = block.kind in BODY_KINDS or end - start <= _TIME
    return short and _CLOCK.match(article.text, start, end) is not None


def _is_heading(blocks: Sequence[Block]) -> bool:
    """Tell whether there is nothing but headings, which belong to what follows them."""
    return bool(blocks) and all(block.kind == "section" for block in blocks)


def _names(article: Article, blocks: Sequence[Block]) -> dict[str, float]:
    known = profile(AnnotatedArticle(article=replace(article, blocks=tuple(blocks))))
    return {form: known.whole[form] for form in sorted(known.names) if form in known.whole}
