"""Where each passage comes from, in the terms of PROV-O (W3C, 2013), as JSON-LD.

Texts derive from the bytes they were read from, quotations and statements were quoted from texts
and are attributed to their speakers, credited copies derive from what they copy. A run of words in
two texts of which nothing says who copied whom is an alternate of the other, no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from variorum.exports import Surface
from variorum.exports._addresses import address, day, named, within
from variorum.exports._apparatus import Edition
from variorum.model.annotation import Quotation, Speaker, Statement
from variorum.model.record import Record, Witness

MEDIA_TYPE = "application/ld+json"
CONTEXT = {
    "@version": 1.1,
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            *("wasQuotedFrom", "wasDerivedFrom", "wasAttributedTo", "alternateOf"),
            *("wasGeneratedBy", "wasAssociatedWith", "specializationOf"),
        )
    },
    "value": "prov:value",
    "title": "dcterms:title",
    "date": "dcterms:date",
    "identifier": "dcterms:identifier",
    "name": "foaf:name",
}

Node = dict[str, object]


def render(record: Record, surface: Surface) -> str:
    """Return the graph of where things come from; the surface changes nothing."""
    edition = Edition(record)
    agents: dict[str, Node] = {}
    graph = [*_made(record), *_texts(record, agents)]
    found: list[Quotation | Statement] = [*record.quotations, *record.statements]
    graph += [_quoted(edition, one, agents) for one in found]
    graph += _copies(edition)
    document = {"@context": CONTEXT, "@graph": [*graph, *agents.values()]}
    return json.dumps(document, ensure_ascii=True, indent=1) + "\n"


def _made(record: Record) -> Iterator[Node]:
    program, reading = within(record, "program"), within(record, "reading")
    yield {"@id": program, "@type": "prov:SoftwareAgent", "name": f"variorum {_version(record)}"}
    yield {"@id": reading, "@type": "prov:Activity", "wasAssociatedWith": program}
    yield {
        "@id": within(record, "record"),
        "@type": "prov:Entity",
        "identifier": record.made_by.digest,
        "wasGeneratedBy": reading,
        "wasDerivedFrom": [_text(record, w) for w in record.witnesses],
    }


def _version(record: Record) -> str:
    return record.made_by.variorum


def _text(record: Record, witness: Witness) -> str:
    return within(record, witness.id)


def _texts(record: Record, agents: dict[str, Node]) -> Iterator[Node]:
    for witness in record.witnesses:
        yield {"@id": named(witness.sha256), "@type": "prov:Entity"}
        node: Node = {
            "@id": _text(record, witness),
            "@type": "prov:Entity",
            "identifier": witness.siglum,
            "wasDerivedFrom": named(witness.sha256),
            "specializationOf": address(witness),
        }
        known = (("title", witness.title), ("date", day(witness)))
        node |= {name: value for name, value in known if value is not None}
        by = [_agent(record, agents, "Person", name) for name in witness.byline]
        if witness.outlet:
            by.append(_agent(record, agents, "Organization", witness.outlet))
        yield node | ({"wasAttributedTo": by} if by else {})


def _quoted(edition: Edition, found: Quotation | Statement, agents: dict[str, Node]) -> Node:
    record = edition.record
    speaker = found.speaker if isinstance(found, Quotation) else found.holder
    node: Node = {
        "@id": within(record, found.id),
        "@type": "prov:Entity",
        "value": edition.quoted(found.witness, found.spans),
        "wasQuotedFrom": within(record, found.witness),
    }
    return node | ({"wasAttributedTo": _speaker(record, agents, speaker)} if speaker else {})


def _speaker(record: Record, agents: dict[str, Node], speaker: Speaker) -> str:
    kind = "Person" if speaker.kind == "person" else "Organization"
    return _agent(record, agents, kind, speaker.name)


def _agent(record: Record, agents: dict[str, Node], kind: str, name: str) -> str:
    """Return what an agent is called; one name of one kind is one agent of this record."""
    key = f"{kind} {name}"
    if key not in agents:
        id_ = within(record, f"agent-{len(agents) + 1}")
        agents[key] = {"@id": id_, "@type": f"prov:{kind}", "name": name}
    return str(agents[key]["@id"])


def _copies(edition: Edition) -> Iterator[Node]:
    record = edition.record
    for copy in record.copies:
        first, second = (within(record, f"{copy.id}-{side}") for side in ("from", "to"))
        link = "wasDerivedFrom" if copy.credited else "alternateOf"
        for id_, side, known in (
            (first, copy.from_, {}),
            (second, copy.to, {link: first}),
        ):
            yield {
                "@id": id_,
                "@type": "prov:Entity",
                "value": edition.quoted(side.witness, (side.span,)),
                "wasQuotedFrom": within(record, side.witness),
                **known,
            }
