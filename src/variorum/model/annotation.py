"""What is found inside one article: mentions, quotations, statements, times, flags."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.identity import Evidence, Reading
from variorum.model.spans import Span, Spans
from variorum.model.vocabulary import (
    FlagKind,
    MentionKind,
    Modality,
    PlaceFeature,
    Polarity,
    QuotationForm,
    QuotationUse,
    SpeakerHow,
    SpeakerKind,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name or role in an article; ``name`` is the fullest form this article uses for it."""

    witness: str
    span: Span
    kind: MentionKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks. ``span`` is where this witness says so, for this quotation."""

    name: str
    kind: SpeakerKind
    span: Span | None
    how: SpeakerHow


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words attributed to a speaker: content, cue and source (as in PARC 3.0 and PolNeAR).

    ``spans`` is the content without its outer marks; ``marks`` the stretches inside quote marks;
    ``sources`` the words that say who speaks, also where they leave unknown whom they mean.
    """

    id: str
    witness: str
    spans: Spans
    marks: Spans
    form: QuotationForm
    use: QuotationUse
    speaker: Speaker | None
    cue: Spans
    sources: Spans = ()
    negated: bool = False
    answers: str | None = None
    turn: str | None = None

    def evidence(self) -> Evidence:
        """A quotation is its content, and its marks, cue and source, at their places."""
        parts = (self.spans, self.marks, self.cue, self.sources)
        return Evidence(
            kind="quotation",
            readings=tuple(Reading(witness=self.witness, spans=spans) for spans in parts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number and what it counts, at its span."""

    value: float
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression, its EDTF value and the ground for it (``last month, from 2022-12-09``)."""

    id: str
    witness: str
    span: Span
    edtf: str
    basis: str

    def evidence(self) -> Evidence:
        """A time is its expression at its place."""
        return Evidence(kind="time", readings=(Reading(witness=self.witness, spans=(self.span,)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A proposition at a span, held by a speaker, or by the narrator (``holder`` None)."""

    id: str
    witness: str
    spans: Spans
    holder: Speaker | None
    polarity: Polarity
    modality: Modality
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def evidence(self) -> Evidence:
        """A statement is its words, its holder and its quantities, at their places."""
        numbers = tuple(q.span for q in self.quantities)
        parts = (self.spans, _span_of(self.holder), numbers)
        return Evidence(
            kind="statement",
            readings=tuple(Reading(witness=self.witness, spans=spans) for spans in parts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One row of the places ledger: what one witness prints of one place.

    Either ``stance`` says who has it or acts on it, or ``predicate`` what it is like or went
    through; ``said_by`` None: the narrator. ``point`` is the latitude and longitude of a city
    that the gazetteer knows, or of the one where a building stands. The name of a building is
    that of its town with it (``mill in Velm``; ``homes … Velm`` with a gap).
    """

    id: str
    place: str
    feature: PlaceFeature
    ref: str | None
    witness: str
    span: Span
    holder: str | None
    stance: Stance | None
    predicate: str | None
    said_by: Speaker | None
    edtf: str | None
    point: tuple[float, float] | None = None

    def evidence(self) -> Evidence:
        """A row is its place name at its place and what is said of it."""
        return Evidence(
            kind="place",
            readings=(Reading(witness=self.witness, spans=(self.span,)),),
            values=(self.place, self.stance or "", self.predicate or "", self.holder or ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something a reader should look at; ``note`` is a fixed template filled from the spans."""

    id: str
    kind: FlagKind
    witness: str
    spans: Spans
    note: str

    def evidence(self) -> Evidence:
        """A flag is its kind at its place."""
        return Evidence(
            kind="flag",
            readings=(Reading(witness=self.witness, spans=self.spans),),
            values=(self.kind,),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article with everything found inside it, each in the order of the text.

    ``sentences`` covers the body blocks only.
    """

    article: Article
    sentences: Spans = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    flags: tuple[Flag, ...] = ()


def _span_of(speaker: Speaker | None) -> Spans:
    return (speaker.span,) if speaker and speaker.span else ()
