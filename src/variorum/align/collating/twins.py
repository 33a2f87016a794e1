"""Witnesses that print the same words: a variant found of one of them is one of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.align.collating.variants import Placed
from variorum.align.prints import Print, PrintWord
from variorum.model.identity import Reading, sign
from variorum.model.spans import Span, Spans

Rows = Mapping[str, Sequence[Print]]


def wordings(rows: Rows) -> list[list[str]]:
    """Return the witnesses of each wording, the commonest first, of equal ones the longest.

    Args:
        rows: the prints of each witness, in the order of its text.
    """
    same: dict[tuple[tuple[str, ...], ...], list[str]] = defaultdict(list)
    for witness, prints in sorted(rows.items()):
        same[tuple(tuple(word.form for word in one.words) for one in prints)].append(witness)
    ranked = sorted(same, key=lambda said: (-len(same[said]), -sum(map(len, said)), said))
    return [same[said] for said in ranked]


def with_twins(found: Placed, twins: Mapping[str, Sequence[str]], rows: Rows) -> Placed:
    """Return a variant with the readings of all who print the words of one of its readings.

    Who prints nothing at a place may print it at another one: of a reading without words, and of
    one that is not among the prints, no other witness is told.

    Args:
        found: a variant, with the words that it lies in.
        twins: the other witnesses with the wording of each.
        rows: the prints of each witness, in the order of its text.
    """
    variant, lying = found
    readings, places = set(variant.readings), set(lying)
    for reading in variant.readings:
        for twin in twins.get(reading.witness, ()):
            there = _Same(rows[reading.witness], rows[twin])
            if spans := there.spans(reading.spans):
                readings.add(Reading(witness=twin, spans=spans))
                own = (span for witness, span in lying if witness == reading.witness)
                places |= {(twin, moved) for span in own for moved in there.spans((span,))}
    told = tuple(sorted(readings, key=lambda one: (one.witness, one.spans)))
    sources = {one.witness: rows[one.witness][0].article for one in told}
    return sign(replace(variant, id="", readings=told), sources), frozenset(places)


class _Same:
    """Where the words of one witness stand in another that prints the same."""

    def __init__(self, one: Sequence[Print], other: Sequence[Print]) -> None:
        self.wholes = {
            a.quotation.spans: b.quotation.spans for a, b in zip(one, other, strict=True)
        }
        words = list(zip(_words(one), _words(other), strict=True))
        self.starts = {a.span[0]: b.span[0] for a, b in words}
        self.ends = {a.span[1]: b.span[1] for a, b in words}

    def spans(self, spans: Spans) -> Spans:
        """Return the same words in the other witness; nothing where they are none of its prints."""
        moved = tuple(self._moved(spans))
        return self.wholes.get(spans, moved if len(moved) == len(spans) else ())

    def _moved(self, spans: Spans) -> Iterator[Span]:
        for start, end in spans:
            if start in self.starts and end in self.ends:
                yield self.starts[start], self.ends[end]


def _words(prints: Sequence[Print]) -> list[PrintWord]:
    return [word for one in prints for word in one.words]
