"""The apparatus of one utterance for a terminal: its prints in columns, then what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Row
from variorum.exports._breaths import said_in
from variorum.exports._headings import apart, stronger
from variorum.exports._layout import Column, Piece, cells, row_groups
from variorum.exports._origins import origins_told
from variorum.exports._ranked import at_a_glance, major_first
from variorum.exports._stacks import Stack, differences, parted, stacks
from variorum.exports._terminal import LOUD, QUIET, TITLE, Part, Terminal, heading
from variorum.model.story import Utterance, Variant

INDENT = 2
BAR = " │ "
_NO_WORDS = ("", labels.ABSENT)


def utterance(page: Terminal, told: Utterance, number: int) -> list[Text]:
    """Return the apparatus of an utterance that has several prints, or variants."""
    variants = major_first(told.variants)
    lines = [Text(), *_head(page, told, number)]
    glance = " · ".join(kind for kind, _ in at_a_glance(variants))
    if glance:
        lines += page.hanging([(f"  {labels.MAJOR}", LOUD)], glance, indent=4, style=LOUD)
    lines += _question(page, told)
    lines += _aligned(page, told)
    loud = [v for v in variants if v.weight == "major"]
    lines += [Text()] if loud else []
    for variant in loud:
        lines += _major(page, variant)
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
            row = page.edition.rows(utterance_)[0]
            words = page.words(row.witnesses[0], said_in(page.edition, row))
            found += _asked(page, utterance_, indent=4, lines=lines)
            head = [("    ", ""), *page.sigla(_witnesses(page, utterance_))]
            found += page.hanging(head, words, indent=7, lines=lines)
    return found


def _witnesses(page: Terminal, told: Utterance) -> list[str]:
    witnesses = {page.edition.quotations[p].witness for p in told.prints}
    return sorted(witnesses, key=page.edition.index)


def _head(page: Terminal, told: Utterance, number: int) -> list[Text]:
    speaker = page.line(told.speaker or labels.UNKNOWN_SPEAKER)
    facts = [speaker]
    if told.edtf:
        facts.append(labels.day(page.line(told.edtf)))
    facts += [labels.counted(len(told.prints), "print"), "1 utterance"]
    if "attribution" in page.layers:
        facts.append(origins_told(page.edition, told.id, told.origins))
    head: list[Part] = [(f"UTTERANCE {number}", TITLE)]
    return page.hanging(head, " · ".join(facts), indent=13, style=TITLE)


def _question(page: Terminal, told: Utterance) -> list[Text]:
    """Return the question, and under it the prints whose words are its."""
    lines = _asked(page, told, indent=INDENT, lines=3)
    for variant, reading in page.edition.echoes(told):
        words = page.words(reading.witness, reading.spans)
        head: list[Part] = [("        ", ""), page.siglum(reading.witness)]
        lines += _faulted(page, head, words, (variant,), indent=13, lines=3)
    return lines


def _asked(page: Terminal, told: Utterance, *, indent: int, lines: int) -> list[Text]:
    """Return the question that an utterance answers, where its witness prints it."""
    asked = page.edition.quotations.get(told.question or "")
    if asked is None:
        return []
    lead: Part = (f"{' ' * indent}asked (", QUIET)
    head: list[Part] = [lead, page.siglum(asked.witness), (")", QUIET)]
    words = page.words(asked.witness, asked.spans)
    return page.hanging(head, words, indent=indent + 11, lines=lines)


def _major(page: Terminal, variant: Variant) -> list[Text]:
    name = f"  {labels.MAJOR} {labels.kind(variant.kind).upper()}"
    why = page.line("; ".join(variant.reasons))
    lines = page.hanging([(name, LOUD)], why, indent=0, lines=1, style=QUIET)
    return lines + page.hanging([], told_readings(page, variant), indent=6, lines=1)


def minor(page: Terminal, variants: list[Variant]) -> list[Text]:
    """Return small differences, a line each, after an empty one."""
    lines: list[Text] = [Text()] if variants else []
    for variant in variants:
        head: list[Part] = [(f"  ~ {labels.kind(variant.kind)}", QUIET)]
        words = told_readings(page, variant)
        lines += page.hanging(head, words, indent=16, lines=1, style=QUIET)
    return lines


def told_readings(page: Terminal, variant: Variant) -> str:
    """Return the readings of a difference on one line, those of equal words together."""
    readings = []
    for witnesses, reading in page.edition.grouped(variant.readings):
        words = page.words(reading.witness, reading.spans) if reading.spans else labels.ABSENT
        readings.append(f"{' '.join(map(page.edition.siglum, witnesses))} {words}")
    return " · ".join(readings)


def _aligned(page: Terminal, told: Utterance) -> list[Text]:
    """Return the prints in columns: a row a print, only as long as it has something to say."""
    rows, headings = parted(page.edition.rows(told))
    heads = [_row_head(page, row) for row in rows]
    wide = max(sum(cells(text) for text, _ in head) for head in heads)
    room = max(8, page.width - INDENT - wide - len(BAR))
    ended = [bool(row.heading) for row in rows]
    groups: list[list[Text]] = []
    for group in row_groups(list(_columns(page, told, rows)), width=room, gap=len(BAR)):
        lines = []
        for at, head in enumerate(heads):
            found = [piece.lines[at] for piece in group]
            under = next((piece.under[at] for piece in group if piece.under[at]), "")
            says = bool(under) or any(words not in _NO_WORDS for words in found)
            if says or (any(found) and not ended[at]):
                lines.append(_row(head, list(zip(found, group, strict=True)), wide))
                if under:
                    lines += page.hanging([], under, indent=page.width - room, style=LOUD)
                last = next((w for w in reversed(found) if w), "")
                ended[at] = bool(rows[at].heading) or last.startswith(labels.ABSENT)
        if any(piece.label for piece in group):
            lines.append(_labels_under(group, wide))
        groups.append(lines)
    groups.append([line for row in headings for line in _heading(page, told, row)])
    groups.append(_apart(page, told))
    return _spaced(groups)


def _spaced(groups: Sequence[list[Text]]) -> list[Text]:
    """Return groups of lines with a blank line before each but the later ones of one line."""
    lines: list[Text] = []
    before: list[Text] = []
    for group in filter(None, groups):
        lines += [Text()] if len(group) > 1 or len(before) != 1 else []
        lines += group
        before = group
    return lines


def _heading(page: Terminal, told: Utterance, row: Row) -> list[Text]:
    """Return what a heading prints of an utterance, and what is amiss with it."""
    words = page.words(row.witnesses[0], said_in(page.edition, row))
    head = [("  ", ""), *_row_head(page, row)]
    return _faulted(page, head, words, stronger(page.edition, told, row), indent=INDENT + 17)


def _apart(page: Terminal, told: Utterance) -> list[Text]:
    """Return the headings that are stronger than an utterance without printing it."""
    lines: list[Text] = []
    for kind, variant, reading in apart(page.edition, told):
        head = [("  ", ""), (f"{labels.heading_of(kind)} ", QUIET), page.siglum(reading.witness)]
        words = page.words(reading.witness, reading.spans)
        lines += _faulted(page, head, words, (variant,), indent=INDENT + 17)
    return lines


def _faulted(
    page: Terminal,
    head: list[Part],
    words: str,
    variants: tuple[Variant, ...],
    *,
    indent: int,
    lines: int = 0,
) -> list[Text]:
    """Return words behind their head, and under them what is amiss with them."""
    shown = page.hanging(head, words, indent=indent, lines=lines)
    named = _named(variants)
    return shown + (page.hanging([], named, indent=indent, style=LOUD) if named else [])


def _row_head(page: Terminal, row: Row) -> list[Part]:
    sigla = page.sigla(row.witnesses)
    return [(f"{labels.heading_of(row.heading)} ", QUIET), *sigla] if row.heading else sigla


def _row(head: list[Part], found: list[tuple[str, Piece]], wide: int) -> Text:
    line = Text(" " * INDENT)
    for text, style in head:
        line.append(text, style)
    line.append(" " * (INDENT + wide - cells(line.plain)))
    for at, (words, piece) in enumerate(found):
        line.append(" " if piece.joins and at else BAR, QUIET)
        said, mark, name = words.partition(labels.MAJOR)
        differs = piece.differs and said.strip() not in _NO_WORDS
        line.append(said, "bold underline" if differs else "")
        line.append(mark + name, LOUD)
        line.append(" " * (piece.width - cells(words)))
    return line


def _labels_under(group: list[Piece], wide: int) -> Text:
    line = Text(" " * (INDENT + wide))
    for at, piece in enumerate(group):
        line.append(" " if piece.joins and at else " " * len(BAR))
        label = "~" * piece.width if piece.label == "~" else piece.label
        line.append(label, LOUD if label.startswith(labels.MAJOR) else QUIET)
        line.append(" " * (piece.width - cells(label)))
    return line


def _columns(page: Terminal, told: Utterance, rows: Sequence[Row]) -> Iterator[Column]:
    """Yield the cells of the collation; those of one stack join."""
    found = stacks(page.edition, told, rows)
    marks = [
        {weight for layer, weight in here if layer in page.layers}
        for here in differences(page.edition, told, found, rows)
    ]
    for stack in found:
        made = [_cells(page, stack, row, number) for number, row in enumerate(rows)]
        for place, at in enumerate(stack.cells):
            weights = marks[at] if marks else set()
            label = ("~", "~") if weights == {"minor"} else ("", "")
            if stack.named and not place:
                label = (_named(stack.named), labels.MAJOR)
            yield Column(
                tuple(words[place] for words, _ in made),
                tuple(named[place] for _, named in made),
                *label,
                differs=bool(weights),
                joins=bool(place),
                whole=bool(weights or stack.beside),
            )


def _cells(page: Terminal, stack: Stack, row: Row, number: int) -> tuple[list[str], list[str]]:
    """Return the words of a row in a stack, and what is named beside them.

    Where it has none the sign for that stands in the first cell, or where there is room for a name.
    """
    spans = [row.cells[at] for at in stack.cells]
    words = [page.words(row.witnesses[0], found) if found else "" for found in spans]
    spoken = [at for at, found in enumerate(spans) if found]
    name = _named(stack.beside.get(number, ()))
    named = [""] * len(words)
    if spoken:
        named[spoken[-1]] = name
    elif not row.heading:
        place = stack.widest if name else 0
        words[place], named[place] = labels.ABSENT, name
    return words, named


def _named(variants: Sequence[Variant]) -> str:
    kinds = dict.fromkeys(labels.kind(variant.kind).upper() for variant in variants)
    return f"{labels.MAJOR} {', '.join(kinds)}" if kinds else ""
