"""The last step of a batch: the articles of a story → its record, a row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import pyarrow as pa

from variorum import codec
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.batch.shards import Notes, Shard, Tally, done, write_tables
from variorum.batch.steps import members_of, sources
from variorum.cluster.fellows import annotate_dated
from variorum.compose import Compose
from variorum.engines import Clock, local
from variorum.errors import InputError, LimitError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import sign
from variorum.model.limits import Limits
from variorum.model.record import Record
from variorum.model.story import Alignment, Story

SCHEMA = pa.schema(
    [
        ("story", pa.string()),
        ("witnesses", pa.list_(pa.string())),
        ("sources", pa.list_(pa.string())),
        ("outlets", pa.list_(pa.string())),
        ("published", pa.list_(pa.string())),
        ("quotations", pa.int32()),
        ("utterances", pa.int32()),
        ("statements", pa.int32()),
        ("relations", pa.int32()),
        ("record", pa.large_string()),
    ]
)
# So many records are held at a time before they are written.
ROWS = 256
# So many witnesses of a story stand in its record, the earliest first.
MOST_WITNESSES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The articles of stories → the record of each story."""

    folder: str
    limits: Limits
    compose: Compose

    def __call__(self, shard: Shard) -> Tally:
        """Write the records of a bucket of stories."""
        return done(self.folder, shard, self._records, _write)

    def _records(self, shard: Shard, notes: Notes) -> Iterator[Record]:
        for reasons, articles in members_of(self.folder, shard.number):
            found = sorted(_first(articles, notes), key=lambda one: one.article.id)
            witnesses = tuple(one.article.id for one in found)
            story = sign(Story(id="", witnesses=witnesses, reasons=reasons), {})
            members = annotate_dated(found, [story], partial(map, Annotate()))
            yield self.compose(members, [self._aligned(story, members, notes)])

    def _aligned(
        self, story: Story, members: Sequence[AnnotatedArticle], notes: Notes
    ) -> Alignment:
        """Return what a story's witnesses share, nothing where they took too long."""

        def refuse(_: Story, error: InputError) -> None:
            notes.reject(sources(members), "align", error)

        clock = Clock(each=self.limits.seconds)
        found = local.group(Align(), {story: members}, reject=refuse, clock=clock)
        return next(found, Alignment(story=story))


def _first(articles: list[AnnotatedArticle], notes: Notes) -> list[AnnotatedArticle]:
    """Return as many articles as a record holds, the earliest; the others are rejected by name."""
    ordered = sorted(articles, key=_by_date)
    told = f"more than {MOST_WITNESSES:,} witnesses of one story"
    for left in ordered[MOST_WITNESSES:]:
        notes.reject(left.article.source, "align", LimitError(told))
    return ordered[:MOST_WITNESSES]


def _by_date(found: AnnotatedArticle) -> tuple[bool, str, str]:
    stated = found.article.published
    return (stated is None, stated.edtf if stated else "", found.article.id)


def _write(path: Path, records: Iterable[Record]) -> int:
    return write_tables(path, _tables(iter(records)), SCHEMA)


def _tables(records: Iterator[Record]) -> Iterator[pa.Table]:
    while rows := [_row(record) for record in islice(records, ROWS)]:
        yield pa.Table.from_pylist(rows, schema=SCHEMA)


def _row(record: Record) -> dict[str, object]:
    return {
        "story": record.stories[0].id,
        "witnesses": [witness.id for witness in record.witnesses],
        "sources": [witness.source for witness in record.witnesses],
        "outlets": [witness.outlet for witness in record.witnesses],
        "published": [w.published.edtf if w.published else None for w in record.witnesses],
        "quotations": len(record.quotations),
        "utterances": len(record.utterances),
        "statements": len(record.statements),
        "relations": len(record.relations),
        "record": codec.encode(record).decode(),
    }
