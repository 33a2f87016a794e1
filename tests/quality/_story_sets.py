"""The sets of stories as streams: each text with its story, in order of date, as it is split.

The pair score is fitted on the articles of allsides before ``SPLIT`` and on the events of odd
number of news_cluster; later articles and even events are scored.
"""

from __future__ import annotations

import ast
import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.articles import article
from variorum.model.annotation import AnnotatedArticle

SPLIT = "2018-07-01"

Labelled = tuple[str, AnnotatedArticle]


def allsides(data: Path, *, scored: bool) -> list[Labelled]:
    """Return the articles from ``SPLIT`` on, or those before it."""
    with (data / "stories/allsides/stream.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if (row["date"] >= SPLIT) is scored]
    return _in_order(
        (row["story_id"], read(row["title"], row["text"], row["date"], row["doc_id"]))
        for row in rows
    )


def news_cluster(data: Path, *, scored: bool) -> list[Labelled]:
    """Return the articles of the events of even number, or of odd number."""
    found = events(data / "stories/news_cluster")
    return _in_order(row for row in found if (int(row[0]) % 2 == 0) is scored)


def wikinews(data: Path) -> list[Labelled]:
    """Return the sources of each report of two lists; when they were published is not known."""
    found: dict[str, Labelled] = {}
    for name in ("wikinews_big", "wikinews_medium"):
        for event in json.loads((data / f"stories/wikinews/{name}.json").read_text("utf-8")):
            for row in event["articles"]:
                text = read(row.get("title"), row.get("text"), None, row["ext_url"])
                found.setdefault(text.article.id, (event["title"], text))
    return _in_order(found.values())


def headlines(data: Path) -> list[Labelled]:
    """Return the headlines of a news aggregator, with its own clusters for stories."""
    path = data / "stories/uci_headlines/pratikaher88_IPythonNotebooks.csv"
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["STORY"] and row["TIMESTAMP"]:
                at = datetime.fromtimestamp(int(row["TIMESTAMP"]) / 1000, UTC)
                text = read(row["TITLE"], "", at.isoformat(), row["ID"])
                found.append((at, row["STORY"], text))
    return [(story, text) for _, story, text in sorted(found, key=lambda row: row[0])]


def events(folder: Path) -> Iterator[Labelled]:
    """Yield the articles of news_cluster with the number of their event."""
    for path in sorted(folder.glob("*.json")):
        raw = path.read_text(encoding="utf-8")
        if not raw:
            continue
        row = json.loads(raw)
        label = row["newsCluster"]
        event = (ast.literal_eval(label) if isinstance(label, str) else label)["EventId"]
        yield str(event), read(row["title"], row["text"], row["date_publish"], path.name)


def read(title: str | None, text: str | None, day: str | None, name: str) -> AnnotatedArticle:
    """Return a text as an article without annotations, its date as mark-up gave it."""
    headline = " ".join((title or "").split()) or "Untitled"
    made = article(f"{headline}\n{text or ''}", source=name, published=day[:10] if day else None)
    if made.published:  # the sets took it from mark-up
        made = replace(made, published=replace(made.published, basis="metadata"))
    return AnnotatedArticle(article=made)


def _in_order(found: Iterable[Labelled]) -> list[Labelled]:
    return sorted(found, key=_place)


def _place(row: Labelled) -> tuple[str, str]:
    """Undated texts stand last, and those of one day in the order of their ids."""
    published = row[1].article.published
    return published.edtf if published else "9999", row[1].article.id
