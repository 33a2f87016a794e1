"""Made-up sketches for the bench of a million articles: names, words and vectors of events."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from variorum.batch.candidates import Candidates, node_of
from variorum.batch.shards import Notes, Row, Shard, Tally, done, write_rows
from variorum.batch.sorting import grouped, weigher
from variorum.batch.steps import encode
from variorum.model.stream import Sketch
from variorum.weights.sentences import WIDTH

DAYS = 10
FIRST = date(2025, 3, 1)
# How many reports an event has follows a power law with this exponent: three on average.
POWER, MOST_REPORTS = 2.2, 500
# Words and names are used as Zipf's law with Mandelbrot's shift has it: 1 / (rank + shift).
WORDS, WORD_SHIFT = 60_000, 30
NAMES, NAME_SHIFT = 20_000, 3
OUTLETS = 500
# Vectors of one topic, and of any two, have something in common, as those of news do.
TOPICS, TOPIC, ALL = 200, 0.6, 0.4
NOISE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Invent:
    """Makes the sketches of a shard, those of one event beside each other."""

    folder: str
    buckets: int
    articles: int

    def __call__(self, shard: Shard) -> Tally:
        """Write the sketches."""
        return done(self.folder, shard, self._rows, write_rows(self.buckets))

    def _rows(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        sketches = _sketches(shard.number, self.articles)
        yield from ((node_of(one), encode(one)) for one in sketches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Counts which candidates of a bucket of keys are of one event."""

    folder: str
    of: int

    def __call__(self, shard: Shard) -> tuple[int, int]:
        """Return how many candidates there are, and how many are of one event."""
        weigh = weigher(self.folder, self.of)
        found = right = 0
        for key, sketches in grouped(self.folder, "keys", shard.number):
            for one, other in Candidates(key, weigh)(sketches):
                found += 1
                right += event_of(one.node) == event_of(other.node)
        return found, right


def _sketches(shard: int, articles: int) -> Iterator[Sketch]:
    chance = np.random.default_rng(shard)
    made = 0
    for number in range(articles):
        reports = min(int(chance.zipf(POWER)), MOST_REPORTS, articles - made)
        event = _Event(chance, f"{shard:05}{number:05}")
        for at in range(reports):
            yield event.report(at)
        made += reports
        if made == articles:
            return


class _Event:
    """An event: names and words of its own, and what it shares with others."""

    def __init__(self, chance: np.random.Generator, name: str) -> None:
        self._chance = chance
        self._name = name
        self._own = [f"own{name}{letter}" for letter in "ab"]
        self._names = [*self._own, *self._drawn("name", 4)]
        self._words = self._drawn("word", 40)
        own = chance.standard_normal(WIDTH, dtype=np.float32)
        self._centre = own + TOPIC * _TOPICS[chance.integers(1, TOPICS)] + ALL * _TOPICS[0]
        self._day = int(chance.integers(DAYS))

    def report(self, at: int) -> Sketch:
        """Return the sketch of a report: it keeps part of what the event is told in."""
        names = [*self._kept(self._names, 0.8), *self._drawn("name", 3)]
        words = self._kept(self._words, 0.5)
        title = [*self._kept(self._names, 0.5), *self._kept(words, 0.2), *self._drawn("word", 2)]
        words = [*names, *words, *self._drawn("word", 90)]
        vector = self._centre + NOISE * self._chance.standard_normal(WIDTH, dtype=np.float32)
        day = FIRST + timedelta(days=min(DAYS - 1, self._day + int(self._chance.exponential(0.8))))
        return Sketch(
            article=hashlib.sha1(f"{self._name}{at}".encode()).hexdigest()[:10] + self._name,
            passage=None,
            day=day.isoformat(),
            outlet=f"outlet{self._chance.integers(OUTLETS)}",
            title=tuple(dict.fromkeys(title)),
            words=tuple(dict.fromkeys(words))[:96],
            names=tuple(dict.fromkeys(names)),
            places=tuple(names[1:3]),
            numbers=tuple(str(n) for n in self._chance.integers(2, 2_000, 3)),
            vector=(vector / np.sqrt(vector @ vector)).astype("<f4").tobytes(),
        )

    def _drawn(self, kind: str, count: int) -> list[str]:
        ranks = np.searchsorted(_REACH[kind], self._chance.random(count) * _REACH[kind][-1])
        return [f"{kind}{rank}" for rank in ranks]

    def _kept(self, words: list[str], share: float) -> list[str]:
        keep = self._chance.random(len(words)) < share
        return [word for word, kept in zip(words, keep, strict=True) if kept]


_TOPICS = np.random.default_rng(0).standard_normal((TOPICS, WIDTH), dtype=np.float32)
_REACH = {
    "word": np.cumsum(1 / (np.arange(WORDS) + WORD_SHIFT)),
    "name": np.cumsum(1 / (np.arange(NAMES) + NAME_SHIFT)),
}


def event_of(node: str) -> str:
    """Return the event of a made-up article."""
    return node[10:]
