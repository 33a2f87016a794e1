"""The record for a terminal: quotations first, with what was lost in them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from rich.text import Text

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import Chapter, arranged
from variorum.exports._collation import listed, utterance
from variorum.exports._layout import cells, clipped, joined, padded
from variorum.exports._place_table import place_table
from variorum.exports._proof import spans_line
from variorum.exports._terminal import NARROWEST, QUIET, TITLE, Part, Terminal, heading, written
from variorum.exports._timetable import timetable
from variorum.model.annotation import Speaker
from variorum.model.record import Record, Witness

MEDIA_TYPE = "text/plain"


def render(record: Record, surface: Surface) -> str:
    """Return the record laid out in ``surface.width`` columns, readable without colour.

    Control characters and marks that reorder text never reach the terminal.
    """
    page = Terminal(Edition(record), max(surface.width, NARROWEST))
    chapters = arranged(page.edition)
    lines = _opening(page, len(chapters))
    for chapter in chapters:
        lines += _story(page, chapter, alone=len(chapters) == 1)
    lines += _rejected(page)
    lines += _footer(page, "\n".join(line.plain for line in lines))
    return written(lines, surface)


def _opening(page: Terminal, stories: int) -> list[Text]:
    witnesses = page.edition.record.witnesses
    lines = [Text(labels.heading(len(witnesses), stories).upper(), style=TITLE)]
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
    parts: tuple[Callable[[Terminal, Chapter], list[Text]], ...] = (
        _shared,
        _single,
        _omissions,
        _copies,
        timetable,
        place_table,
        _flags,
    )
    lines += chain.from_iterable(part(page, chapter) for part in parts)
    return lines


def _shared(page: Terminal, chapter: Chapter) -> list[Text]:
    if not chapter.relations:
        return []
    lines = heading("Shared")
    for relation in chapter.relations:
        sigla = [page.edition.siglum(r.witness) for r in relation.readings]
        facts = [
            labels.relation(relation.relation, sigla),
            labels.counted(relation.origins, "origin"),
            *map(page.line, relation.reasons),
        ]
        first, *more = joined(facts, page.width - 2)
        lines.append(Text.assemble("  ", *_parted(first, facts[0])))
        lines += [Text(f"  {line}", style=QUIET) for line in more]
        for witnesses, reading in page.edition.grouped(relation.readings):
            head = [("    ", ""), *page.sigla(witnesses)]
            words = page.words(reading.witness, reading.spans)
            lines += page.hanging(head, words, indent=7, lines=3)
    return lines


def _parted(line: str, first: str) -> tuple[Part, Part]:
    at = len(first) if line.startswith(first) else len(line)
    return (line[:at], TITLE), (line[at:], QUIET)


def _single(page: Terminal, chapter: Chapter) -> list[Text]:
    if len(chapter.witnesses) < 2:
        return []
    lines: list[Text] = []
    for witness, statements in chapter.single:
        lines += _only(page, witness)
        for statement in statements:
            words = page.words(statement.witness, statement.spans)
            told = page.hanging([("  ·", QUIET)], words, indent=4)
            lines += _beside(page, told, _holder(page, statement.holder))
    return lines


def _beside(page: Terminal, lines: list[Text], said: str) -> list[Text]:
    """Return lines with a few more words behind the last, or below where there is no room."""
    if said and cells(lines[-1].plain) + 2 + cells(said) <= page.width:
        return [*lines[:-1], Text.assemble(lines[-1], (f"  {said}", QUIET))]
    return lines + (page.hanging([], said, indent=4, style=QUIET) if said else [])


def _only(page: Terminal, witness: Witness) -> list[Text]:
    return [Text(), Text.assemble(("ONLY IN ", TITLE), page.siglum(witness.id))]


def _holder(page: Terminal, holder: Speaker | None) -> str:
    return f"({clipped(page.line(holder.name), 22)[0]})" if holder else ""


def _omissions(page: Terminal, chapter: Chapter) -> list[Text]:
    if not chapter.omissions:
        return []
    lines = heading("Left out")
    for omission in chapter.omissions:
        lacks = f"  {labels.scope(omission.scope)}"
        lines.append(Text.assemble("  ", page.siglum(omission.witness), lacks))
        words = page.words(omission.of.witness, omission.of.spans)
        lines += page.hanging(
            [("     ", ""), page.siglum(omission.of.witness)], words, indent=8, lines=2
        )
    return lines


def _copies(page: Terminal, chapter: Chapter) -> list[Text]:
    if not chapter.copies:
        return []
    lines = heading("Copies")
    for copy in chapter.copies:
        words = page.words(copy.to.witness, (copy.to.span,))
        size = labels.counted(page.edition.length(copy.to), "word")
        credit = ", credited" if copy.credited else ""
        head = [
            ("  ", ""),
            page.siglum(copy.from_.witness),
            (f" {labels.direction(copy.basis)} ", QUIET),
            page.siglum(copy.to.witness),
            (f"  {size}{credit}", ""),
        ]
        lines += page.hanging([*head, (" ", "")], words, indent=20, lines=1)
    return lines


def _flags(page: Terminal, chapter: Chapter) -> list[Text]:
    if not chapter.flags:
        return []
    lines = heading("Flags")
    witnesses: dict[tuple[str, str], list[str]] = {}
    for flag in chapter.flags:
        witnesses.setdefault((flag.kind, flag.note), []).append(flag.witness)
    for (kind, told), flagged in witnesses.items():
        head = [("  ", ""), *page.sigla(flagged)]
        note = f"{labels.kind(kind).upper()}  {page.line(told)}"
        lines += page.hanging(head, note, indent=5, lines=3)
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
