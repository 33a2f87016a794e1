"""The terminal's times: a row a value, the words of each witness under one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.text import Text

from variorum.exports._axis import axis
from variorum.exports._chapters import Chapter
from variorum.exports._dates import lapse, remark
from variorum.exports._layout import cells, padded, wrapped
from variorum.exports._terminal import QUIET, Part, Terminal, heading
from variorum.model.annotation import Time
from variorum.model.edtf import read

_SKIPPED = "⋮"
# The widest a value and the printed words may be; the narrowest that leaves room for the ground.
_VALUE, _WORDS, _GROUND = 30, 26, 18


def timetable(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return each time with who prints it, in which words and on what ground it is so dated.

    Witnesses with the same words and ground share a line. Where the page is too narrow for
    columns, words and ground stand below the value.
    """
    if not chapter.times:
        return []
    gaps = {at.until: at.seconds for at in axis(edtf for edtf, _ in chapter.times).breaks}
    groups = [(_value(page, edtf), _alike(page, times)) for edtf, times in chapter.times]
    rows = [row for _, rows in groups for row in rows]
    value = min(_VALUE, max(cells(value) for value, _ in groups))
    sigla = max(cells(_plain(parts)) for parts, _, _ in rows)
    words = min(_WORDS, max(cells(printed) for _, printed, _ in rows))
    widths = (value, sigla, words, page.width - 2 - value - 2 - sigla - 2 - words - 2)
    lines = heading("Times")
    for (edtf, _), (shown, alike) in zip(chapter.times, groups, strict=True):
        found = read(edtf)
        skipped = gaps.pop(found.start, 0) if found and found.start is not None else 0
        if skipped:
            lines.append(Text(f"  {_SKIPPED} {lapse(skipped)}", style=QUIET))
        lines += (_abreast if widths[3] >= _GROUND else _below)(page, shown, alike, widths)
    return lines


_Alike = tuple[list[Part], str, str]
_Widths = tuple[int, int, int, int]


def _value(page: Terminal, edtf: str) -> str:
    return " ".join(filter(None, (page.line(edtf), remark(edtf))))


def _alike(page: Terminal, times: Iterable[Time]) -> list[_Alike]:
    """Return the sigla, words and ground of times, each words and ground once."""
    groups: dict[tuple[str, str], list[str]] = {}
    for time in times:
        key = (page.words(time.witness, (time.span,)), page.line(time.basis))
        groups.setdefault(key, []).append(time.witness)
    return [(page.sigla(found), *key) for key, found in groups.items()]


def _abreast(page: Terminal, value: str, rows: Sequence[_Alike], widths: _Widths) -> list[Text]:
    """Return rows in columns, each wrapped in its own."""
    first, *others = wrapped(value, widths[0])
    lines: list[Text] = []
    for sigla, printed, ground in rows:
        columns = zip_longest(wrapped(printed, widths[2]), wrapped(ground, widths[3]), fillvalue="")
        for at, (words, why) in enumerate(columns):
            head = first if not lines else others.pop(0) if others else ""
            parts = sigla if not at else []
            gap = " " * (widths[1] - cells(_plain(parts)) + 2)
            lines.append(
                Text.assemble(
                    f"  {padded(head, widths[0])}  ", *parts, gap, f"{padded(words, widths[2])}  "
                ).append(why, QUIET)
            )
    return lines + [Text(f"  {rest}") for rest in others]


def _below(page: Terminal, value: str, rows: Sequence[_Alike], widths: _Widths) -> list[Text]:
    """Return a value, its rows under it, each with its ground under its words."""
    lines = page.hanging([], value, indent=2)
    for sigla, printed, ground in rows:
        indent = 6 + widths[1]
        lines += page.hanging([("    ", ""), *sigla], printed, indent=indent)
        lines += page.hanging([], ground, indent=indent, style=QUIET)
    return lines


def _plain(parts: Iterable[Part]) -> str:
    return "".join(text for text, _ in parts)
