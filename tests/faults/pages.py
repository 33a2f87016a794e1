"""Pages with something planted in them, and what none of it may do.

``python -m tests.faults.pages [COUNT [PROCESSES]]`` plants it in 1,000 real pages, in 2 processes.
Models are slow beside all else, so only every eleventh page is read with them.
"""

from __future__ import annotations

import gzip
import os
import random
import sys
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tests.libraries import MILL
from tests.pages import Page
from variorum import exports, pipeline
from variorum.annotate import Annotate
from variorum.capture import Intake
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.record import Record

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("VARIORUM_DATA", ROOT.parent / "shared" / "data")) / "pages"
COUNT, PROCESSES = 1_000, 2
WHOLE = 11
TAG = "<script>planted(1)</script>"
HANDLER = '<img src=x onerror="planted(2)">'
ESCAPED = "&lt;script&gt;planted(1)&lt;/script&gt;&lt;img src=x onerror=planted(2)&gt;"
BIDI = "\u202e\u2066desrever\u202d\x1b]0;planted\x07"
DEEP = 3_000
BOMB = "<!DOCTYPE x [" + '<!ENTITY a "&b;&b;">' * 99 + "]>" + "&a;" * 2_000 + "<p " * 9_000
OTHER = "other.txt"
_FALSE = (
    f'<meta property="og:title" content="{ESCAPED}"><meta name="author" content="{ESCAPED}">'
    '<meta property="article:published_time" content="9999-99-99T99:99:99Z">'
    '<link rel="canonical" href="javascript:planted(3)"><base href="javascript:planted(4)//">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "\\u003cscript'
    '\\u003eplanted(1)\\u003c/script\\u003e", "datePublished": "0000", "author": [[[{}]]]}</script>'
)


def _put(page: str, planted: str, chance: random.Random) -> str:
    """Return a page with something put between two of its tags."""
    places = [at + 1 for at, char in enumerate(page) if char == ">"] or [len(page)]
    at = chance.choice(places)
    return page[:at] + planted + page[at:]


def _in_the_text(page: str, planted: str, chance: random.Random) -> str:
    """Return a page with something put into a paragraph."""
    places = [at for at in range(len(page)) if page.startswith(("<p>", "<p "), at)]
    at = page.find(">", chance.choice(places)) + 1 if places else len(page)
    return page[:at] + planted + page[at:]


PLANTS: Mapping[str, Callable[[str, random.Random], str]] = {
    "script": lambda page, c: _put(_in_the_text(page, f"{ESCAPED} {HANDLER} ", c), TAG, c),
    "bomb": lambda page, c: _put(page, BOMB, c),
    "bidi": lambda page, c: _in_the_text(page, BIDI, c).replace("<title>", f"<title>{BIDI}", 1),
    "nested": lambda page, c: _put(page, "<div><b><q>" * DEEP + "deep" + "</q></b>" * DEEP, c),
    "metadata": lambda page, c: (
        page.replace("<head>", f"<head>{_FALSE}", 1) if "<head>" in page else _FALSE + page
    ),
}
"""What is planted: each takes a page and returns it with that in it."""


@dataclass(frozen=True)
class Sparing:
    """The stages of a run, in which nothing is looked for in the page that has something planted.

    What it says of itself, and its text, is in the record as ever.
    """

    extract: Extract = field(default_factory=Extract)

    def take(self, path: str, intake: Intake) -> Capture:
        """Return the capture at a path."""
        return intake(path)

    def annotate(self, article: Article) -> AnnotatedArticle:
        """Return all that is in the other article, and the planted one as it is."""
        return Annotate()(article) if article.source == OTHER else AnnotatedArticle(article=article)


def check(name: str, page: str, chance: random.Random, kept: pipeline.Stages | None = None) -> None:
    """Plant something in a page, read it beside another, and see that it stays where it is.

    Args:
        name: what is planted.
        page: the HTML of a page.
        chance: says where.
        kept: the stages; None: all of them.

    Raises:
        AssertionError: it changed the other witness, or is mark-up in an output.
    """
    with tempfile.TemporaryDirectory() as folder:
        other, planted = Path(folder) / OTHER, Path(folder) / "planted.html"
        other.write_text(MILL, "utf-8")
        planted.write_text(PLANTS[name](page, chance), "utf-8", errors="replace")
        record = pipeline.read([str(other), str(planted)], kept=kept)
    assert len(record.witnesses) + len(record.rejected) == 2, "neither read nor refused"
    assert of_other(record) == of_other(_alone()), "the other witness is not what it is alone"
    _check_outputs(record)


def of_other(record: Record) -> tuple[object, ...]:
    """Return all that a record says of the witness nothing was planted in, but its letter."""
    (found,) = (w for w in record.witnesses if w.source == OTHER)
    own = (record.quotations, record.statements, record.times)
    said = (found.text, found.blocks, found.title, found.byline, found.outlet, found.published)
    return (*said, *(tuple(x for x in part if x.witness == found.id) for part in own))


@cache
def _alone() -> Record:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / OTHER).write_text(MILL, "utf-8")
        return pipeline.read([folder])


def _check_outputs(record: Record) -> None:
    page = exports.render(record, "html")
    for tag, attributes in Page(page).elements:
        assert tag not in ("img", "base", "iframe", "object"), f"<{tag}> in the page"
        assert not [name for name in attributes if name.startswith("on")], "a handler in the page"
        assert "javascript:" not in attributes.get("href", "").lower(), "a script in a link"
    for name in ("html", "tei", "markdown", "wikitext"):
        text = exports.render(record, name).replace("\\<", "")  # Markdown's way to print one
        for mark in (TAG, "<img src=x", "<script>planted"):
            assert mark not in text, f"{mark} in {name}"
    for name in ("text", "html", "markdown", "wikitext"):
        assert not set("\u202e\u2066\u202d\x1b\x07") & set(exports.render(record, name)), name


def files(count: int) -> list[Path]:
    """Return so many pages of the data sets, in a fixed order; fewer where there are no more."""
    every = sorted(path for path in DATA.rglob("*") if path.name.endswith((".html", ".html.gz")))
    random.Random(1).shuffle(every)
    return every[:count]


def fault_of(number: int, file: Path) -> str | None:
    """Plant in a page what its number says; return what went wrong, None where nothing did."""
    name = list(PLANTS)[number % len(PLANTS)]
    data = file.read_bytes()
    data = gzip.decompress(data) if file.suffix == ".gz" else data
    try:
        kept = Sparing() if number % WHOLE else None
        check(name, data.decode("utf-8", "replace"), random.Random(number), kept)
    except Exception as error:
        return f"page {number}, {name}: {error!r}"[:300]
    return None


def main(count: int, processes: int = PROCESSES) -> int:
    """Plant one thing or another in each page; print what went wrong, and how many were read."""
    every, wrong = files(count), 0
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for fault in filter(None, pool.map(fault_of, range(len(every)), every)):
            wrong += 1
            print(fault, flush=True)
    told = "" if every else f": there are none in {DATA.name}, set VARIORUM_DATA"
    print(f"{len(every)} pages with something planted{told}, {wrong} of them did what they may not")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:] or [str(COUNT)])))
