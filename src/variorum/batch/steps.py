"""The steps of a batch as stages over shards: any engine maps them, each reads and writes files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

import msgspec

from variorum import formats
from variorum.annotate import Annotate
from variorum.batch.shards import (
    Notes,
    Row,
    Shard,
    Tally,
    done,
    read_bucket,
    read_shard,
    write_rows,
)
from variorum.capture import capture
from variorum.engines import Clock, local
from variorum.errors import InputError, SetupError
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Capture
from variorum.model.limits import Limits

Reasons = tuple[str, ...]

encode = msgspec.msgpack.Encoder().encode
article_of = msgspec.msgpack.Decoder(AnnotatedArticle).decode
_told = msgspec.msgpack.Decoder(tuple[str, Reasons]).decode
_member = msgspec.msgpack.Decoder(tuple[Reasons, AnnotatedArticle]).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Files → annotated articles, by their ids."""

    folder: str
    buckets: int
    limits: Limits

    def __call__(self, shard: Shard) -> Tally:
        """Read the files of a shard."""
        return done(self.folder, shard, self._articles, write_rows(self.buckets))

    def _articles(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        each = partial(local.map, clock=Clock(each=self.limits.seconds))

        def refuse(stage: str) -> Callable[[Any, InputError], None]:
            return lambda record, error: notes.reject(_source_of(record), stage, error)

        files = each(partial(capture, limits=self.limits), shard.files, reject=refuse("capture"))
        opened = chain.from_iterable(self._opened(file, notes) for file in files)
        articles = each(safe(Extract(limits=self.limits)), opened, reject=refuse("extract"))
        for found in each(safe(Annotate()), articles, reject=refuse("annotate")):
            yield found.article.id, encode(found)

    def _opened(self, file: Capture, notes: Notes) -> Iterator[Capture]:
        """Yield the articles in a file one by one: an archive is never in memory as captures."""

        def refuse(source: str, error: InputError) -> None:
            notes.reject(source, "capture", error)

        try:
            yield from formats.unpack(file, self.limits, reject=refuse)
        except SetupError:
            raise
        except Exception as error:
            refuse(file.source, _fault(error))


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """Articles of equal bytes are one witness, under the first of their names."""

    folder: str

    def __call__(self, shard: Shard) -> Tally:
        """Keep each article of a bucket once."""
        return done(self.folder, shard, self._once, write_rows(1))

    def _once(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        rows = sorted(read_bucket(self.folder, "read", shard.number), key=itemgetter(0))
        for key, members in groupby(rows, itemgetter(0)):
            values = [value for _, value in members]
            if len(values) > 1:
                values = sorted(values, key=lambda value: article_of(value).article.source)
                first, *others = (article_of(value).article.source for value in values)
                same = InputError(f"the same bytes as {first}; equal bytes are one witness")
                for source in others:
                    notes.reject(source, "capture", same)
            yield key, values[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """Articles → the same under each of their stories, with what keeps those together."""

    folder: str
    buckets: int

    def __call__(self, shard: Shard) -> Tally:
        """Write the articles of a shard by their stories."""
        return done(self.folder, shard, self._gathered, write_rows(self.buckets))

    def _gathered(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        stories: dict[str, list[bytes]] = {}
        for article, told in read_bucket(self.folder, "sort", shard.number):
            stories.setdefault(article, []).append(told)
        for article, value in read_shard(self.folder, "once", shard.number):
            for told in stories.get(article, ()):
                story, reasons = _told(told)
                yield story, encode((reasons, msgspec.Raw(value)))


def members_of(
    folder: str, bucket: int
) -> Iterator[tuple[tuple[str, ...], list[AnnotatedArticle]]]:
    """Yield the articles of each story in a bucket, with what keeps them together."""
    rows = sorted(read_bucket(folder, "gather", bucket), key=itemgetter(0))
    for _, members in groupby(rows, itemgetter(0)):
        found = [_member(value) for _, value in members]
        articles = {article.article.id: article for _, article in found}
        yield min(reasons for reasons, _ in found), [articles[one] for one in sorted(articles)]


def safe(stage: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a stage whose faults concern one record: an archive is not given up for one page."""

    def call(record: Any) -> Any:
        try:
            return stage(record)
        except (InputError, SetupError):
            raise
        except Exception as error:
            raise _fault(error) from error

    return call


def _fault(error: Exception) -> InputError:
    return InputError(f"a fault of the program: {error!r}")


def _source_of(record: Any) -> str:
    if isinstance(record, str):
        return record.rpartition("/")[2]
    return str(record.source)


def sources(articles: Iterable[AnnotatedArticle]) -> str:
    """Return the names of articles, in order."""
    return ", ".join(sorted(found.article.source for found in articles))
