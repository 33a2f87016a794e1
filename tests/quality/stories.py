"""How well texts are sorted into stories: B-cubed and pairwise F1, small groups and whole sets.

The table of common words was derived on the training part of one set (stories whose name's sha1 is
no multiple of five), the constants on that part and on the events of odd number of another set.
The rest of both is held out. The whole of the second set is scored too, and said to be so.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from tests.quality._partitions import b_cubed
from tests.quality._story_sets import Labelled, events, read
from variorum.cluster import Cluster
from variorum.model.annotation import AnnotatedArticle

SCORED = (
    "cluster",
    "languages",
    "model",
    "tests/quality/_story_sets.py",
    "tests/quality/_partitions.py",
)
DATA = ("stories/allsides", "stories/news_cluster")
FLOORS = {
    "news_cluster held out, groups, B3 F1": 0.92,
    "news_cluster held out, groups, pairwise F1": 0.88,
    "allsides held out, groups, B3 F1": 0.955,
    "allsides held out, groups, pairwise F1": 0.915,
    "news_cluster held out, at once, B3 F1": 0.905,
    "news_cluster held out, at once, pairwise F1": 0.88,
    "news_cluster whole, at once, B3 F1": 0.905,
    "news_cluster whole, at once, pairwise F1": 0.875,
}
FOLDS = 5
GROUPS = 400
SEED = 20


def scores(data: Path) -> dict[str, float]:
    """Return the scores over the data sets in ``data``."""
    found: dict[str, float] = {}
    texts = list(events(data / "stories/news_cluster"))
    held_out = [row for row in texts if int(row[0]) % 2 == 0]
    roundups = list(_roundups(data / "stories/allsides/stream.jsonl", held_out=True))
    found |= _over_groups("news_cluster held out", held_out)
    found |= _over_groups("allsides held out", roundups)
    found |= _over_all("news_cluster held out", held_out)
    found |= _over_all("news_cluster whole", texts)
    return found


def _roundups(path: Path, *, held_out: bool) -> Iterator[Labelled]:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        story = row["story_id"]
        if (int(hashlib.sha1(story.encode()).hexdigest(), 16) % FOLDS == 0) is held_out:
            yield story, read(row["title"], row["text"], row["date"], row["doc_id"])


def _over_all(name: str, texts: Sequence[Labelled]) -> dict[str, float]:
    truth = {found.article.id: label for label, found in texts}
    parted = _partition([found for _, found in texts])
    return {
        f"{name}, at once, B3 F1": b_cubed(truth, parted),
        f"{name}, at once, pairwise F1": _pairwise([(truth, parted)]),
    }


def _over_groups(name: str, texts: Sequence[Labelled]) -> dict[str, float]:
    """Score groups of two to six texts, of one event or several, as a person would give them."""
    results = []
    for group in _groups(texts):
        truth = {found.article.id: label for label, found in group}
        results.append((truth, _partition([found for _, found in group])))
    mean = sum(b_cubed(truth, parted) for truth, parted in results) / len(results)
    return {f"{name}, groups, B3 F1": mean, f"{name}, groups, pairwise F1": _pairwise(results)}


def _groups(texts: Sequence[Labelled]) -> Iterator[list[Labelled]]:
    chance = random.Random(SEED)
    events = defaultdict(list)
    for label, found in texts:
        events[label].append((label, found))
    several = sorted(label for label, found in events.items() if len(found) > 1)
    for _ in range(GROUPS):
        size = chance.randint(2, 6)
        chosen = chance.sample(several, chance.randint(1, 3))
        pool = [one for label in chosen for one in events[label]]
        yield chance.sample(pool, min(size, len(pool)))


def _partition(found: Sequence[AnnotatedArticle]) -> dict[str, str]:
    return {w: story.id for story in Cluster()(found) for w in story.witnesses}


def _pairwise(results: Sequence[tuple[dict[str, str], dict[str, str]]]) -> float:
    right = said = true = 0
    for truth, parted in results:
        for one, other in combinations(sorted(truth), 2):
            same, joined = truth[one] == truth[other], parted[one] == parted[other]
            right += same and joined
            said += joined
            true += same
    return 2 * right / (said + true) if said + true else 0.0
