"""Invented records, made by hand: what the exports are tested on without running the pipeline."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from variorum import codec
from variorum.model.annotation import Flag, Place, Quotation, Speaker, Statement, Time
from variorum.model.article import Block, Published
from variorum.model.identity import NounT, Reading, Source, sign
from variorum.model.record import FORM, Excerpt, MadeBy, Record, Rejected, Witness
from variorum.model.spans import Span, Spans
from variorum.model.story import (
    Copy,
    Omission,
    Origin,
    Passage,
    Relation,
    Segment,
    StatementReading,
    Story,
    Utterance,
    Variant,
)


def sha256(text: str) -> str:
    """Return the hash a witness with this text has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def witness(siglum: str, blocks: Sequence[tuple[str, str]], **known: object) -> Witness:
    """Return a signed witness whose text is ``blocks`` (kind, words), an empty line between."""
    text, made = "", []
    for kind, words in blocks:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        made.append(Block(kind, (start, start + len(words))))
    values: dict[str, object] = {
        "source": f"{siglum.lower()}.txt",
        "media_type": "text/plain",
        "outlet": None,
        "title": next((words for kind, words in blocks if kind == "headline"), None),
        "byline": (),
        "language": "en",
        "published": None,
    }
    bare = Witness(
        id="", siglum=siglum, sha256=sha256(text), text_sha256=sha256(text), text=text,
        blocks=tuple(made), **(values | known),  # type: ignore[arg-type]
    )  # fmt: skip
    return sign(bare, {})


