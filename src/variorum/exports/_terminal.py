"""Lines for a terminal: pieces of text with a style each, sigla always in their own colour."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from variorum.exports import Surface
from variorum.exports._apparatus import Edition
from variorum.exports._clean import one_line
from variorum.exports._layers import LAYERS
from variorum.exports._layout import cells, chopped, clipped, padded, wrapped
from variorum.model.spans import Span

_PALETTE = ("cyan", "magenta", "green", "blue", "yellow", "bright_cyan", "bright_magenta")
NARROWEST = 24
TITLE = "bold"
QUIET = "dim"
LOUD = "bold red"

Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Terminal:
    """What every part of the terminal's page needs: look-ups, the width, the layers shown."""

    edition: Edition
    width: int
    layers: frozenset[str] = frozenset(LAYERS)

    def words(self, witness: str, spans: Iterable[Span]) -> str:
        """Return a witness's words at ``spans`` on one line, safe to print."""
        return one_line(self.edition.words(witness, spans))

    def line(self, words: str) -> str:
        """Return any words of the record on one line, safe to print."""
        return one_line(words)

    def siglum(self, witness: str) -> Part:
        """Return a witness's letter in its colour."""
        index = self.edition.index(witness)
        return (self.edition.siglum(witness), f"bold {_PALETTE[index % len(_PALETTE)]}")

    def sigla(self, witnesses: Iterable[str], most: int = 6) -> list[Part]:
        """Return letters in their colours with spaces between; beyond ``most``, their count."""
        listed = list(dict.fromkeys(witnesses))
        parts: list[Part] = []
        for witness in listed[:most]:
            parts += [(" ", ""), self.siglum(witness)]
        if len(listed) > most:
            parts.append((f" +{len(listed) - most}", QUIET))
        return parts[1:]

    def hanging(
        self, head: list[Part], words: str, *, indent: int, lines: int = 0, style: str = ""
    ) -> list[Text]:
        """Return ``words`` beside ``head``, wrapped at ``indent``; cut after ``lines`` if not 0."""
        lead = sum(cells(text) for text, _ in head)
        column = indent if lead < indent or not lead else lead + 2
        room = max(8, self.width - column)
        body = clipped(words, room, lines) if lines else wrapped(words, room)
        first = Text.assemble(*head)
        first.append(" " * (column - lead))
        rows = [first] + [Text(" " * column) for _ in body[1:]]
        for row, line in zip(rows, body, strict=False):
            row.append(line, style)
        return rows


def heading(words: str, aside: str = "") -> list[Text]:
    """Return a section's heading with a blank line before it."""
    line = Text(words.upper(), style=TITLE)
    if aside:
        line.append(f"  {aside}", style=QUIET)
    return [Text(), line]


def columns(rows: list[list[str]]) -> list[list[str]]:
    """Return rows of words with each column but the last padded to its widest cell."""
    if not rows:
        return []
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [[padded(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]


def written(lines: Iterable[Text], surface: Surface) -> str:
    """Return lines as a terminal takes them: never wider than the surface, colour only if asked."""
    fitted = [part for line in lines for part in _fitted(line, surface.width)]
    if not surface.colour:
        return "".join(f"{line.plain.rstrip(' ')}\n" for line in fitted)
    out = io.StringIO()
    console = Console(
        file=out,
        width=surface.width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )
    for line in fitted:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return out.getvalue()


def _fitted(line: Text, width: int) -> list[Text]:
    if cells(line.plain) <= width:
        return [line]
    cuts = []
    at = 0
    for piece in chopped(line.plain, width):
        at += len(piece)
        cuts.append(at)
    return list(line.divide(cuts[:-1]))
