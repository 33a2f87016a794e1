"""Builds articles for tests without reading any file."""

from __future__ import annotations

import hashlib

from variorum.model.article import Article, Block, Published
from variorum.model.identity import sign
from variorum.model.spans import strip


def article(
    text: str,
    *,
    source: str = "a.txt",
    language: str | None = "en",
    published: str | None = None,
    outlet: str | None = None,
) -> Article:
    """Return an article of one block a line: the first a headline, the others paragraphs."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        span = strip(text, (start, start + len(line)))
        if span[0] < span[1]:
            blocks.append(Block("paragraph" if blocks else "headline", span))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    unsigned = Article(
        id="",
        source=source,
        sha256=digest,
        text_sha256=digest,
        media_type="text/plain",
        outlet=outlet,
        title=text[slice(*blocks[0].span)] if blocks else None,
        byline=(),
        language=language,
        published=_published(published),
        text=text,
        blocks=tuple(blocks),
    )
    return sign(unsigned, {})


def _published(edtf: str | None) -> Published | None:
    if edtf is None:
        return None
    precision = "minute" if "T" in edtf else ("year", "month", "day")[edtf.count("-")]
    return Published(edtf=edtf, precision=precision, basis="stated", span=None)
