"""The apparatus of an utterance: its prints side by side in readable segments.

A segment is a run of columns in which all prints agree, or differ, or in which the same prints
are silent; none runs over the end of a sentence. Read in order, the segments hold every word of
every print once, as in TEI parallel segmentation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.align.collating.segments import Stretch, segmented, spans_of
from variorum.align.collating.variants import Placed
from variorum.align.prints import Print
from variorum.model.identity import Reading
from variorum.model.spans import Span
from variorum.model.story import Segment


def collate(
    rows: Sequence[Print], prints: Sequence[str], variants: Sequence[Placed]
) -> tuple[Segment, ...]:
    """Collate the rows of an utterance; their order says nothing.

    Args:
        rows: the words of each witness.
        prints: the quotation ids in the order the readings of a segment shall have.
        variants: with the words that they lie in, which tell their segments.
    """
    ranked = sorted(rows, key=lambda row: row.quotation.id)
    stretches = segmented(ranked)
    of: dict[tuple[str, Span], list[str]] = defaultdict(list)
    for variant, lying in variants:
        for place in lying:
            of[place].append(variant.id)
    return tuple(
        Segment(
            agrees=stretch.agrees and not _missing(ranked, stretch),
            readings=_readings(ranked, stretch, prints),
            variants=tuple(
                sorted({id_ for place in _words(ranked, stretch) for id_ in of.get(place, ())})
            ),
        )
        for stretch in stretches
    )


def _words(rows: Sequence[Print], stretch: Stretch) -> Iterator[tuple[str, Span]]:
    """Yield the words of a stretch, each with its witness."""
    for row, cell in zip(rows, stretch.cells, strict=True):
        yield from ((row.witness, row.words[at].span) for at in cell)


def _missing(rows: Sequence[Print], stretch: Stretch) -> bool:
    """Tell whether a witness is silent here in all its rows."""
    speaking = {row.witness for row, cell in zip(rows, stretch.cells, strict=True) if cell}
    return any(row.witness not in speaking for row in rows)


def _readings(
    rows: Sequence[Print], stretch: Stretch, prints: Sequence[str]
) -> tuple[Reading, ...]:
    """Return what each print has in a stretch, in the order of ``prints``."""
    found = {
        row.quotation.id: Reading(witness=row.witness, spans=spans_of(positions, row))
        for row, positions in zip(rows, stretch.cells, strict=True)
    }
    return tuple(found[key] for key in prints)
