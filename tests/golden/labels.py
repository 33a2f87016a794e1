"""The golden texts with what an honest reader expects of them, and how far a reading agrees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.annotate import Annotate
from variorum.capture import capture
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.limits import Limits

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
KINDS = ("furniture", "standfirst", "byline", "date", "section", "caption")


@dataclass(frozen=True)
class Golden:
    """One page, and the labels of it."""

    name: str
    page: Path
    expected: dict[str, Any]

    def read(self) -> AnnotatedArticle:
        """Read the page as the program does."""
        return Annotate()(Extract()(capture(str(self.page), Limits())))

    def kinds(self) -> Iterator[tuple[str, str]]:
        """Yield each labelled line with the kind it must have, the headline first."""
        if self.expected["headline"]:
            yield self.expected["headline"], "headline"
        for kind in KINDS:
            yield from ((line, kind) for line in self.expected.get(f"{kind}_lines", ()))


def golden_texts() -> list[Golden]:
    """Return all labelled pages: the golden texts, and the examples as text."""
    texts = [(p.stem, p, p.with_suffix(".expect.json")) for p in sorted(HERE.glob("texts/*.txt"))]
    for page in sorted(EXAMPLES.glob("*/*.txt")):
        name = f"{page.parent.name}-{page.stem}"
        texts.append((name, page, HERE / "expect" / f"{name}.json"))
    return [Golden(n, page, json.loads(labels.read_text("utf-8"))) for n, page, labels in texts]


def kind_at(read: AnnotatedArticle, line: str) -> set[str]:
    """Return the kinds of the blocks that print exactly this line."""
    article = read.article
    return {b.kind for b in article.blocks if article.text[slice(*b.span)] == line.strip()}


def wrong_lines(golden: Golden, read: AnnotatedArticle) -> list[str]:
    """Return the labelled lines whose block is of another kind."""
    return [f"{k}: {line}" for line, k in golden.kinds() if not kind_at(read, line) & fair(k)]


def fair(kind: str) -> set[str]:
    """Return the kinds that do for a line: a caption without mark-up may pass for furniture."""
    return {kind, "furniture"} if kind == "caption" else {kind}


def lost_paragraphs(golden: Golden, read: AnnotatedArticle) -> list[str]:
    """Return the starts of the paragraphs that are typed as something else."""
    article = read.article
    starts = [article.text[slice(*b.span)][:40] for b in article.blocks if b.kind == "paragraph"]
    return [
        s for s in golden.expected["paragraph_starts"] if not any(f.startswith(s) for f in starts)
    ]
