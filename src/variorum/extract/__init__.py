"""Captures → articles: one final text, its typed blocks, and what it says of itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from variorum import formats, languages
from variorum.model.article import Article, Block, Capture, Page
from variorum.model.identity import sign
from variorum.model.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The stage that reads an article out of a capture.

    Args:
        limits: how long a text may be.
    """

    limits: Limits = field(default_factory=Limits)

    def __call__(self, capture: Capture) -> Article:
        """Return the article in a capture.

        Raises:
            InputError: the bytes are no text, or hold none.
        """
        from variorum.extract import bylines, credits, publication

        page = formats.read(capture, self.limits)
        language = page.metadata.language or languages.detect(page.text)
        blocks = _type_blocks(page, language)
        basis, source = capture.date_basis, capture.source
        title, title_basis = credits.title(page, blocks, source=source, basis=basis)
        byline, byline_basis = bylines.byline(page, blocks, basis=basis)
        unsigned = Article(
            id="",
            source=capture.source,
            sha256=capture.sha256,
            text_sha256=hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest(),
            media_type=page.media_type,
            outlet=credits.outlet(page, blocks),
            title=title,
            title_basis=title_basis,
            byline=byline,
            byline_basis=byline_basis,
            language=language,
            published=publication.published(page, blocks, source=source, basis=basis),
            text=page.text,
            blocks=blocks,
            sources=page.metadata.sources,
        )
        return sign(unsigned, {})


def _type_blocks(page: Page, language: str | None) -> tuple[Block, ...]:
    # Each way of typing loads what it needs when the first page of its kind arrives.
    if page.markup is None:
        from variorum.extract import copied

        return copied.type_lines(page.text, language=language)
    from variorum.extract import marked

    return marked.type_lines(page)
