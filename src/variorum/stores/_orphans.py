"""Rows of a library that nothing needs, and counts that are wrong: asked of every store alike."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from variorum.model.library import Fault

MOST = 100
# What must find nothing: (place, what it means, the question).
_ORPHANS = (
    (
        "captures",
        "holds no article",
        "SELECT sha256 FROM captures WHERE id NOT IN (SELECT capture FROM articles)",
    ),
    (
        "captures",
        "was seen under no name",
        "SELECT sha256 FROM captures WHERE id NOT IN (SELECT capture FROM sightings)",
    ),
    (
        "articles",
        "has no text",
        "SELECT name FROM articles WHERE id NOT IN (SELECT article FROM texts)",
    ),
    (
        "articles",
        "nothing that was found in it is kept",
        "SELECT name FROM articles WHERE id NOT IN (SELECT article FROM annotations)",
    ),
    (
        "articles",
        "its address has not one current version",
        "SELECT address FROM articles WHERE address IS NOT NULL"
        " GROUP BY address HAVING sum(current) <> 1",
    ),
    (
        "articles",
        "stands at no address and is not current",
        "SELECT name FROM articles WHERE address IS NULL AND current <> 1",
    ),
    (
        "names",
        "no article has it",
        "SELECT name FROM names WHERE id NOT IN (SELECT name FROM named)",
    ),
    (
        "sketches",
        "is in no story",
        "SELECT articles.name FROM sketches JOIN articles ON articles.id = sketches.article"
        " WHERE sketches.id NOT IN (SELECT sketch FROM memberships)"
        " AND sketches.id NOT IN (SELECT sketches.id FROM sketches JOIN moves"
        " USING (article, start, stop) WHERE moves.kind = 'left')",
    ),
    (
        "stories",
        "was merged into a story that is not there",
        "SELECT name FROM stories WHERE into_story IS NOT NULL"
        " AND into_story NOT IN (SELECT name FROM stories)",
    ),
    (
        "stories",
        "counts its articles wrong",
        "SELECT stories.name FROM stories LEFT JOIN (SELECT memberships.story AS story,"
        " count(DISTINCT articles.id) AS found FROM memberships"
        " JOIN sketches ON sketches.id = memberships.sketch"
        " JOIN articles ON articles.id = sketches.article AND articles.current = 1"
        " GROUP BY memberships.story) AS counted ON counted.story = stories.id"
        " WHERE stories.articles <> coalesce(counted.found, 0)",
    ),
    (
        "visits",
        "is asked whether it changed, and nothing of it is kept",
        "SELECT url FROM visits WHERE listing = 0 AND answered IS NOT NULL"
        " AND answered NOT IN (SELECT source FROM sightings)",
    ),
    (
        "visits",
        "has what to ask with, and not from where",
        "SELECT url FROM visits WHERE answered IS NULL"
        " AND coalesce(etag, last_modified) IS NOT NULL",
    ),
    (
        "records",
        "is of a story without articles",
        "SELECT stories.name FROM records JOIN stories ON stories.id = records.story"
        " WHERE stories.articles = 0",
    ),
)


def orphans(connection: Connection) -> Iterator[Fault]:
    """Yield what stands in one table and must stand in another too, or must not."""
    for place, what, question in _ORPHANS:
        for (name,) in connection.exec_driver_sql(f"{question} LIMIT {MOST}").all():
            yield Fault(place=f"{place}, {name}", what=what)
