"""Computes again what a library says of what it keeps: every hash, id and span."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from variorum.errors import InputError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.identity import Noun, identity
from variorum.model.library import Fault
from variorum.model.pointers import spans_in
from variorum.stores import _packed as packed
from variorum.stores._tables import (
    ANNOTATIONS,
    ARTICLES,
    CAPTURES,
    EMBEDDINGS,
    RULED,
    RULINGS,
    TEXTS,
)

# The width of a vector is that of its encoder; its numbers are of four bytes.
_NUMBER = 4


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield every capture, article and ruling that is not what its hash or id says."""
    yield from _captures(connection)
    yield from _articles(connection)
    yield from _rulings(connection)
    odd = select(EMBEDDINGS.c.article, EMBEDDINGS.c.vector)
    for row in connection.execute(odd):
        if not row.vector or len(row.vector) % _NUMBER:
            yield Fault(place=f"embeddings, article {row.article}", what="is no vector")


def _rulings(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(RULINGS)):
        place = f"rulings, {row.name or row.id}"
        try:
            ruling = packed.ruling_of(row.data)
        except InputError as error:
            yield Fault(place=place, what=str(error))
            continue
        wanted = identity(ruling, {})
        if not ruling.id == row.name == wanted:
            yield Fault(place=place, what=f"must have the id {wanted}")
        about = select(RULED.c.witness).where(RULED.c.ruling == row.id)
        if set(connection.scalars(about)) != set(ruling.witnesses):
            yield Fault(place=place, what="is not listed under its witnesses")


def _captures(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(CAPTURES.c.sha256, CAPTURES.c.size, CAPTURES.c.data)):
        place = f"captures, {row.sha256}"
        try:
            data = packed.unpack(row.data)
        except InputError as error:
            yield Fault(place=place, what=str(error))
            continue
        found = hashlib.sha256(data).hexdigest()
        if found != row.sha256 or len(data) != row.size:
            yield Fault(place=place, what=f"its bytes have the sha256 {found}")


def _articles(connection: Connection) -> Iterator[Fault]:
    kept = (
        select(ARTICLES, TEXTS.c.text, CAPTURES.c.sha256)
        .join(TEXTS, TEXTS.c.article == ARTICLES.c.id)
        .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
    )
    for row in connection.execute(kept):
        place = f"articles, {row.name}"
        try:
            article = packed.article_of(row.facts, row.text)
        except InputError as error:
            yield Fault(place=place, what=str(error))
            continue
        for what in _wrong(article, row.name, row.sha256):
            yield Fault(place=place, what=what)
        every = select(ANNOTATIONS.c.key, ANNOTATIONS.c.data)
        found = connection.execute(every.where(ANNOTATIONS.c.article == row.id)).all()
        if found and packed.key_of(article, row.made_with) not in {one.key for one in found}:
            yield Fault(place=place, what="is not as it was read: nothing is kept under its hash")
        for one in found:
            for what in _odd(article, one.data):
                yield Fault(place=f"annotations, {row.name}", what=what)


def _wrong(article: Article, name: str, sha256: str) -> Iterator[str]:
    if article.sha256 != sha256:
        yield f"says it was read out of {article.sha256}, and stands beside {sha256}"
    text = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    if text != article.text_sha256:
        yield f"its text has the sha256 {text}, not {article.text_sha256}"
    if identity(article, {}) != name or article.id != name:
        yield f"must have the id {identity(article, {})}"
    for block in article.blocks:
        if not 0 <= block.span[0] < block.span[1] <= len(article.text):
            yield f"its block at {block.span} lies outside its text"


def _odd(article: Article, data: bytes) -> Iterator[str]:
    """Yield each noun found in an article whose id is not that of its words."""
    try:
        found = packed.annotated_of(data, article)
    except InputError as error:
        yield str(error)
        return
    for place, _, span in spans_in(found):
        if not 0 <= span[0] <= span[1] <= len(article.text):
            yield f"{place} lies outside the text"
            return
    for noun in _nouns(found):
        wanted = identity(noun, {article.id: article})
        if noun.id != wanted:
            yield f"{noun.id} must have the id {wanted}"


def _nouns(found: AnnotatedArticle) -> Iterator[Noun]:
    for nouns in (found.quotations, found.statements, found.times, found.places, found.flags):
        yield from nouns
