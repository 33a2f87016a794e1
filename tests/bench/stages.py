"""A batch of invented reports, from pages to records: what each stage and each step takes.

``python -m tests.bench.stages [FILE]`` prints articles a second of one core by stage, and what one
and two workers make of it; FILE keeps the figures.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onnxruntime import InferenceSession

from tests.articles import article
from tests.bench.million import keep
from tests.bench.reports import reports
from tests.bench.steps import Clock
from tests.quality.stream import _cosines, _single_pass
from tests.sketched import by_name
from variorum import batch
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.batch import sorting
from variorum.cluster import sketches
from variorum.cluster.stream import StoryStream
from variorum.compose import Compose
from variorum.engines import local, processes
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle

EVENTS = 20
IN_AN_EVENT = 3
# The prose of two events is much the same: they are told apart by their names, and by their days.
FIRST_DAY = date(2021, 1, 4)
APART = timedelta(days=30)
STAGES = {"extract": Extract, "annotate": Annotate, "align": Align, "compose": Compose}


def stages(events: int = EVENTS) -> dict[str, Any]:
    """Print articles a second of one core by stage and by step, and return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        paths = pages(Path(folder) / "in", events)
        batch.run(paths[:2], Path(folder) / "first")  # loads the models
        taken: Counter[str] = Counter()
        clock = Clock()
        with _clocks(taken):
            batch.run(paths, Path(folder) / "out", engine=local, tell=clock)
        steps = list(clock.steps(Path(folder) / "out" / "work"))
        encoders = taken.pop("encoders")
        found = {
            "articles": len(paths),
            "bytes": sum(Path(path).stat().st_size for path in paths),
            "stages": {name: round(spent, 2) for name, spent in sorted(taken.items())},
            "encoders": round(encoders, 2),
            "steps": [asdict(step) for step in steps],
        }
    for name, spent in taken.most_common():
        print(f"  {len(paths) / spent:9.1f} articles a second of one core: {name}")
    print(f"  {encoders / sum(taken.values()):9.2f} of that in the encoders, the rest around them")
    for step in steps:
        print(
            f"  {step.name:9} {step.processor / len(paths) * 1000:8.1f} ms of a core,"
            f" {step.disk / len(paths):9.0f} bytes on disk, {step.arrow / len(paths):9.0f} in"
            " Arrow columns an article"
        )
    return found


def workers(events: int = EVENTS) -> dict[str, Any]:
    """Print how long one and two worker processes take, and return it."""
    found = {}
    for count in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            paths = pages(Path(folder) / "in", events)
            clock = Clock()
            options = {"workers": count, "chunk_bytes": 1}
            out = Path(folder) / "out"
            batch.run(paths, out, engine=processes, options=options, shard_files=8, tell=clock)
            steps = list(clock.steps(out / "work"))
            found[str(count)] = {
                "articles": len(paths),
                "seconds": round(sum(step.seconds for step in steps), 1),
                "processor": round(sum(step.processor for step in steps), 1),
            }
            print(f"  {count} workers: {found[str(count)]}")
        while processes._Pool._idle:
            processes._Pool._idle.pop().end()
    return found


def clustering(events: int = 40) -> None:
    """Print how long sorting articles into stories takes, beside one pass over TF-IDF vectors."""
    texts = [text for event in range(events) for text in of_events(event)]
    found = [AnnotatedArticle(article=article(text)) for text in texts]

    def ours() -> None:
        stream = StoryStream()
        for one in found:
            for made in sketches.sketch(one, by_name):
                stream.add(made)

    def floor() -> None:
        _single_pass(_cosines(texts), 0.3)

    spent, beside = least_seconds(ours), least_seconds(floor)
    print(
        f"  {len(texts) / spent:9.1f} articles a second of one core into stories, without vectors:"
        f" {spent / beside:.2f} x one pass over TF-IDF vectors ({beside * 1000:.1f} ms)"
    )


def least_seconds(job: Callable[[], object], rounds: int = 3) -> float:
    """Return the least time of the processor that a job takes."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        job()
        taken.append(time.process_time() - started)
    return min(taken)


def of_events(event: int) -> list[str]:
    """Return invented reports of one event, whose names and days no other event has."""
    return [
        _on_its_day(_of_event(text, event), FIRST_DAY + APART * event + timedelta(days=at))
        for at, text in enumerate(reports(IN_AN_EVENT, seed=event))
    ]


def pages(folder: Path, events: int) -> list[str]:
    """Write invented reports as pages, three on each event, and return their paths."""
    folder.mkdir()
    return [
        _page(folder / f"{event:04}-{at}.html", text)
        for event in range(events)
        for at, text in enumerate(of_events(event))
    ]


def _page(path: Path, text: str) -> str:
    title, _, body = text.partition("\n\n")
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    path.write_text(
        f"<!doctype html><html><head><title>{title}</title></head><body><nav>Home News</nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Contact</footer></body></html>",
        "utf-8",
    )
    return str(path)


def _of_event(text: str, event: int) -> str:
    """Return a report with every name its event's own, so that it is of no other."""
    chance = random.Random(event)
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        return names.setdefault(match[0], _name(chance))

    return re.sub(r"\b[A-Z][a-z]{4,}\b(?<!December)", other, text)


def _on_its_day(text: str, day: date) -> str:
    """Return a report with the day below its title that it is to be printed on."""
    title, _, rest = text.split("\n\n", 2)
    return "\n\n".join([title, f"{day.day} {day:%B} {day.year}", rest])


def _name(chance: random.Random) -> str:
    pairs = (chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3))
    return "".join(pairs).capitalize()


@contextmanager
def _clocks(taken: Counter[str]) -> Iterator[None]:
    """Clock the processor in the stages, and in the encoders inside them, while the block runs."""
    calls: list[tuple[Any, str, Callable[..., Any]]] = [
        (InferenceSession, "run", InferenceSession.run),
        (sorting, "sketch", sketches.sketch),
        *((stage, "__call__", stage.__call__) for stage in STAGES.values()),
    ]
    names = ("encoders", "sketch", *STAGES)
    for (owner, attribute, call), name in zip(calls, names, strict=True):
        setattr(owner, attribute, _clocked(call, name, taken))
    try:
        yield
    finally:
        for owner, attribute, call in calls:
            setattr(owner, attribute, call)


def _clocked(call: Callable[..., Any], name: str, taken: Counter[str]) -> Callable[..., Any]:
    def clocked(*arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            return call(*arguments, **named)
        finally:
            taken[name] += time.process_time() - started  # type: ignore[assignment]

    return clocked


def main(arguments: Sequence[str]) -> None:
    """Measure, and keep the figures where a file is named."""
    made = {"stages": stages(), "workers": workers()}
    for name, found in made.items():
        if arguments:
            keep(Path(arguments[0]), f"pages/{name}", found)


if __name__ == "__main__":
    main(sys.argv[1:])
