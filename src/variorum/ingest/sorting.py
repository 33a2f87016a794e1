"""Gives sketches to stories as they arrive, in the transaction that keeps their articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from variorum.model.stream import Move, Sketch

if TYPE_CHECKING:
    from variorum.stores._writer import Writer


class Sorter(Protocol):
    """What sorts a stream of sketches (:class:`variorum.cluster.stream.StoryStream`)."""

    def restore(self, rows: Iterable[tuple[Sketch, str]]) -> None:
        """Go on where another left off, from sketches and their stories in order of arrival."""

    def add(self, sketch: Sketch) -> tuple[Move, ...]:
        """Return the move of an arrival, and the further moves it caused."""


ARRIVALS = 25
MakeSorter = Callable[[], Sorter]


class Sorting:
    """Keeps a sorter in memory in step with a library.

    The library counts the turns in which articles were moved. Where its count is not the one
    that this sorter made last, because another process wrote or a transaction came to nothing,
    a new sorter is filled from the library.

    Args:
        make: makes an empty sorter.
        days: how long a sorter keeps a sketch.
    """

    def __init__(self, make: MakeSorter, days: int) -> None:
        self._make = make
        self._days = days
        self._sorter = make()
        self._turn: int | None = None

    def sort(self, writer: Writer, sketches: Sequence[Sketch]) -> None:
        """Keep sketches of articles that are kept, in the order they arrived, and their moves."""
        if not sketches:
            return
        if writer.turn() != self._turn:
            self._sorter = self._make()
            self._sorter.restore(writer.sketches(_begin(writer.latest_days(ARRIVALS), self._days)))
        moves: list[Move] = []
        for sketch in sketches:
            writer.keep_sketch(sketch)
            moves += self._sorter.add(sketch)
        self._turn = writer.moved(moves)


def _begin(latest: Sequence[str], days: int) -> str | None:
    """Return the day on which the window of a sorter begins, None where nothing is dated.

    Today is the middle one of the latest days, as it is for the sorter
    (:mod:`variorum.cluster.window`): what arrived before anything of the window has ended.
    """
    if not latest:
        return None
    today = date.fromisoformat(sorted(latest)[(len(latest) - 1) // 2])
    return (today - min(timedelta(days=days), today - date.min)).isoformat()
