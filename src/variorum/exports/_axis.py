"""Where times stand on a line: in their order, close ones apart and long gaps cut short.

The line is divided into cells at every moment where a time begins or ends. A cell is as wide as
what it shows, not as it lasts: so times an hour apart and a century apart are told from one
another on one line. A gap that is drawn far shorter than to scale is a break. Positions are in
percent of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate, groupby, pairwise

from variorum.exports._dates import short
from variorum.model.edtf import DAY, Value, order, read

# The widths of cells: where a value is told, where it goes on, where nothing is, where it breaks.
_TOLD, _ON, _GAP, _BREAK = 1.0, 0.5, 0.5, 0.8
# A gap is a break where it is drawn at less than two fifths of its length to scale, and is no
# less than a twelfth of all the time there is on the line: a line has eleven breaks at most.
_CUT_SHORT, _SHARE = 2.5, 12
_CHARACTER, _BETWEEN = 7, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One value on the line: a point for a day or less, else a bar from ``left`` to ``right``."""

    edtf: str
    value: Value
    left: float
    right: float

    @property
    def point(self) -> bool:
        """Tell whether the value is one day, or a moment within one."""
        start, end = self.value.start, self.value.end
        single = self.value.kind == "date" and start is not None and end is not None
        return single and (end or 0) - (start or 0) <= DAY

    @property
    def middle(self) -> float:
        """Return the middle of what it covers."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Tick:
    """The short words for a value, at the middle of the cells that no shorter value covers."""

    at: float
    words: str
    rest: str


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the line leaves time out: ``seconds`` of it, up to the moment ``until``."""

    at: float
    seconds: int
    until: int


@dataclass(frozen=True, slots=True)
class Axis:
    """A line with everything on it, from the earliest to the latest."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[Break, ...]


@dataclass(slots=True)
class _Cell:
    """A stretch of time between two moments (None: the open end) and its narrowest value."""

    start: int | None
    end: int | None
    narrowest: str | None = None
    left: float = 0.0
    right: float = 0.0
    broken: bool = False


def axis(values: Iterable[str]) -> Axis:
    """Return the line for EDTF values; those with no place in time are not on it."""
    read_ = {edtf: read(edtf) for edtf in sorted(set(values), key=order)}
    placed = {e: v for e, v in read_.items() if v and (v.start is not None or v.end is not None)}
    cells = _cells(placed)
    _spread(cells)
    starts = {cell.start: cell.left for cell in cells}
    ends = {cell.end: cell.right for cell in cells}
    return Axis(
        tuple(
            Mark(edtf=edtf, value=v, left=starts[v.start], right=ends[v.end])
            for edtf, v in placed.items()
        ),
        tuple(_ticks(cells)),
        tuple(
            Break((cell.left + cell.right) / 2, (cell.end or 0) - (cell.start or 0), cell.end or 0)
            for cell in cells
            if cell.broken
        ),
    )


def legible(ticks: Sequence[Tick], width: int) -> tuple[Tick, ...]:
    """Return the ticks whose words do not touch on a line of ``width`` pixels, from the left.

    What a tick leaves out is kept only where it differs from the tick before it.
    """
    shown: list[Tick] = []
    free = -float(width)
    rest = ""
    for tick in ticks:
        new = tick.rest if tick.rest != rest else ""
        half = max(len(tick.words), len(new)) * _CHARACTER / 2
        at = tick.at * width / 100
        if at - half < free:
            continue
        shown.append(Tick(tick.at, tick.words, new))
        free = at + half + _BETWEEN
        rest = tick.rest
    return tuple(shown)


def stacked(marks: Iterable[Mark], most: int = 8) -> list[list[Mark]]:
    """Return marks in rows so that none overlaps another; what exceeds ``most`` rows is the last's.

    Marks are taken in their order: a longer one lies above those that begin with it.
    """
    rows: list[list[Mark]] = []
    for mark in marks:
        free = next((row for row in rows if row[-1].right <= mark.left), None)
        if free is None and len(rows) < most:
            free = []
            rows.append(free)
        (rows[-1] if free is None else free).append(mark)
    return rows


def _cells(placed: dict[str, Value]) -> list[_Cell]:
    bounds = {m for v in placed.values() for m in (v.start, v.end) if m is not None}
    cells: list[_Cell] = [_Cell(start, end) for start, end in pairwise(sorted(bounds))]
    if any(value.start is None for value in placed.values()):
        cells.insert(0, _Cell(None, min(bounds)))
    if any(value.end is None for value in placed.values()):
        cells.append(_Cell(max(bounds), None))
    _cover(cells, placed)
    return cells


def _cover(cells: list[_Cell], placed: dict[str, Value]) -> None:
    """Give each cell the shortest value that covers it; open ones are longer than any other."""
    coming = sorted(placed, key=order, reverse=True)
    coming.sort(key=lambda edtf: _from(placed[edtf].start), reverse=True)
    running: list[tuple[float, int, str]] = []
    for cell in cells:
        at = _from(cell.start)
        while coming and _from(placed[coming[-1]].start) <= at:
            edtf = coming.pop()
            end = _to(placed[edtf].end)
            heappush(running, (end - _from(placed[edtf].start), -len(coming), edtf))
        while running and _to(placed[running[0][2]].end) <= at:
            heappop(running)
        cell.narrowest = running[0][2] if running else None


def _from(moment: int | None) -> float:
    return float("-inf") if moment is None else moment


def _to(moment: int | None) -> float:
    return float("inf") if moment is None else moment


def _spread(cells: list[_Cell]) -> None:
    """Give each cell its place, and mark the breaks."""
    known = [(c.end - c.start) for c in cells if c.start is not None and c.end is not None]
    longest = sum(known) * max(_CUT_SHORT / max(1, len(known)), 1 / _SHARE)
    told: set[str] = set()
    widths = [0.0]
    for cell in cells:
        if cell.narrowest is None:
            cell.broken = (cell.end or 0) - (cell.start or 0) > longest
            widths.append(_BREAK if cell.broken else _GAP)
        else:
            widths.append(_ON if cell.narrowest in told else _TOLD)
            told.add(cell.narrowest)
    whole = sum(widths)
    for cell, (left, right) in zip(cells, pairwise(accumulate(widths)), strict=True):
        cell.left, cell.right = 100 * left / whole, 100 * right / whole


def _ticks(cells: list[_Cell]) -> Iterable[Tick]:
    told: set[str] = set()
    for edtf, same in groupby(cells, key=lambda cell: cell.narrowest):
        run = list(same)
        if edtf is None or edtf in told:
            continue
        told.add(edtf)
        yield Tick((run[0].left + run[-1].right) / 2, *short(edtf))
