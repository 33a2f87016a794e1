"""The page's table of places: what each witness prints of a place, side by side, and a map."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.exports._chapters import Chapter
from variorum.exports._map import map_of
from variorum.exports._markup import Markup, escaped, facts, pick, row, table
from variorum.exports._places import PlaceRows, grouped, says, when
from variorum.model.annotation import Place


def places(page: Markup, chapter: Chapter) -> str:
    """Return the places: a map of those with coordinates, and a row a place, side by side."""
    found = grouped(page.edition, chapter.places)
    rows = []
    for number, place in enumerate(found, 1):
        id_ = f"r-place-{chapter.number}-{number}"
        lights = page.lights((one.witness, (one.span,)) for one in place.rows())
        head = pick(id_, escaped(place.name)) + facts([escaped(place.told)])
        rows.append(row(id_, lights, head, _beside(page, chapter, place)))
    if not rows:
        return ""
    body = table("Places", ("Place", "What is printed"), rows)
    drawn = map_of(page, found, chapter.number)
    return f"<section>\n<h3>Places</h3>\n{drawn}{body}</section>\n"


def _beside(page: Markup, chapter: Chapter, place: PlaceRows) -> str:
    said = {
        witness: "".join(_said(page, same) for same in alike)
        for witness, alike in place.witnesses.items()
    }
    told = "".join(
        f'<p class="why"><span class="sign" aria-hidden="true">{sign}</span> {escaped(words)}</p>'
        for sign, words in place.related(page.edition)
    )
    return page.beside(chapter.witnesses, said) + told


def _said(page: Markup, same: Sequence[Place]) -> str:
    first, *others = same
    parts = [f"as {escaped(first.said_by.name)} says"] if first.said_by else []
    parts += [escaped(when(page.edition, first))] if first.edtf else []
    again = (
        f'<a class="cell" href="#{page.anchor(one.witness, one.span)}"'
        f' aria-label="again: {escaped(first.place)}">again</a>'
        for one in others
    )
    cell = page.cell(first.witness, (first.span,))
    small = facts([*parts, *again])
    return f'<p class="said">{cell}: {escaped(says(first))}</p>{small}'
