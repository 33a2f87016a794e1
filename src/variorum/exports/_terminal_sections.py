"""The terminal's other sections: shared, single, left out, copied, places, flags and rulings."""

from __future__ import annotations

from rich.text import Text

from variorum.exports import _labels as labels
from variorum.exports import _rulings as ruled
from variorum.exports._chapters import Chapter
from variorum.exports._layout import cells, clipped, joined
from variorum.exports._omissions import graded, unread
from variorum.exports._origins import origins_told, runs
from variorum.exports._relations import Numbered, by_kind, dates, gist
from variorum.exports._terminal import LOUD, QUIET, TITLE, Part, Terminal, heading
from variorum.model.annotation import Flag

CONFLICT = "incompatible"


def shared(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return how statements of several witnesses stand to one another, by relation."""
    lines = heading("Shared") if chapter.relations else []
    for kind, relations in by_kind(chapter.relations):
        sign, name = labels.relations(kind)
        lines.append(Text(f"  {sign} {name.upper()}", style=LOUD if kind == CONFLICT else TITLE))
        for numbered in relations:
            lines += _relation(page, numbered)
    return lines


def _relation(page: Terminal, numbered: Numbered) -> list[Text]:
    number, relation = numbered
    edition = page.edition
    name = f"S{number} {page.line(gist(edition, relation.readings))}".strip()
    told = labels.relation(
        relation.relation, [edition.siglum(r.witness) for r in relation.readings]
    )
    facts = [name, told, page.line(dates(edition, relation))]
    if "attribution" in page.layers:
        facts.append(origins_told(edition, relation.id, relation.origins))
    first, *more = joined(filter(None, facts), page.width - 4)
    lines = [Text.assemble("    ", *_parted(first, name))]
    lines += [Text(f"    {line}", style=QUIET) for line in more]
    for witnesses, reading in edition.grouped(relation.readings):
        head = [("      ", ""), *page.sigla(witnesses)]
        words = page.words(reading.witness, edition.shown(reading))
        told_ = page.hanging(head, words, indent=9, lines=3)
        name = edition.holder(reading)
        lines += _beside(page, told_, _in_brackets(page, name), indent=9)
    why = page.line("; ".join(relation.reasons))
    return lines + (page.hanging([], why, indent=9, lines=2, style=QUIET) if why else [])


def _parted(line: str, first: str) -> tuple[Part, Part]:
    at = len(first) if line.startswith(first) else len(line)
    return (line[:at], TITLE), (line[at:], QUIET)


def _in_brackets(page: Terminal, name: str) -> str:
    """Return on whose word something stands, where that is shown."""
    return f"({clipped(page.line(name), 22)[0]})" if name and "attribution" in page.layers else ""


def single(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return what only one witness states."""
    if len(chapter.witnesses) < 2:
        return []
    lines: list[Text] = []
    for witness, statements in chapter.single:
        lines += [Text(), Text.assemble(("ONLY IN ", TITLE), page.siglum(witness.id))]
        for statement in statements:
            words = page.words(statement.witness, page.edition.stated(statement))
            told = page.hanging([("  ·", QUIET)], words, indent=4)
            name = statement.holder.name if statement.holder else ""
            lines += _beside(page, told, _in_brackets(page, name), indent=4)
    return lines


def _beside(page: Terminal, lines: list[Text], said: str, *, indent: int) -> list[Text]:
    """Return lines with a few more words behind the last, or below where there is no room."""
    if said and cells(lines[-1].plain) + 2 + cells(said) <= page.width:
        return [*lines[:-1], Text.assemble(lines[-1], (f"  {said}", QUIET))]
    return lines + (page.hanging([], said, indent=indent, style=QUIET) if said else [])


def omissions(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return what witnesses leave out, the gravest first; other topics are only counted."""
    lines = heading("Left out") if chapter.omissions else []
    for scope, found in graded(chapter):
        sign, _ = labels.scope_sign(scope)
        lines.append(Text(f"  {sign} {labels.scope(scope)}", style=TITLE))
        if scope == "other-topic":
            lines += _counted(page, [w for _, silent in found for w in silent])
            continue
        for reading, silent in found:
            words = page.words(reading.witness, reading.spans)
            head = [("    ", ""), *page.sigla(silent), ("  in ", QUIET)]
            lines += page.hanging([*head, page.siglum(reading.witness)], words, indent=14, lines=1)
    if lines and (silent := unread(chapter)):
        lines += page.hanging([("  ", ""), *page.sigla(silent)], labels.NOT_JUDGED, indent=4)
    return lines


def _counted(page: Terminal, silent: list[str]) -> list[Text]:
    told = " · ".join(
        f"{page.edition.siglum(w)} {labels.counted(silent.count(w), 'point')}"
        for w in sorted(set(silent), key=page.edition.index)
    )
    return page.hanging([], told, indent=4)


def copies(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return the runs of words that stand in two witnesses, and whether the copier says so."""
    lines = heading("Copied") if chapter.copies else []
    for run in runs(chapter.copies):
        head: list[Part] = [("  ", ""), page.siglum(run.to.witness)]
        lines += page.hanging(head, run.told(page.edition), indent=5, style=TITLE)
        words = page.words(run.to.witness, (run.to.span,))
        lines += page.hanging([], words, indent=5, lines=1, style=QUIET)
    return lines


def flags(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return what a reader should look at, with the words that are flagged."""
    lines = heading("Flags") if chapter.flags else []
    same: dict[tuple[str, str], list[Flag]] = {}
    for flag in chapter.flags:
        same.setdefault((flag.kind, flag.note), []).append(flag)
    for (kind, told), found in same.items():
        head = [("  ", ""), *page.sigla(flag.witness for flag in found)]
        note = f"{labels.flag(kind).upper()}  {page.line(told)}"
        lines += page.hanging(head, note, indent=5, lines=3)
        places = [_flagged(page, flag, told) for flag in found]
        lines += page.hanging([], " · ".join(places), indent=5, style=QUIET)
    return lines


def rulings(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return what persons ruled, in the order they did, and what became of it."""
    lines = heading("Rulings") if chapter.rulings else []
    number = ruled.numbered(page.edition)
    for ruling in chapter.rulings:
        told = filter(
            None, (ruled.title(ruling), ruled.byline(ruling), ruled.state(page.edition, ruling))
        )
        style = LOUD if ruling.state in ruled.LOUD else TITLE
        line = page.line(" · ".join(told))
        lines += page.hanging([(f"  R{number[ruling.id]}", TITLE)], line, indent=6, style=style)
        for witness, spans in ruled.readings(page.edition, ruling):
            head: list[Part] = [("      ", ""), page.siglum(witness)]
            lines += page.hanging(head, page.words(witness, spans), indent=9, lines=2)
        if ruling.why:
            lines += page.hanging([], page.line(ruling.why), indent=6, lines=4, style=QUIET)
    return lines


def _flagged(page: Terminal, flag: Flag, note: str) -> str:
    """Return where the flagged words stand, with those that the note does not print."""
    parts = [page.edition.siglum(flag.witness)]
    for start, end in flag.spans:
        words = page.words(flag.witness, ((start, end),))
        parts.append(f"{start}–{end}" + ("" if words in page.line(note) else f" {words}"))
    return " ".join(parts[:2]) + "".join(f", {part}" for part in parts[2:])
