"""Laying words out in terminal cells: widths, wrapping, clipping and aligned row groups.

Widths are upper bounds from Unicode's East Asian Width (UAX #11): a wide character counts two
cells, a combining mark none, and a joined emoji as much as its parts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum.exports._labels import CUT

WORTH_STARTING = 24


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    if char == "\ufe0f":
        return 1
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def cells(words: str) -> int:
    """Return how many terminal cells ``words`` take at most."""
    return len(words) if words.isascii() else sum(map(_cells, words))


def padded(words: str, width: int) -> str:
    """Return ``words`` with spaces after them up to ``width`` cells."""
    return words + " " * (width - cells(words))


def chopped(word: str, width: int) -> Iterator[str]:
    """Yield a word in pieces of at most ``width`` cells (one character is never cut)."""
    if cells(word) <= width:
        yield word
        return
    piece: list[str] = []
    used = 0
    for char in word:
        size = _cells(char)
        if piece and used + size > width:
            yield "".join(piece)
            piece, used = [], 0
        piece.append(char)
        used += size
    yield "".join(piece)


@dataclass(slots=True)
class Run:
    """Words still to be laid out, taken a line at a time."""

    words: list[str]
    at: int = 0

    @classmethod
    def of(cls, text: str, width: int) -> Run:
        """Return a run of ``text``, its longest words cut to fit ``width`` cells."""
        return cls([piece for word in text.split(" ") for piece in chopped(word, width)])

    def done(self) -> bool:
        """Tell whether nothing is left."""
        return self.at >= len(self.words)

    def take(self, width: int) -> str:
        """Return as many of the next words as fit ``width`` cells; maybe none."""
        start, used = self.at, -1
        while self.at < len(self.words):
            size = cells(self.words[self.at]) + 1
            if used + size > width:
                break
            used += size
            self.at += 1
        return " ".join(self.words[start : self.at])


def wrapped(words: str, width: int) -> list[str]:
    """Return ``words`` in lines of at most ``width`` cells."""
    run = Run.of(words, width)
    lines = []
    while not run.done():
        lines.append(run.take(width))
    return lines


def clipped(words: str, width: int, lines: int = 1) -> list[str]:
    """Return the first ``lines`` lines of ``words``; a cut is marked ``[…]``.

    What stands before the mark is a verbatim prefix, cut between two words where it can be.
    """
    budget = (width + 1) * lines * 2
    whole = len(words) <= budget
    found = wrapped(words[:budget], width)
    if whole and len(found) <= lines:
        return found
    kept = found[:lines]
    room = max(1, width - cells(CUT) - 1)
    kept[-1] = f"{Run.of(kept[-1], room).take(room)} {CUT}"
    return kept


@dataclass(frozen=True, slots=True)
class Column:
    """One segment to align: the words of each row ("" for none), and the label below.

    Words ``beside`` a row's own stand behind them in one piece, or under them. It ``joins`` the
    column before it where no bar parts them, and is ``whole`` where it should not run on in a
    second line.
    """

    cells: tuple[str, ...]
    beside: tuple[str, ...] = ()
    label: str = ""
    short_label: str = ""
    differs: bool = False
    joins: bool = False
    whole: bool = False

    def widest(self) -> int:
        """Return how many cells its longest row takes with what stands beside it."""
        return max(cells(self.row(at)) for at in range(len(self.cells)))

    def row(self, at: int) -> str:
        """Return the words of a row with what stands beside them."""
        return f"{self.cells[at]} {self.named(at)}".strip()

    def named(self, at: int) -> str:
        """Return what stands beside a row."""
        return self.beside[at] if self.beside else ""


@dataclass(slots=True)
class Piece:
    """One column's part of a row group: a line of words a row, all in ``width`` cells.

    What does not fit beside a row's words is ``under`` them, in no width.
    """

    width: int
    lines: list[str]
    under: list[str]
    label: str
    differs: bool
    joins: bool


def row_groups(columns: Sequence[Column], *, width: int, gap: int) -> Iterator[list[Piece]]:
    """Yield the columns in groups that fit ``width`` cells, long columns over several groups.

    Args:
        columns: the segments, each with as many cells as there are rows.
        width: the cells a group may take.
        gap: the cells between two columns that do not join; one lies between those that do.
    """
    group: list[Piece] = []
    left = width
    for column, stack in zip(columns, _stacked(columns), strict=True):
        runs = [Run.of(cell, width) for cell in column.cells]
        named = (column.label, column.short_label)
        between = (1 if column.joins else gap) if group else 0
        if group and left - between < _least(column, stack, width):
            yield group
            group, left, between = [], width, 0
        while True:
            piece = _piece(runs, named, left - between, column)
            named = ("", "")
            group.append(piece)
            left -= between + piece.width
            ended = all(run.done() for run in runs)
            if ended and not any(piece.under):
                break
            yield group
            group, left, between = [], width, 0
            if ended:
                break
    if group:
        yield group


def _least(column: Column, stack: int, width: int) -> int:
    """Return how much room a column needs to begin beside others."""
    own = column.widest()
    least = max(min(stack, WORTH_STARTING), cells(column.label))
    return max(own, least) if column.whole and own <= width else least


def _stacked(columns: Sequence[Column]) -> list[int]:
    """Return how wide each column is together with those that join it after it."""
    found: list[int] = []
    joined = 0
    for column in reversed(columns):
        found.append(column.widest() + joined)
        joined = found[-1] + 1 if column.joins else 0
    return found[::-1]


def _piece(runs: list[Run], named: tuple[str, str], room: int, column: Column) -> Piece:
    lines, under = [], []
    for at, run in enumerate(runs):
        begun = not run.done()
        line = run.take(room)
        beside = column.named(at) if begun and run.done() else ""
        fits = cells(line) + 1 + cells(beside) <= room
        lines.append(f"{line} {beside}".strip() if fits else line)
        under.append("" if fits else beside)
    label, short = named
    shown = label if cells(label) <= room else short
    width = max(*map(cells, lines), cells(shown))
    return Piece(width, lines, under, shown, column.differs, column.joins)


def joined(parts: Iterable[str], width: int, *, glue: str = " · ") -> list[str]:
    """Return ``parts`` set one after another, wrapped so that no part breaks if it can stand."""
    lines: list[str] = []
    for part in parts:
        if lines and cells(lines[-1]) + cells(glue) + cells(part) <= width:
            lines[-1] += glue + part
        else:
            lines += wrapped(part, width) or [""]
    return lines
