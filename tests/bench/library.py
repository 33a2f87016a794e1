"""The library at a size: story pages, searches and readers, and the share of each stage of ingest.

``python -m tests.bench.library 100000`` builds a library of so many invented articles of 30
sentences each (some minutes, some gigabytes in a temporary folder); `make bench` a small one.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.reports import reports
from variorum import pipeline
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.cluster.sketches import sketch
from variorum.cluster.stream import StoryStream
from variorum.extract import Extract
from variorum.ingest import Ingest, Stages
from variorum.ingest.keeping import Prepare
from variorum.model.limits import Limits
from variorum.stores import Store, open_store
from variorum.stores import _packed as packed
from variorum.stores._reader import Reader

SMALL = 5_000
BATCH = 1_000
SENTENCES = 30
IN_A_STORY = 5
IN_AN_EVENT = 3
WORDS = 60_000
COMMON = ("the", "of", "and", "a", "in", "said", "minister", "police", "government", "fire")
ASKED = 200
# What the tables of a library of made-up articles need; nothing is read out of them.
_CAPTURE = (
    "INSERT INTO captures (id, sha256, date_basis, size, data) VALUES (?, ?, 'metadata', 0, x'')"
)
_ARTICLE = (
    "INSERT INTO articles (id, name, capture, source, title, version, current, day, made_with,"
    " facts) VALUES (?, ?, ?, ?, ?, 1, 1, '2031-05-09', '', '{}')"
)
_TEXT = "INSERT INTO texts (article, text) VALUES (?, ?)"
_SKETCH = (
    "INSERT INTO sketches (id, article, start, stop, facts, vector) VALUES (?, ?, -1, -1, '', x'')"
)
_STORY = (
    "INSERT INTO stories (id, name, stale, first, last, articles)"
    " VALUES (?, ?, 0, '2031-05-09', '2031-05-09', 5)"
)
_MEMBER = "INSERT INTO memberships (sketch, story) VALUES (?, ?)"
_RECORD = "INSERT INTO records (story, digest, data) VALUES (?, '', ?)"
EXAMPLES = Path(__file__).parents[2] / "examples"


def size(articles: int = SMALL) -> None:
    """Story pages and searches of a library of so many articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        store = open_store(path, create=True)
        started = time.perf_counter()
        _fill(store, articles)
        taken = time.perf_counter() - started
        told = f"{articles:,} articles, {articles * SENTENCES:,} sentences"
        gigabytes = path.stat().st_size / 1e9
        print(f"            a library of {told}: {gigabytes:.2f} GB, filled in {taken:.0f} s")
        _ask(store, articles)
        store.close()


def ingest(events: int = 20) -> None:
    """HTML pages to stored, annotated, sorted and composed, with the share of each stage."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [
            _page(Path(folder), f"{event}-{at}", _of_event(text, event))
            for event in range(events)
            for at, text in enumerate(reports(IN_AN_EVENT, seed=event))
        ]
        store = open_store(Path(folder) / "library.sqlite", create=True)
        limits = Limits()
        stages = Stages(store, limits=limits)
        shares: Counter[str] = Counter()
        prepare = Prepare(store, stages, _clocked(sketch, "sketch and embed", shares))
        job = Ingest(
            store, stages, sort=StoryStream, prepare=prepare, limits=limits, most=len(paths)
        )
        job(paths[:1])
        started = time.perf_counter()
        with _clocks(shares):
            job(paths[1:])
        taken = time.perf_counter() - started
        store.close()
    _tell_shares(shares, taken, len(paths) - 1)


def _of_event(text: str, event: int) -> str:
    """Return a report with every name and number its event's own, so that it is of no other."""
    chance = random.Random(event)
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        return names.setdefault(match[0], _word(chance).capitalize())

    return re.sub(r"\b[A-Z][a-z]{4,}\b(?<!December)", other, text)


def _tell_shares(shares: Counter[str], taken: float, count: int) -> None:
    rest = taken - sum(shares.values())
    told = ", ".join(f"{name} {spent / taken:.0%}" for name, spent in shares.most_common())
    print(f"            ingest: {count / taken:.1f} articles a second on one core;"
          f" {told}, the rest (files, storing, changes) {rest / taken:.0%}")  # fmt: skip


@contextmanager
def _clocks(shares: Counter[str]) -> Iterator[None]:
    """Clock the stages while the block runs."""
    kept = [
        *((stage, "__call__", stage.__name__.lower()) for stage in (Extract, Annotate, Align)),
        (StoryStream, "add", "sort"),
    ]
    calls = [getattr(owner, name) for owner, name, _ in kept]
    for (owner, name, told), call in zip(kept, calls, strict=True):
        setattr(owner, name, _clocked(call, told, shares))
    try:
        yield
    finally:
        for (owner, name, _), call in zip(kept, calls, strict=True):
            setattr(owner, name, call)


