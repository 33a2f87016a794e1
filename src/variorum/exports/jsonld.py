"""The record in the terms of schema.org, as JSON-LD 1.1: articles, quotations and claims.

Nothing has to be fetched to read it: the context is written out. A claim has an ``appearance``
for each witness that prints it; statements that stand in the relation ``same`` are one claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from variorum.exports import Surface
from variorum.exports._addresses import address, day, url, within
from variorum.exports._apparatus import Edition
from variorum.model.annotation import Quotation, Speaker, Statement
from variorum.model.record import Record, Witness

MEDIA_TYPE = "application/ld+json"
CONTEXT = {"@vocab": "https://schema.org/", "@version": 1.1, "url": {"@type": "@id"}}
_PERSON = "person"

Node = dict[str, object]


def render(record: Record, surface: Surface) -> str:
    """Return the record as one graph; the surface changes nothing."""
    edition = Edition(record)
    graph = [*map(_article, record.witnesses), *_quotations(edition), *_claims(edition)]
    document = {
        "@context": CONTEXT,
        "@id": within(record, "record"),
        "@type": "Dataset",
        "identifier": record.made_by.digest,
        "version": record.record,
        "hasPart": graph,
    }
    return json.dumps(document, ensure_ascii=True, indent=1) + "\n"


def _article(witness: Witness) -> Node:
    edtf = witness.published.edtf if witness.published else None
    return _known(
        {
            "@id": address(witness),
            "@type": "NewsArticle",
            "alternateName": witness.siglum,
            "headline": witness.title,
            "publisher": {"@type": "Organization", "name": witness.outlet}
            if witness.outlet
            else None,
            "author": [{"@type": "Person", "name": name} for name in witness.byline] or None,
            "datePublished": day(witness),
            "temporal": edtf,
            "inLanguage": witness.language,
            "url": url(witness),
            "encoding": {
                "@type": "MediaObject",
                "sha256": witness.sha256,
                "encodingFormat": witness.media_type,
            },
        }
    )


def _quotations(edition: Edition) -> Iterator[Node]:
    of = {key: told for told in edition.record.utterances for key in told.prints}
    for quotation in edition.record.quotations:
        told = of.get(quotation.id)
        yield _known(
            {
                "@id": within(edition.record, quotation.id),
                "@type": "Quotation",
                "text": edition.quoted(quotation.witness, edition.said(quotation)),
                "spokenByCharacter": _agent(quotation.speaker),
                "isPartOf": {"@id": address(edition.witnesses[quotation.witness])},
                "exampleOfWork": {"@id": within(edition.record, told.id)} if told else None,
                "temporal": told.edtf if told else None,
            }
        )


def _claims(edition: Edition) -> Iterator[Node]:
    record = edition.record
    same = [
        (r.id, [edition.statements[s.statement] for s in r.readings])
        for r in record.relations
        if r.relation == "same"
    ]
    told = {s.id for _, statements in same for s in statements}
    alone = [(s.id, [s]) for s in record.statements if s.id not in told]
    for id_, statements in (*same, *alone):
        yield _known(
            {
                "@id": within(record, id_),
                "@type": "Claim",
                "text": edition.quoted(statements[0].witness, edition.stated(statements[0])),
                "author": _agent(statements[0].holder),
                "appearance": [_appearance(edition, s) for s in statements],
            }
        )


def _appearance(edition: Edition, found: Statement | Quotation) -> Node:
    return {
        "@type": "CreativeWork",
        "text": edition.quoted(found.witness, found.spans),
        "isPartOf": {"@id": address(edition.witnesses[found.witness])},
    }


def _agent(speaker: Speaker | None) -> Node | None:
    if speaker is None:
        return None
    kind = "Person" if speaker.kind == _PERSON else "Organization"
    return {"@type": kind, "name": speaker.name}


def _known(node: Node) -> Node:
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value is not None}
