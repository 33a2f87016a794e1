"""What several witnesses of one event have to do with one another."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.annotation import Flag
from variorum.model.identity import Evidence, Reading
from variorum.model.spans import Span, Spans
from variorum.model.vocabulary import (
    CopyBasis,
    OmissionScope,
    OriginBasis,
    PlaceRelationKind,
    RelationKind,
    VariantKind,
    Weight,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The witnesses that report one event, with the reasons they are kept together."""

    id: str
    witnesses: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    def evidence(self) -> Evidence:
        """A story is its set of witnesses."""
        return Evidence(kind="story", parents=self.witnesses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One difference between prints of an utterance, typed by what it does to the meaning."""

    id: str
    kind: VariantKind
    weight: Weight
    readings: tuple[Reading, ...]
    reasons: tuple[str, ...]

    def evidence(self) -> Evidence:
        """A variant is its kind and its readings."""
        return Evidence(kind="variant", readings=self.readings, values=(self.kind,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One column of an apparatus: what each print has there, in the order of ``prints``.

    The segments of an utterance, read in order, hold every word of every print once
    (TEI parallel segmentation). ``variants`` are the ids of the variants that lie here.
    """

    agrees: bool
    readings: tuple[Reading, ...]
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One act of speech and the quotations that print it."""

    id: str
    speaker: str | None
    edtf: str | None
    question: str | None
    prints: tuple[str, ...]
    origins: int
    variants: tuple[Variant, ...]
    segments: tuple[Segment, ...] = ()
    score: float = 1.0
    reasons: tuple[str, ...] = ()

    def evidence(self) -> Evidence:
        """An utterance is its set of prints and the way they align."""
        aligned = tuple(r for segment in self.segments for r in segment.readings)
        return Evidence(kind="utterance", parents=self.prints, readings=aligned)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReading:
    """A statement as one side of a relation."""

    statement: str
    witness: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How statements of several witnesses stand to one another, with reasons one can check."""

    id: str
    relation: RelationKind
    readings: tuple[StatementReading, ...]
    origins: int
    score: float
    reasons: tuple[str, ...]

    def evidence(self) -> Evidence:
        """A relation is its kind and its readings."""
        readings = tuple(Reading(witness=r.witness, spans=r.spans) for r in self.readings)
        return Evidence(kind="relation", readings=readings, values=(self.relation,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One unbroken stretch of one witness."""

    witness: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A run of words that stands in two witnesses; ``credited`` where the copier says so.

    ``basis`` is the ground on which ``from_`` is named first; where it is ``unknown``, nothing
    says who copied whom.
    """

    id: str
    from_: Passage
    to: Passage
    credited: bool
    basis: CopyBasis = "unknown"

    def evidence(self) -> Evidence:
        """A copy is its two passages."""
        sides = (self.from_, self.to)
        readings = tuple(Reading(witness=p.witness, spans=(p.span,)) for p in sides)
        return Evidence(kind="copy", readings=readings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An independent source of what ``of`` names; copies share one."""

    id: str
    witnesses: tuple[str, ...]
    basis: OriginBasis
    of: tuple[str, ...]

    def evidence(self) -> Evidence:
        """An origin is its witnesses, its basis and what rests on it."""
        return Evidence(kind="origin", parents=self.witnesses + self.of, values=(self.basis,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What another witness prints and this one does not."""

    id: str
    witness: str
    of: Reading
    scope: OmissionScope

    def evidence(self) -> Evidence:
        """An omission is the silent witness and the reading it lacks."""
        return Evidence(kind="omission", parents=(self.witness,), readings=(self.of,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a witness says that something was: a value, and the time whose words give it.

    ``of`` is the statement or the print (a quotation) that is so dated.
    """

    witness: str
    of: str
    edtf: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several witnesses tell of one event that has a date: a row of the timeline.

    ``dates`` holds the date that each witness gives, in its own value. ``edtf`` is the narrowest
    of them where none excludes another, else the set of those that do: ``[2031-05-04,2031-05-06]``,
    one of them (ISO 8601-2). Statements without a date stand here by their relation to one with.
    """

    id: str
    edtf: str
    statements: tuple[str, ...]
    utterances: tuple[str, ...]
    dates: tuple[Dating, ...] = ()

    def evidence(self) -> Evidence:
        """An event is its date, what stands under it, and the times that date it."""
        times = tuple(dating.time for dating in self.dates)
        parents = self.statements + self.utterances + times
        return Evidence(kind="event", parents=parents, values=(self.edtf,))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRelation:
    """How rows of the places ledger stand to one another, of several witnesses on one place.

    Of ``fact-against-claim`` and ``stronger`` the first row is the fact, or the stronger one.
    """

    id: str
    relation: PlaceRelationKind
    rows: tuple[str, ...]
    reasons: tuple[str, ...]

    def evidence(self) -> Evidence:
        """A relation of rows is its kind and the rows."""
        return Evidence(kind="place-relation", parents=self.rows, values=(self.relation,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Everything the alignment of one story yields, each array in content order."""

    story: Story
    utterances: tuple[Utterance, ...] = ()
    relations: tuple[Relation, ...] = ()
    single: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    omissions: tuple[Omission, ...] = ()
    events: tuple[Event, ...] = ()
    place_relations: tuple[PlaceRelation, ...] = ()
    flags: tuple[Flag, ...] = ()
