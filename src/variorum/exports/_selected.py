"""What records say of one name or one row, for pages that gather it out of several records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports import _rulings as ruled
from variorum.exports._apparatus import Edition, at_a_glance
from variorum.exports._places import says
from variorum.model.edtf import order
from variorum.model.record import Record
from variorum.model.spans import Spans
from variorum.model.story import Relation, Utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of one witness, with who stands behind them; ``fragment`` finds them on the page."""

    id: str
    siglum: str
    outlet: str
    dated: str
    speaker: str
    words: str
    fragment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One utterance: when, what differs in it, and its prints; words printed alike stand once."""

    id: str
    speaker: str
    edtf: str
    differences: tuple[str, ...]
    prints: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSaid:
    """One row of a places ledger: what it says, on whose word, of when, and where it stands."""

    place: str
    says: str
    said_by: str
    edtf: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that can be ruled on: its parts, and what they could be joined with.

    ``subject`` is ``utterance``, ``relation`` or ``ruling``; ``now`` is what it is as it stands.
    """

    id: str
    subject: str
    title: str
    now: str
    parts: tuple[Told, ...]
    others: tuple[Saying, ...] = ()


def sayings(record: Record, name: str) -> tuple[Saying, ...]:
    """Return what somebody of this name is quoted as saying, in the order of its dates."""
    edition = Edition(record)
    found = [
        _saying(edition, told)
        for told in record.utterances
        if (told.speaker or "").casefold() == name.casefold()
    ]
    return tuple(sorted(found, key=lambda s: (not s.edtf, order(s.edtf) if s.edtf else ())))


def place_rows(record: Record, name: str) -> tuple[PlaceSaid, ...]:
    """Return what witnesses say of a place of this name, in the order of the witnesses."""
    edition = Edition(record)
    return tuple(
        PlaceSaid(
            place=row.place,
            says=says(row),
            said_by=row.said_by.name if row.said_by else "",
            edtf=row.edtf or "",
            told=_told(edition, row.id, row.witness, (row.span,)),
        )
        for row in record.places
        if row.place.casefold() == name.casefold()
    )


def matter(record: Record, id_: str) -> Matter | None:
    """Return what a row of the page is, as something to rule on; None where there is no such."""
    edition = Edition(record)
    if id_ in edition.utterances:
        return _of_utterance(edition, edition.utterances[id_])
    for relation in record.relations:
        if relation.id == id_:
            return _of_relation(edition, relation)
    for ruling in record.rulings:
        if ruling.id == id_:
            parts = tuple(
                _told(edition, id_, w, spans) for w, spans in ruled.readings(edition, ruling)
            )
            now = ruled.state(edition, ruling)
            title = f"{ruled.title(ruling)} ({ruled.byline(ruling)})"
            return Matter(id=id_, subject="ruling", title=title, now=now, parts=parts)
    return None


def _of_utterance(edition: Edition, told: Utterance) -> Matter:
    others = (u for u in edition.record.utterances if u.id != told.id)
    return Matter(
        id=told.id,
        subject="utterance",
        title=told.speaker or labels.UNKNOWN_SPEAKER,
        now=told.speaker or "",
        parts=tuple(_prints(edition, told, once=False)),
        others=tuple(_saying(edition, other) for other in others),
    )


def _of_relation(edition: Edition, relation: Relation) -> Matter:
    sigla = [edition.siglum(r.witness) for r in relation.readings]
    return Matter(
        id=relation.id,
        subject="relation",
        title=labels.relation(relation.relation, sigla),
        now=relation.relation,
        parts=tuple(_told(edition, r.statement, r.witness, r.spans) for r in relation.readings),
    )


def _saying(edition: Edition, told: Utterance) -> Saying:
    return Saying(
        id=told.id,
        speaker=told.speaker or labels.UNKNOWN_SPEAKER,
        edtf=told.edtf or "",
        differences=tuple(name for name, _ in at_a_glance(told.variants)),
        prints=tuple(_prints(edition, told, once=True)),
    )


def _prints(edition: Edition, told: Utterance, *, once: bool) -> Iterator[Told]:
    """Yield prints in the order of the witnesses; ``once``: those of one outlet and words once."""
    seen = set()
    prints = [edition.quotations[p] for p in told.prints]
    for print_ in sorted(prints, key=lambda q: edition.place_of(q.witness, q.spans)):
        one = _told(edition, print_.id, print_.witness, edition.said(print_))
        if once and (one.outlet, one.words) in seen:
            continue
        seen.add((one.outlet, one.words))
        yield one


def _told(edition: Edition, id_: str, witness: str, spans: Spans) -> Told:
    quoted = edition.quotations.get(id_)
    stated = edition.statements.get(id_)
    who = quoted.speaker if quoted else stated.holder if stated else None
    first = f"{spans[0][0]}-{spans[0][1]}" if spans else ""
    siglum = edition.siglum(witness)
    return Told(
        id=id_,
        siglum=siglum,
        outlet=edition.witnesses[witness].outlet or labels.UNKNOWN_OUTLET,
        dated=labels.dated(edition.witnesses[witness])[0],
        speaker=who.name if who else "",
        words=edition.words(witness, spans),
        fragment=f"{siglum}.{first}" if first else f"w-{siglum}",
    )
