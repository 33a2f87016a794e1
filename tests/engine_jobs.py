"""The stages of the program, run on any engine.

``python -m tests.engine_jobs ENGINE OUTPUT [SEEN]`` writes what comes of a job, one line a record,
sorted; with SEEN a job whose worker is killed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tests.engine_stages import Falter
from variorum import drawers, engines
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.capture import capture
from variorum.cluster import Cluster
from variorum.engines import Engine
from variorum.errors import InputError
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.model.story import Story

EXAMPLES = Path(__file__).parents[1] / "examples"
FILES = ("recall/agency.html", "recall/courier.txt", "ceasefire/merrow.txt")


def job(engine: Engine, **options: Any) -> Iterator[bytes]:
    """Yield what each stage of the program makes of a few files, and what it rejects."""
    rejected: list[bytes] = []

    def reject(record: Any, error: InputError) -> None:
        rejected.append(msgspec.json.encode([type(error).__name__, str(error)]))

    def on(verb: Callable[..., Iterator[Any]], stage: Any, records: Any) -> list[Any]:
        found = list(verb(stage, records, reject=reject, **options))
        return sorted(found, key=msgspec.json.encode)

    captures = [capture(str(EXAMPLES / file), Limits()) for file in FILES]
    captures.append(Capture(source="empty", data=b"", sha256=""))
    articles = on(engine.map, Extract(), captures)
    annotated = on(engine.map, Annotate(), articles)
    (stories,) = on(engine.map, Cluster(), [annotated])
    aligned = on(engine.group, Align(), members(stories, annotated))
    for found in (articles, annotated, stories, aligned):
        yield from map(msgspec.json.encode, found)
    yield from rejected


def members(
    stories: Sequence[Story], annotated: Sequence[AnnotatedArticle]
) -> Mapping[Story, Sequence[AnnotatedArticle]]:
    """Return the articles of each story."""
    by_id = {found.article.id: found for found in annotated}
    return {story: [by_id[witness] for witness in story.witnesses] for story in stories}


def faltering(engine: Engine, seen: str, **options: Any) -> Iterator[bytes]:
    """Yield numbers that an engine brings through although a worker ends at one of them."""

    def refuse(number: int, error: InputError) -> None:
        raise error

    for number in engine.map(Falter(seen, 1), range(8), reject=refuse, **options):
        yield str(number).encode()


if __name__ == "__main__":
    name, output, *file = sys.argv[1:]
    chosen: Any = drawers.take(engines, name)
    several: Any = {} if name == "local" else {"workers": 2, "chunk_bytes": 1}
    lines = faltering(chosen, file[0], **several) if file else job(chosen, **several)
    Path(output).write_bytes(b"\n".join(sorted(lines)))
