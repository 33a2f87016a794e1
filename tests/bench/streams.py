"""What sorting one arrival costs, beside the size of the window: synthetic names and vectors."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from variorum.cluster.stream import StoryStream, story_id
from variorum.model.stream import Sketch
from variorum.weights.sentences import WIDTH

SIZES = (10_000, 100_000)
MILLION = 1_000_000
DAYS = 10
ARRIVALS = 300
# So many reports has a story on average; so many words, names and numbers a report, and of its
# words so many are those of its story.
REPORTS = 5
WORDS, NAMES, NUMBERS = 96, 10, 4
SHARED = 0.4
NOISE = 0.7
# How often a word of rank r is used: 1 / (r + FLAT), as in Zipf's law with Mandelbrot's shift.
VOCABULARY, FLAT = 60_000, 30
FIRST = date(2025, 3, 1)
Vector = np.ndarray[tuple[int], np.dtype[np.float32]]

SYLLABLES = ("bar", "den", "fol", "gri", "hal", "ket", "lon", "mur", "nes", "pol", "ras", "tev")


def arrivals(sizes: Sequence[int] = SIZES) -> None:
    """Print the time of an arrival in a window of so many articles, and the memory it takes."""
    print(f"CPU time of an arrival in a window of {DAYS} days, on synthetic names and vectors")
    for size in sizes:
        before = _megabytes()
        stream = StoryStream(window_days=DAYS)
        made = list(_sketches(size))
        started = time.process_time()
        stream.restore(made)
        restored = (time.process_time() - started) / size
        held = _megabytes() - before
        taken = []
        for one, _ in _sketches(ARRIVALS, start=size):
            started = time.process_time()
            stream.add(one)
            taken.append(time.process_time() - started)
        taken.sort()
        print(
            f"  {size:9,}: {taken[ARRIVALS // 2] * 1000:6.2f} ms median,"
            f" {taken[ARRIVALS * 95 // 100] * 1000:6.2f} ms p95;"
            f" restored in {restored * 1e6:.0f} µs each; {held:,.0f} MB,"
            f" {held / size * 1000:.1f} kB an article",
            flush=True,
        )
        del stream, made


def _sketches(count: int, start: int = 0) -> Iterator[tuple[Sketch, str]]:
    """Yield sketches with the ids of their stories, spread over the days of a window."""
    chance = random.Random(start)
    noise = np.random.default_rng(start)
    words = [_word(rank) for rank in range(VOCABULARY)]
    reach = np.cumsum(1 / (np.arange(VOCABULARY) + FLAT))
    stories: list[tuple[str, list[str], Vector]] = []
    for at in range(start, start + count):
        drawn = np.searchsorted(reach, noise.random(WORDS) * reach[-1])
        own = [words[rank] for rank in np.unique(drawn)[::-1]]
        vector = noise.standard_normal(WIDTH, dtype=np.float32)
        day = FIRST + timedelta(days=DAYS * (at - start) // count if start == 0 else DAYS - 1)
        if stories and chance.random() < 1 - 1 / REPORTS:
            story, shared, centre = stories[
                chance.randrange(max(0, len(stories) - 50), len(stories))
            ]
            kept = round(len(shared) * SHARED)
            told = [*shared[:kept], *own[: len(own) - kept]]
            yield _sketch(f"{at}", told, centre + NOISE * vector, day), story
        else:
            one = _sketch(f"{at}", own, vector, day)
            story = story_id(one)
            stories.append((story, own, vector))
            yield one, story


def _sketch(name: str, words: Sequence[str], vector: Vector, day: date) -> Sketch:
    return Sketch(
        article=name,
        passage=None,
        day=day.isoformat(),
        outlet=None,
        title=tuple(words[:8]),
        words=tuple(dict.fromkeys(words)),
        names=tuple(words[4 : 4 + NAMES]),
        places=tuple(words[4:6]),
        numbers=tuple(str(10 + len(word) * ord(word[0]) % 900) for word in words[:NUMBERS]),
        vector=(vector / np.sqrt(vector @ vector)).astype("<f4").tobytes(),
    )


def _word(rank: int) -> str:
    parts = []
    for _ in range(5):
        rank, at = divmod(rank, len(SYLLABLES))
        parts.append(SYLLABLES[at])
    return "".join(parts)


def _megabytes() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


if __name__ == "__main__":
    arrivals((MILLION,))
