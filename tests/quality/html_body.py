"""How well the body of an HTML page is found.

The body is measured twice: on article_extraction_benchmark by that benchmark's own measure
(shingles of four words, counted; precision and recall averaged over pages whose counts are
first brought to one, so that long pages weigh no more than short ones), beside trafilatura's
output in the same run, and on a fixed sample of WCXB as bags of words.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from variorum.errors import InputError
from variorum.extract import marked
from variorum.formats import html
from variorum.model.article import Block, Capture, Page
from variorum.model.limits import Limits

BENCHMARK = "HTML body F1, article_extraction_benchmark"
PEER = "trafilatura (fast) body F1, article_extraction_benchmark, same run"
SAMPLE = "HTML body word F1, wcxb_articles"
SAMPLE_PEER = "trafilatura (fast) body word F1, wcxb_articles, same run"
LEAD = "HTML body F1 above trafilatura's, article_extraction_benchmark, same run"

FLOORS = {BENCHMARK: 0.963, LEAD: 0.0, SAMPLE: 0.945}
SCORED = ("formats", "extract", "languages")
DATA = ("pages/article_extraction_benchmark", "pages/wcxb_articles")
BODY = ("standfirst", "section", "paragraph")
EVERY = 3
"""One page in three of WCXB is read, in the order of the names."""

Counts = tuple[float, float, float]


def scores(data: Path) -> dict[str, float]:
    """Return every figure by its name, as shares of 1.

    Args:
        data: the folder that holds ``pages/``.
    """
    return {**_benchmark(data / "pages" / "article_extraction_benchmark"), **_sample(data)}


def _benchmark(folder: Path) -> dict[str, float]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    ours, peer = [], []
    for name, entry in sorted(truth.items()):
        markup = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        true = _shingles(entry["articleBody"])
        ours.append(_compared(true, _shingles(_body(*_read(name, markup)))))
        peer.append(_compared(true, _shingles(_peer(markup))))
    return {BENCHMARK: _f1(ours), PEER: _f1(peer), LEAD: _f1(ours) - _f1(peer)}


def _sample(data: Path) -> dict[str, float]:
    ours, peer = [], []
    for markup, truth in _pages(data / "pages" / "wcxb_articles"):
        true = _bag(truth["main_content"])
        ours.append(_overlap(true, _bag(_body(*_read("page", markup)))))
        peer.append(_overlap(true, _bag(_peer(markup))))
    return {SAMPLE: mean(ours), SAMPLE_PEER: mean(peer)}


def _pages(folder: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    for path in sorted((folder / "ground-truth").glob("*.json"))[::EVERY]:
        truth = json.loads(path.read_text(encoding="utf-8"))["ground_truth"]
        if truth.get("main_content"):
            packed = (folder / "html" / f"{path.stem}.html.gz").read_bytes()
            yield gzip.decompress(packed), truth


def _read(name: str, markup: bytes) -> tuple[Page, tuple[Block, ...]]:
    try:
        page = html.read(Capture(source=name, data=markup, sha256=""), Limits())
    except InputError:
        return Page(text="", lines=(), media_type=html.MEDIA_TYPE), ()
    return page, marked.type_lines(page)


def _body(page: Page, blocks: tuple[Block, ...]) -> str:
    return "\n".join(page.text[slice(*b.span)] for b in blocks if b.kind in BODY)


def _peer(markup: bytes) -> str:
    import trafilatura

    found = trafilatura.extract(markup, fast=True, include_comments=False, include_tables=True)
    return found or ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _words(text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))


def _compared(true: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> Counts:
    both = (true & found).total()
    return both, found.total() - both, true.total() - both


def _f1(pages: list[Counts]) -> float:
    precision = mean(both / (both + extra) for both, extra, _ in pages if both + extra)
    recall = mean(both / (both + missed) for both, _, missed in pages if both + missed)
    return 2 * precision * recall / (precision + recall)


def _bag(text: str) -> Counter[str]:
    return Counter(_words(text.lower()))


def _overlap(true: Counter[str], found: Counter[str]) -> float:
    both = (true & found).total()
    return 2 * both / (true.total() + found.total()) if both else 0.0
