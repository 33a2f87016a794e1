"""What an article says of itself: its title, outlet, byline and date of publication.

What the page prints beside its text is believed before what its mark-up declares, and furniture
last. Where nothing is known, the answer is None or empty: never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from variorum.extract.outlet_names import outlet_in, without_outlet
from variorum.extract.person_names import declared_people, has_lead, people_in
from variorum.extract.printed_dates import dates_in
from variorum.model.article import Block, Page, Published
from variorum.model.vocabulary import DateBasis

_LOOK = 400
_LABEL = 30
_CHANGED = re.compile(
    r"\b(?:updated|modified|edited|amended|reviewed|revised|checked|last)\b", re.IGNORECASE
)
_CHANGED_PATH = re.compile(r"updated|modified", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"^\W*(?:(?:first|originally)\s+)?(?:published|posted|issued|released)\b", re.IGNORECASE
)
_COMPACT = re.compile(r"([12]\d{3})([01]\d)([0-3]\d)(?!\d)")
_NO_DATE = ("1970-01-01", "1969-12-31", "1900-01-01")


def title(page: Page, blocks: Sequence[Block]) -> str | None:
    """Return the headline as printed; the declared title, without the outlet's name, if none is."""
    printed = next((page.text[slice(*b.span)] for b in blocks if b.kind == "headline"), None)
    declared = page.metadata.title
    return printed or (without_outlet(declared, page.metadata.outlet) if declared else None)


def outlet(page: Page, blocks: Sequence[Block]) -> str | None:
    """Return the outlet's name as the page declares it, or as its furniture names it."""
    if page.metadata.outlet:
        return page.metadata.outlet
    furniture = _printed(page, blocks, "furniture")
    above = [*_above_text(page, blocks)]
    return outlet_in([words for words, _ in furniture], title(page, blocks), above)


def byline(page: Page, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the names of the article's writers, each once, without their roles.

    A printed line with more names than are declared is believed. Where no line was typed as a
    byline, one above the body that begins as bylines do is read.
    """
    declared = tuple(dict.fromkeys(declared_people(page.metadata.byline)))
    lines = [words for words, _ in _printed(page, blocks, "byline")]
    if declared:
        lines = [line for line in lines if any(name in line for name in declared)]
    elif not lines:
        lines = [line for line in _above_body(page, blocks) if has_lead(line)]
    elif any(has_lead(line) for line in lines):
        lines = [line for line in lines if has_lead(line)]
    printed = tuple(dict.fromkeys(name for line in lines for name in people_in(line)))
    return printed if set(printed) >= set(declared) else declared


def published(
    page: Page, blocks: Sequence[Block], *, basis: DateBasis = "metadata"
) -> Published | None:
    """Return when the article was published, with the ground for it.

    Args:
        page: the page.
        blocks: its typed blocks.
        basis: on what ground a declared date stands; ``feed`` where a feed declared it.

    The answer's basis is one of these. ``stated``: printed in a date line or beside the byline,
    at ``span``. ``metadata``, or ``basis``: declared in the mark-up; it also stands in for a
    printed day or month that it is within, whose span it then has. ``furniture``: printed
    elsewhere after a word for publishing. A printed date of a change (``Updated``) counts where
    no other day is declared.
    """
    stated = list(_stated(page, blocks))
    declared = _declared(page, basis)
    found = next((date for date, changed in stated if not changed), None)
    if found is None and stated:
        found = stated[0][0]
        if declared and declared.edtf[:10] != found.edtf[:10]:
            found = None
    if found and declared and _refines(declared.edtf, found.edtf):
        return replace(declared, span=found.span)
    return found or declared or _in_furniture(page, blocks)


def _refines(declared: str, printed: str) -> bool:
    """Tell whether a declared date lies within a printed one and says more; midnight does not."""
    rest = declared.removeprefix(printed)
    return rest != declared and rest[:1] in ("-", "T") and not rest.startswith("T00:00")


def _above_text(page: Page, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the furniture above the first paragraph, and what date lines print before the date."""
    for block in takewhile(lambda block: block.kind != "paragraph", blocks):
        words = page.text[block.span[0] : min(block.span[1], block.span[0] + _LOOK)]
        if block.kind == "furniture":
            yield words
        elif block.kind == "date":
            for (start, _), _, _ in dates_in(words, page.metadata.language):
                yield words[:start].strip(" ,|·–-—:")
                break


def _above_body(page: Page, blocks: Sequence[Block]) -> list[str]:
    """Return the furniture between the headline, or the top, and the first paragraph."""
    kinds = [block.kind for block in blocks]
    end = kinds.index("paragraph") if "paragraph" in kinds else 0
    start = kinds.index("headline") if "headline" in kinds[:end] else 0
    return [words for words, _ in _printed(page, blocks[start:end], "furniture")]


def _stated(page: Page, blocks: Sequence[Block]) -> Iterator[tuple[Published, bool]]:
    """Yield the dates printed with the article, and whether each speaks of a change."""
    paths = {line.span[0]: line.path.rsplit("/", 2)[1:] for line in page.lines}
    for kind in ("date", "byline"):
        before = ""
        for block in blocks:
            words = page.text[block.span[0] : min(block.span[1], block.span[0] + _LOOK)]
            if block.kind == kind:
                where = " ".join(paths.get(block.span[0], ()))
                about = _CHANGED.search(before) or _CHANGED_PATH.search(where)
                for date, changed in _dated(words, block.span[0], page.metadata.language):
                    yield date, changed or about is not None
            label = len(words) <= _LABEL and not any(c.isdigit() for c in words)
            before = words if label else ""


def _declared(page: Page, basis: DateBasis) -> Published | None:
    value = _COMPACT.sub(r"\1-\2-\3", (page.metadata.published or "")[:_LOOK].strip())
    for _, edtf, precision in dates_in(value, page.metadata.language):
        if not edtf.startswith(_NO_DATE):
            return Published(edtf=edtf, precision=precision, basis=basis, span=None)
    return None


def _in_furniture(page: Page, blocks: Sequence[Block]) -> Published | None:
    for words, start in _printed(page, blocks, "furniture"):
        if _PUBLISHED.match(words):
            for found, changed in _dated(words, start, page.metadata.language, "furniture"):
                if not changed:
                    return found
    return None


def _dated(
    words: str, start: int, language: str | None, basis: str = "stated"
) -> Iterator[tuple[Published, bool]]:
    """Yield each date of a line at ``start``, and whether the words before it speak of a change."""
    before = 0
    for (first, end), edtf, precision in dates_in(words, language):
        changed = _CHANGED.search(words, before, first) is not None
        span = (start + first, start + end)
        yield Published(edtf=edtf, precision=precision, basis=basis, span=span), changed
        before = end


def _printed(page: Page, blocks: Sequence[Block], kind: str) -> list[tuple[str, int]]:
    """Return the beginning of each block of a kind, and where it starts."""
    return [
        (page.text[start : min(end, start + _LOOK)], start)
        for block in blocks
        for start, end in (block.span,)
        if block.kind == kind
    ]
