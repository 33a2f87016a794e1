"""Sketches → stories, all at once: the same stories whatever the order they are given in.

The pairs are those that the index of the stream offers, taken in order of date. By average linkage
no two groups are joined without one pair that reaches the threshold, so groups of sketches that
such pairs connect are linked by themselves, every pair of them scored. What is too large for that
is sorted as it would have arrived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from variorum.cluster.linkage import average_linkage
from variorum.cluster.scorer import score
from variorum.cluster.stream import StoryStream, story_id
from variorum.cluster.window import Window
from variorum.model.spans import Span
from variorum.model.stream import Sketch

# A larger group is sorted as a stream, in order of date.
MOST = 200

Pair = tuple[int, int]


def gather(
    sketches: Iterable[Sketch], *, window_days: int = 10, least: float = 0.5
) -> dict[str, tuple[Sketch, ...]]:
    """Return the members of each story by its id, in order of date.

    Args:
        sketches: in any order; undated ones may go with those of any day.
        window_days: so far apart the days of two reports may be that bring a story together.
        least: the mean score, 0 to 1, at which two groups are one story.
    """
    known = {(one.article, one.passage): one for one in sketches}
    ordered = sorted(known.values(), key=place)
    window = Window(window_days)
    scores: dict[Pair, float] = {}
    for at, one in enumerate(ordered):
        window.add(one)
        found = score(window, at, window.candidates(at))
        scores |= {(other, at): chance for other, chance in found.items() if chance >= least}
    stories = {}
    for group in _components(len(ordered), scores):
        small = len(group) <= MOST
        parts = _linked(group, window, least) if small else _streamed(group, window, least)
        for members in parts:
            stories[story_id(ordered[members[0]])] = tuple(ordered[at] for at in members)
    return stories


class Placed(Protocol):
    """What of a sketch says where it stands among others."""

    @property
    def article(self) -> str:
        """The id of its article."""

    @property
    def passage(self) -> Span | None:
        """Its passage, None for the whole."""

    @property
    def day(self) -> str | None:
        """Its day, None where it is not known."""


def place(sketch: Placed) -> tuple[str, str, Span]:
    """Return the place of a sketch in order of date; those that have none stand first."""
    return sketch.day or "", sketch.article, sketch.passage or (0, 0)


def _components(count: int, pairs: Iterable[Pair]) -> Iterable[list[int]]:
    """Return the groups of rows that pairs connect (union-find, Tarjan 1975), each in order."""
    over = list(range(count))

    def top(row: int) -> int:
        while over[row] != row:
            over[row] = over[over[row]]
            row = over[row]
        return row

    for one, other in pairs:
        first, last = sorted((top(one), top(other)))
        over[last] = first
    groups: dict[int, list[int]] = {}
    for row in range(count):
        groups.setdefault(top(row), []).append(row)
    return groups.values()


def _linked(group: Sequence[int], window: Window, least: float) -> Iterator[tuple[int, ...]]:
    """Yield the stories of a group, by the mean score of all their pairs."""
    scores = {
        (place, at): chance
        for at, row in enumerate(group)
        for place, chance in enumerate(score(window, row, group[:at]).values())
    }
    for part in average_linkage(len(group), scores, least):
        yield tuple(group[at] for at in part)


def _streamed(group: Sequence[int], window: Window, least: float) -> Iterator[list[int]]:
    """Yield the stories of a group as if it had arrived in order of date."""
    stream = StoryStream(window_days=window.days, least=least)
    stories: dict[tuple[str, Span | None], str | None] = {}
    for at in group:
        for move in stream.add(window.rows[at].sketch):
            stories[move.article, move.passage] = move.story
    parts: dict[str | None, list[int]] = {}
    for at in group:
        one = window.rows[at].sketch
        parts.setdefault(stories[one.article, one.passage], []).append(at)
    yield from parts.values()
