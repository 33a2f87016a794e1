"""Tags: how attributions and names are written as one tag a word, and read back.

A tag says what a word is part of and whether it begins it (BIO; Ramshaw and Marcus, 1995). For
attributions it also says on which side of a source or content its cue stands, so that the tags
alone, decoded jointly, tell which of them belong together: each belongs to the nearest cue on
that side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

CUE = "cue"
CUE_SHARED = "cue that shares the source of the cue before it"
CUE_ALONE = "cue without a source"
SOURCE_BEFORE = "source before its cue"
SOURCE_AFTER = "source after its cue"
CONTENT_BEFORE = "content before its cue"
CONTENT_AFTER = "content after its cue"

ROLES = (
    CUE,
    CUE_SHARED,
    CUE_ALONE,
    SOURCE_BEFORE,
    SOURCE_AFTER,
    CONTENT_BEFORE,
    CONTENT_AFTER,
)
NAMES = ("person", "organisation", "place", "other")
_CUES = frozenset({CUE, CUE_SHARED, CUE_ALONE})
_AHEAD = frozenset({SOURCE_BEFORE, CONTENT_BEFORE})

Stretch = tuple[int, int]


class Tagged(NamedTuple):
    """A stretch of words ``[start, end)`` and what it is."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as stretches of words: a cue, its source and its content in parts."""

    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]


def tags_of(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the tags for ``labels``, in the order in which a model scores them."""
    return ("O", *(f"{edge}-{label}" for label in labels for edge in "BI"))


def read_tags(tags: Iterable[int], labels: Sequence[str]) -> list[Tagged]:
    """Return the stretches that a sequence of tags describes, in order.

    Args:
        tags: places in ``tags_of(labels)``.
        labels: what a stretch can be.
    """
    found: list[Tagged] = []
    open_at: tuple[int, int] | None = None
    at = 0
    for at, tag in enumerate([*tags, 0]):
        label, inside = (tag - 1) // 2, tag > 0 and tag % 2 == 0
        if open_at is not None and not (inside and label == open_at[1]):
            found.append(Tagged(open_at[0], at, labels[open_at[1]]))
            open_at = None
        if tag and open_at is None:
            open_at = (at, label)
    return found


def write_tags(stretches: Iterable[Tagged], labels: Sequence[str], words: int) -> list[int]:
    """Return the tags of ``words`` words; of two stretches that overlap the first is written."""
    places = {label: place for place, label in enumerate(labels)}
    tags = [0] * words
    for start, end, label in stretches:
        if start < end and not any(tags[start:end]):
            tags[start] = 1 + 2 * places[label]
            tags[start + 1 : end] = [2 + 2 * places[label]] * (end - start - 1)
    return tags


def read_attributions(
    tagged: Sequence[Tagged], paragraphs: Sequence[int] | None = None
) -> list[Attributed]:
    """Return the attributions in the order of their cues.

    What stands in another paragraph than its cue is left out, as it is with 99 % of PolNeAR's:
    speech is carried over paragraphs by its marks.

    Args:
        tagged: what ``read_tags`` returns for ``ROLES``.
        paragraphs: the number of each word's paragraph; None: all words are in one.
    """
    cues = [t for t in tagged if t.label in _CUES]
    contents: list[list[Stretch]] = [[] for _ in cues]
    sources: list[Stretch | None] = [None for _ in cues]
    behind = 0
    for part in tagged:
        if part.label in _CUES:
            behind += 1
            continue
        place = behind if part.label in _AHEAD else behind - 1
        if not 0 <= place < len(cues):
            continue
        stretch = _clipped((part.start, part.end), cues[place].start, paragraphs)
        if stretch is None:
            continue
        if part.label in {CONTENT_BEFORE, CONTENT_AFTER}:
            contents[place].append(stretch)
        elif sources[place] is None:
            sources[place] = stretch
    for place, cue in enumerate(cues):
        if cue.label == CUE_SHARED and sources[place] is None and place:
            sources[place] = sources[place - 1]
    return [
        Attributed((cue.start, cue.end), source, tuple(content))
        for cue, source, content in zip(cues, sources, contents, strict=True)
    ]


def _clipped(part: Stretch, cue: int, paragraphs: Sequence[int] | None) -> Stretch | None:
    """Return what of a stretch stands in the paragraph of the cue."""
    if paragraphs is None:
        return part
    places = [at for at in range(*part) if paragraphs[at] == paragraphs[cue]]
    return (places[0], places[-1] + 1) if places else None


def write_attributions(attributions: Iterable[Attributed]) -> list[Tagged]:
    """Return the stretches that stand for ``attributions``, as ``read_attributions`` reads them."""
    tagged: list[Tagged] = []
    ordered = sorted(attributions, key=lambda a: a.cue)
    for place, one in enumerate(ordered):
        label = CUE if one.source else CUE_ALONE
        if place and one.source and one.source == ordered[place - 1].source:
            label = CUE_SHARED
        elif one.source:
            side = SOURCE_BEFORE if one.source < one.cue else SOURCE_AFTER
            tagged.append(Tagged(*one.source, side))
        tagged.append(Tagged(*one.cue, label))
        for part in one.content:
            tagged.append(Tagged(*part, CONTENT_BEFORE if part < one.cue else CONTENT_AFTER))
    return sorted(tagged)
