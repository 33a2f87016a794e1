"""The page's collation of one utterance: its prints in columns, cut into bands that fit a line.

A band is a table of a few columns: as many as stand side by side on a wide screen. On a narrow
one each of its rows runs on as plain words. Every word of every print stands in one cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Row
from variorum.exports._headings import apart, stronger
from variorum.exports._layers import layer_of
from variorum.exports._layout import cells
from variorum.exports._markup import Markup, escaped, language, table
from variorum.exports._stacks import (
    Difference,
    Stack,
    differences,
    parted,
    stacks,
)
from variorum.model.spans import Spans
from variorum.model.story import Utterance, Variant

# As many terminal cells of words stand on a line, with so many between two columns; after so
# many the end of a sentence ends the band.
WIDE = 108
BETWEEN = 3
ENOUGH = 56
# A cell of so many is never broken.
SHORT = 22


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One utterance on the page, and how each of its segments differs."""

    page: Markup
    told: Utterance
    marks: tuple[frozenset[Difference], ...]


def bands(page: Markup, told: Utterance, number: int) -> str:
    """Return the prints of an utterance in columns, the headings that print it below."""
    rows, headings = parted(page.edition.rows(told))
    found = stacks(page.edition, told, rows)
    sheet = _Sheet(page, told, differences(page.edition, told, found, rows))
    ended = [bool(row.heading) for row in rows]
    parts = []
    for at, band in enumerate(_cut(sheet, found, rows), 1):
        shown = []
        for place, row in enumerate(rows):
            silent = all(stack.silent(row) for stack in band)
            if silent and ended[place] and not any(place in stack.beside for stack in band):
                continue
            ended[place] = bool(row.heading) or band[-1].silent(row)
            shown.append(_row(sheet, band, row, (at, place)))
        parts.append(_table(f"Q{number}, part {at} of the prints", band, shown))
    told_in = [_heading(sheet, row, at) for at, row in enumerate(headings)]
    told_in += _apart(sheet)
    if told_in:
        head = ("Heading", "Words")
        parts.append(table(f"Q{number} in headings", head, told_in, kind="band headings"))
    return f'<div class="bands">\n{"".join(parts)}</div>\n'


def tags(variants: Iterable[Variant]) -> str:
    """Return the names of major variants, each once, as links to what is told of them."""
    first = {v.kind: v for v in reversed(list(variants))}
    return " ".join(tag(v, labels.kind(v.kind)) for v in reversed(list(first.values())))


def tag(variant: Variant, name: str) -> str:
    """Return a name for a major variant as a link to what is told of it."""
    return (
        f'<a class="tag {layer_of(variant.kind)}" href="#r-{variant.id}">'
        f'<span aria-hidden="true">{labels.MAJOR}</span> {escaped(name)}</a>'
    )


def _cut(sheet: _Sheet, found: Sequence[Stack], rows: Sequence[Row]) -> Iterator[list[Stack]]:
    """Yield the columns in bands that fit a line, a new one where a sentence begins."""
    band: list[Stack] = []
    used = 0
    for stack in found:
        size = max(_size(sheet, row, stack) for row in rows) + BETWEEN
        full = used + size > WIDE or (band[-1].ends and used > ENOUGH if band else False)
        if band and full:
            yield band
            band, used = [], 0
        band.append(stack)
        used += size
    if band:
        yield band


def _size(sheet: _Sheet, row: Row, stack: Stack) -> int:
    """Return how many terminal cells the words of a row take in a stack."""
    spans = [span for at in stack.cells for span in row.cells[at]]
    return cells(sheet.page.edition.words(row.witnesses[0], spans))


def _table(title: str, band: Sequence[Stack], rows: Sequence[str]) -> str:
    heads = [tags(stack.named) or '<span class="vh">words</span>' for stack in band]
    hidden = "" if any(stack.named for stack in band) else ' class="vh"'
    columns = " ".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<table class="band"><caption class="vh">{title}</caption><thead{hidden}>'
        f'<tr><th scope="col"><span class="vh">Witness</span></th>{columns}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>\n"
    )


def _row(sheet: _Sheet, band: Sequence[Stack], row: Row, place: tuple[int, int]) -> str:
    page = sheet.page
    spans = [span for stack in band for at in stack.cells for span in row.cells[at]]
    lights = page.lights([(row.witnesses[0], tuple(spans))])
    id_ = f"r-{sheet.told.id}-{place[0]}-{place[1]}"
    head = f'<th scope="row">{_whose(page, row.witnesses, row.heading)}</th>'
    return f'<tr id="{id_}"{lights}>{head} {_cells(sheet, band, row, place[1])}</tr>\n'


