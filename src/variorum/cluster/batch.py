"""Sketches → stories, all at once: the same stories whatever the order they are given in.

The pairs are those that the index of the stream offers, taken in order of date. By average linkage
no two groups are joined without one pair that reaches the threshold, so groups of sketches that
such pairs connect are linked by themselves, every pair of them scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.cluster.linkage import average_linkage
from variorum.cluster.scorer import score
from variorum.cluster.stream import story_id
from variorum.cluster.window import Window
from variorum.model.stream import Sketch

# A larger group is parted at a higher score, by so much at a time; one of all but equal sketches
# is linked in runs of so many.
MOST = 200
STEP = 0.05

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
    ordered = sorted(known.values(), key=_place)
    window = Window(window_days)
    scores: dict[Pair, float] = {}
    for at, one in enumerate(ordered):
        window.add(one)
        found = score(window, at, window.candidates(at))
        scores |= {(other, at): chance for other, chance in found.items() if chance >= least}
    stories = {}
    for group in _connected(range(len(ordered)), scores, least):
        for members in _linked(group, window, least):
            stories[story_id(ordered[members[0]])] = tuple(ordered[at] for at in members)
    return stories


def _place(sketch: Sketch) -> tuple[str, str, tuple[int, int]]:
    return sketch.day or "", sketch.article, sketch.passage or (0, 0)


def _connected(
    rows: Sequence[int], scores: Mapping[Pair, float], least: float
) -> Iterator[Sequence[int]]:
    """Yield the groups that pairs of ``least`` and more connect, small enough to be linked."""
    for group in _components(rows, [pair for pair, c in scores.items() if c >= least]):
        if len(group) <= MOST:
            yield group
        elif least < 1:
            held = frozenset(group)
            inside = {pair: c for pair, c in scores.items() if pair[0] in held}
            yield from _connected(group, inside, min(1.0, least + STEP))
        else:
            yield from (group[at : at + MOST] for at in range(0, len(group), MOST))


def _components(rows: Sequence[int], pairs: Iterable[Pair]) -> Iterable[list[int]]:
    """Return the connected groups of rows (union-find, Tarjan 1975), each in order."""
    over = {row: row for row in rows}

    def top(row: int) -> int:
        while over[row] != row:
            over[row] = over[over[row]]
            row = over[row]
        return row

    for one, other in pairs:
        first, last = sorted((top(one), top(other)))
        over[last] = first
    groups: dict[int, list[int]] = {}
    for row in rows:
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
