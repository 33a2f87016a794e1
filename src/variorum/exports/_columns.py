"""The witnesses' words in columns: texts cut at every edge of a span into small pieces.

Spans overlap freely, so no piece of mark-up may stand for a span. Each text is cut at all edges;
a span is then a run of pieces, from the one that starts where it starts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from variorum.exports import _labels as labels
from variorum.exports._addresses import url
from variorum.exports._chapters import Chapter
from variorum.exports._markup import Markup, escaped, language
from variorum.exports._origins import Run, runs
from variorum.model.article import Block
from variorum.model.record import Witness
from variorum.model.spans import Span

_TAGS = {"headline": "h4"}
_CLOSING = "”’\"'»“‘」』.,;:!?"


@dataclass(slots=True)
class Edges:
    """What happens at each offset of one witness's text."""

    opens: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    closes: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    depth: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    copied: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    named: set[Span] = field(default_factory=set)

    def name(self, anchor: str, span: Span) -> None:
        """Make ``span`` reachable under its own fragment, once."""
        if span not in self.named:
            self.named.add(span)
            self.opens[span[0]].append(f'<span class="at" id="{anchor}"></span>')
            self.depth[span[0]] += 1
            self.depth[span[1]] -= 1


def columns(page: Markup, chapters: tuple[Chapter, ...]) -> str:
    """Return every witness of the record as a column, notes at the ends of what has a row."""
    edges = {w: Edges() for w in page.edition.witnesses}
    for chapter in chapters:
        _name_all(page, chapter, edges)
        _note_all(page, chapter, edges)
        for run in runs(chapter.copies):
            _mark_run(page, run, edges[run.to.witness])
    witnesses = page.edition.record.witnesses
    articles = "".join(_column(page, w, edges[w.id]) for w in witnesses)
    many = min(len(witnesses), 4)
    return f'<div class="columns n{many}">\n{articles}</div>\n'


def _column(page: Markup, witness: Witness, edges: Edges) -> str:
    colour = page.colour(witness.id)
    id_ = f"w-{escaped(witness.siglum)}"
    edtf, basis = labels.dated(witness)
    known = [escaped(part) for part in (edtf, basis, *labels.credited(witness)) if part]
    text = "".join(_stretches(page, witness, edges))
    none = '<p class="facts">The record keeps no words of this witness.</p>'
    return (
        f'<article class="witness c{colour}" id="{id_}" data-siglum="{escaped(witness.siglum)}"'
        f' aria-labelledby="{id_}-h" tabindex="0">\n'
        f'<header><h3 id="{id_}-h">{page.chip(witness.id)}'
        f" {escaped(witness.outlet or labels.UNKNOWN_OUTLET)}</h3>"
        f'<p class="facts">{" · ".join(known)}</p>'
        f'<p class="facts source">{_source(witness)}</p>{_rests_on(page, witness)}</header>\n'
        f'<div class="words" dir="auto"{language(witness)}>\n{text or none}</div>\n</article>\n'
    )


def _source(witness: Witness) -> str:
    """Return the name under which a witness came; one of the web leads there."""
    shown = escaped(witness.source)
    known = url(witness)
    return f'<a href="{escaped(known)}" rel="noreferrer nofollow">{shown}</a>' if known else shown


def _rests_on(page: Markup, witness: Witness) -> str:
    """Return whose reports a witness says it is, with links to where its text prints that."""
    names = [
        page.cell(witness.id, (credit.span,)) if credit.span else escaped(credit.name)
        for credit in witness.rests_on
    ]
    ground = escaped(labels.FROM_MARKUP)
    told = f"{labels.RESTS_ON} {', '.join(names)} ({ground})"
    return f'<p class="facts rests">{told}</p>' if names else ""


def _stretches(page: Markup, witness: Witness, edges: Edges) -> Iterator[str]:
    """Yield the blocks of a text, furniture folded away; of a text not kept, its excerpts."""
    cuts = _Cuts(edges)
    if witness.text is None:
        for start, words in page.edition.excerpts(witness.id):
            yield f'<p class="excerpt" dir="auto">{cuts.pieces(start, words)}</p>\n'
        return
    text = witness.text
    blocks = witness.blocks or (Block("paragraph", (0, len(text))),)
    for folded, run in groupby(blocks, key=lambda b: b.kind == "furniture"):
        shown = [_block(b, cuts.pieces(b.span[0], text[slice(*b.span)])) for b in run]
        yield _folded(shown) if folded else "".join(shown)


def _folded(blocks: list[str]) -> str:
    size = labels.counted(len(blocks), "line")
    return (
        f'<details class="furniture"><summary>furniture, {size}</summary>\n'
        f"{''.join(blocks)}</details>\n"
    )


def _block(block: Block, words: str) -> str:
    tag = _TAGS.get(block.kind, "p")
    return f'<{tag} class="{escaped(block.kind)}" dir="auto">{words}</{tag}>\n'


