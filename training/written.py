"""Invented stories that were written to train: their reports, and the pairs of passages in them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality import _labelled_stories as stories
from variorum.model.article import Article
from variorum.model.spans import Spans


@dataclass(frozen=True)
class Pair:
    """Two passages of two reports of a story, and the row of the file that tells of them."""

    story: str
    articles: tuple[Article, Article]
    spans: tuple[Spans, Spans]
    row: Mapping[str, Any]


def pairs(folder: Path) -> Iterator[Pair]:
    """Yield the pairs of the stories of a folder, each story once, by name."""
    for path in sorted(folder.glob("*.toml")):
        story = tomllib.loads(path.read_text("utf-8"))
        texts = [stories.written(at, witness) for at, witness in enumerate(story["witness"])]
        for row in story["pair"]:
            one, other = texts[row["a"] - 1], texts[row["b"] - 1]
            spans = (
                stories.places_of(one.text, row["words_a"], row.get("nth_a")),
                stories.places_of(other.text, row["words_b"], row.get("nth_b")),
            )
            yield Pair(story["story"], (one, other), spans, row)