def _clocked(call: Callable[..., Any], name: str, shares: Counter[str]) -> Callable[..., Any]:
    def clocked(*arguments: Any) -> Any:
        started = time.perf_counter()
        try:
            return call(*arguments)
        finally:
            shares[name] += time.perf_counter() - started  # type: ignore[assignment]

    return clocked


def _page(folder: Path, at: str, text: str) -> str:
    title, _, body = text.partition("\n\n")
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    path = folder / f"report{at}.html"
    path.write_text(
        f"<!doctype html><html><head><title>{title}</title></head><body><nav>Home News</nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Contact</footer></body></html>",
        "utf-8",
    )
    return str(path)


def _fill(store: Store, articles: int) -> None:
    """Fill the tables with invented articles: five to a story, each story with a record."""
    record = packed.pack_record(pipeline.read(sorted(map(str, EXAMPLES.glob("recall/*.txt")))))
    with store.writing() as writer:
        writer.begin("0", "reader")
    for start in range(0, articles, BATCH):
        texts = _texts(min(BATCH, articles - start), seed=start)
        rows = [(start + at + 1, text) for at, text in enumerate(texts)]
        stories = range(start // IN_A_STORY + 1, (start + len(rows)) // IN_A_STORY + 1)
        with store.writing(1) as writer:
            for statement, made in (
                (_CAPTURE, [(n, f"{n:064x}") for n, _ in rows]),
                (_ARTICLE, [(n, f"{n:020x}", n, f"{n}.txt", text[:70]) for n, text in rows]),
                (_TEXT, rows),
                (_SKETCH, [(n, n) for n, _ in rows]),
                (_STORY, [(n, f"story-{n:07}") for n in stories]),
                (_MEMBER, [(n, (n - 1) // IN_A_STORY + 1) for n, _ in rows]),
                (_RECORD, [(n, record) for n in stories]),
            ):
                writer._run_each(statement, made)


def _texts(count: int, seed: int) -> Iterator[str]:
    """Yield texts of 30 sentences of 15 words, which follow Zipf's law."""
    chance = np.random.default_rng(seed)
    ranks = np.arange(2, len(_vocabulary()) + 2)
    drawn = chance.choice(len(ranks), (count, SENTENCES, 15), p=(1 / ranks) / (1 / ranks).sum())
    words = _vocabulary()
    for text in drawn.tolist():
        yield " ".join(f"{' '.join(words[n] for n in line).capitalize()}." for line in text)


@cache
def _vocabulary() -> list[str]:
    chance = random.Random(0)
    return [*COMMON, *(_word(chance) for _ in range(WORDS))]


def _word(chance: random.Random) -> str:
    pairs = (chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(4))
    return "".join(pairs)[: chance.randrange(4, 9)]


def _ask(store: Store, articles: int) -> None:
    chance = random.Random(1)
    stories = [f"story-{chance.randrange(articles // IN_A_STORY) + 1:07}" for _ in range(ASKED)]
    _tell("the data of a story's page", store, [partial(_page_of, story=s) for s in stories])
    rare = [_word(chance) for _ in range(ASKED)]
    searches = {
        "a common word": ["the", "said", "minister", "police"] * 5,
        "two common words": ["the said", "minister fire", "police government"] * 7,
        "two common words in a row": ['"the the"', '"of said"', '"minister fire"'] * 7,
        "three in a row that never are": ['"fire minister police"', '"a fire said"'] * 10,
        "a rare word": rare,
        "a common and a rare word": [f"the {word}" for word in rare],
    }
    for what, queries in searches.items():
        _tell(f"search for {what}", store, [partial(_search_for, words=q) for q in queries])


def _page_of(view: Reader, story: str) -> object:
    return view.page(story)


def _search_for(view: Reader, words: str) -> object:
    return view.search(words)


def _tell(what: str, store: Store, questions: Sequence[Callable[[Reader], object]]) -> None:
    taken = []
    for question in questions:
        with store.reading() as view:
            started = time.perf_counter()
            question(view)
            taken.append((time.perf_counter() - started) * 1000)
    taken.sort()
    slow = taken[int(len(taken) * 0.95)]
    print(f"{statistics.median(taken):9.1f} ms  p95 {slow:.1f} ms  {what}")


if __name__ == "__main__":
    size(int(sys.argv[1]) if len(sys.argv) > 1 else SMALL)
    ingest()
