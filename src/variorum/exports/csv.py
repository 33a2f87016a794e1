"""Statements and prints of utterances as a table (RFC 4180), a row each, for a spreadsheet.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._cells import safe
from variorum.exports._events import differ
from variorum.model.annotation import Quotation, Statement
from variorum.model.record import Record
from variorum.model.spans import Spans
from variorum.model.story import Event

MEDIA_TYPE = "text/csv"
COLUMNS = (
    *("kind", "id", "witness", "outlet", "source", "holder", "words", "spans", "form"),
    *("polarity", "modality", "utterance", "relations", "date", "dated_by", "event"),
    *("event_date", "dates_differ", "record"),
)
_Row = dict[str, str]


def render(record: Record, surface: Surface) -> str:
    """Return the rows in the order of the witnesses' texts; the surface changes nothing.

    What stands under two events has both in ``event``, with a space between.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    table = _Table(Edition(record))
    for row in (*table.statements(), *table.prints()):
        writer.writerow({name: safe(cell) for name, cell in row.items()})
    return out.getvalue()


class _Table:
    """The rows of a record, with what each statement and print belongs to."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.record = edition, edition.record
        self.events: dict[str, list[Event]] = defaultdict(list)
        self.relations: dict[str, list[str]] = defaultdict(list)
        self.utterances = {p: u for u in self.record.utterances for p in u.prints}
        for event in self.record.events:
            prints = (p for u in event.utterances for p in edition.utterances[u].prints)
            for id_ in (*event.statements, *prints):
                self.events[id_].append(event)
        for relation in self.record.relations:
            for reading in relation.readings:
                self.relations[reading.statement].append(relation.id)

    def statements(self) -> Iterator[_Row]:
        """Yield a row a statement."""
        for one in self.record.statements:
            yield self._row(one, "statement", one.spans) | {
                "holder": one.holder.name if one.holder else "",
                "polarity": one.polarity,
                "modality": one.modality,
                "relations": " ".join(self.relations[one.id]),
            }

    def prints(self) -> Iterator[_Row]:
        """Yield a row a print of an utterance."""
        denied = self.edition.denials.denied
        for one in self.record.quotations:
            if one.id in self.utterances:
                told = self.utterances[one.id]
                yield self._row(one, "print", self.edition.said(one)) | {
                    "holder": (one.speaker.name if one.speaker else told.speaker) or "",
                    "form": one.form,
                    "polarity": "denied" if one.id in denied else "affirmed",
                    "utterance": told.id,
                }

    def _row(self, one: Statement | Quotation, kind: str, spans: Spans) -> _Row:
        witness = self.edition.witnesses[one.witness]
        events = self.events[one.id]
        dated = [d for event in events for d in event.dates if d.of == one.id]
        times = [self.edition.times[d.time] for d in dated]
        return {
            "kind": kind,
            "id": one.id,
            "witness": witness.siglum,
            "outlet": witness.outlet or "",
            "source": witness.source,
            "words": self.edition.quoted(one.witness, spans),
            "spans": " ".join(f"{start}-{end}" for start, end in spans),
            "date": " ".join(d.edtf for d in dated),
            "dated_by": " · ".join(self.edition.quoted(t.witness, (t.span,)) for t in times),
            "event": " ".join(event.id for event in events),
            "event_date": " ".join(event.edtf for event in events),
            "dates_differ": labels.DIFFER if any(map(differ, events)) else "",
            "record": self.record.made_by.digest,
        }
