"""The tables of a library, as every store has them; each store makes them in its own way."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from variorum.stores._escaped import Escaped

METADATA = MetaData()
_WORDS = Text().with_variant(Escaped(), "postgresql")


def _table(name: str, *columns: Column[object]) -> Table:
    return Table(name, METADATA, *columns)


def _whole(name: str, to: str | None = None, *, key: bool = False) -> Column[object]:
    references = () if to is None else (ForeignKey(f"{to}.id", ondelete="CASCADE"),)
    return Column(name, Integer, *references, primary_key=key)


def _text(name: str, *, key: bool = False) -> Column[object]:
    return Column(name, _WORDS, primary_key=key)


def _bytes(name: str, *, key: bool = False) -> Column[object]:
    return Column(name, LargeBinary, primary_key=key)


RUNS = _table(
    "runs",
    *(_whole("id", key=True), _text("started"), _text("finished")),
    *(_text("variorum"), _text("made_with")),
)
INPUTS = _table("inputs", _text("sha256", key=True), _text("source"), _whole("run", "runs"))
CAPTURES = _table(
    "captures",
    *(_whole("id", key=True), _text("sha256"), _text("media_type"), _text("date_basis")),
    *(_whole("size"), _bytes("data")),
)
SIGHTINGS = _table(
    "sightings",
    *(Column("capture", ForeignKey("captures.id"), primary_key=True), _text("source", key=True)),
    _whole("run", "runs"),
)
ARTICLES = _table(
    "articles",
    *(_whole("id", key=True), _text("name"), _whole("capture", "captures"), _text("source")),
    *(_text("address"), _whole("version"), _whole("current"), _text("day"), _text("outlet")),
    *(_text("title"), _text("made_with"), _text("facts"), _whole("told")),
)
TEXTS = _table("texts", _whole("article", "articles", key=True), _text("text"))
ANNOTATIONS = _table(
    "annotations", _whole("article", "articles", key=True), _text("key", key=True), _bytes("data")
)
EMBEDDINGS = _table(
    "embeddings",
    *(_whole("article", "articles", key=True), _bytes("key", key=True), _bytes("vector")),
)
NAMES = _table("names", _whole("id", key=True), _text("name"), _text("folded"))
NAMED = _table(
    "named",
    *(_whole("name", "names", key=True), _text("kind", key=True)),
    _whole("article", "articles", key=True),
)
STORIES = _table(
    "stories",
    *(_whole("id", key=True), _text("name"), _text("into_story"), _whole("stale")),
    *(_text("title"), _text("first"), _text("last"), _whole("articles")),
)
SKETCHES = _table(
    "sketches",
    *(_whole("id", key=True), _whole("article", "articles"), _whole("start"), _whole("stop")),
    *(_text("day"), _text("facts"), _bytes("vector")),
)
MEMBERSHIPS = _table(
    "memberships", _whole("sketch", "sketches", key=True), _whole("story", "stories")
)
MOVES = _table(
    "moves",
    *(_whole("id", key=True), _whole("run", "runs"), _text("kind"), _whole("article", "articles")),
    *(_whole("start"), _whole("stop"), _text("story"), _text("before")),
    *(Column("score", Float), _text("reasons")),
)
RECORDS = _table("records", _whole("story", "stories", key=True), _text("digest"), _bytes("data"))
CHANGES = _table(
    "changes",
    *(_whole("id", key=True), _whole("story", "stories"), _whole("run", "runs"), _text("at")),
    *(_bytes("data"), _bytes("told")),
)
RULINGS = _table("rulings", _whole("id", key=True), _text("at"), _text("data"), _text("name"))
RULED = _table("ruled", _whole("ruling", "rulings", key=True), _text("witness", key=True))
REJECTIONS = _table(
    "rejections",
    *(_whole("id", key=True), _whole("run", "runs"), _text("source"), _text("stage")),
    _text("reason"),
)
SORTING = _table("sorting", _whole("id", key=True), _whole("turn"))
VISITS = _table(
    "visits",
    *(_text("url", key=True), Column("asked", Float), _whole("listing"), Column("due", Float)),
    *(Column("updated", Float), _text("answered"), _text("etag"), _text("last_modified")),
    *(_whole("failures"), _whole("ttl"), _whole("skip_hours")),
)
HOSTS = _table("hosts", _text("host", key=True), Column("until", Float), _whole("failures"))