@dataclass(slots=True)
class _Cuts:
    """Walks a text once from left to right, cutting it at the edges."""

    edges: Edges
    points: list[int] = field(init=False)
    at: int = 0
    depth: int = 0
    copied: int = 0

    def __post_init__(self) -> None:
        edges = self.edges
        self.points = sorted({*edges.opens, *edges.closes, *edges.depth, *edges.copied})

    def pieces(self, start: int, words: str) -> str:
        """Return ``words``, which stand at ``start``, in pieces."""
        end = start + len(words)
        parts: list[str] = []
        place = start
        while self.at < len(self.points) and self.points[self.at] <= end:
            point = self.points[self.at]
            if point > place:
                parts.append(self._piece(place, words[place - start : point - start]))
                place = point
            parts += self.edges.closes.pop(point, [])
            if point == end:
                break
            parts += self._opening(point)
            self.at += 1
        if place < end:
            parts.append(self._piece(place, words[place - start :]))
        return "".join(parts)

    def _opening(self, point: int) -> list[str]:
        self.depth += self.edges.depth.get(point, 0)
        self.copied += self.edges.copied.get(point, 0)
        return self.edges.opens.get(point, [])

    def _piece(self, start: int, words: str) -> str:
        if not self.depth:
            return escaped(words)
        kind = ' class="copied"' if self.copied else ""
        return f'<span data-at="{start}"{kind}>{escaped(words)}</span>'


def _name_all(page: Markup, chapter: Chapter, edges: dict[str, Edges]) -> None:
    for witness, span in _pointed(page, chapter):
        edges[witness].name(page.anchor(witness, span), span)


def _pointed(page: Markup, chapter: Chapter) -> Iterator[tuple[str, Span]]:
    """Yield every span a row of this chapter lights or a cell of it links to."""
    for told in (*chapter.compared, *chapter.printed_alike, *chapter.printed_once):
        asked = (told.question,) if told.question in page.edition.quotations else ()
        for id_ in (*told.prints, *asked):
            print_ = page.edition.quotations[id_]
            spans = {*print_.spans, *page.edition.said(print_)}
            yield from ((print_.witness, span) for span in sorted(spans))
        for found in page.edition.rows(told):
            yield from _in_cells(found.witnesses[0], found.cells)
        readings = (r for v in told.variants for r in v.readings)
        yield from ((r.witness, span) for r in readings for span in r.spans)
    sides = (r for relation in chapter.relations for r in relation.readings)
    yield from ((r.witness, span) for r in sides for span in {*r.spans, *page.edition.shown(r)})
    single = (s for _, found in chapter.single for s in found)
    yield from ((s.witness, span) for s in single for span in {*s.spans, *page.edition.stated(s)})
    yield from ((f.witness, span) for f in chapter.flags for span in f.spans)
    yield from ((o.of.witness, span) for o in chapter.omissions for span in o.of.spans)
    yield from ((p.witness, p.span) for c in chapter.copies for p in (c.from_, c.to))
    yield from ((t.witness, t.span) for _, found in chapter.times for t in found)
    yield from ((p.witness, p.span) for p in chapter.places)
    named = ((w.id, credit.span) for w in chapter.witnesses for credit in w.rests_on)
    yield from ((witness, span) for witness, span in named if span)


def _in_cells(witness: str, cells: Iterable[tuple[Span, ...]]) -> Iterator[tuple[str, Span]]:
    for spans in cells:
        yield from ((witness, span) for span in spans)


def _note_all(page: Markup, chapter: Chapter, edges: dict[str, Edges]) -> None:
    """Put a note at the end of each reading that has a numbered row."""

    def note(witness: str, end: int, row: str, label: str) -> None:
        end = _after_marks(page.edition.witnesses[witness].text or "", end)
        layer = " substance" if label.startswith("S") else ""
        link = f'<a class="note{layer}" href="#r-{row}" title="Go to {label}">{label}</a>'
        edges[witness].closes[end].append(link)

    for number, told in enumerate(chapter.compared, 1):
        for id_ in told.prints:
            print_ = page.edition.quotations[id_]
            note(print_.witness, print_.spans[-1][1], told.id, f"Q{number}")
    for number, relation in enumerate(chapter.relations, 1):
        for reading in relation.readings:
            note(reading.witness, reading.spans[-1][1], relation.id, f"S{number}")
    for number, flag in enumerate(chapter.flags, 1):
        note(flag.witness, flag.spans[-1][1], flag.id, f"F{number}")


def _after_marks(text: str, end: int) -> int:
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _mark_run(page: Markup, run: Run, edges: Edges) -> None:
    """Grey a copied run, with a line before it that says where else it stands, and lights it."""
    start, end = run.to.span
    source = run.copies[0].from_
    sides = [*(copy.from_ for copy in run.copies), run.to]
    lights = page.lights((side.witness, (side.span,)) for side in sides)
    blocks = page.edition.witnesses[run.to.witness].blocks
    whole = " whole" if any(block.span[0] == start for block in blocks) else ""
    edges.opens[start].append(
        f'<a class="from attribution{whole}" href="#{page.anchor(source.witness, source.span)}"'
        f"{lights}>{escaped(run.told(page.edition))}</a> "
    )
    edges.copied[start] += 1
    edges.copied[end] -= 1
