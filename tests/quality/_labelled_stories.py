"""The stories that the labels of statements, origins and flags point into, as annotated articles.

The halves were fixed with the labels, before anything was scored: the parity of the sha1 of the
story's name. The *open* half is there to find what to better; the *held-out* half is only scored.
"""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from csv import DictReader
from dataclasses import replace
from functools import cache
from hashlib import sha1
from pathlib import Path
from typing import Any

from tests.articles import article
from variorum.annotate import Annotate
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.spans import Span, Spans

LABELS = Path(__file__).parent / "labels"
SETS = (
    "stories/allsides",
    "stories/news_cluster",
    "stories/giveme5w1h_gold",
    "stories/wikinews",
)
HALVES = ("open", "held out")
CODE = ("tests/quality/_labelled_stories", "tests/quality/labels")

Place = tuple[str, str, str]


def half_of(story: str) -> str:
    """Return the half that a story belongs to, by its name."""
    return HALVES[int(sha1(story.encode()).hexdigest(), 16) % 2]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of labels."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(DictReader(file, delimiter="\t", quoting=3))


def invented(folder: str) -> Iterator[dict[str, Any]]:
    """Yield the invented stories of a folder of labels, by name."""
    for path in sorted((LABELS / folder).glob("*.toml")):
        yield tomllib.loads(path.read_text("utf-8"))


def written(number: int, witness: Mapping[str, Any]) -> Article:
    """Return an invented witness as an article; ``number`` tells it from its fellows.

    Its lines are typed as those of a copied page are.
    """
    made = article(
        witness["text"].strip("\n"),
        source=f"{number}.txt",
        published=witness["published"],
        outlet=witness["outlet"],
    )
    raw = made.text.encode("utf-8")
    read = Extract()(Capture(source=made.source, data=raw, sha256=made.sha256))
    return replace(made, blocks=read.blocks) if read.text == made.text else made


def printed(data: Path, wanted: set[Place]) -> dict[Place, Article]:
    """Return the real documents that are wanted, by set, story and name."""
    found = {}
    for name in sorted({place[0] for place in wanted}):
        for story, document, row in _READERS[name](data / "stories" / name):
            if (name, story, document) in wanted:
                found[name, story, document] = _printed(document, row)
    return found


@cache
def annotated(one: Article) -> AnnotatedArticle:
    """Return an article as the pipeline annotates it."""
    return Annotate()(one)


def spans_of(told: str) -> Spans:
    """Return the spans written ``start-end;start-end``."""
    return tuple(_span(one) for one in told.split(";"))


def places_of(text: str, words: Sequence[str], which: Sequence[int] | None) -> Spans:
    """Return where words stand in an invented text; ``which``: the occurrence of each, from 1."""
    spans = []
    for at, piece in enumerate(words):
        start = -1
        for _ in range(which[at] if which else 1):
            start = text.index(piece, start + 1)
        spans.append((start, start + len(piece)))
    return tuple(spans)


def _span(told: str) -> Span:
    start, _, end = told.partition("-")
    return int(start), int(end)


def _printed(name: str, row: Mapping[str, Any]) -> Article:
    headline = " ".join((row.get("title") or "").split()) or "Untitled"
    day = row.get("date") or row.get("date_publish")
    return article(
        f"{headline}\n{row.get('text') or ''}",
        source=name,
        published=day[:10] if day else None,
        outlet=row.get("outlet") or row.get("source_domain") or row.get("publisher"),
    )


_Rows = Iterator[tuple[str, str, Mapping[str, Any]]]


def _allsides(folder: Path) -> _Rows:
    for line in (folder / "stream.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["story_id"], row["doc_id"], row


def _news_cluster(folder: Path) -> _Rows:
    for path, row in _files(folder):
        label = row["newsCluster"]
        event = (ast.literal_eval(label) if isinstance(label, str) else label)["EventId"]
        yield str(event), path.stem, row


def _giveme5w1h(folder: Path) -> _Rows:
    for path, row in _files(folder):
        yield row.get("category", ""), path.stem, row


def _wikinews(folder: Path) -> _Rows:
    for path, stories in _files(folder):
        for at, story in enumerate(stories):
            for number, row in enumerate(story.get("articles", ())):
                yield f"{path.stem}/{at}", str(number), row


def _files(folder: Path) -> Iterator[tuple[Path, Any]]:
    for path in sorted(folder.glob("*.json")):
        if raw := path.read_text("utf-8"):
            yield path, json.loads(raw)


_READERS = {
    "allsides": _allsides,
    "news_cluster": _news_cluster,
    "giveme5w1h_gold": _giveme5w1h,
    "wikinews": _wikinews,
}
