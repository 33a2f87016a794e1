"""The steps that connect links, over buckets of nodes (``cluster.connecting``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.batch.shards import Notes, Row, Shard, Tally, done, read_bucket, write_rows
from variorum.cluster.connecting import LargeStar, SmallStar, both_ways, neighbours_of
from variorum.engines import local
from variorum.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Stars:
    """Links → links nearer to stars: a large star of each node of a bucket, or a small one.

    A large star looks at its links from either end; so a small one, and whatever makes the first
    links, writes each link both ways.
    """

    folder: str
    buckets: int
    linked: str
    small: bool

    def __call__(self, shard: Shard) -> Tally:
        """Take the step for the nodes of a bucket."""
        return done(self.folder, shard, self._links, write_rows(self.buckets))

    def _links(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        stage = SmallStar() if self.small else LargeStar()
        near = _near(self.folder, self.linked, shard.number)
        for star in local.group(stage, near, reject=_refuse):
            notes.changed += star.changed
            links = both_ways(star.links) if self.small else star.links
            yield from ((one, other.encode()) for one, other in links)


def _near(folder: str, step: str, bucket: int) -> dict[str, list[str]]:
    return neighbours_of((one, other.decode()) for one, other in read_bucket(folder, step, bucket))


def _refuse(node: str, error: InputError) -> None:
    raise error
