"""What the witnesses print as denied, and the words that deny it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.model.annotation import Quotation, Statement
from variorum.model.record import Record
from variorum.model.spans import Spans, covers


@dataclass(frozen=True, slots=True)
class Denials:
    """The quotations of a record whose words were denied or not said, and their statements.

    Attributes:
        prints: the words that introduce each of these quotations, by its id.
        statements: the words that introduce each denied statement inside one, by its id.
    """

    prints: Mapping[str, Spans]
    statements: Mapping[str, Spans]

    @classmethod
    def of(cls, record: Record) -> Denials:
        """Return what is denied in a record.

        A quotation is where its cue is negated (``did not say``), or where a statement inside its
        words is denied, be it by the cue (``denied that``) or by its own words.
        """
        denied: dict[str, list[Statement]] = defaultdict(list)
        for one in record.statements:
            if one.polarity == "denied":
                denied[one.witness].append(one)
        for found in denied.values():
            found.sort(key=lambda one: one.spans)
        starts = {witness: [s.spans[0][0] for s in found] for witness, found in denied.items()}
        prints: dict[str, Spans] = {}
        statements: dict[str, Spans] = {}
        for quotation in record.quotations:
            near = denied.get(quotation.witness, [])
            inside = list(_inside(quotation, near, starts.get(quotation.witness, [])))
            if quotation.negated or inside:
                prints[quotation.id] = quotation.cue
            statements.update(dict.fromkeys(inside, quotation.cue))
        return cls(prints, statements)


def _inside(quotation: Quotation, denied: list[Statement], starts: list[int]) -> Iterator[str]:
    """Yield the ids of the denied statements that begin inside a quotation's words."""
    for span in quotation.spans:
        for one in denied[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]:
            if covers(span, one.spans[0]):
                yield one.id
