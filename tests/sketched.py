"""Sketches for tests, of invented texts or of given words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tests.articles import article
from variorum.cluster.sketches import sketch
from variorum.model.annotation import AnnotatedArticle
from variorum.model.stream import Sketch
from variorum.weights.sentences import WIDTH, Vectors, vectors


def told(text: str, *, day: str | None = None, outlet: str | None = None) -> Sketch:
    """Return the sketch of a text of one block a line, the first its headline."""
    found = AnnotatedArticle(article=article(text, published=day, outlet=outlet))
    (one,) = sketch(found, vectors)
    return one


def plain(name: str, words: str = "", *, day: str | None = None) -> Sketch:
    """Return a sketch that has only some words, and a vector made of its name."""
    (vector,) = by_name([name])
    listed = tuple(dict.fromkeys(words.split()))
    return Sketch(
        article=name,
        passage=None,
        day=day,
        outlet=None,
        title=(),
        words=listed,
        names=(),
        places=(),
        numbers=(),
        vector=vector.astype("<f4").tobytes(),
    )


def by_name(texts: Sequence[str]) -> Vectors:
    """Return a vector for each text that says nothing of its meaning: no two lie near."""
    seeds = (int(hashlib.sha1(text.encode()).hexdigest()[:8], 16) for text in texts)
    rows = [np.random.default_rng(seed).standard_normal(WIDTH) for seed in seeds]
    return np.array([row / np.linalg.norm(row) for row in rows], dtype=np.float32)


def elsewhere(one: Sketch, **changed: object) -> Sketch:
    """Return a sketch as another article's, with some fields changed."""
    found = replace(one, **changed)  # type: ignore[arg-type]
    return replace(found, article=f"{found.article}, {sorted(changed)}")
