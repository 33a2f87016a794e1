"""A record as flat tables: a row for each thing found, with its words and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from variorum.exports._apparatus import Edition
from variorum.model.record import Record
from variorum.model.spans import Spans

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a record: its columns with their types, and what its rows refer to.

    ``types`` are those of Table Schema (Frictionless): string, integer, number, boolean. ``key``
    is the column that tells rows apart, if one does; ``refers`` names the table whose key a
    column holds.
    """

    name: str
    types: dict[str, str]
    rows: tuple[Row, ...]
    key: str | None = None
    refers: tuple[tuple[str, str], ...] = ()


def tables(record: Record) -> tuple[Table, ...]:
    """Return every table of a record, the empty ones too: their columns are always the same."""
    edition = Edition(record)
    return tuple(_table(edition, name, *parts) for name, parts in _TABLES.items())


def _table(
    edition: Edition, name: str, columns: str, rows: Callable[[Edition], Iterable[Row]]
) -> Table:
    """Return a table whose columns are written as ``id* witness>witnesses score:number``."""
    types: dict[str, str] = {}
    key, refers = None, []
    for column in columns.split():
        bare, _, kind = column.partition(":")
        bare, _, other = bare.partition(">")
        if bare.endswith("*"):
            bare = key = bare[:-1]
        if other:
            refers.append((bare, other))
        types[bare] = kind or "string"
    return Table(name=name, types=types, rows=tuple(rows(edition)), key=key, refers=tuple(refers))


def _spans(spans: Spans) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)


def _at(edition: Edition, witness: str, spans: Spans) -> tuple[str, str, str]:
    """Return the three cells that most rows have: witness, words and spans."""
    return witness, edition.quoted(witness, spans), _spans(spans)


def _witnesses(edition: Edition) -> Iterator[Row]:
    for w in edition.record.witnesses:
        published = (w.published.edtf, w.published.basis) if w.published else (None, None)
        about = (w.outlet, w.title, w.title_basis, "; ".join(w.byline), w.byline_basis, w.language)
        yield (w.id, w.siglum, *about, *published, w.source, w.sha256, w.text_sha256, w.media_type)


def _prints(edition: Edition) -> Iterator[Row]:
    of = {key: told for told in edition.record.utterances for key in told.prints}
    for q in edition.record.quotations:
        told = of.get(q.id)
        speaker = q.speaker.name if q.speaker else None
        about = (told.id, told.edtf, told.origins) if told else (None, None, None)
        yield (q.id, *_at(edition, q.witness, q.spans), speaker, q.form, q.use, q.negated, *about)


def _variants(edition: Edition) -> Iterator[Row]:
    for told in edition.record.utterances:
        for v in told.variants:
            for reading in v.readings:
                words = _at(edition, reading.witness, reading.spans)
                yield (v.id, told.id, v.kind, v.weight, *words, "; ".join(v.reasons))


def _statements(edition: Edition) -> Iterator[Row]:
    single = set(edition.record.single)
    for s in edition.record.statements:
        holder = s.holder.name if s.holder else None
        about = (holder, s.polarity, s.modality, s.id in single)
        yield (s.id, *_at(edition, s.witness, s.spans), *about)


def _relations(edition: Edition) -> Iterator[Row]:
    for r in edition.record.relations:
        for place, reading in enumerate(r.readings, 1):
            words = _at(edition, reading.witness, reading.spans)
            about = (r.origins, r.score, "; ".join(r.reasons))
            yield (r.id, r.relation, place, reading.statement, *words, *about)


def _origins(edition: Edition) -> Iterator[Row]:
    for o in edition.record.origins:
        for witness in o.witnesses:
            yield (o.id, o.basis, witness, " ".join(o.of))


def _omissions(edition: Edition) -> Iterator[Row]:
    for o in edition.record.omissions:
        yield (o.id, o.scope, o.witness, *_at(edition, o.of.witness, o.of.spans))


def _copies(edition: Edition) -> Iterator[Row]:
    for c in edition.record.copies:
        sides = (c.from_.witness, _spans((c.from_.span,)), c.to.witness, _spans((c.to.span,)))
        words = edition.quoted(c.to.witness, (c.to.span,))
        yield (c.id, *sides, words, c.credited, c.basis)


def _times(edition: Edition) -> Iterator[Row]:
    for t in edition.record.times:
        yield (t.id, *_at(edition, t.witness, (t.span,)), t.edtf, t.basis)


def _events(edition: Edition) -> Iterator[Row]:
    for e in edition.record.events:
        for dating in e.dates:
            yield (e.id, e.edtf, dating.witness, dating.of, dating.edtf, dating.time)


def _places(edition: Edition) -> Iterator[Row]:
    for p in edition.record.places:
        latitude, longitude = p.point or (None, None)
        said = p.said_by.name if p.said_by else None
        about = (p.place, p.feature, p.ref, latitude, longitude, p.holder, p.stance, p.predicate)
        yield (p.id, *_at(edition, p.witness, (p.span,)), *about, said, p.edtf)


def _flags(edition: Edition) -> Iterator[Row]:
    for f in edition.record.flags:
        yield (f.id, f.kind, *_at(edition, f.witness, f.spans), f.note)


def _rulings(edition: Edition) -> Iterator[Row]:
    for r in edition.record.rulings:
        on = (r.verdict, r.subject, " ".join(r.targets), r.to)
        yield (r.id, *on, r.who, r.when, r.why, r.state, r.reason)


def _rejected(edition: Edition) -> Iterator[Row]:
    for r in edition.record.rejected:
        yield (r.id, r.source, r.stage, r.reason)


_WORDS = "witness>witnesses words spans"
_TABLES: dict[str, tuple[str, Callable[[Edition], Iterable[Row]]]] = {
    "witnesses": (
        "id* siglum outlet title title_basis byline byline_basis language published published_basis"
        " source sha256 text_sha256 media_type",
        _witnesses,
    ),
    "prints": (
        f"id* {_WORDS} speaker form use negated:boolean utterance said_on origins:integer",
        _prints,
    ),
    "variants": (f"id utterance kind weight {_WORDS} reasons", _variants),
    "statements": (f"id* {_WORDS} holder polarity modality single:boolean", _statements),
    "relations": (
        f"id relation place:integer statement>statements {_WORDS}"
        " origins:integer score:number reasons",
        _relations,
    ),
    "origins": ("id basis witness>witnesses of", _origins),
    "omissions": ("id* scope silent>witnesses witness>witnesses words spans", _omissions),
    "copies": (
        "id* from>witnesses from_span to>witnesses to_span words credited:boolean basis",
        _copies,
    ),
    "times": (f"id* {_WORDS} edtf basis", _times),
    "events": ("id event_date witness>witnesses of edtf time>times", _events),
    "places": (
        f"id* {_WORDS} place feature ref latitude:number longitude:number"
        " holder stance predicate said_by edtf",
        _places,
    ),
    "flags": (f"id* kind {_WORDS} note", _flags),
    "rulings": ("id* verdict subject targets to who when why state reason", _rulings),
    "rejected": ("id* source stage reason", _rejected),
}
