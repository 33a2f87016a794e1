"""What only PostgreSQL can find wrong with a library: its references, its index, orphans."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select, text

from variorum.model.library import Fault
from variorum.stores._orphans import MOST, orphans
from variorum.stores._postgres_words import vector_of, words_of
from variorum.stores._tables import ARTICLES, TEXTS

_UNCHECKED = (
    "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint"
    " WHERE contype = 'f' AND NOT convalidated AND connamespace = current_schema()::regnamespace"
)
_INVALID = (
    "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
    " WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace"
)
_INDEXED = text(
    "SELECT words, vector IS NOT DISTINCT FROM CAST(:vector AS tsvector) AS same"
    " FROM searchable WHERE article = :article"
)


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong, as far as PostgreSQL alone can tell."""
    for row in connection.exec_driver_sql(_UNCHECKED).all():
        yield Fault(place=row[0], what=f"may point at rows of {row[1]} that are gone")
    for (index,) in connection.exec_driver_sql(_INVALID).all():
        yield Fault(place=index, what="is no whole index")
    yield from orphans(connection)
    yield from list(_unindexed(connection))[:MOST]


def _unindexed(connection: Connection) -> Iterator[Fault]:
    """Yield each article whose words are not indexed as they stand in its text."""
    kept = select(ARTICLES.c.id, ARTICLES.c.name, TEXTS.c.text).join(TEXTS)
    for row in connection.execution_options(yield_per=500).execute(kept):
        words = words_of(row.text)
        asked = {"article": row.id, "vector": vector_of(words)}
        found = connection.execute(_INDEXED, asked).first()
        if found is None or found.words != f" {' '.join(words)} " or not found.same:
            yield Fault(place=f"index of words, {row.name}", what="is not that of the text")
