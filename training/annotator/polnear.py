"""PolNeAR: political news with its attributions (Newell, Margolin and Ruths, 2018)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.annotator.texts import Example, stretch_of, trimmed, words_in
from variorum.annotate.tagging.tags import ROLES, Attributed, write_attributions, write_tags
from variorum.annotate.words import Words
from variorum.model.spans import Span

_ENTITY = re.compile(r"(T\d+)\t\w+ (\d[\d ;]*)")


def read_polnear(folder: Path) -> Iterator[Example]:
    """Yield the documents of one part, each with its first annotation.

    Args:
        folder: ``quotations/polnear/train`` or ``dev``.
    """
    done = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name not in done:
            done.add(name)
            text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
            words = words_in(text)
            roles = _roles(text, words, path.read_bytes().decode("utf-8"))
            yield Example(name, words, roles=roles)


def _roles(text: str, words: Words, annotation: str) -> list[int]:
    spans: dict[str, list[Span]] = {}
    attributions: list[Attributed] = []
    for line in annotation.splitlines():
        if entity := _ENTITY.match(line):
            pairs = (pair.split() for pair in entity[2].strip().split(";"))
            spans[entity[1]] = [trimmed(text, (int(a), int(b))) for a, b in pairs]
        elif re.match(r"E\d+\t", line):
            attributions.extend(_attribution(words, spans, line.split("\t")[1]))
    return write_tags(write_attributions(attributions), ROLES, len(words))


def _attribution(words: Words, spans: dict[str, list[Span]], event: str) -> Iterator[Attributed]:
    """Yield the attribution of one event line, if it has a cue."""
    roles: dict[str, list[tuple[int, int]]] = {"Cue": [], "Source": [], "Content": []}
    for pair in event.split():
        role, key = pair.split(":")
        roles.get(role.rstrip("0123456789"), []).extend(
            stretch_of(words, span) for span in spans.get(key, [])
        )
    parts = {role: sorted(p for p in found if p[0] < p[1]) for role, found in roles.items()}
    if parts["Cue"]:
        source = parts["Source"][0] if parts["Source"] else None
        yield Attributed(parts["Cue"][0], source, tuple(parts["Content"]))
