"""Labelled pages as rows of numbers, computed by the package's own code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.blocks.alignment import tokens
from training.blocks.pages import FOLDS, LabelledPage
from variorum.extract.line_model import KINDS
from variorum.extract.line_shape import ShapedLine
from variorum.extract.line_split import measured, printed_lines
from variorum.extract.line_views import form, wording
from variorum.extract.line_words import BUCKETS, buckets, phrase_buckets

_DOUBT = 3.0
Variants = Callable[[LabelledPage, Sequence[LabelledPage]], list[LabelledPage]]


@dataclass(slots=True)
class Sample:
    """One copy of a page: its lines, its numbers and its truth."""

    name: str
    fold: int
    rendered: bool
    lines: list[ShapedLine]
    counts: NDArray[np.float64]
    form: tuple[NDArray[np.float32], NDArray[np.float32]]
    article: NDArray[np.bool_]
    kinds: NDArray[np.int64]
    counted: NDArray[np.bool_]

    def weight(self) -> NDArray[np.float64]:
        """Weights of the rows: long pages count less than their length, made copies half."""
        size = len(self.lines)
        each = min(1.0, (150 / size) ** 0.7) * (1.0 if self.rendered else 0.5)
        return np.full(size, each)

    def even_weight(self) -> NDArray[np.float64]:
        """Weights by which pages count nearly alike, whatever their length."""
        size = len(self.lines)
        each = min(2.0, (150 / size) ** 0.8) * (1.0 if self.rendered else 0.6)
        return np.full(size, each)


def as_text(page: LabelledPage) -> str:
    """Return the page as the text a person would have pasted."""
    return "\n".join("\n" * line.blank + " " * line.indent + line.text for line in page.lines)


def samples(pages: Sequence[LabelledPage], variants: Variants) -> list[Sample]:
    """Return every page and its variants as samples; others of the same fold lend furniture."""
    made = []
    for page in pages:
        others = [p for p in pages if p.fold == page.fold and p is not page]
        for place, copy in enumerate(variants(page, others)):
            sample = _sample(copy, rendered=place == 0)
            if sample:
                made.append(sample)
    return made


def _sample(page: LabelledPage, *, rendered: bool) -> Sample | None:
    text = as_text(page)
    lines = measured(text, printed_lines(text))
    if len(lines) != len(page.lines):
        return None
    return Sample(
        page.name,
        page.fold,
        rendered,
        lines,
        np.array([line.count for line in lines]),
        form(lines),
        np.array([line.article for line in page.lines]),
        np.array([KINDS.index(line.kind) for line in page.lines]),
        np.array([line.counted and bool(tokens(line.text)) for line in page.lines]),
    )


def leanings(made: Sequence[Sample], folds: Sequence[int]) -> NDArray[np.float64]:
    """Return the leaning of every bucket over the rendered pages of some folds."""
    inside, outside = np.zeros(BUCKETS), np.zeros(BUCKETS)
    for sample in made:
        if sample.rendered and sample.fold in folds:
            seen: tuple[set[int], set[int]] = (set(), set())
            for line, article in zip(sample.lines, sample.article, strict=True):
                seen[int(article)].update(buckets(line) + phrase_buckets(line))
            outside[list(seen[0])] += 1
            inside[list(seen[1])] += 1
    return np.log((inside + _DOUBT) / (outside + _DOUBT)).astype(np.float32).astype(np.float64)


def wordings(
    made: Sequence[Sample],
) -> tuple[list[tuple[NDArray[np.float32], NDArray[np.float32]]], NDArray[np.float64]]:
    """Return the wording of each sample, and the leanings learned on all folds.

    A page is shown the leanings of the other folds only, as it will be with a page never seen.
    """
    apart = [leanings(made, [g for g in folds() if g != f]) for f in folds()]
    rows = [wording(sample.lines, apart[sample.fold]) for sample in made]
    return rows, leanings(made, folds())


def folds() -> range:
    """Return the numbers of the development folds."""
    return range(FOLDS)
