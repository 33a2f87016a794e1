"""The page's table of what is left out: points down, witnesses across."""

from __future__ import annotations

from variorum.exports import _labels as labels
from variorum.exports._chapters import Chapter
from variorum.exports._markup import Markup, escaped, facts, pick
from variorum.exports._omissions import IN_PART, PRINTED, Point, points, unread

_UNJUDGED = '<td><span class="vh">not judged</span></td>'


def omissions(page: Markup, chapter: Chapter) -> str:
    """Return what witnesses leave out that others print: a row a point, a column a witness."""
    found = points(page.edition, chapter)
    if not found:
        return ""
    groups = "".join(_group(page, chapter, *group) for group in found)
    shown = {scope for _, here in found for point in here for scope in point.cells.values()}
    known = (PRINTED, IN_PART, *labels.SCOPE_ORDER)
    legend = facts(
        f'<span aria-hidden="true">{labels.scope_sign(scope)[0]}</span> {labels.scope(scope)}'
        for scope in known
        if scope in shown
    )
    if silent := unread(chapter):
        legend += facts([f"{page.chips(silent)} {labels.NOT_JUDGED}"])
    return (
        '<section class="substance">\n<h3>Left out</h3>\n'
        '<div class="scroll" role="region" aria-label="Left out, by witness" tabindex="0">\n'
        '<table class="matrix"><caption class="vh">Left out: what each witness does</caption>'
        f"{groups}</table>\n</div>\n{legend}\n</section>\n"
    )


def _group(page: Markup, chapter: Chapter, name: str, found: list[Point]) -> str:
    """Return the points of one utterance or relation, the letters of the witnesses above them."""
    columns = "".join(f'<th scope="col">{page.chip(w.id)}</th>' for w in chapter.witnesses)
    rows = "".join(_row(page, chapter, point) for point in found)
    head = escaped(name or "elsewhere")
    return f'<tbody><tr class="of"><th scope="col">{head}</th>{columns}</tr>{rows}</tbody>'


def _row(page: Markup, chapter: Chapter, point: Point) -> str:
    id_ = f"r-{point.id}"
    reading = point.reading
    lights = page.lights([(reading.witness, reading.spans)])
    head = pick(id_, f"in {page.chip(reading.witness)}")
    words = page.cell(reading.witness, reading.spans)
    cells = "".join(_cell(point.cells.get(w.id, "")) for w in chapter.witnesses)
    return (
        f'<tr id="{id_}"{lights}><th scope="row"><div class="point">{head} {words}</div></th>'
        f"{cells}</tr>\n"
    )


def _cell(scope: str) -> str:
    if not scope:
        return _UNJUDGED
    sign, word = labels.scope_sign(scope)
    return (
        f'<td class="{escaped(scope)}"><span aria-hidden="true">{sign}</span> {escaped(word)}</td>'
    )
