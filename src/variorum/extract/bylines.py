"""Who wrote an article: what is printed above its text, what is declared, what stands below.

A line that says who wrote the article is believed before what the mark-up declares, for sites
declare who posted a page; what only looks like a byline, by its place or its elements, after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.extract.outlet_names import is_employer
from variorum.extract.person_names import (
    declared_people,
    has_lead,
    is_label,
    is_others,
    people_in,
    writers_in,
)
from variorum.extract.printed_dates import dates_in
from variorum.model.article import Block, Page
from variorum.model.vocabulary import Basis

LONGEST = 200
"""The longest line that may be a byline, in code points."""
_LABEL = 24
_ABOVE, _BELOW = 6, 3


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    kind: str
    path: str
    led: bool  # says that a writer follows, in its own words or by the label above it
    others: bool


def byline(
    page: Page, blocks: Sequence[Block], *, basis: Basis = "metadata"
) -> tuple[tuple[str, ...], Basis | None]:
    """Return the names of the article's writers, each once, and on what ground they stand.

    Args:
        page: the page.
        blocks: its typed blocks.
        basis: the ground of a declared name.

    The ground is ``stated`` for a line above the text, ``furniture`` for one elsewhere; it is
    None where nobody is named.
    """
    declared = _declared(page)
    rows = list(_rows(page, blocks))
    start, end = _head(rows)
    near = rows[start:end]
    led = tuple(_agreed(name, declared) for name in _led(near))
    by_outlet = _by_outlet(page)
    shown = _shown(near, declared, page.metadata.outlet if by_outlet else None)
    if led and not set(led) <= set(declared):
        return led, "stated"
    below = () if declared and not by_outlet else _below(rows[end:])
    if declared and not set(led or shown) >= set(declared) and not (by_outlet and shown + below):
        return declared, basis
    if led or shown:
        return led or shown, "stated"
    return (below, "furniture") if below else ((), None)


def _declared(page: Page) -> tuple[str, ...]:
    """Return the names the mark-up declares; the outlet's own stays whole."""
    outlet = page.metadata.outlet
    found = ([name] if name == outlet else declared_people([name]) for name in page.metadata.byline)
    return _names(name for names in found for name in names)


def _by_outlet(page: Page) -> bool:
    """Tell whether the outlet is all the writer that is declared."""
    outlet = (page.metadata.outlet or "").casefold()
    names = page.metadata.byline
    return bool(names) and all(name.casefold() in outlet for name in names)


def _agreed(name: str, declared: Sequence[str]) -> str:
    """Return a printed name as it is declared, where one of the two only goes on for longer.

    What stands before the declared name, as an honorific, stays.
    """
    return next((d for d in declared if name.startswith(d) or d.startswith(f"{name} ")), name)


def _rows(page: Page, blocks: Sequence[Block]) -> Iterator[_Row]:
    """Yield the blocks that may credit somebody, in page order, and those that separate them."""
    paths = {line.span[0]: line.path for line in page.lines}
    label = ""
    for block in blocks:
        words = page.text[block.span[0] : min(block.span[1], block.span[0] + LONGEST + 1)]
        credit = block.kind not in ("headline", "paragraph", "section")
        others = is_others(label) or is_others(words)
        led = credit and not others and len(words) <= LONGEST
        labelled = is_label(label)
        yield _Row(
            words=words,
            kind=block.kind,
            path=paths.get(block.span[0], ""),
            led=led and (labelled or _leads(words, block.kind, page.metadata.language)),
            others=others,
        )
        label = words if len(words) <= _LABEL else ""


def _leads(words: str, kind: str, language: str | None) -> bool:
    """Tell whether a line says who wrote it: it begins so, or does after a date."""
    if has_lead(words):
        return True
    if not writers_in(words):
        return False
    return kind in ("date", "byline") or next(dates_in(words, language), None) is not None


def _head(rows: Sequence[_Row]) -> tuple[int, int]:
    """Return the half-open run of rows around the headline and above the text."""
    kinds = [row.kind for row in rows]
    first = kinds.index("paragraph") if "paragraph" in kinds else 0
    headline = kinds.index("headline") if "headline" in kinds else first
    return max(0, min(headline, first) - _ABOVE), max(first, headline) + _BELOW + 1


def _credited(row: _Row) -> list[str]:
    """Return the names in a row that says who wrote the article."""
    if writers_in(row.words):
        return writers_in(row.words)
    return [] if has_lead(row.words) else writers_in("By " + row.words)


def _led(rows: Sequence[_Row]) -> tuple[str, ...]:
    """Return the names in the first row that says who wrote the article and in its like below."""
    found: list[str] = []
    first: _Row | None = None
    for row in rows:
        names = _credited(row) if row.led else []
        if first is None and names:
            first = row
        elif first is not None and (row.path != first.path or not names):
            break
        found += names
    return _names(found)


def _shown(rows: Sequence[_Row], declared: Sequence[str], outlet: str | None) -> tuple[str, ...]:
    """Return the names in lines that look like bylines; roles below a name have other elements.

    Where an outlet signs for all it prints, a line that begins with its name is no byline.
    """
    lines = [row for row in rows if row.kind == "byline" and not row.others]
    if outlet:
        lines = [row for row in lines if not row.words.startswith(outlet)]
    elif any(name in row.words for name in declared for row in lines):
        lines = [row for row in lines if any(name in row.words for name in declared)]
    named = [row for row in lines if any(people_in(row.words))]
    alike = [row for row in named if row.path == named[0].path]
    return _names(name for row in alike for name in people_in(row.words))


def _below(rows: Sequence[_Row]) -> tuple[str, ...]:
    """Return whom the page below the head credits, if all its credits name the same people."""
    led = [row for row in rows if row.led and row.kind != "date"]
    found = {tuple(people_in(row.words)) for row in led} - {()}
    return _names(found.pop()) if len(found) == 1 else ()


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, none that only says for whom the others write."""
    found = tuple(dict.fromkeys(names))
    return tuple(name for name in found if not is_employer(name)) or found
