"""A batch sorts articles into the stories that a library makes of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from tests.engine_jobs import EXAMPLES
from tests.libraries import AGAIN, FERRY, LATER, MILL, write
from tests.sketched import plain
from variorum import batch
from variorum.batch.candidates import NEAREST, REACH, Candidates, node_of
from variorum.batch.running import Steps, sort_sketches
from variorum.batch.shards import Shard, done, write_rows
from variorum.batch.sorting import stories_of
from variorum.batch.steps import encode
from variorum.cluster.batch import place
from variorum.cluster.counts import RAREST, Counts, floor_of
from variorum.cluster.pairs import Weigh
from variorum.cluster.window import forms_of, keys_of
from variorum.engines import local
from variorum.ingest import Stages, streaming
from variorum.model.library import Wanted
from variorum.model.limits import Limits
from variorum.model.stream import Sketch
from variorum.stores import open_store

Stories = set[frozenset[str]]


def test_a_batch_and_a_library_make_the_same_stories(tmp_path: Path) -> None:
    """The same articles are parted alike, whether they arrive or are there at once."""
    paths = write(tmp_path / "in", ferry=FERRY, again=AGAIN, mill=MILL, later=LATER)
    paths += [str(path) for path in EXAMPLES.rglob("*.txt")]
    batch.run(paths, tmp_path / "out")
    tables = [pq.read_table(path) for path in (tmp_path / "out").glob("records/*")]
    found = {frozenset(names) for table in tables for names in table["sources"].to_pylist()}
    assert len(found) == 5
    assert found == in_a_library(paths, tmp_path / "library.sqlite")


def in_a_library(paths: list[str], path: Path) -> Stories:
    """Return the stories that a library makes of files, each as the names of its witnesses."""
    store = open_store(path, create=True)
    limits = Limits()
    streaming(store, Stages(store, limits=limits), limits=limits, most=len(paths))(paths)
    with store.reading() as view:
        names = [line.story for line in view.stories(Wanted())]
        stories = {frozenset(article.source for article in view.members(name)) for name in names}
    store.close()
    return stories


def alike(name: str, words: str = "", *, day: str | None = None) -> Sketch:
    """Return a sketch of only some words, and the vector that all of these have."""
    return replace(plain(name, words, day=day), vector=plain("one event").vector)


def compared(key: str, found: list[Sketch], weigh: Weigh) -> tuple[int, int]:
    """Return how many pairs under a key are scored, and how many are left out."""
    candidates = Candidates(key, weigh)
    return len(list(candidates(sorted(found, key=place)))), candidates.left_out


def test_what_many_share_is_compared_with_the_latest() -> None:
    """Of a word that more have, so many before it are looked at, the others counted."""
    pages = [alike(f"{at:04}", "weir sluice", day="2025-03-04") for at in range(REACH + 3)]
    found = compared("weir", pages, lambda word: 5.0 if word == "weir" else 4.0)
    assert found == (sum(min(NEAREST, at) for at in range(len(pages))), 1 + 2)


def test_what_lies_days_apart_is_no_candidate_and_not_left_out() -> None:
    """Pairs that no story may join are not counted as a loss; those without a day are near all."""
    days = ("2025-03-01", "2025-03-11", "2025-03-12", None)
    pages = [alike(f"{at}", "weir", day=day) for at, day in enumerate(days)]
    assert compared("weir", pages, lambda word: 8.0) == (5, 0)


def test_a_pair_is_scored_under_one_key() -> None:
    """Two that share several keys meet under the one that says most."""
    pair = [alike("one", "weir sluice dam"), alike("other", "dam weir quay")]
    weigh = {"weir": 5.0, "sluice": 9.0, "dam": 6.0, "quay": 9.0}.__getitem__
    asked = Counter({key: compared(key, pair, weigh)[0] for key in ("weir", "dam")})
    assert +asked == Counter({"dam": 1})


def test_vectors_far_apart_lead_to_nothing() -> None:
    """Two that share a word and nothing of what they tell are not scored."""
    pair = [alike("one", "weir"), plain("other", "weir")]
    assert compared("weir", pair, lambda word: 8.0) == (0, 0)


def test_rare_words_need_no_table() -> None:
    """What fewer than one in ten thousand have weighs as one of those, and need not be counted."""
    many = 10 * RAREST
    whole = Counts(many, {"weir": floor_of(many), "the": many})
    assert whole.weigh("weir") == Counts(many, {}).weigh("weir")
    assert floor_of(RAREST - 1) == 1
    assert Counts(5, {"weir": 1}).weigh("weir") > Counts(5, {"weir": 4}).weigh("weir")


def test_passages_of_an_article_are_one_witness() -> None:
    """A story has the article once, whatever of it reports the event."""
    made = [plain("a", "weir sluice dam", day="2025-03-04"), plain("b", "weir sluice dam")]
    made.append(replace(made[0], passage=(10, 90)))
    weigh = Counts(3, Counter(form for one in made for form in forms_of(one))).weigh
    stories = list(stories_of(sorted(made, key=place), weigh))
    assert {witness for story in stories for witness in story.witnesses} == {"a", "b"}


def test_sketches_alone_can_be_sorted(tmp_path: Path) -> None:
    """The steps from sketches on need no articles, and say how many pairs they scored."""
    buckets = 3
    made = [alike(f"{at % 4}-{at}", f"weir{at % 4} sluice{at % 4} dam{at % 4}") for at in range(12)]
    for number in range(buckets):
        part = made[number::buckets]
        keep(tmp_path, number, part, buckets)
    steps = Steps(local, {}, str(tmp_path))
    sort_sketches(steps, str(tmp_path), buckets)
    assert steps.rows("sort") == len(made)
    assert steps.rows("keys") == sum(len(keys_of(one)) for one in made)
    pairs = [tally for tally in steps.tallies if tally.step == "pairs"]
    assert sum(tally.compared for tally in pairs) == 4 * 3
    assert {tally.left_out for tally in pairs} == {0}


def keep(folder: Path, number: int, sketches: list[Sketch], buckets: int) -> None:
    """Write a shard of sketches as the step does that makes them."""
    rows = [(node_of(one), encode(one)) for one in sketches]
    shard = Shard(step="sketch", number=number)
    done(str(folder), shard, lambda shard, notes: rows, write_rows(buckets))
