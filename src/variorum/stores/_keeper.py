"""Keeps what arrived and what was read out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from variorum.errors import InputError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.edtf import order
from variorum.stores import _packed as packed
from variorum.stores._names import folded
from variorum.stores._reader import Reader
from variorum.stores._tables import (
    ARTICLES,
    CAPTURES,
    MEMBERSHIPS,
    NAMES,
    RECORDS,
    SKETCHES,
    STORIES,
)

_DAY = len("2025-05-09")
_ADDRESSES = ("http://", "https://")

# Statements that run often are given to the driver as they stand.
_SEE = "INSERT INTO sightings (capture, source, run) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_TEXT = "INSERT INTO texts (article, text) VALUES (?, ?)"
_NAME = "INSERT INTO names (name, folded) VALUES (?, ?) ON CONFLICT DO NOTHING"
_NAMED = "INSERT INTO named (name, kind, article) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_FOUND = (
    "INSERT INTO annotations (article, key, data) VALUES (?, ?, ?)"
    " ON CONFLICT (article, key) DO UPDATE SET data = excluded.data"
)
_VECTOR = "INSERT INTO embeddings (article, key, vector) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


class Keeper(Reader):
    """The part of a :class:`~variorum.stores._writer.Writer` that keeps captures and articles."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.run = 0
        self._emptied: set[str] = set()

    def see(self, capture: Capture) -> bool:
        """Write down that kept bytes were seen under a name; tell whether they are kept.

        What was seen at a URL last is its current version, also where it had another between;
        but not what a feed holds of it, which stands there as long as the feed is.
        """
        known = self._sql.scalar(select(CAPTURES.c.id).where(CAPTURES.c.sha256 == capture.sha256))
        if known is None:
            return False
        self._run(_SEE, (known, capture.source, self.run))
        address = address_of(capture.source)
        here = select(ARTICLES.c.id).where(
            ARTICLES.c.capture == known, ARTICLES.c.address == address
        )
        if _is_of_a_feed(capture.date_basis):
            return True
        if address and (again := self._sql.scalar(here.where(ARTICLES.c.current == 0))):
            self._make_current(again, address)
            self._clear()
        return True

    def keep_capture(self, capture: Capture) -> None:
        """Keep bytes that are not kept yet, and the name under which they came."""
        values = {
            "sha256": capture.sha256,
            "media_type": capture.media_type,
            "date_basis": capture.date_basis,
            "size": len(capture.data),
            "data": packed.pack(capture.data),
        }
        self._sql.execute(insert(CAPTURES).values(**values))
        self.see(capture)

    def keep_article(self, found: AnnotatedArticle, made_with: str, *, told: bool = False) -> None:
        """Keep an article whose capture is kept, with all that was found in it.

        At a URL that is known it is the next version, and the current one from now on, unless it
        is what a feed holds of a page that is kept itself. ``told`` says that something known of
        it was said by a list, and not by its capture.

        Raises:
            InputError: its words cannot be written as UTF-8.
        """
        article = found.article
        _require_utf8(article)
        address = address_of(article.source)
        at = ARTICLES.c.address == address
        versions = self._sql.scalar(select(func.max(ARTICLES.c.version)).where(at)) or 0
        behind = bool(versions) and self._stands_behind(article.sha256, address)
        capture = select(CAPTURES.c.id).where(CAPTURES.c.sha256 == article.sha256)
        made = self._sql.execute(
            insert(ARTICLES).values(
                name=article.id,
                capture=capture.scalar_subquery(),
                source=article.source,
                address=address,
                version=versions + 1 if address else 1,
                current=int(not behind),
                day=_day(article),
                outlet=article.outlet,
                title=article.title,
                made_with=made_with,
                facts=packed.facts_of(article),
                told=int(told),
            )
        )
        row = int(made.inserted_primary_key[0])  # type: ignore[index]
        self._run(_TEXT, (row, article.text))
        if address and versions and not behind:
            self._make_current(row, address)
        self._keep_names(row, found)
        self.keep_annotated(found, made_with)

    def keep_annotated(self, found: AnnotatedArticle, made_with: str) -> None:
        """Keep what was found in an article that is kept."""
        key = packed.key_of(found.article, made_with)
        data = packed.pack_annotated(found)
        self._run(_FOUND, (self._article(found.article.id), key, data))

    def keep_vectors(self, article: str, vectors: Mapping[bytes, bytes]) -> None:
        """Keep the vectors of texts of an article, by their keys."""
        row = self._article(article)
        self._run_each(_VECTOR, ((row, key, vector) for key, vector in vectors.items()))

    def refresh(self, stories: Iterable[str]) -> None:
        """Count the articles of stories again, and mark them to be composed anew."""
        for story in stories:
            self._refresh(story, None)

    def _refresh(self, story: str, into: str | None) -> None:
        """Count the articles of a story, and mark it; without any it has no record either."""
        row = self._sql.scalar(select(STORIES.c.id).where(STORIES.c.name == story))
        own = (
            select(SKETCHES.c.article)
            .distinct()
            .join(MEMBERSHIPS, MEMBERSHIPS.c.sketch == SKETCHES.c.id)
            .where(MEMBERSHIPS.c.story == row)
        )
        in_it = (ARTICLES.c.id.in_(own), ARTICLES.c.current == 1)
        first = func.min(ARTICLES.c.day), func.max(ARTICLES.c.day), func.count()
        first_day, last_day, count = self._sql.execute(select(*first).where(*in_it)).one()
        earliest = self._sql.execute(
            select(ARTICLES.c.title, ARTICLES.c.name, ARTICLES.c.facts)
            .where(*in_it, ARTICLES.c.day.is_not_distinct_from(first_day))
            .order_by(ARTICLES.c.name)
        ).all()
        title = min(earliest, key=lambda row: _moment(row.facts, row.name)).title if count else None
        known: dict[str, Any] = {"title": title, "first": first_day, "last": last_day}
        known |= {"articles": count, "stale": STORIES.c.stale + 1}
        if into or count:
            known["into_story"] = None if count else into
        self._sql.execute(update(STORIES).where(STORIES.c.id == row).values(**known))
        if not count:
            self._emptied.add(story)

    def _clear(self) -> None:
        """Remove the records of stories that were left without an article, and have none now."""
        for story in sorted(self._emptied):
            own = select(STORIES.c.id).where(STORIES.c.name == story, STORIES.c.articles == 0)
            self._sql.execute(RECORDS.delete().where(RECORDS.c.story.in_(own)))
        self._emptied.clear()

    def promote(self, address: str) -> None:
        """Make the latest version at an address the current one, after that one was removed."""
        latest = select(ARTICLES.c.id).where(ARTICLES.c.address == address)
        row = self._sql.scalar(latest.order_by(ARTICLES.c.version.desc()).limit(1))
        if row is not None:
            self._make_current(row, address)

    def _stands_behind(self, sha256: str, address: str | None) -> bool:
        """Tell whether a capture is an entry of a feed, and the page at the address is kept."""
        of = CAPTURES.c.sha256 == sha256
        if not _is_of_a_feed(self._sql.scalar(select(CAPTURES.c.date_basis).where(of))):
            return False
        here = ARTICLES.c.address == address, ARTICLES.c.current == 1
        kept = select(CAPTURES.c.date_basis).join(ARTICLES).where(*here)
        return not _is_of_a_feed(self._sql.scalar(kept))

    def _make_current(self, article: int, address: str) -> None:
        """Make one version at an address the current one; the stories of all of them change."""
        versions = ARTICLES.c.address == address
        self._sql.execute(update(ARTICLES).where(versions).values(current=0))
        self._sql.execute(update(ARTICLES).where(ARTICLES.c.id == article).values(current=1))
        self.refresh(
            self._sql.scalars(
                select(STORIES.c.name)
                .distinct()
                .join(MEMBERSHIPS, MEMBERSHIPS.c.story == STORIES.c.id)
                .join(SKETCHES, SKETCHES.c.id == MEMBERSHIPS.c.sketch)
                .join(ARTICLES, ARTICLES.c.id == SKETCHES.c.article)
                .where(versions)
            ).all()
        )

    def _keep_names(self, article: int, found: AnnotatedArticle) -> None:
        kinds = sorted(set(_names_in(found)))
        self._run_each(_NAME, ((name, folded(name)) for _, name in kinds))
        for kind, name in kinds:
            row = self._sql.scalar(select(NAMES.c.id).where(NAMES.c.name == name))
            self._run(_NAMED, (row, kind, article))

    def _article(self, name: str) -> int:
        row = self._sql.scalar(select(ARTICLES.c.id).where(ARTICLES.c.name == name))
        if row is None:
            raise InputError(f"{name}: no such article in this library")
        return int(row)

    def _run(self, statement: str, values: tuple[Any, ...]) -> None:
        self._sql.exec_driver_sql(statement, values)

    def _run_each(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        if several := list(rows):
            self._sql.exec_driver_sql(statement, several)


def address_of(source: str) -> str | None:
    """Return the URL a source names: its own, or that of its place in a container.

    A part that has only a number in its container has none: the next time it may be another.
    """
    whole, mark, place = source.partition("#")
    named = place if mark else whole
    return named if named.startswith(_ADDRESSES) else None


def _is_of_a_feed(date_basis: str | None) -> bool:
    return date_basis == "feed"


def _names_in(found: AnnotatedArticle) -> Iterator[tuple[str, str]]:
    """Yield the places an article mentions and the speakers it quotes, as (kind, name)."""
    yield from (("place", m.name) for m in found.mentions if m.kind == "place")
    yield from (("place", p.place) for p in found.places)
    yield from (("speaker", q.speaker.name) for q in found.quotations if q.speaker)


def _day(article: Article) -> str | None:
    """Return the day an article is dated, None where no day is known."""
    edtf = article.published.edtf if article.published else ""
    plain = edtf[:_DAY]
    return plain if len(plain) == _DAY and plain.replace("-", "").isdigit() else None


def _moment(facts: str, name: str) -> tuple[object, ...]:
    """Return a key that sorts articles of one day by the time they are dated, then by name."""
    return (*order(packed.edtf_of(facts))[:4], name)


def _require_utf8(article: Article) -> None:
    try:
        article.text.encode()
    except UnicodeEncodeError as error:
        raise InputError("holds half a surrogate pair, which the library cannot keep") from error
