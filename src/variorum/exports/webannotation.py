"""What was found as annotations of the pages (W3C Web Annotation Data Model, 2017).

Each points at its words in two ways, by their place and by the words with what stands around them,
so that a page that has moved on can be searched; ``canonical`` names the bytes that were read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._addresses import address, named, within
from variorum.exports._apparatus import Edition
from variorum.model.record import Record
from variorum.model.spans import Span, Spans

MEDIA_TYPE = "application/ld+json"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So many characters before and after tell the words from their twins.
AROUND = 32

Node = dict[str, object]
Found = tuple[str, str, str, str, Spans]
"""What is annotated: its id, the motivation, what is said of it, its witness and its spans."""


def render(record: Record, surface: Surface) -> str:
    """Return a page of annotations in the order of the record; the surface changes nothing."""
    edition = Edition(record)
    items = [_annotation(edition, found) for found in _found(edition) if found[4]]
    page = {
        "@context": CONTEXT,
        "id": within(record, "record"),
        "type": "AnnotationPage",
        "partOf": {
            "id": within(record, "annotations"),
            "type": "AnnotationCollection",
            "label": f"{record.record} {record.made_by.digest}",
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(page, ensure_ascii=True, indent=1) + "\n"


def _found(edition: Edition) -> Iterator[Found]:
    record = edition.record
    for q in record.quotations:
        speaker = f": {q.speaker.name}" if q.speaker else ""
        yield q.id, "identifying", f"{q.form} {q.use}{speaker}", q.witness, q.spans
    for s in record.statements:
        holder = f": {s.holder.name}" if s.holder else ""
        told = f"statement, {s.polarity}, {s.modality}{holder}"
        yield s.id, "describing", told, s.witness, s.spans
    for utterance in record.utterances:
        for v in utterance.variants:
            told = "; ".join((labels.kind(v.kind), v.weight, *v.reasons))
            for at, reading in enumerate(v.readings):
                yield f"{v.id}-{at}", "commenting", told, reading.witness, reading.spans
    for t in record.times:
        yield t.id, "classifying", f"{t.edtf} ({t.basis})", t.witness, (t.span,)
    for p in record.places:
        told = " · ".join(filter(None, (p.place, p.ref, p.holder, p.stance, p.predicate)))
        yield p.id, "classifying", told, p.witness, (p.span,)
    for f in record.flags:
        told = f"{labels.flag(f.kind)}: {f.note}"
        yield f.id, "questioning", told, f.witness, f.spans


def _annotation(edition: Edition, found: Found) -> Node:
    id_, motivation, said, witness, spans = found
    targets = [_target(edition, witness, span) for span in spans]
    return {
        "id": within(edition.record, id_),
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": "TextualBody", "value": said, "format": "text/plain"},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(edition: Edition, witness: str, span: Span) -> Node:
    told = edition.witnesses[witness]
    place = {"type": "TextPositionSelector", "start": span[0], "end": span[1]}
    exact = edition.kept(witness, span)
    source = {"id": address(told), "type": "Text", "canonical": named(told.sha256)}
    if exact is None:
        return {"type": "SpecificResource", "source": source, "selector": place}
    before, after = edition.around(witness, span, AROUND)
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}
    return {"type": "SpecificResource", "source": source, "selector": [quote, place]}
