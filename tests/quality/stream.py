"""How well articles are sorted into stories as they arrive, and all at once.

The pair score is fitted on what ``_story_sets`` does not score, and the threshold is that of a
calibrated score, .5: neither has seen a scored text. Wikinews is another domain, its texts
undated. News_cluster is scored without an end of stories, for its events are told over months and
years, and with the default window. Beside ours stands a single pass over TF-IDF vectors, whose
threshold is the best one for the very data. Scored are the stories of more than one article; all
are sorted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from tests.quality import _story_sets as sets
from tests.quality._partitions import b_cubed, pairwise, rand, several
from tests.quality._story_sets import Labelled
from variorum.cluster.batch import gather
from variorum.cluster.scorer import score
from variorum.cluster.sketches import sketch
from variorum.cluster.stream import StoryStream
from variorum.cluster.window import Window
from variorum.model.stream import Sketch
from variorum.model.words import words_in
from variorum.weights.sentences import Vectors, vectors

SCORED = (
    "cluster", "languages", "model", "weights/stories.onnx", "weights/sentences.onnx",
    "weights/sentences.py", "tests/quality/_story_sets.py", "tests/quality/_partitions.py",
)  # fmt: skip
DATA = ("stories/allsides", "stories/news_cluster", "stories/wikinews", "stories/uci_headlines")
FLOORS = {
    "allsides, stream, pairwise F1": 0.77,
    "allsides, stream, ARI": 0.77,
    "allsides, stream, B3 F1": 0.9,
    "allsides, at once, pairwise F1": 0.81,
    "news_cluster, stream, pairwise F1": 0.905,
    "news_cluster, stream, ARI": 0.9,
    "news_cluster, stream, B3 F1": 0.93,
    "news_cluster, at once, pairwise F1": 0.87,
    "news_cluster, window of ten days, pairwise F1": 0.64,
    "wikinews, stream, pairwise F1": 0.48,
    "wikinews, stream, B3 F1": 0.78,
    "uci_headlines, stream, pairwise F1": 0.75,
    "uci_headlines, at once, pairwise F1": 0.82,
    "allsides, pairs, 1 - calibration error": 0.975,
    "news_cluster, pairs, 1 - calibration error": 0.95,
}
DAYS = 10
ENDLESS = 3_650
THRESHOLDS = np.arange(0.05, 0.65, 0.05)
BINS = 10

Partition = dict[str, str]


def scores(data: Path) -> dict[str, float]:
    """Return the scores over the data sets in ``data``."""
    later = sets.allsides(data, scored=True)
    even = sets.news_cluster(data, scored=True)
    found = _rows("allsides", later, DAYS)
    found |= _rows("news_cluster", even, ENDLESS)
    found |= _measured("news_cluster, window of ten days", even, _streamed(even, DAYS))
    found |= _rows("wikinews", sets.wikinews(data), DAYS)
    found |= _rows("uci_headlines", sets.headlines(data), DAYS)
    found["allsides, pairs, 1 - calibration error"] = 1 - _calibration_error(later, DAYS)
    found["news_cluster, pairs, 1 - calibration error"] = 1 - _calibration_error(even, ENDLESS)
    return found


def _rows(name: str, texts: Sequence[Labelled], days: int) -> dict[str, float]:
    """Return the scores of a stream, of the same at once, and of TF-IDF."""
    found = _measured(f"{name}, stream", texts, _streamed(texts, days))
    at_once = {
        one.article: story
        for story, members in gather(_sketches(texts), window_days=days).items()
        for one in members
    }
    found |= _measured(f"{name}, at once", texts, at_once)
    return found | _measured(f"{name}, TF-IDF single pass", texts, _by_tf_idf(texts))


def _measured(name: str, texts: Sequence[Labelled], parted: Partition) -> dict[str, float]:
    truth = several({found.article.id: story for story, found in reversed(texts)})
    return {
        f"{name}, pairwise F1": pairwise(truth, parted),
        f"{name}, ARI": rand(truth, parted),
        f"{name}, B3 F1": b_cubed(truth, parted),
    }


def _streamed(texts: Sequence[Labelled], days: int) -> Partition:
    stream = StoryStream(window_days=days)
    moves = (move for one in _sketches(texts) for move in stream.add(one))
    return {move.article: move.story for move in moves if move.story}


def _sketches(texts: Sequence[Labelled]) -> list[Sketch]:
    """Return the sketch of each text; of a roundup the first, for it has one label."""
    return [sketch(found, _embed)[0] for _, found in texts]


def _embed(texts: Sequence[str]) -> Vectors:
    return np.stack([_vector(text) for text in texts])


@cache
def _vector(text: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    found: np.ndarray[tuple[int], np.dtype[np.float32]] = vectors([text])[0]
    return found


def _by_tf_idf(texts: Sequence[Labelled]) -> Partition:
    """Sort texts by the cosine with the centroids of stories, at the best threshold for them."""
    known = {found.article.id: found.article.text for _, found in texts}
    alike = _cosines(list(known.values()))
    truth = several({found.article.id: story for story, found in reversed(texts)})

    def parted(least: float) -> Partition:
        return {one: str(c) for one, c in zip(known, _single_pass(alike, least), strict=True)}

    return max(map(parted, THRESHOLDS), key=lambda found: pairwise(truth, found))


def _cosines(texts: Sequence[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    counts = [Counter(word.form for word in words_in(text)) for text in texts]
    seen = Counter(form for count in counts for form in count)
    column = {form: at for at, form in enumerate(seen)}
    entries = [
        (row, column[form], (1 + math.log(n)) * math.log(len(texts) / seen[form]))
        for row, count in enumerate(counts)
        for form, n in count.items()
    ]
    rows, columns, values = (np.array(part) for part in zip(*entries, strict=True))
    table = csr_array((values, (rows, columns)), shape=(len(texts), len(column)))
    lengths = np.sqrt(table.multiply(table).sum(axis=1))
    scaled = csr_array((values / lengths[rows].clip(1e-9), (rows, columns)), shape=table.shape)
    return np.asarray((scaled @ scaled.T).toarray(), dtype=np.float32)


def _single_pass(
    alike: np.ndarray[tuple[int, int], np.dtype[np.float32]], least: float
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the story of each text: the nearest centroid's, or a new one."""
    story = np.zeros(len(alike), dtype=np.int64)
    squares = np.zeros(len(alike))
    opened = 0
    for at in range(len(alike)):
        sums = np.bincount(story[:at], weights=alike[at, :at], minlength=max(1, opened))
        cosines = sums / np.sqrt(squares[: len(sums)].clip(1e-9))
        best = int(cosines.argmax()) if opened else 0
        if not opened or cosines[best] < least:
            best, opened = opened, opened + 1
        squares[best] += 1 + 2 * (sums[best] if best < len(sums) else 0.0)
        story[at] = best
    return story


def _calibration_error(texts: Sequence[Labelled], days: int) -> float:
    """Return how far scores lie from the share of pairs of one story, by tenths of the score."""
    window = Window(days)
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for at, one in enumerate(_sketches(texts)):
        window.add(one)
        for other, chance in score(window, at, window.candidates(at)).items():
            right = texts[at][0] == texts[other][0]
            bins[min(BINS - 1, int(chance * BINS))].append((chance, right))
    off = [abs(sum(c for c, _ in rows) - sum(right for _, right in rows)) for rows in bins]
    return sum(off) / sum(map(len, bins))
