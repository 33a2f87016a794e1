"""Average linkage: joins the two groups whose members are most alike, until none are enough."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]
DIGITS = 9


def average_linkage(
    count: int, scores: Mapping[Pair, float], least: float
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of ``range(count)`` in order of their members.

    Args:
        count: how many things there are.
        scores: the score of each pair ``(lower, higher)``; minus infinity keeps two things, and
            every two groups that hold them, apart.
        least: two groups are joined while the mean score of their pairs is at least this.
    """
    members: dict[int, tuple[int, ...]] = {at: (at,) for at in range(count)}
    totals: dict[int, dict[int, float]] = {at: {} for at in range(count)}
    queue: list[tuple[float, int, int]] = []
    for (one, other), score in sorted(scores.items()):
        totals[one][other] = totals[other][one] = score
        if score >= least:
            queue.append((-score, one, other))
    heapq.heapify(queue)
    new = count
    while queue:
        _, one, other = heapq.heappop(queue)
        if one not in members or other not in members:
            continue
        _join(new, (one, other), members, totals)
        for rest in members:
            mean = _mean(totals, members, rest, new)
            if rest != new and mean >= least:
                heapq.heappush(queue, (-mean, rest, new))
        new += 1
    return tuple(sorted(members.values()))


def _mean(
    totals: dict[int, dict[int, float]], members: dict[int, tuple[int, ...]], one: int, other: int
) -> float:
    pairs = len(members[one]) * len(members[other])
    return round(totals[one].get(other, 0.0) / pairs, DIGITS)


def _join(
    new: int, pair: Pair, members: dict[int, tuple[int, ...]], totals: dict[int, dict[int, float]]
) -> None:
    """Put a new group in the place of two."""
    one, other = pair
    members[new] = tuple(sorted(members.pop(one) + members.pop(other)))
    left, right = totals.pop(one), totals.pop(other)
    totals[new] = {}
    for rest in members:
        if rest != new:
            totals[new][rest] = left.get(rest, 0.0) + right.get(rest, 0.0)
            totals[rest][new] = totals[new][rest]
            totals[rest].pop(one, None)
            totals[rest].pop(other, None)
