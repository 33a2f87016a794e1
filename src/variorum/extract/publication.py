"""When an article was published: what is printed beside it, what is declared, its address.

What the page prints beside its text is believed before what its mark-up declares, unless it is
the later of the two: a page dates its last change as it dates its publication, and only the
earlier can be the latter. Where nothing is known, the answer is None: never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.extract.post_times import latest_post
from variorum.extract.printed_dates import dates_in
from variorum.languages import find
from variorum.model.article import Block, Page, Published
from variorum.model.vocabulary import Basis

LOOK = 400
"""How much of a line is read for dates, in code points."""
_LABEL = 30
_SHORT = 100
_CHANGED = re.compile(
    r"\b(?:updated|modified|edited|amended|reviewed|revised|checked|last)\b", re.IGNORECASE
)
_CHANGED_PATH = re.compile(r"updated|modified", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"^\W*(?:(?:first|originally)\s+)?(?:published|posted|issued|released)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"^\W*$|\b(?:published|posted|issued|released)\b(?: on)?\W*$", re.IGNORECASE)
_COMPACT = re.compile(r"([12]\d{3})([01]\d)([0-3]\d)(?!\d)")
_YEAR_FIRST = re.compile(r"^([12]\d{3}),? ([^\W\d_]{3,9})\.?,? (\d{1,2})$")
_NO_DATE = ("1970-01-01", "1969-12-31", "1900-01-01")
# The day in the path of an address, as sites that file their pages by it write it.
_PATH_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d\d?|[a-z]{3,9})(?P=mark)(?P<day>\d\d?)(?=[/-])"
    r"|/(?P<whole>(?:19|20)\d\d[01]\d[0-3]\d)(?=[/-])",
    re.IGNORECASE,
)
_AROUND = 3
_DATELINE = 120
# What stands before and behind the date of a dateline: a place, an agency, a dash.
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]{0,30}+[ ,]{0,2}|\([A-Z][\w. ]{0,30}+\),? ?|[–—-] ?){0,6}")
_DASH = re.compile(r",? ?(\([^()]{1,40}+\)|(?:[A-Z][\w.'’-]{0,30}+ ?){1,3}|) ?(?:[–—:]|--|- )")


def published(
    page: Page, blocks: Sequence[Block], *, source: str = "", basis: Basis = "metadata"
) -> Published | None:
    """Return when the article was published, with the ground for it.

    Args:
        page: the page.
        blocks: its typed blocks.
        source: the address the page came from, or the name of its file.
        basis: on what ground a declared date stands; ``feed`` where a feed declared it.

    The answer's basis is one of these. ``stated``: printed in a date line, beside the byline,
    about the headline or in the dateline, at ``span``. ``metadata``, or ``basis``: declared in the
    mark-up; it also stands in for a printed day or month that it is within, whose span it then
    has. ``metadata`` also for the day in the path of the page's address, and for the time of a
    liveblog's latest post. ``furniture``: printed
    elsewhere after a word for publishing. A printed date of a change (``Updated``) counts where
    no other day is declared.
    """
    stated = list(_stated(page, blocks))
    said = page.metadata
    declared = declared_date(said.published, said.language, basis) or _in_address(page, source)
    found = next((date for date, changed in stated if not changed), None)
    if found is None and stated:
        found = stated[0][0]
        if declared and declared.edtf[:10] != found.edtf[:10]:
            found = None
    if found and declared and _refines(declared.edtf, found.edtf):
        return replace(declared, span=found.span)
    if found and declared and declared.edtf[:10] < found.edtf[:10]:
        return declared
    posted = declared_date(latest_post(page, blocks), said.language, basis)
    near = _in_dateline(page, blocks)
    return found or declared or posted or near or _in_furniture(page, blocks)


def _in_dateline(page: Page, blocks: Sequence[Block]) -> Published | None:
    """Return the date with which the first paragraph opens: ``LINDMOUTH, 4 May 2031 (Wire) –``."""
    first = next((block.span for block in blocks if block.kind == "paragraph"), (0, 0))
    words = page.text[first[0] : min(first[1], first[0] + _DATELINE)]
    for date, _ in _dated(words, first[0], page.metadata.language):
        start, end = (at - first[0] for at in date.span or first)
        known = find(page.metadata.language) or find("en")
        opening = words[:start].split()[:1]
        plain = known is not None and bool(opening) and opening[0].lower() in known.function_words
        behind = _DASH.match(words[end:])
        if behind and (opening or behind[1]) and not plain and _PLACE.fullmatch(words[:start]):
            return date
        break
    return None


def _refines(declared: str, printed: str) -> bool:
    """Tell whether a declared date lies within a printed one and says more; midnight does not."""
    rest = declared.removeprefix(printed)
    return rest != declared and rest[:1] in ("-", "T") and not rest.startswith("T00:00")


def _stated(page: Page, blocks: Sequence[Block]) -> Iterator[tuple[Published, bool]]:
    """Yield the dates printed with the article, and whether each speaks of a change."""
    paths = {line.span[0]: line.path.rsplit("/", 2)[1:] for line in page.lines}
    before = ""
    for block in blocks:
        words = page.text[block.span[0] : min(block.span[1], block.span[0] + LOOK)]
        if block.kind in ("date", "byline"):
            where = " ".join(paths.get(block.span[0], ()))
            about = _CHANGED.search(before) or _CHANGED_PATH.search(where)
            for date, changed in _dated(words, block.span[0], page.metadata.language):
                yield date, changed or about is not None
        label = len(words) <= _LABEL and not any(c.isdigit() for c in words)
        before = words if label else ""
    yield from _about_headline(page, blocks)


def _about_headline(page: Page, blocks: Sequence[Block]) -> Iterator[tuple[Published, bool]]:
    """Yield the one date of a short line right about the headline that begins with it.

    A word for publishing may stand before it.
    """
    kinds = [block.kind for block in blocks]
    if "headline" not in kinds:
        return
    at = kinds.index("headline")
    for block in blocks[max(0, at - _AROUND) : at + _AROUND + 1]:
        start, end = block.span
        words = page.text[start : min(end, start + _SHORT + 1)]
        if block.kind in ("furniture", "standfirst", "caption") and len(words) <= _SHORT:
            dates = list(_dated(words, start, page.metadata.language))
            if len(dates) == 1 and not dates[0][1] and _BEFORE.search(words[: _at(dates, start)]):
                yield dates[0]


def _at(dates: Sequence[tuple[Published, bool]], start: int) -> int:
    """Return where the first of some dates stands in its line."""
    span = dates[0][0].span
    return span[0] - start if span else 0


def declared_date(value: str | None, language: str | None, basis: Basis) -> Published | None:
    """Return a date that is declared and not printed, None where the value is no date.

    Args:
        value: what stands where a date is to be.
        language: of the page, for the names of months.
        basis: on what ground it stands.
    """
    value = (value or "")[:LOOK].strip()
    value = _YEAR_FIRST.sub(r"\3 \2 \1", _COMPACT.sub(r"\1-\2-\3", value))
    for _, edtf, precision in dates_in(value, language):
        if not edtf.startswith(_NO_DATE):
            return Published(edtf=edtf, precision=precision, basis=basis, span=None)
    return None


def _in_address(page: Page, source: str) -> Published | None:
    """Return the day in the path of the page's address, the one it came from or declares."""
    for address in (source, page.metadata.url or ""):
        found = _PATH_DAY.search(address[:LOOK].split("?")[0]) if "://" in address else None
        if found is None:
            continue
        written = found["whole"] or f"{found['day']} {found['month']} {found['year']}"
        if found["month"] and found["month"].isdigit():
            written = f"{found['year']}{int(found['month']):02}{int(found['day']):02}"
        value = _COMPACT.sub(r"\1-\2-\3", written)
        for _, edtf, precision in dates_in(value, "en"):
            if precision == "day":
                return Published(edtf=edtf, precision=precision, basis="metadata", span=None)
    return None


def _in_furniture(page: Page, blocks: Sequence[Block]) -> Published | None:
    label = ""
    for block in blocks:
        start, end = block.span
        words = page.text[start : min(end, start + LOOK)]
        if block.kind in ("furniture", "caption"):
            says = _PUBLISHED.match(words) or _PUBLISHED.match(label)
            dates = _dated(words, start, page.metadata.language, "furniture") if says else ()
            for found, changed in dates:
                if not changed:
                    return found
        label = words if len(words) <= _LABEL and not any(c.isdigit() for c in words) else ""
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
