"""The record for a terminal: quotations first, with what was lost in them."""

from __future__ import annotations

from itertools import chain

from rich.text import Text

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._changes import render_changes
from variorum.exports._chapters import Chapter, arranged
from variorum.exports._collation import listed, utterance
from variorum.exports._event_table import event_table
from variorum.exports._layers import LAYERS
from variorum.exports._layout import cells, clipped, padded
from variorum.exports._place_table import place_table
from variorum.exports._proof import spans_line
from variorum.exports._terminal import (
    LOUD,
    NARROWEST,
    QUIET,
    TITLE,
    Part,
    Terminal,
    heading,
    written,
)
from variorum.exports._terminal_sections import (
    copies,
    flags,
    omissions,
    rulings,
    shared,
    single,
)
from variorum.exports._timetable import timetable
from variorum.model.record import Record

__all__ = ["MEDIA_TYPE", "render", "render_changes"]

MEDIA_TYPE = "text/plain"


def render(record: Record, surface: Surface) -> str:
    """Return the record laid out in ``surface.width`` columns, readable without colour.

    Control characters and marks that reorder text never reach the terminal.
    """
    page = Terminal(Edition(record), max(surface.width, NARROWEST), surface.layers)
    chapters = arranged(page.edition, page.layers)
    lines = _opening(page, len(chapters))
    for chapter in chapters:
        lines += _story(page, chapter, alone=len(chapters) == 1)
    lines += _rejected(page)
    lines += _footer(page, "\n".join(line.plain for line in lines))
    return written(lines, surface)


def _opening(page: Terminal, stories: int) -> list[Text]:
    witnesses = page.edition.record.witnesses
    lines = [Text(labels.heading(len(witnesses), stories).upper(), style=TITLE)]
    if not page.layers >= LAYERS.keys():
        shown = ", ".join(layer for layer in LAYERS if layer in page.layers)
        lines += page.hanging([], f"layers shown: {shown}", indent=0, style=LOUD)
    dates = [labels.dated(w) for w in witnesses]
    outlets = [clipped(page.line(w.outlet or labels.UNKNOWN_OUTLET), 24)[0] for w in witnesses]
    widest = max(map(cells, outlets), default=0)
    wide_date = max((cells("  ".join(filter(None, d))) for d in dates), default=0)
    for witness, outlet, (edtf, basis) in zip(witnesses, outlets, dates, strict=True):
        mark = page.siglum(witness.id)
        head: list[Part] = [mark, (" " * (3 - cells(mark[0])), "")]
        head.append((padded(outlet, widest) + "  ", "" if witness.outlet else QUIET))
        when = padded("  ".join(filter(None, (edtf, basis))), wide_date)
        title = page.line(witness.title or labels.NO_TITLE)
        if 3 + widest + 2 + wide_date + 2 + 30 <= page.width:
            lines += page.hanging([*head, (when, QUIET)], title, indent=widest + wide_date + 7)
        else:
            lines += page.hanging([*head, (when, QUIET)], "", indent=0)
            lines += page.hanging([("  ", "")], title, indent=3, lines=2)
        if rests := page.line(labels.rests_on(witness)):
            lines += page.hanging([(" ", "")], rests, indent=3, style=QUIET)
    return lines


def _story(page: Terminal, chapter: Chapter, *, alone: bool) -> list[Text]:
    lines: list[Text] = []
    if not alone:
        told = Text("  ").join([Text.assemble(page.siglum(w.id)) for w in chapter.witnesses])
        lines += [Text(), Text.assemble((f"STORY {chapter.number}   ", TITLE), told)]
    if chapter.story.reasons:
        reasons = page.line("; ".join(chapter.story.reasons))
        lines += page.hanging([("together by", QUIET)], reasons, indent=13, style=QUIET, lines=2)
    for number, told_ in enumerate(chapter.compared, 1):
        lines += utterance(page, told_, number)
    lines += listed(page, "Printed alike", chapter.printed_alike, lines=2)
    lines += listed(page, "Printed once", chapter.printed_once, lines=1)
    parts = (shared, single, omissions, copies, event_table, timetable, place_table, flags)
    lines += chain.from_iterable(part(page, chapter) for part in (*parts, rulings))
    return lines


def _rejected(page: Terminal) -> list[Text]:
    rejected = page.edition.record.rejected
    if not rejected:
        return []
    lines = heading("Rejected")
    for row in rejected:
        words = page.line(f"{row.source} · {row.stage} · {row.reason}")
        lines += page.hanging([("  ", "")], words, indent=2)
    return lines


def _footer(page: Terminal, shown: str) -> list[Text]:
    record = page.edition.record
    digest = record.made_by.digest
    start = f"{digest[:4]}… {digest[-4:]}" if digest else "(unsealed)"
    line = f"{spans_line(record)} · sha256 {start}"
    signs = labels.legend(shown)
    told = page.hanging([], signs, indent=0, style=QUIET) if signs else []
    return [Text(), *told, *page.hanging([], line, indent=0, style=QUIET)]
