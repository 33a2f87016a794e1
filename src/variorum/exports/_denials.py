"""What the witnesses print as denied, and the words that deny it, or confirm it elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from variorum.model.annotation import Quotation, Statement
from variorum.model.record import Record
from variorum.model.spans import Spans, covers


@dataclass(frozen=True, slots=True)
class Denials:
    """The quotations of a record that the words before them turn, and their statements.

    Attributes:
        prints: the words that introduce each of these quotations, by its id.
        statements: the words that introduce each statement inside one, by its id.
    """

    prints: Mapping[str, Spans]
    statements: Mapping[str, Spans]

    @classmethod
    def of(cls, record: Record) -> Denials:
        """Return what is denied in a record, and what one witness has confirmed and another denied.

        A quotation is where its cue is negated (``did not say``), where a statement inside its
        words is denied, be it by the cue (``denied that``) or by its own words, or where its cue
        is a reading of a reversed polarity (``admitted that``).
        """
        stated: dict[str, list[Statement]] = defaultdict(list)
        for one in sorted(record.statements, key=lambda one: one.spans):
            stated[one.witness].append(one)
        starts = {witness: [s.spans[0][0] for s in found] for witness, found in stated.items()}
        turned = _reversed(record)
        prints: dict[str, Spans] = {}
        statements: dict[str, Spans] = {}
        for quotation in record.quotations:
            near = stated.get(quotation.witness, [])
            inside = list(_inside(quotation, near, starts.get(quotation.witness, [])))
            contrary = (quotation.witness, quotation.cue) in turned
            told = [one.id for one in inside if contrary or one.polarity == "denied"]
            if quotation.negated or contrary or told:
                prints[quotation.id] = quotation.cue
            statements.update(dict.fromkeys(told, quotation.cue))
        return cls(prints, statements)


def _reversed(record: Record) -> Set[tuple[str, Spans]]:
    """Return the words that confirm in one witness what others deny, or deny it."""
    return {
        (reading.witness, reading.spans)
        for utterance in record.utterances
        for variant in utterance.variants
        if variant.kind == "polarity-reversed"
        for reading in variant.readings
        if reading.spans
    }


def _inside(
    quotation: Quotation, stated: list[Statement], starts: list[int]
) -> Iterator[Statement]:
    """Yield the statements that begin inside a quotation's words."""
    for span in quotation.spans:
        for one in stated[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]:
            if covers(span, one.spans[0]):
                yield one
