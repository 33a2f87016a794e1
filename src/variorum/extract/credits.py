"""What an article says of itself beside its writers and date: its title and its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from variorum.extract.outlet_names import outlet_in, outlets_beside, without_outlet
from variorum.extract.person_names import has_lead
from variorum.extract.printed_dates import dates_in
from variorum.model.article import Block, Page
from variorum.model.vocabulary import Basis

_LOOK = 400
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#\s]{1,200})", re.IGNORECASE)


def title(
    page: Page, blocks: Sequence[Block], *, source: str = "", basis: Basis = "metadata"
) -> tuple[str | None, Basis | None]:
    """Return the headline as printed, or else as declared, without the outlet's name; its ground.

    Args:
        page: the page.
        blocks: its typed blocks.
        source: the address the page came from, or the name of its file.
        basis: the ground of a declared title.

    The ground of a printed headline is ``stated``, unless a feed gave its words.
    """
    printed = next((page.text[slice(*b.span)] for b in blocks if b.kind == "headline"), None)
    found = printed or page.metadata.title
    if not found:
        return None, None
    told = basis == "feed" and printed == page.metadata.title
    bare = without_outlet(found, page.metadata.outlet, _host(source) or _host(page.metadata.url))
    return bare, "stated" if printed and not told else basis


def _host(address: str | None) -> str:
    match = _HOST.match(address or "")
    return match[1] if match else ""


def outlet(page: Page, blocks: Sequence[Block]) -> str | None:
    """Return the outlet's name as the page declares it, or as its furniture names it."""
    if page.metadata.outlet:
        return page.metadata.outlet
    furniture = _printed(page, blocks, "furniture")
    above = [*_above_text(page, blocks)]
    return outlet_in([words for words, _ in furniture], title(page, blocks)[0], above)


def _above_text(page: Page, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines above the first paragraph, the newspapers beside writers in them.

    Of a line with a date what stands before that.
    """
    for block in takewhile(lambda block: block.kind != "paragraph", blocks):
        words = page.text[block.span[0] : min(block.span[1], block.span[0] + _LOOK)]
        if block.kind in ("furniture", "byline"):
            if not has_lead(words):
                yield words
            yield from outlets_beside(words)
        elif block.kind == "date":
            for (start, _), _, _ in dates_in(words, page.metadata.language):
                before = words[:start].strip(" ,|·–-—:")
                yield before
                yield from outlets_beside(before)
                break


def _printed(page: Page, blocks: Sequence[Block], kind: str) -> list[tuple[str, int]]:
    """Return the beginning of each block of a kind, and where it starts."""
    return [
        (page.text[start : min(end, start + _LOOK)], start)
        for block in blocks
        for start, end in (block.span,)
        if block.kind == kind
    ]