def _whose(page: Markup, witnesses: tuple[str, ...], block: str) -> str:
    heading = labels.heading_of(block)
    return (f'<span class="facts">{heading}</span> ' if heading else "") + page.chips(witnesses)


def _cells(sheet: _Sheet, band: Sequence[Stack], row: Row, number: int) -> str:
    """Return the cells of a row; empty ones side by side are one, unless they are named."""
    attributes = f' dir="auto"{language(sheet.page.edition.witnesses[row.witnesses[0]])}'
    parts: list[tuple[str, int]] = []
    empty = False
    for stack in band:
        named = tags(stack.beside.get(number, ()))
        if not stack.silent(row):
            short = ' class="short"' if _size(sheet, row, stack) <= SHORT else ""
            words = _words(sheet, row, stack.cells)
            parts.append((f"{short}{attributes}>{words} {named}".rstrip(), 1))
        elif empty and not named:
            parts[-1] = (parts[-1][0], parts[-1][1] + 1)
        else:
            absent = "" if row.heading else sheet.page.cell(row.witnesses[0], ())
            parts.append((f' class="none">{absent} {named}'.rstrip(), 1))
        empty = stack.silent(row)
    spread = ((rest, f' colspan="{count}"' if count > 1 else "") for rest, count in parts)
    return " ".join(f"<td{span}{rest}</td>" for rest, span in spread)


def _heading(sheet: _Sheet, row: Row, at: int) -> str:
    """Return what a heading prints of an utterance, and what is amiss with it."""
    page = sheet.page
    prints = [page.edition.quotations[p] for p in row.prints]
    lights = page.lights((q.witness, q.spans) for q in prints)
    named = tags(stronger(page.edition, sheet.told, row))
    words = f"{_words(sheet, row, range(len(row.cells)))} {named}"
    return _line(sheet, f"h-{at}", (row.witnesses, row.heading), words, lights=lights)


def _apart(sheet: _Sheet) -> Iterator[str]:
    """Yield the headings that are stronger than an utterance without printing it."""
    page = sheet.page
    for at, (kind, variant, reading) in enumerate(apart(page.edition, sheet.told)):
        words = f"{page.cell(reading.witness, reading.spans)} {tags([variant])}"
        lights = page.lights([(reading.witness, reading.spans)])
        yield _line(sheet, f"a-{at}", ((reading.witness,), kind), words, lights=lights)


def _line(
    sheet: _Sheet, key: str, whose: tuple[tuple[str, ...], str], words: str, *, lights: str
) -> str:
    """Return a row for a heading of some witnesses, by the kind of its block."""
    witnesses, _ = whose
    attributes = f' dir="auto"{language(sheet.page.edition.witnesses[witnesses[0]])}'
    return (
        f'<tr id="r-{sheet.told.id}-{key}"{lights}><th scope="row">{_whose(sheet.page, *whose)}'
        f"</th><td{attributes}>{words}</td></tr>\n"
    )


def _words(sheet: _Sheet, row: Row, places: range) -> str:
    """Return cells of a row as running words; those that differ are linked and marked."""
    page, witness = sheet.page, row.witnesses[0]
    parts: list[str] = []
    end: int | None = None
    gap = ""
    spoken = [at for at in places if row.cells[at]]
    if row.heading and spoken:
        places = range(spoken[0], spoken[-1] + 1)
    for at in places:
        spans = row.cells[at]
        marks = sheet.marks[at] if sheet.marks else frozenset()
        if not spans:
            gap = _gap(marks) or gap
            continue
        glue = "" if end is None else escaped(page.edition.between(witness, end, spans[0][0]))
        parts += [gap, glue, _marked(page, witness, spans, marks)]
        gap, end = "", spans[-1][1]
    return "".join([*parts, gap]).strip()


def _marked(page: Markup, witness: str, spans: Spans, marks: frozenset[Difference]) -> str:
    if not marks:
        return escaped(page.edition.words(witness, spans))
    return f'<mark class="{_classes(marks)}">{page.cell(witness, spans)}</mark>'


def _gap(marks: frozenset[Difference]) -> str:
    """Return the sign for words that other prints have here."""
    return f' <mark class="gap {_classes(marks)}" aria-hidden="true">‸</mark> ' if marks else ""


def _classes(marks: frozenset[Difference]) -> str:
    """Return the layers of a difference, and those in which it is a major one."""
    layers = {layer for layer, _ in marks} | {
        f"{layer}-major" for layer, w in marks if w == "major"
    }
    return " ".join(sorted(layers))
