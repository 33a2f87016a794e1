"""Nouns as the columns of a library hold them: JSON (of records MessagePack) by `msgspec`.

What is kept of an article has its text once, beside all that was found in it.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from variorum.errors import InputError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Published
from variorum.model.changes import Changes
from variorum.model.record import FORM, Record
from variorum.model.rulings import Ruling
from variorum.model.stream import Sketch

_T = TypeVar("_T")
WHOLE = (-1, -1)
_RECORDS = msgspec.msgpack.Decoder(Record)


@dataclass(frozen=True, slots=True)
class _Dated:
    """All that is read of an article's facts where only its date is asked for."""

    published: Published | None


def facts_of(article: Article) -> str:
    """Return all that is known of an article but its text, as JSON.

    Raises:
        InputError: its words cannot be written as UTF-8.
    """
    return _json(replace(article, text="")).decode()


def article_of(facts: str, text: str) -> Article:
    """Return an article from its facts and its text."""
    return replace(_read(facts.encode(), Article), text=text)


def edtf_of(facts: str) -> str:
    """Return the date of an article from its facts, empty where it has none."""
    published = _read(facts.encode(), _Dated).published
    return published.edtf if published else ""


def key_of(article: Article, made_with: str) -> str:
    """Return the key of what a reader finds in an article: a hash of both."""
    return hashlib.sha256(f"{made_with}\n{facts_of(article)}".encode()).hexdigest()


def pack_annotated(found: AnnotatedArticle) -> bytes:
    """Return all that was found in an article, without the article."""
    return pack(_json(replace(found, article=replace(found.article, text=""))))


def annotated_of(data: bytes, article: Article) -> AnnotatedArticle:
    """Return ``article`` with what was found in it."""
    return replace(_read(unpack(data), AnnotatedArticle), article=article)


def sketch_facts(sketch: Sketch) -> str:
    """Return a sketch without its vector, as JSON."""
    return _json(replace(sketch, vector=b"")).decode()


def sketch_of(facts: str, vector: bytes) -> Sketch:
    """Return a sketch from its facts and its vector."""
    return replace(_read(facts.encode(), Sketch), vector=vector)


def changes_of(data: bytes) -> Changes:
    """Return changes as :func:`variorum.codec.encode_changes` wrote them, unpacked."""
    return _read(unpack(data), Changes)


def pack_told(page: str, lines: bytes) -> bytes:
    """Return the page that tells changes packed, and the same line by line."""
    return pack(_json((page, lines.decode())))


def told_of(data: bytes) -> tuple[str, bytes]:
    """Return what :func:`pack_told` packed; of a library of before there is the page alone."""
    told = unpack(data)
    if not told.startswith(b"["):
        return told.decode(), b""
    page, lines = _read(told, tuple[str, str])
    return page, lines.encode()


def ruling_json(ruling: Ruling) -> str:
    """Return a ruling as JSON; what became of it in a record is left out."""
    return _json(replace(ruling, state=None, reason=None)).decode()


def ruling_of(data: str) -> Ruling:
    """Return a ruling from its JSON.

    Raises:
        InputError: it is damaged.
    """
    return _read(data.encode("utf-8", "surrogatepass"), Ruling)


def pack_record(record: Record) -> bytes:
    """Return a record packed; in MessagePack, for it is read for every page of its story."""
    return pack(msgspec.msgpack.encode(record))


def record_of(data: bytes) -> Record:
    """Return a record from its bytes.

    Raises:
        InputError: they are damaged, or of a form this version does not know.
    """
    try:
        record = _RECORDS.decode(unpack(data))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"damaged data in the library ({error}); run `variorum doctor`") from error
    if record.record != FORM:
        raise InputError(f"a record of the form {record.record!r}, which this version cannot read")
    return record


def list_of(reasons: tuple[str, ...]) -> str:
    """Return strings as one JSON array."""
    return _json(reasons).decode()


def strings_of(data: str) -> list[str]:
    """Return the strings of a JSON array."""
    return _read(data.encode(), list[str])


def pack(data: bytes) -> bytes:
    """Return bytes compressed; the same bytes give the same."""
    return zlib.compress(data)


def unpack(data: bytes) -> bytes:
    """Return the bytes that were packed.

    Raises:
        InputError: they are damaged.
    """
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise InputError(f"damaged data in the library ({error}); run `variorum doctor`") from error


def stretch_of(passage: tuple[int, int] | None) -> tuple[int, int]:
    """Return the two numbers that stand for a passage, or for a whole article."""
    return WHOLE if passage is None else passage


def _json(noun: object) -> bytes:
    try:
        return msgspec.json.encode(noun)
    except UnicodeEncodeError as error:
        raise InputError("holds half a surrogate pair, which no file can hold") from error


def _read(data: bytes, noun: type[_T]) -> _T:
    try:
        return msgspec.json.decode(data, type=noun)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"damaged data in the library ({error}); run `variorum doctor`") from error
