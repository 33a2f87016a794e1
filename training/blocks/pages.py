"""Reading the WCXB article pages as copied text, each line with the kind it truly has.

The mark-up of a page serves only to label its lines; no feature sees it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from inscriptis import get_annotated_text
from inscriptis.model.config import ParserConfig

from training.blocks.alignment import aligned_shares, tokens
from training.blocks.labels import Marks, covered

ARTICLE = 0.8
FOLDS = 5
_LEAST_FOUND = 0.9
"""Share of the true body that the rendered page must hold; other truths are of another page."""


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line as printed, the blank lines above it, its kind, and whether scores count it."""

    text: str
    blank: int
    indent: int
    kind: str
    article: bool
    counted: bool = True


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """The labelled lines of one page and the fold of its domain."""

    name: str
    fold: int
    title: str
    summary: str
    authors: tuple[str, ...]
    lines: tuple[LabelledLine, ...]


def fold_of(url: str) -> int:
    """Return the development fold of a page, by its domain."""
    domain = urlparse(url).netloc.lower().removeprefix("www.")
    return int(hashlib.sha1(domain.encode()).hexdigest(), 16) % FOLDS


def read_pages(data: Path) -> list[LabelledPage]:
    """Read and label every WCXB article page under ``data``."""
    folder = data / "pages" / "wcxb_articles"
    pages = []
    for path in sorted((folder / "ground-truth").glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        truth = entry["ground_truth"]
        source = folder / "html" / f"{path.stem}.html.gz"
        if truth.get("main_content") and source.exists():
            html = gzip.decompress(source.read_bytes()).decode("utf-8", "replace")
            page = label(path.stem, entry.get("url") or path.stem, html, truth)
            if page:
                pages.append(page)
    return pages


def label(name: str, url: str, html: str, truth: dict[str, Any]) -> LabelledPage | None:
    """Render a page to copied text and label its lines; None where its truth is not in it."""
    html = re.sub(r"^\s*<\?xml[^>]*>", "", html)
    rules = {f"h{n}": ["heading"] for n in range(1, 7)} | {"figcaption": ["caption"]}
    rendered = get_annotated_text(html, ParserConfig(annotation_rules=rules))
    printed = _printed(rendered["text"])
    texts = [text for text, *_ in printed]
    shares = aligned_shares(texts, truth["main_content"])
    found = sum(len(tokens(t)) for t, s in zip(texts, shares, strict=True) if s >= ARTICLE)
    if found < _LEAST_FOUND * len(tokens(truth["main_content"])):
        return None
    starts = [(start, len(text)) for text, _, _, start in printed]
    headings, captions = (
        covered(starts, [(a, b) for a, b, rule in rendered["label"] if rule == element])
        for element in ("heading", "caption")
    )
    marks = Marks(html, truth, headings=headings, captions=captions)
    article = [share >= ARTICLE for share in shares]
    kinds = marks.kinds(texts, article)
    lines = tuple(
        LabelledLine(text, blank, indent, kind, art, counted=art or not marks.is_metadata(text))
        for (text, blank, indent, _), kind, art in zip(printed, kinds, article, strict=True)
    )
    title = " ".join((truth.get("title") or "").split())
    summary = " ".join(max(marks.summary, key=len, default="").split())
    return LabelledPage(name, fold_of(url), title, summary, tuple(marks.authors), lines)


def _printed(text: str) -> list[tuple[str, int, int, int]]:
    rows = []
    place = blank = 0
    for printed in text.splitlines(keepends=True):
        bare = printed.strip()
        if bare:
            indent = len(printed) - len(printed.lstrip())
            rows.append((bare, min(blank, 9), indent, place + indent))
            blank = 0
        else:
            blank += 1
        place += len(printed)
    return rows


def with_lines(page: LabelledPage, lines: Iterable[LabelledLine]) -> LabelledPage:
    """Return the page with other lines."""
    return replace(page, lines=tuple(lines))
