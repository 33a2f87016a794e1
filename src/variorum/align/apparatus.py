"""The apparatus of an utterance: its prints side by side in readable segments.

A segment is a run of columns in which all prints agree, or differ, or in which the same prints
are silent; none runs over the end of a sentence. Read in order, the segments hold every word of
every print once, as in TEI parallel segmentation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.align.elsewhere import Page
from variorum.align.prints import Print
from variorum.align.segments import Stretch, segmented, spans_of
from variorum.align.variants import find_variants
from variorum.model.identity import Reading, Source
from variorum.model.story import Segment, Variant


@dataclass(frozen=True, slots=True)
class Collated:
    """The segments of an utterance and the variants that lie in them."""

    segments: tuple[Segment, ...]
    variants: tuple[Variant, ...]


def collate(
    rows: Sequence[Print],
    prints: Sequence[str],
    sources: Mapping[str, Source],
    pages: Mapping[str, Page],
) -> Collated:
    """Collate the rows of an utterance; their order says nothing.

    Args:
        rows: the words of each witness.
        prints: the quotation ids in the order the readings of a segment shall have.
        sources: the articles by witness id, to sign variants with.
        pages: all words of each article, to look in for what seems cut.
    """
    ranked = sorted(rows, key=lambda row: row.quotation.id)
    stretches = segmented(ranked)
    variants = find_variants(ranked, stretches, sources, pages)
    segments = tuple(
        Segment(
            agrees=stretch.agrees and not _missing(ranked, stretch),
            readings=_readings(ranked, stretch, prints),
            variants=tuple(sorted(v.id for v, places in variants if at in places)),
        )
        for at, stretch in enumerate(stretches)
    )
    unique = {variant.id: variant for variant, _ in variants}
    order = sorted(
        unique.values(), key=lambda v: ([(r.witness, r.spans) for r in v.readings], v.kind)
    )
    return Collated(segments, tuple(order))


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
