"""The closed lists of values in a record.

A field that takes one of them is a plain ``str``, so that a record with a value added by a later
version can still be read; the lists stand in the JSON Schema as ``enum``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks a ``str`` field as taking one of ``values``."""

    values: tuple[str, ...]


BlockKind = Annotated[
    str,
    OneOf(
        (
            "headline",
            "standfirst",
            "byline",
            "date",
            "section",
            "paragraph",
            "caption",
            "furniture",
        )
    ),
]
Precision = Annotated[str, OneOf(("second", "minute", "day", "month", "year"))]
Basis = Annotated[str, OneOf(("stated", "metadata", "feed", "furniture", "story"))]
SpeakerKind = Annotated[str, OneOf(("person", "organisation", "group", "place"))]
SpeakerHow = Annotated[str, OneOf(("named", "role", "pronoun", "carried", "ruled"))]
MentionKind = Annotated[str, OneOf(("person", "organisation", "group", "place", "role", "other"))]
QuotationForm = Annotated[str, OneOf(("direct", "indirect", "mixed"))]
QuotationUse = Annotated[
    str, OneOf(("speech", "fragment", "scare", "question", "title", "echo", "act"))
]
VariantKind = Annotated[
    str,
    OneOf(
        (
            "wording",
            "spelling",
            "hedge-absent",
            "shortened",
            "narrower",
            "broader",
            "number-changed",
            "date-changed",
            "name-changed",
            "polarity-reversed",
            "person-or-tense",
            "words-removed",
            "ellipsis-spliced",
            "matches-the-question",
            "paraphrase-in-marks",
            "unbalanced-marks",
            "translation",
            "headline-stronger",
        )
    ),
]
Weight = Annotated[str, OneOf(("minor", "major"))]
Polarity = Annotated[str, OneOf(("affirmed", "denied"))]
Modality = Annotated[str, OneOf(("fact", "claimed", "planned", "possible"))]
RelationKind = Annotated[
    str, OneOf(("same", "stronger", "broader", "incompatible", "other-time", "other-scope"))
]
OriginBasis = Annotated[
    str, OneOf(("copied", "credit-line", "rewritten", "same-speech", "independent", "ruled"))
]
OmissionScope = Annotated[
    str, OneOf(("cut-inside-shared", "left-out-of-own-source", "other-topic"))
]
CopyBasis = Annotated[str, OneOf(("credit", "date", "unknown"))]
PlaceFeature = Annotated[str, OneOf(("city", "region", "country", "water", "facility", "other"))]
# How somebody stands to a place.
STANCES = (
    "claims",
    "annexed",
    "proclaims-annexed",
    "holds",
    "holds-in-part",
    "does-not-hold",
    "withdrew",
    "retook",
    "attacks",
)
Stance = Annotated[str, OneOf(STANCES)]
PlaceRelationKind = Annotated[
    str,
    OneOf(("same", "fact-against-claim", "stronger", "incompatible", "other-holder", "other-time")),
]
FlagKind = Annotated[
    str,
    OneOf(
        (
            "honorific-clash",
            "headline-stronger",
            "standfirst-against-quotation",
            "unbalanced-marks",
            "dangling-reference",
            "number-clash",
            "date-clash",
            "weekday-clash",
            "paraphrase-in-marks",
            "language-without-file",
        )
    ),
]
Fate = Annotated[str, OneOf(("kept", "new", "gone", "changed"))]
ChangeKind = Annotated[
    str,
    OneOf(
        (
            "new",
            "gone",
            "changed",
            "joined",
            "parted",
            "regrouped",
            "print-new",
            "print-found",
            "print-gone",
            "variant-new",
            "variant-gone",
            "reading-new",
            "reading-gone",
            "now-differs",
            "no-longer-single",
            "now-single",
            "filled",
        )
    ),
]
RulingVerdict = Annotated[
    str, OneOf(("accept", "reject", "split", "merge", "relabel", "note", "undo"))
]
RulingSubject = Annotated[
    str, OneOf(("quotation", "speaker", "print", "relation", "origin", "ruling"))
]
RulingState = Annotated[str, OneOf(("applied", "undone", "superseded", "waiting", "stale"))]
