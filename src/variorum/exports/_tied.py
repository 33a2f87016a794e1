"""The origins drawn: a row a witness, an arc from whom it prints, and who stands alone apart.

An arc diagram (Wattenberg 2002) takes any number of witnesses at any width of page. What it shows
stands below it as a list.
"""

from __future__ import annotations

from collections.abc import Mapping

from variorum.exports import _labels as labels
from variorum.exports._chapters import Chapter
from variorum.exports._figure import figure, letter
from variorum.exports._layout import clipped
from variorum.exports._markup import Markup, escaped
from variorum.exports._ties import Tie, Ties, ties_of
from variorum.model.record import Witness

# In pixels: a row, the room before the letters, how far an arc bulges a row, the gap of groups.
_ROW, _LEFT, _BULGE, _GAP = 26, 76, 14, 14
_LONGEST = 24
_TITLE = "Origins: who prints whom"
_LISTED = "What ties them stands in the list below."


def origins(page: Markup, chapter: Chapter, told_in: Mapping[str, str]) -> str:
    """Return the drawing of what ties the witnesses of a chapter; nothing of a single witness.

    Args:
        page: for the letters and look-ups.
        chapter: what is drawn.
        told_in: in which row of the page each copied run is told.
    """
    if len(chapter.witnesses) < 2:
        return ""
    ties = ties_of(page.edition, chapter)
    places, height = _places(ties)
    arcs = "".join(_arc(page, tie, places) for tie in ties.shown)
    rows = "".join(_row(page, witness, places[witness.id]) for witness in chapter.witnesses)
    return figure(
        "ties",
        f"ties-{chapter.number}",
        f"{arcs}{rows}",
        title=_TITLE,
        described=f"{_counted(ties)} {_LISTED}",
        caption=_listed(page, ties, told_in),
        given=f'height="{height}"',
    )


def _places(ties: Ties) -> tuple[dict[str, int], int]:
    """Return the middle of each witness's row, groups apart, and the height of all."""
    places: dict[str, int] = {}
    top = 0
    for group in (*ties.groups, ties.alone):
        for witness in group:
            places[witness] = top + _ROW // 2
            top += _ROW
        top += _GAP if group else 0
    return places, max(top - _GAP, 0)


def _arc(page: Markup, tie: Tie, places: Mapping[str, int]) -> str:
    """Return the arc between two witnesses, with a head where it is known who was first."""
    start, end, x = places[tie.first], places[tie.second], _LEFT - 4
    bulge = min(_LEFT + 10, _BULGE * (1 + abs(end - start) // _ROW))
    sigla = " – ".join(page.edition.siglum(w) for w in (tie.first, tie.second))
    kind = "credited" if tie.credited else "copied" if tie.copy else "other"
    head = f'<path class="head" d="M{x - 7} {end - 4}L{x} {end}L{x - 7} {end + 4}z"/>'
    return (
        f'<g class="tie {kind}"><title>{escaped(f"{sigla}: {tie.told(page.edition)}")}</title>'
        f'<path d="M{x} {start}C{x - bulge} {start} {x - bulge} {end} {x} {end}"/>'
        f"{head if tie.known else ''}</g>"
    )


def _row(page: Markup, witness: Witness, middle: int) -> str:
    outlet = clipped(witness.outlet or labels.UNKNOWN_OUTLET, _LONGEST)[0]
    when = labels.dated(witness)[0][:10]
    return (
        f'<g class="{page.colour(witness.id)}">{letter(witness.siglum, _LEFT, middle)}'
        f'<text x="{_LEFT + 30}" y="{middle + 4}"><tspan class="when">'
        f"{escaped(when)}</tspan> {escaped(outlet)}</text></g>"
    )


def _counted(ties: Ties) -> str:
    tied = sum(map(len, ties.groups))
    parts = [f"{labels.counted_witnesses(tied)} tied to one another"] if tied else []
    parts += [f"{labels.counted_witnesses(len(ties.alone))} tied to no other"] if ties.alone else []
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def _listed(page: Markup, ties: Ties, told_in: Mapping[str, str]) -> str:
    """Return in words what the drawing shows, each tie with a link to the run that says so."""
    items = []
    for tie in ties.shown:
        told = escaped(tie.told(page.edition))
        if tie.copy in told_in:
            told = f'<a href="#r-{told_in[tie.copy]}">{told}</a>'
        items.append(f"<li>{page.chip(tie.second)} {told}</li>")
    if ties.more:
        items.append(f"<li>{labels.counted(ties.more, 'further tie')} inside these groups</li>")
    if ties.alone:
        items.append(f"<li>{page.chips(ties.alone)} {labels.origin('independent')}</li>")
    return f'<ul class="readings">{"".join(items)}</ul>'
