"""The apparatus of one utterance for a terminal: what was lost, then the prints, aligned."""

from __future__ import annotations

from rich.text import Text

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Row, at_a_glance, major_first
from variorum.exports._layout import Column, Piece, cells, row_groups
from variorum.exports._terminal import LOUD, QUIET, TITLE, Part, Terminal, heading
from variorum.model.story import Segment, Utterance, Variant

INDENT = 2
BAR = " │ "


def utterance(page: Terminal, told: Utterance, number: int) -> list[Text]:
    """Return the apparatus of an utterance that has several prints, or variants."""
    lines = [Text(), *_head(page, told, number)]
    lines += _question(page, told)
    variants = major_first(told.variants)
    glance = at_a_glance(variants)
    if glance:
        lines += page.hanging([(f"  {labels.MAJOR}", LOUD)], glance, indent=4, style=LOUD)
    for variant in variants:
        if variant.weight == "major":
            lines += major(page, variant)
    lines += _aligned(page, told)
    lines += minor(page, [v for v in variants if v.weight != "major"])
    return lines


def listed(page: Terminal, title: str, told: tuple[Utterance, ...], *, lines: int) -> list[Text]:
    """Return utterances of one reading, at most ``lines`` each, under their speaker's name."""
    if not told:
        return []
    found = heading(title)
    by_speaker: dict[str | None, list[Utterance]] = {}
    for utterance_ in told:
        by_speaker.setdefault(utterance_.speaker, []).append(utterance_)
    for speaker, said in by_speaker.items():
        name = page.line(speaker or labels.UNKNOWN_SPEAKER)
        found += page.hanging([("", "")], name, indent=INDENT, lines=1)
        for utterance_ in said:
            (row,) = page.edition.rows(utterance_)
            first = page.edition.quotations[row.prints[0]]
            words = page.words(first.witness, first.spans)
            head = [("    ", ""), *page.sigla(row.witnesses)]
            found += page.hanging(head, words, indent=7, lines=lines)
    return found


def _head(page: Terminal, told: Utterance, number: int) -> list[Text]:
    speaker = page.line(told.speaker or labels.UNKNOWN_SPEAKER)
    facts = [speaker]
    if told.edtf:
        facts.append(labels.day(page.line(told.edtf)))
    facts += [labels.counted(len(told.prints), "print"), labels.counted(told.origins, "origin")]
    head: list[Part] = [(f"UTTERANCE {number}", TITLE)]
    return page.hanging(head, " · ".join(facts), indent=13, style=TITLE)


def _question(page: Terminal, told: Utterance) -> list[Text]:
    if told.question is None or told.question not in page.edition.quotations:
        return []
    asked = page.edition.quotations[told.question]
    head: list[Part] = [("  asked (", QUIET), page.siglum(asked.witness), (")", QUIET)]
    return page.hanging(head, page.words(asked.witness, asked.spans), indent=13, lines=3)


def major(page: Terminal, variant: Variant, sign: str = labels.MAJOR) -> list[Text]:
    """Return a difference with its reasons and what each witness has there."""
    name = f"  {sign} {labels.kind(variant.kind).upper()}"
    why = page.line("; ".join(variant.reasons))
    lines = page.hanging([(name, LOUD)], why, indent=0, lines=1, style=QUIET)
    for witnesses, reading in page.edition.grouped(variant.readings):
        words = page.words(reading.witness, reading.spans) if reading.spans else labels.ABSENT
        head = [("      ", ""), *page.sigla(witnesses)]
        lines += page.hanging(head, words, indent=9, lines=1)
    return lines


def minor(page: Terminal, variants: list[Variant], sign: str = "~") -> list[Text]:
    """Return small differences, a line each, after an empty one."""
    lines: list[Text] = [Text()] if variants else []
    for variant in variants:
        readings = []
        for witnesses, reading in page.edition.grouped(variant.readings):
            words = page.words(reading.witness, reading.spans) if reading.spans else labels.ABSENT
            sigla = " ".join(map(page.edition.siglum, witnesses))
            readings.append(f"{sigla} {words}")
        head: list[Part] = [(f"  {sign} {labels.kind(variant.kind)}", QUIET)]
        lines += page.hanging(head, " · ".join(readings), indent=16, lines=1, style=QUIET)
    return lines


def _aligned(page: Terminal, told: Utterance) -> list[Text]:
    rows = page.edition.rows(told)
    heads = [page.sigla(row.witnesses) for row in rows]
    wide = max(sum(cells(text) for text, _ in head) for head in heads)
    room = max(8, page.width - INDENT - wide - len(BAR))
    ended = [False] * len(rows)
    lines: list[Text] = [Text()]
    for group in row_groups(
        _columns(page, told, rows), width=room, gap=len(BAR), absent=labels.ABSENT
    ):
        before = len(lines)
        for at, head in enumerate(heads):
            found = [piece.lines[at] for piece in group]
            silent = not any(words not in ("", labels.ABSENT) for words in found)
            if not silent or (any(found) and not ended[at]):
                lines.append(_row(head, list(zip(found, group, strict=True)), wide))
                ended[at] = next(w for w in reversed(found) if w) == labels.ABSENT
        if any(piece.label for piece in group):
            lines.append(_labels_under(group, wide))
        if len(lines) > before + 1:
            lines.append(Text())
    return lines if lines[-1].plain else lines[:-1]


def _row(head: list[Part], found: list[tuple[str, Piece]], wide: int) -> Text:
    line = Text(" " * INDENT)
    for text, style in head:
        line.append(text, style)
    line.append(" " * (INDENT + wide - cells(line.plain)))
    for words, piece in found:
        line.append(BAR, QUIET)
        line.append(words, "bold underline" if piece.differs and words != labels.ABSENT else "")
        line.append(" " * (piece.width - cells(words)))
    return line


def _labels_under(group: list[Piece], wide: int) -> Text:
    line = Text(" " * (INDENT + wide))
    for piece in group:
        line.append(" " * len(BAR))
        label = piece.label
        if label == "~":
            label = "~" * piece.width
        line.append(label, LOUD if label.startswith(labels.MAJOR) else QUIET)
        line.append(" " * (piece.width - cells(label)))
    return line


def _columns(page: Terminal, told: Utterance, rows: tuple[Row, ...]) -> list[Column]:
    by_id = {v.id: v for v in told.variants}
    marks = page.edition.marks(told)
    named: set[str] = set()
    columns = []
    for at in range(len(rows[0].cells)):
        words = tuple(
            page.words(row.witnesses[0], row.cells[at]) if row.cells[at] else None for row in rows
        )
        here = _label(told.segments[at], by_id, named) if marks and marks[at] else ("", "")
        columns.append(Column(words, *here, bool(here[0])))
    return columns


def _label(segment: Segment, variants: dict[str, Variant], named: set[str]) -> tuple[str, str]:
    """Return what stands under a column; a major variant is named in its first column only."""
    major = [variants[v] for v in segment.variants if variants[v].weight == "major"]
    if not major:
        return ("~", "~")
    new = next((v for v in major if v.id not in named), None)
    if new is None:
        return (labels.MAJOR, labels.MAJOR)
    named.add(new.id)
    return (f"{labels.MAJOR} {labels.kind(new.kind).upper()}", labels.MAJOR)
