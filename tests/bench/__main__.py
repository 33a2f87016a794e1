"""Measures speed as ratios taken in one run: beside a floor or a peer on the same machine.

``python -m tests.bench`` prints each ratio; nothing here is asserted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.model.article import Article

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"
DATA = Path(os.environ.get("VARIORUM_DATA", ROOT.parent / "shared" / "data"))
ROUNDS = 7


def seconds(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of a job."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        job()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def python(*arguments: str) -> Callable[[], object]:
    """Return a job that runs a fresh Python."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def report(what: str, value: float, beside: float, floor: str) -> None:
    """Print one ratio."""
    print(
        f"{value * 1000:9.1f} ms  {value / beside:6.2f} x {floor} ({beside * 1000:.1f} ms)  {what}"
    )


def start_up() -> None:
    """Import and read beside a bare Python."""
    bare = seconds(python("-c", "pass"))
    report("import variorum", seconds(python("-c", "import variorum")), bare, "bare Python")
    pages = {
        "two copied pages": [EXAMPLES / "recall/agency.txt", EXAMPLES / "recall/courier.txt"],
        "eight HTML pages": sorted(EXAMPLES.rglob("*.html")),
        "the seed pages": sorted(SEEDS.glob("*.txt")),
    }
    for what, paths in pages.items():
        if paths:
            job = python("-m", "variorum", "read", *map(str, paths))
            report(f"variorum read, {what}", seconds(job, 5), bare, "bare Python")


def html_body() -> None:
    """Our reading of HTML pages beside trafilatura alone on the same pages."""
    import trafilatura

    from variorum.extract import Extract
    from variorum.model.article import Capture

    files = sorted((DATA / "pages/wcxb_articles/html").glob("*"))[:60]
    if not files:
        print("            HTML pages: not run, the data is not at hand")
        return
    pages = [_open(file) for file in files]
    captures = [Capture(source="page.html", data=data, sha256="") for data in pages]
    extract = Extract()
    ours = seconds(lambda: [extract(c) for c in captures], 1)
    peer = seconds(lambda: [trafilatura.extract(page, fast=True) for page in pages], 1)
    report(f"{len(pages)} HTML pages to articles", ours, peer, "trafilatura alone")
    rates = f"{len(pages) / ours:.0f} articles a second, {len(pages) / peer:.0f}"
    print(f"            {rates} by trafilatura")


def annotator() -> None:
    """The annotator on articles of 500 words, beside the encoder's matrix products alone."""
    from variorum.annotate import Annotate, annotator
    from variorum.annotate.tagging.windows import windows_of
    from variorum.annotate.words import words_of

    made, count = _articles()
    words = [words_of(m.text, [b.span for b in m.body()], (), ()) for m in made]
    whole = seconds(lambda: [Annotate()(m) for m in made], 3) / count
    alone = seconds(lambda: [annotator.find(w) for w in words], 3) / count
    sizes = [int(w.firsts[x.end] - w.firsts[x.start]) for w in words for x in windows_of(w)]
    floor = seconds(_products(sizes), 3) / count
    report("annotator, an article of 500 words", alone, floor, "its products in floats")
    report("all of annotate, the same", whole, floor, "its products in floats")
    print(f"            {1 / alone:.1f} and {1 / whole:.1f} articles a second on one core")


def sentences() -> None:
    """The vectors of sentences, beside the encoder's matrix products alone."""
    from variorum import weights
    from variorum.annotate import Annotate
    from variorum.weights.sentences import vectors

    made, count = _articles()
    texts = [m.text[slice(*span)] for m in made for span in Annotate()(m).sentences]
    alone = seconds(lambda: vectors(texts), 3)
    floor = seconds(_products([len(weights.encode(t)) + 2 for t in texts]), 3)

    def both() -> None:
        for one in made:
            found = Annotate()(one)
            vectors([one.text[slice(*span)] for span in found.sentences])

    whole = seconds(both, 3) / count
    floor_each, alone_each = floor / len(texts), alone / len(texts)
    report("the vector of a sentence", alone_each, floor_each, "its products in floats")
    print(
        f"            {len(texts) / alone:.0f} sentences a second; with the vectors of all"
        f" {len(texts) / count:.0f} sentences {1 / whole:.1f} articles a second on one core"
    )


def times() -> None:
    """The times of articles, beside dateparser's search for dates in the same texts."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    from variorum.annotate.times import find_times
    from variorum.languages import find

    made, count = _articles()
    english = find("en")
    ours = seconds(lambda: [find_times(m, english) for m in made], 3) / count
    lines = [line for m in made for line in m.text.split("\n")]
    peer = seconds(lambda: [search_dates(line, languages=["en"]) for line in lines], 1) / count
    report("the times of an article of 500 words", ours, peer, "dateparser's search_dates")
    print(f"            {1 / ours:.0f} articles a second on one core, {1 / peer:.0f} by dateparser")


def utterances() -> None:
    """The prints of utterances, beside the reading of their words alone."""
    from tests.bench.grouping import QUOTATIONS, WITNESSES, story
    from variorum.align.gathering.comparing import profiles
    from variorum.align.gathering.rivals import candidates
    from variorum.align.utterances import find_utterances, read_prints

    for count in WITNESSES:
        told = story(count)
        reading = seconds(partial(read_prints, told), 1)
        prints = read_prints(told)
        whole = seconds(partial(find_utterances, told, prints), 1)
        report(f"{count} witnesses of {QUOTATIONS} quotations", whole, reading, "reading words")
        pairs = sum(1 for _ in candidates(profiles(prints)))
        every = len(prints) * (len(prints) - 1) // 2
        print(
            f"            {pairs} pairs share a key, of {every}: {whole / pairs * 1e6:.0f} µs each"
        )


def _articles() -> tuple[list[Article], float]:
    """Return articles made of the examples' prose, and how many times 500 words they have."""
    from tests.articles import article

    prose = [file.read_text("utf-8") for file in sorted(EXAMPLES.rglob("*.txt"))]
    lines = [line for text in prose for line in text.split("\n") if len(line.split()) > 15]
    made = [article("\n".join(lines[at::3] * 4)) for at in range(3)]
    return made, sum(len(one.text.split()) for one in made) / 500


def _products(sizes: Sequence[int]) -> Callable[[], None]:
    """Return a job: the products of an encoder of six layers, for texts of so many pieces."""
    import numpy as np

    random = np.random.default_rng(0)
    inputs = [random.random((size, 384), dtype=np.float32) for size in sizes]
    square = random.random((384, 384), dtype=np.float32)
    wide = random.random((384, 1536), dtype=np.float32)

    def products() -> None:
        for one in inputs:
            for _ in range(6):
                for _ in range(4):
                    one @ square
                (one @ wide) @ wide.T

    return products


def _open(file: Path) -> bytes:
    import gzip

    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


if __name__ == "__main__":
    from tests.bench import growth, library, pages, stages, streams

    start_up()
    stages.stages()
    html_body()
    annotator()
    times()
    sentences()
    growth.copies()
    growth.whole()
    utterances()
    stages.clustering()
    streams.arrivals()
    library.size()
    library.ingest()
    pages.pages()