@dataclass(slots=True)
class Desk:
    """Makes the nouns of one record from words: each is found in its witness's text and signed."""

    witnesses: tuple[Witness, ...]
    sources: dict[str, Witness] = field(init=False)
    by_siglum: dict[str, Witness] = field(init=False)

    def __post_init__(self) -> None:
        """Index the witnesses."""
        self.sources = {w.id: w for w in self.witnesses}
        self.by_siglum = {w.siglum: w for w in self.witnesses}

    def at(self, siglum: str, words: str, after: int = 0) -> Span:
        """Return the first span of ``words`` in a witness, from ``after`` on."""
        text = self.by_siglum[siglum].text
        assert text is not None
        start = text.index(words, after)
        return (start, start + len(words))

    def spans(self, siglum: str, words: str) -> Spans:
        """Return the one span of ``words``, or none where there are no words."""
        return (self.at(siglum, words),) if words else ()

    def signed(self, noun: NounT) -> NounT:
        """Return ``noun`` with its id."""
        return sign(noun, cast(Mapping[str, Source], self.sources))

    def reading(self, siglum: str, words: str) -> Reading:
        """Return what a witness prints; no words: it has nothing here."""
        return Reading(witness=self.by_siglum[siglum].id, spans=self.spans(siglum, words))

    def speaker(self, siglum: str, name: str) -> Speaker:
        """Return a named person."""
        return Speaker(name=name, kind="person", span=self.at(siglum, name), how="named")

    def quotation(self, siglum: str, words: str, by: str | None, **known: object) -> Quotation:
        """Return a direct quotation of ``words``."""
        values: dict[str, object] = {"form": "direct", "use": "speech", "cue": ()}
        return self.signed(
            Quotation(
                id="", witness=self.by_siglum[siglum].id, spans=self.spans(siglum, words),
                marks=self.spans(siglum, words),
                speaker=self.speaker(siglum, by) if by else None,
                **(values | known),  # type: ignore[arg-type]
            )
        )  # fmt: skip

    def statement(self, siglum: str, words: str, by: str | None = None) -> Statement:
        """Return a statement of the narrator, or of a named person."""
        return self.signed(
            Statement(
                id="", witness=self.by_siglum[siglum].id, spans=self.spans(siglum, words),
                holder=self.speaker(siglum, by) if by else None,
                polarity="affirmed", modality="fact",
            )
        )  # fmt: skip

    def variant(
        self, kind: str, weight: str, *readings: tuple[str, str], reasons: tuple[str, ...] = ()
    ) -> Variant:
        """Return a difference between (siglum, words) readings."""
        found = tuple(self.reading(*r) for r in readings)
        return self.signed(
            Variant(id="", kind=kind, weight=weight, readings=found, reasons=reasons)
        )

    def segments(
        self,
        prints: Sequence[Quotation],
        columns: Sequence[tuple[str, ...]],
        variants: Sequence[tuple[int, Variant]] = (),
    ) -> tuple[Segment, ...]:
        """Return columns of words, one a print; variants are given with their column."""
        ends = [q.spans[0][0] for q in prints]
        found = []
        for at, words in enumerate(columns):
            readings = []
            for place, (print_, cell) in enumerate(zip(prints, words, strict=True)):
                siglum = self.sources[print_.witness].siglum
                spans = (self.at(siglum, cell, ends[place]),) if cell else ()
                ends[place] = spans[0][1] if spans else ends[place]
                readings.append(Reading(witness=print_.witness, spans=spans))
            here = tuple(v.id for column, v in variants if column == at)
            found.append(
                Segment(agrees=len(set(words)) == 1, readings=tuple(readings), variants=here)
            )
        return tuple(found)

    def relation(self, kind: str, origins: int, *sides: Statement, why: str) -> Relation:
        """Return a relation of statements, the first being the stronger."""
        readings = tuple(
            StatementReading(statement=s.id, witness=s.witness, spans=s.spans) for s in sides
        )
        return self.signed(
            Relation(
                id="", relation=kind, readings=readings, origins=origins, score=0.9, reasons=(why,)
            )
        )

    def copy(self, from_: str, to: str, words: str, *, credited: bool = False) -> Copy:
        """Return a run of words that stands in two witnesses."""
        sides = [Passage(witness=self.by_siglum[s].id, span=self.at(s, words)) for s in (from_, to)]
        return self.signed(Copy(id="", from_=sides[0], to=sides[1], credited=credited))

    def origin(self, sigla: str, basis: str, *of: str) -> Origin:
        """Return an origin of what has these ids; the witnesses have one-letter sigla."""
        witnesses = tuple(self.by_siglum[s].id for s in sigla)
        return self.signed(Origin(id="", witnesses=witnesses, basis=basis, of=of))

    def omission(self, siglum: str, scope: str, of: str, words: str) -> Omission:
        """Return what a witness leaves out of the words of another."""
        reading = self.reading(of, words)
        witness_ = self.by_siglum[siglum].id
        return self.signed(Omission(id="", witness=witness_, of=reading, scope=scope))

    def time(self, siglum: str, words: str, edtf: str, basis: str = "as printed") -> Time:
        """Return a time expression with its value."""
        found = Time(
            id="", witness=self.by_siglum[siglum].id, span=self.at(siglum, words),
            edtf=edtf, basis=basis,
        )  # fmt: skip
        return self.signed(found)

    def flag(self, kind: str, siglum: str, words: str, note: str) -> Flag:
        """Return a flag at ``words``."""
        witness_ = self.by_siglum[siglum].id
        spans = self.spans(siglum, words)
        return self.signed(Flag(id="", kind=kind, witness=witness_, spans=spans, note=note))

    def place(self, siglum: str, place: str, stance: str, holder: str) -> Place:
        """Return a row of the places ledger."""
        return self.signed(
            Place(
                id="", place=place, feature="region", ref=None, stance=stance, predicate=None,
                witness=self.by_siglum[siglum].id, span=self.at(siglum, place), holder=holder,
                said_by=None, edtf=None,
            )
        )  # fmt: skip

    def story(self, sigla: str, *reasons: str) -> Story:
        """Return the story of the witnesses with these one-letter sigla."""
        found = Story(
            id="", witnesses=tuple(self.by_siglum[s].id for s in sigla), reasons=tuple(reasons)
        )
        return self.signed(found)

    def record(self, **arrays: object) -> Record:
        """Return the sealed record."""
        made_by = MadeBy(
            variorum="0.0.0", reader=1, weights_sha256=(), rulings_sha256=None, digest=""
        )
        bare = Record(
            record=FORM,
            made_by=made_by,
            witnesses=self.witnesses,
            **arrays,  # type: ignore[arg-type]
        )
        return codec.seal(bare)


def utterance(
    desk: Desk, speaker: str | None, prints: Sequence[Quotation], **known: object
) -> Utterance:
    """Return a signed utterance of ``prints``."""
    values: dict[str, object] = {
        "edtf": None, "question": None, "origins": 1, "variants": (), "segments": (),
    }  # fmt: skip
    return desk.signed(
        Utterance(
            id="",
            speaker=speaker,
            prints=tuple(q.id for q in prints),
            **(values | known),  # type: ignore[arg-type]
        )
    )


def published(edtf: str, basis: str = "stated", span: Span | None = None) -> Published:
    """Return a date of publication."""
    return Published(edtf=edtf, precision="day", basis=basis, span=span)


def rejected(source: str, reason: str) -> Rejected:
    """Return a signed rejection."""
    return sign(Rejected(id="", source=source, stage="capture", reason=reason), {})


def excerpts_only(record: Record, spans: dict[str, Spans]) -> Record:
    """Return the record without its texts, keeping the words at ``spans`` by siglum."""
    cut = tuple(
        replace(
            w,
            text=None,
            excerpts=tuple(
                Excerpt(span=s, words=(w.text or "")[slice(*s)]) for s in spans.get(w.siglum, ())
            ),
        )
        for w in record.witnesses
    )
    return codec.seal(replace(record, witnesses=cut))
