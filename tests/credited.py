"""Pages of one line a block, for tests of what a page says of itself."""

from __future__ import annotations

from variorum.model.article import Block, Line, Metadata, Page

HEAD, TEXT = ("headline", "Ferry stays"), ("paragraph", "The ferry stays.")


def page_of(
    *blocks: tuple[str, str], metadata: Metadata | None = None
) -> tuple[Page, tuple[Block, ...]]:
    """Build a page of one line a block, each given as (kind, words)."""
    text, typed, lines = "", [], []
    for kind, words in blocks:
        span = (len(text), len(text) + len(words))
        typed.append(Block(kind, span))
        lines.append(Line(span=span))
        text += words + "\n"
    found = metadata or Metadata(language="en")
    page = Page(text=text, lines=tuple(lines), media_type="text/plain", metadata=found)
    return page, tuple(typed)
