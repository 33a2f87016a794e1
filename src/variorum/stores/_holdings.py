"""What a library holds: captures, articles, what was found in them, vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select

from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.library import Holding
from variorum.stores import _packed as packed
from variorum.stores._tables import ANNOTATIONS, ARTICLES, CAPTURES, EMBEDDINGS, INPUTS, TEXTS
from variorum.stores._visits import VisitReader

SHORTEST_PREFIX = 6
_SHA256 = 64
# So many values stand in one question at most.
AT_ONCE = 500


class Holdings(VisitReader):
    """Asks for what arrived and what was read out of it."""

    def has_input(self, sha256: str) -> bool:
        """Tell whether a file was taken in whole."""
        return self._has(select(INPUTS.c.sha256).where(INPUTS.c.sha256 == sha256))

    def has_capture(self, sha256: str) -> bool:
        """Tell whether these bytes are kept."""
        return self._has(select(CAPTURES.c.id).where(CAPTURES.c.sha256 == sha256))

    def captures(self, named: str) -> tuple[Capture, ...]:
        """Return the captures with this source, URL or sha256 (six characters or more of it).

        A source names with it what it holds (``feed.xml`` also ``feed.xml#3``); of versions the
        current one is meant, of a hash just that.
        """
        found = select(
            ARTICLES.c.source, CAPTURES.c.sha256, CAPTURES.c.media_type, CAPTURES.c.date_basis,
            CAPTURES.c.data,
        ).join(CAPTURES)  # fmt: skip
        rows = self._sql.execute(
            found.where(self._named(named)).order_by(ARTICLES.c.source, CAPTURES.c.sha256)
        )
        return tuple(
            Capture(
                source=row.source,
                data=packed.unpack(row.data),
                sha256=row.sha256,
                media_type=row.media_type,
                date_basis=row.date_basis,
            )
            for row in rows
        )

    def article(self, capture: Capture, made_with: str) -> Article | None:
        """Return what a reader read out of a capture alone, if it is kept just so."""
        row = self._sql.execute(
            select(ARTICLES.c.facts, TEXTS.c.text)
            .join(TEXTS)
            .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
            .where(
                CAPTURES.c.sha256 == capture.sha256,
                CAPTURES.c.media_type.is_not_distinct_from(capture.media_type),
                CAPTURES.c.date_basis == capture.date_basis,
                ARTICLES.c.source == capture.source,
                ARTICLES.c.made_with == made_with,
                ARTICLES.c.told == 0,
            )
        ).first()
        return None if row is None else packed.article_of(row.facts, row.text)

    def annotated(self, article: Article, made_with: str) -> AnnotatedArticle | None:
        """Return what a reader found in an article, if it is kept of just this article."""
        data = self._sql.scalar(
            select(ANNOTATIONS.c.data)
            .join(ARTICLES)
            .where(
                ARTICLES.c.name == article.id,
                ANNOTATIONS.c.key == packed.key_of(article, made_with),
            )
        )
        return None if data is None else packed.annotated_of(data, article)

    def vectors(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the vectors that are kept, by their keys."""
        found: dict[bytes, bytes] = {}
        for at in range(0, len(keys), AT_ONCE):
            wanted = EMBEDDINGS.c.key.in_(keys[at : at + AT_ONCE])
            for row in self._sql.execute(
                select(EMBEDDINGS.c.key, EMBEDDINGS.c.vector).where(wanted)
            ):
                found[row.key] = row.vector
        return found

    def _has(self, query: Select[Any]) -> bool:
        return self._sql.execute(query.limit(1)).first() is not None

    def _holdings(self, wanted: Any) -> tuple[Holding, ...]:
        rows = self._sql.execute(
            select(ARTICLES, CAPTURES.c.sha256)
            .join(CAPTURES, CAPTURES.c.id == ARTICLES.c.capture)
            .where(wanted)
            .order_by(ARTICLES.c.address.nulls_first(), ARTICLES.c.version, ARTICLES.c.name)
        )
        return tuple(holding_of(row) for row in rows)

    def _named(self, named: str) -> Any:
        """Return the condition that an article has this source, URL or sha256."""
        by_name = or_(
            ARTICLES.c.source == named,
            ARTICLES.c.source.startswith(f"{named}#", autoescape=True),
            ARTICLES.c.address == named,
        )
        ways = [and_(by_name, ARTICLES.c.current == 1)]
        if is_hash(named):
            ways.append(CAPTURES.c.sha256.startswith(named.lower(), autoescape=True))
        return or_(*ways)


def is_hash(named: str) -> bool:
    """Tell whether a name could be a sha256, or the beginning of one."""
    return SHORTEST_PREFIX <= len(named) <= _SHA256 and not set(named.lower()) - set(
        "0123456789abcdef"
    )


def holding_of(row: Row[Any]) -> Holding:
    """Return a row of articles, with the ``sha256`` of its capture, as a holding."""
    return Holding(
        article=row.name,
        sha256=row.sha256,
        source=row.source,
        address=row.address,
        version=row.version,
        current=bool(row.current),
        day=row.day,
        outlet=row.outlet,
        title=row.title,
    )
