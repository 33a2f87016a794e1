"""The record: everything `variorum read` found, in the order of the output contract."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.annotation import Flag, Place, Quotation, Statement, Time
from variorum.model.article import Block, Published
from variorum.model.identity import Evidence, sign
from variorum.model.rulings import Ruling
from variorum.model.spans import Span
from variorum.model.story import (
    Copy,
    Event,
    Omission,
    Origin,
    PlaceRelation,
    Relation,
    Story,
    Utterance,
)
from variorum.model.vocabulary import Basis

FORM = "variorum/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made a record: versions, hashes of weights and rulings, and the digest of the rest."""

    variorum: str
    reader: int
    weights_sha256: tuple[str, ...]
    rulings_sha256: str | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words a record points at, kept where it does not carry its witnesses' whole text."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whose report a page's mark-up says it is: a name, or the host of an address.

    ``span`` is where its text prints that first, None where it does not.
    """

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An article inside a record, with its siglum.

    ``text`` is None where the record was written with ``--text spans`` or ``none``; the words
    its spans point at then stand in ``excerpts`` (``spans``) or nowhere (``none``).
    ``title_basis`` and ``byline_basis`` are the grounds of the two; None where there is nothing.
    ``rests_on`` names the documents whose report it says it is.
    """

    id: str
    siglum: str
    source: str
    sha256: str
    text_sha256: str
    media_type: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str | None
    published: Published | None
    text: str | None
    blocks: tuple[Block, ...]
    excerpts: tuple[Excerpt, ...] = ()
    title_basis: Basis | None = None
    byline_basis: Basis | None = None
    rests_on: tuple[Credit, ...] = ()

    def evidence(self) -> Evidence:
        """A witness is its bytes and the text read out of them."""
        return Evidence(kind="witness", values=(self.sha256, self.text_sha256))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An input that could not be used, the stage that said so, and why."""

    id: str
    source: str
    stage: str
    reason: str

    def evidence(self) -> Evidence:
        """A rejection is its source, stage and reason."""
        return Evidence(kind="rejected", values=(self.source, self.stage, self.reason))

    @classmethod
    def of(cls, source: str, stage: str, reason: object) -> Rejected:
        """Return the row of an input that ``stage`` refused, which is not named twice in it."""
        told = str(reason).removeprefix(f"{source}: ")
        return sign(cls(id="", source=source, stage=stage, reason=told), {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of several witnesses. Arrays are sorted by content."""

    record: str
    made_by: MadeBy
    witnesses: tuple[Witness, ...] = ()
    stories: tuple[Story, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    single: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    omissions: tuple[Omission, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    place_relations: tuple[PlaceRelation, ...] = ()
    flags: tuple[Flag, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    rejected: tuple[Rejected, ...] = ()
