"""The columns of an apparatus as a person reads them: segments joined into stacks.

A segment of the record (TEI parallel segmentation) may be one word. A stack joins neighbours as
long as the same major variants lie in them and no sentence or clause ends: what changes the
meaning has a column of its own, all else stays running words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.exports._apparatus import Edition, Row
from variorum.exports._headings import OF_A_HEADING, stronger
from variorum.exports._layers import layer_of
from variorum.exports._ranked import major_first
from variorum.model.spans import size
from variorum.model.story import Utterance, Variant

# How a segment differs: a layer, and the weight of what differs in it.
Difference = tuple[str, str]
_UNTYPED: Difference = ("wording", "minor")
_CLOSING = "\"'”’»)]"
_CLAUSE = (*".?!…;:", *"。！？；：")
_SENTENCE = (*".?!…", *"。！？")
# What is gone where a witness prints nothing; of other kinds words stand on both sides.
_GONE = frozenset({"shortened", "words-removed", "ellipsis-spliced"})
_ABSENT = _GONE | {"hedge-absent", "narrower"}


@dataclass(frozen=True, slots=True)
class Stack:
    """Some neighbouring cells of every row, read as one column.

    ``named`` are the major variants that begin here; ``beside`` those that a row has to itself,
    by its number: they are named in its cell. ``widest`` is the place of the longest cell, and
    ``ends`` tells whether a sentence ends here.
    """

    cells: range
    named: tuple[Variant, ...]
    beside: Mapping[int, tuple[Variant, ...]]
    widest: int
    ends: bool

    def silent(self, row: Row) -> bool:
        """Tell whether a row has no words here."""
        return _silent(row, self.cells)


def differences(
    edition: Edition, told: Utterance, found: Sequence[Stack], rows: Sequence[Row]
) -> tuple[frozenset[Difference], ...]:
    """Return for each segment how its words differ.

    Where others are silent in the whole stack their empty cells say so, and words that have
    nothing beside them do not differ.
    """
    gone = {v.id for stack in found for side in stack.beside.values() for v in side}
    known = {v.id: (layer_of(v.kind), v.weight) for v in told.variants if v.id not in gone}
    alone = _alone(edition, found, rows)
    marks = []
    for at, segment in enumerate(told.segments):
        here = {known[v] for v in segment.variants if v in known}
        if not segment.variants and edition.differs(segment):
            here = {_UNTYPED}
        marks.append(frozenset() if at in alone else frozenset(here))
    return tuple(marks)


def _alone(edition: Edition, found: Sequence[Stack], rows: Sequence[Row]) -> set[int]:
    """Return the cells whose words are alike in all rows that say anything in their stack."""
    alone = set()
    for stack in found:
        speaking = [row for row in rows if not stack.silent(row)]
        for at in stack.cells:
            words = {edition.words(row.witnesses[0], row.cells[at]).casefold() for row in speaking}
            if len(words) == 1:
                alone.add(at)
    return alone


def parted(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """Return the rows that are set in columns, and the headings that stand below them.

    A heading prints little of an utterance; it has a place in the columns only where there are
    not two others to compare.
    """
    running = [row for row in rows if not row.heading]
    return (running, rows[len(running) :]) if len(running) > 1 else (rows, ())


def stacks(edition: Edition, told: Utterance, rows: Sequence[Row]) -> tuple[Stack, ...]:
    """Return the columns of a collation from left to right: all cells in which a row speaks."""
    places = _variants_at(told, len(rows[0].cells))
    waiting = {at: stronger(edition, told, row) for at, row in enumerate(rows) if row.heading}
    named: set[str] = set()
    found = []
    for cells in _joined(edition, rows, places):
        if all(_silent(row, cells) for row in rows):
            continue
        new = {v.id: v for at in cells for v in places[at] if v.id not in named}
        named |= new.keys()
        sides: dict[int, tuple[Variant, ...]] = {}
        heads: list[Variant] = []
        for variant in major_first(new.values()):
            lacking = _lacking(edition, variant, rows, cells)
            sides |= {row: (*sides.get(row, ()), variant) for row in lacking}
            heads += [] if lacking else [variant]
        for at, row in enumerate(rows):
            if at in waiting and not _silent(row, cells):
                sides[at] = (*sides.get(at, ()), *waiting.pop(at))
        sizes = [max(size(row.cells[at]) for row in rows) for at in cells]
        ends = _ending(edition, rows, cells[-1]) in _SENTENCE
        found.append(Stack(cells, tuple(heads), sides, sizes.index(max(sizes)), ends))
    return tuple(found)


def _variants_at(told: Utterance, cells: int) -> list[list[Variant]]:
    """Return the major variants that lie in each cell."""
    major = {v.id: v for v in told.variants if v.weight == "major" and v.kind != OF_A_HEADING}
    places: list[list[Variant]] = [[] for _ in range(cells)]
    for at, segment in enumerate(told.segments):
        places[at] = [major[id_] for id_ in segment.variants if id_ in major]
    return places


def _joined(
    edition: Edition, rows: Sequence[Row], places: Sequence[Sequence[Variant]]
) -> Iterator[range]:
    """Yield the runs of cells in which the same variants lie and no clause ends."""
    start = 0
    for at in range(1, len(places)):
        others = {v.id for v in places[at]} != {v.id for v in places[at - 1]}
        if others or _ending(edition, rows, at - 1) in _CLAUSE:
            yield range(start, at)
            start = at
    yield range(start, len(places))


def _ending(edition: Edition, rows: Sequence[Row], at: int) -> str:
    """Return the last sign of a column, before the marks that close it."""
    words = (edition.words(r.witnesses[0], r.cells[at]) for r in rows if r.cells[at])
    return max(words, key=len, default="").rstrip(_CLOSING)[-1:]


def _lacking(edition: Edition, variant: Variant, rows: Sequence[Row], cells: range) -> list[int]:
    """Return the rows in whose empty cell a variant is named: what it tells of is gone there."""
    speaking = {edition.likeness(r.witness, r.spans) for r in variant.readings if r.spans}
    if variant.kind not in (_GONE if len(speaking) > 1 else _ABSENT):
        return []
    gone = {r.witness for r in variant.readings if not r.spans}
    return [
        at
        for at, row in enumerate(rows)
        if gone.intersection(row.witnesses) and not row.heading and _silent(row, cells)
    ]


def _silent(row: Row, cells: range) -> bool:
    return not any(row.cells[at] for at in cells)
