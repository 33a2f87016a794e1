"""The last step of a batch: groups of linked articles → a record of each story, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa

from variorum import codec
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.batch.shards import Notes, Shard, Tally, done, write_tables
from variorum.batch.steps import groups_of, sources
from variorum.cluster import Cluster
from variorum.cluster.fellows import date_by_fellows
from variorum.compose import Compose
from variorum.engines import Clock, local
from variorum.errors import InputError
from variorum.model.annotation import AnnotatedArticle
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Groups of linked articles → the record of each story in them."""

    folder: str
    limits: Limits
    compose: Compose

    def __call__(self, shard: Shard) -> Tally:
        """Write the records of a bucket of groups."""
        return done(self.folder, shard, self._records, _write)

    def _records(self, shard: Shard, notes: Notes) -> Iterator[Record]:
        for articles in groups_of(self.folder, shard.number, notes):
            stories = Cluster()(articles)
            known = {found.article.id: found for found in articles}
            for dated in date_by_fellows(stories, {a.article.id: a.article for a in articles}):
                known[dated.id] = Annotate()(dated)
            for story in stories:
                members = [known[witness] for witness in story.witnesses]
                yield self.compose(members, [self._aligned(story, members, notes)])

    def _aligned(self, story: Story, members: list[AnnotatedArticle], notes: Notes) -> Alignment:
        """Return what a story's witnesses share, nothing where they took too long."""

        def refuse(_: Story, error: InputError) -> None:
            notes.reject(sources(members), "align", error)

        clock = Clock(each=self.limits.seconds)
        found = local.group(Align(), {story: members}, reject=refuse, clock=clock)
        return next(found, Alignment(story=story))


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
