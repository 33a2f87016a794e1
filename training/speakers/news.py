"""PolNeAR: untagged turns with the source annotated, and named turns with the name hidden.

What stands beside a named turn tells who speaks; with the name hidden and a pronoun of the same
gender in its place the rest of the article has to tell it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.speakers.rows import Example, most_shared, read
from variorum.annotate.speaking.talk import HE, NOBODY, OTHER, SHE, Talk, candidates
from variorum.annotate.speaking.turn_views import GUESSED, view
from variorum.model.spans import Span

# How many documents are read; a hidden name must have been told this near before, in code points.
DOCUMENTS = 130
NEAR = 700
WEIGHT = 0.7
_ENTITY = re.compile(r"(T\d+)\t\w+ (\d[\d ;]*)")
_KINDS = {"m": HE, "f": SHE}
# From how many more pronouns of one gender on a name is of that gender.
_TOLD = 2


def read_news(data: Path) -> Iterator[Example]:
    """Yield the turns of documents of PolNeAR train drawn at random."""
    folder = data / "quotations/polnear/train"
    paths = sorted((folder / "attributions").glob("*.ann"))
    random.Random(1).shuffle(paths)
    drawn: dict[str, Path] = {}
    for path in paths:
        drawn.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name, path in list(drawn.items())[:DOCUMENTS]:
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        reader = _Reader(name, _sources(path.read_bytes().decode("utf-8")))
        read(text, reader)
        yield from reader.found
        if reader.talk is not None:
            yield from _hidden(name, reader.talk)


def _sources(annotation: str) -> list[tuple[Span, Span]]:
    """Return each stretch of content with the first stretch of its source."""
    spans: dict[str, list[Span]] = {}
    found: list[tuple[Span, Span]] = []
    for line in annotation.splitlines():
        if entity := _ENTITY.match(line):
            pairs = (pair.split() for pair in entity[2].strip().split(";"))
            spans[entity[1]] = [(int(start), int(end)) for start, end in pairs]
        elif re.match(r"E\d+\t", line):
            parts: dict[str, list[Span]] = {}
            for role, _, key in (pair.partition(":") for pair in line.split("\t")[1].split()):
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, []))
            if parts.get("Source"):
                found += [(span, parts["Source"][0]) for span in parts.get("Content", [])]
    return found


@dataclass
class _Reader:
    """A chooser that knows the sources annotated, else follows the rules."""

    name: str
    sources: Sequence[tuple[Span, Span]]
    found: list[Example] = field(default_factory=list)
    talk: Talk | None = None

    def __call__(
        self, talk: Talk, at: int, numbers: Sequence[int], rows: Sequence[Sequence[float]]
    ) -> int | None:
        self.talk = talk
        source = most_shared(talk, at, self.sources) if talk.turns[at].kind == NOBODY else None
        told = talk.people.told_in(source) if source else []
        if not told:
            guessed = [n for n, row in zip(numbers, rows, strict=True) if row[GUESSED]]
            return guessed[0] if guessed else None
        right = [number == told[0][1] for number in numbers]
        self.found.append(Example(self.name, NOBODY, rows, right, WEIGHT))
        return told[0][1]


def _hidden(name: str, talk: Talk) -> Iterator[Example]:
    """Yield each named turn as if a pronoun stood in the place of the name."""
    for at, turn in enumerate(talk.turns):
        source, number = turn.draft.source, turn.number
        if not turn.sure or turn.kind != OTHER or number is None or source is None:
            continue
        person = talk.people.people[number]
        seen = any(turn.outer[0] - NEAR < start < source[0] for start, _ in person.told)
        told = "m" if person.he >= _TOLD else "f" if person.he <= -_TOLD else ""
        gender = person.gender or told
        if person.how != "named" or not seen or not gender:
            continue
        kept = person.told, talk.people.mentions, turn.draft
        person.told = [span for span in kept[0] if not _within(span, source)]
        talk.people.mentions = [m for m in kept[1] if not _within(m[0], source)]
        turn.number, turn.sure, turn.kind = None, False, _KINDS[gender]
        numbers = candidates(talk, at)
        rows = view(talk, at, None, numbers)
        right = [other == number for other in numbers]
        yield Example(name, turn.kind, rows, right, WEIGHT)
        person.told, talk.people.mentions, turn.draft = kept
        turn.number, turn.sure, turn.kind = number, True, OTHER


def _within(span: Span, source: Span) -> bool:
    return source[0] <= span[0] < source[1]
