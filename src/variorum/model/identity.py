"""Ids: what a record's object is, hashed, so that equal readings have equal ids everywhere.

An id never depends on time, run, position in the output, siglum or engine. It is the start of a
sha256 over the object's kind, its parents' ids, the sha256 of its witnesses, its spans and the
exact words in them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from variorum.model.spans import Spans, words_at

ID_LENGTH = 20
_CANONICAL = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one witness prints at ``spans``; empty spans: this witness has nothing here."""

    witness: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What an id is made of: readings, the ids of parents, and values that tell twins apart."""

    kind: str
    readings: tuple[Reading, ...] = ()
    parents: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


class Source(Protocol):
    """A text an id can be checked against: an article, or a witness of a record."""

    @property
    def sha256(self) -> str:
        """The hash of the bytes the text was read from."""

    @property
    def text(self) -> str:
        """The text that spans count in."""


class Noun(Protocol):
    """An object of the record that has an id."""

    @property
    def id(self) -> str:
        """The id, empty until the noun is signed."""

    def evidence(self) -> Evidence:
        """Return what the id is made of."""


NounT = TypeVar("NounT", bound=Noun)
"""Any one kind of noun."""


def digest_of(value: object) -> str:
    """Return the sha256 of ``value`` written as JSON in one canonical way."""
    return hashlib.sha256(_CANONICAL.encode(value).encode("ascii")).hexdigest()


def identity(noun: Noun, sources: Mapping[str, Source]) -> str:
    """Return the id ``noun`` must have.

    Args:
        noun: any object of the record.
        sources: the texts by witness id; every witness the noun reads must be among them.

    Raises:
        KeyError: a witness the noun reads is not in ``sources``.
    """
    evidence = noun.evidence()
    readings = [
        [sources[r.witness].sha256, r.spans, words_at(sources[r.witness].text, r.spans)]
        for r in evidence.readings
    ]
    return digest_of([evidence.kind, evidence.parents, readings, evidence.values])[:ID_LENGTH]


def sign(noun: NounT, sources: Mapping[str, Source]) -> NounT:
    """Return ``noun`` with its id filled in."""
    return replace(noun, id=identity(noun, sources))  # type: ignore[type-var]
