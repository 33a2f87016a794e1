"""The sketches of the last days, found again by what they have in common with another one.

An inverted index of headline words, names, places, numbers and rare words gives the candidates:
the rarer a key, the more it counts, and of a key that many share only the latest sketches are
looked at. An exact search over the vectors of the latest arrivals adds those told in other words.
What one arrival costs is bounded, whatever the window holds.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sized
from dataclasses import dataclass
from datetime import date

import numpy as np

from variorum.cluster.counts import weight
from variorum.cluster.latest import Latest
from variorum.cluster.pairs import Pair, Weigh
from variorum.model.stream import Sketch

# A sketch is found by the first of its headline words, names, places and numbers, and then by the
# weightiest words, in all by so many keys.
TITLE, NAMES, PLACES, NUMBERS, KEYS = 8, 10, 4, 4, 40
# How many sketches a key are looked at, and how many candidates there are.
POSTINGS = 64
CANDIDATES = 40
# How many of the nearest vectors are candidates.
NEAREST = 8
# Today is the middle one of the days of so many arrivals: one wrong date moves nothing.
ARRIVALS = 25
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A sketch of the window, and its day as an ordinal."""

    sketch: Sketch
    day: int | None


class Window:
    """The sketches of so many days, in numbered rows.

    Args:
        days: how long a sketch is kept, by its own day or that of its arrival.
        known: what it says that two sketches share a word, where that is known of a larger body
            than the window; None: it is counted in the window.

    ``weigh`` returns what it says that two sketches of the window share a word.
    """

    def __init__(self, days: int, known: Weigh | None = None) -> None:
        self.days = days
        self.rows: dict[int, Row] = {}
        self._added = 0
        self._today: int | None = None
        self._days: deque[int] = deque(maxlen=ARRIVALS)
        self._counts: Counter[str] = Counter()
        self._weights = _Weights(self._counts, self.rows)
        self.weigh: Weigh = known or self._weights.__getitem__
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._latest = Latest(days)
        self._ends: list[tuple[int, int]] = []

    def add(self, sketch: Sketch) -> int:
        """Put a sketch into the window and return its row, one more than the row before."""
        added = row_of(sketch)
        day = added.day
        if day is not None:
            self._days.append(day)
            self._today = sorted(self._days)[(len(self._days) - 1) // 2]
        row = self._added
        self._added += 1
        seen = max((d for d in (day, self._today) if d is not None), default=None)
        self.rows[row] = added
        if seen is not None:
            heapq.heappush(self._ends, (seen + self.days, row))
        self._counts.update(forms_of(sketch))
        self._weights.clear()
        for key in keys_of(sketch):
            posted = self._postings[key]
            posted.append(row)
            if len(posted) > 2 * POSTINGS:
                del posted[:-POSTINGS]
        self._latest.add(row, sketch.vector, day)
        return row

    def candidates(self, row: int) -> tuple[int, ...]:
        """Return the rows that share most with one, and those of the nearest vectors."""
        sketch = self.rows[row].sketch
        shared: defaultdict[int, float] = defaultdict(float)
        for key in keys_of(sketch):
            weight = self.weigh(key)
            for other in self._postings.get(key, [])[-POSTINGS:]:
                shared[other] += weight
        best = heapq.nsmallest(
            CANDIDATES,
            (other for other in shared if self._may_be_one(row, other)),
            key=lambda other: (-shared[other], other),
        )
        near = self._latest.nearest(sketch.vector, self.rows[row].day, NEAREST + 1)
        kept = (other for other in near if self._may_be_one(row, other))
        return tuple(dict.fromkeys((*best, *kept)))

    def pair(self, one: int, other: int) -> Pair:
        """Return two rows beside each other."""
        return beside(self.rows[one], self.rows[other])

    def _may_be_one(self, row: int, other: int) -> bool:
        """Tell whether a row is another one of the window, and of days that are near enough."""
        if other == row or other not in self.rows:
            return False
        one, two = self.rows[row].day, self.rows[other].day
        return one is None or two is None or abs(one - two) <= self.days

    def end(self) -> Iterator[tuple[int, Sketch]]:
        """Drop the rows whose time is over, and yield them with their sketches."""
        while self._ends and self._today is not None and self._ends[0][0] < self._today:
            _, row = heapq.heappop(self._ends)
            sketch = self.rows.pop(row).sketch
            for form in forms_of(sketch):
                self._forget(form)
            yield row, sketch

    def _forget(self, form: str) -> None:
        """Take back that a row had a form, once the row is gone."""
        self._counts[form] -= 1
        if not self._counts[form]:
            del self._counts[form]
        posted = self._postings.get(form, [])
        while posted and posted[0] not in self.rows:
            del posted[0]
        if not posted:
            self._postings.pop(form, None)


class _Weights(dict[str, float]):
    """What it says that two sketches of a window share a word, each reckoned when it is asked."""

    def __init__(self, counts: Counter[str], rows: Sized) -> None:
        super().__init__()
        self._counts = counts
        self._rows = rows

    def __missing__(self, word: str) -> float:
        found = weight(word, self._counts[word], of=len(self._rows))
        self[word] = found
        return found


def row_of(sketch: Sketch) -> Row:
    """Return a sketch with its day as a number."""
    return Row(sketch, date.fromisoformat(sketch.day).toordinal() if sketch.day else None)


def beside(one: Row, other: Row) -> Pair:
    """Return two sketches beside each other."""
    days = None if one.day is None or other.day is None else abs(one.day - other.day)
    near = float(vector_of(one.sketch) @ vector_of(other.sketch))
    return Pair(one=one.sketch, other=other.sketch, days=days, near=round(near, DIGITS))


def keys_of(sketch: Sketch) -> list[str]:
    """Return the different forms that a sketch is found by."""
    heads = (*sketch.title[:TITLE], *sketch.names[:NAMES])
    others = (*sketch.places[:PLACES], *sketch.numbers[:NUMBERS], *sketch.words)
    return list(dict.fromkeys((*heads, *others)))[:KEYS]


def forms_of(sketch: Sketch) -> frozenset[str]:
    """Return the different forms of a sketch, which are counted in the window."""
    return frozenset((*sketch.title, *sketch.names, *sketch.places, *sketch.numbers, *sketch.words))


def vector_of(sketch: Sketch) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Return the vector of a sketch."""
    return np.frombuffer(sketch.vector, dtype="<f4")
