"""The steps of a batch that sort articles into stories, as `ingest` does when they arrive in order.

Articles have sketches, sketches keys; those under one key are scored in pairs, by the words of all
of them; pairs are links, and linked sketches a group (:mod:`variorum.batch.starring`). Each group
is then sorted as a stream in order of date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

import msgspec

from variorum.batch.candidates import DAYS, KEYS, LEAST, Candidate, Candidates, links_of, node_of
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
from variorum.batch.steps import article_of, encode, safe
from variorum.cluster.batch import place
from variorum.cluster.counts import Counts, floor_of
from variorum.cluster.pairs import Weigh
from variorum.cluster.sketches import sketch
from variorum.cluster.stream import StoryStream
from variorum.cluster.window import forms_of, keys_of
from variorum.engines import local
from variorum.errors import InputError
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import sign
from variorum.model.spans import Span
from variorum.model.story import Story
from variorum.model.stream import Move, Sketch
from variorum.weights.sentences import vectors

# So many reasons why its witnesses are kept together has a story.
REASONS = 6
# So many pairs are scored together.
TOGETHER = 4_096
sketch_of = msgspec.msgpack.Decoder(Sketch).decode


class _Placed(msgspec.Struct):
    """What of a sketch says where it stands: the rest is not read."""

    article: str
    passage: Span | None
    day: str | None


_placed = msgspec.msgpack.Decoder(_Placed).decode


def _place_of(sketch: bytes) -> tuple[str, str, Span]:
    return place(_placed(sketch))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketches:
    """Articles → what sorting looks at, by the names of the sketches."""

    folder: str
    buckets: int

    def __call__(self, shard: Shard) -> Tally:
        """Write the sketches of the articles of a shard."""
        return done(self.folder, shard, self._sketches, write_rows(self.buckets))

    def _sketches(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        def refuse(found: AnnotatedArticle, error: InputError) -> None:
            notes.reject(found.article.source, "cluster", error)

        values = read_shard(self.folder, "once", shard.number)
        articles = (article_of(value) for _, value in values)
        drawn = safe(partial(sketch, embed=vectors))
        for found in local.map(drawn, articles, reject=refuse):
            yield from ((node_of(one), encode(one)) for one in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Sketches → how many of a shard have each word."""

    folder: str
    buckets: int

    def __call__(self, shard: Shard) -> Tally:
        """Count the words of the sketches of a shard."""
        return done(self.folder, shard, self._counts, write_rows(self.buckets))

    def _counts(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        counts: Counter[str] = Counter()
        for _, value in read_shard(self.folder, "sketch", shard.number):
            counts.update(forms_of(sketch_of(value)))
        yield from ((form, b"%d" % count) for form, count in sorted(counts.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Counts of shards → how many of all sketches have each word that is not rare."""

    folder: str
    of: int

    def __call__(self, shard: Shard) -> Tally:
        """Add up the counts of the words of a bucket."""
        return done(self.folder, shard, self._words, write_rows(1))

    def _words(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        counts: Counter[str] = Counter()
        for form, count in read_bucket(self.folder, "count", shard.number):
            counts[form] += int(count)
        least = floor_of(self.of)
        yield from ((form, b"%d" % n) for form, n in sorted(counts.items()) if n >= least)


@lru_cache(maxsize=1)
def weigher(folder: str, of: int) -> Weigh:
    """Return what it says that two of so many sketches share a word, by the step ``words``."""
    counts = {
        form: int(count)
        for path in Path(folder, "words").glob("*.parquet")
        for form, count in read_shard(folder, "words", int(path.stem))
    }
    return cache(Counts(of, counts).weigh)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Sketches → the same, under each of the keys by which others may find them."""

    folder: str
    buckets: int

    def __call__(self, shard: Shard) -> Tally:
        """Write the keys of the sketches of a shard."""
        return done(self.folder, shard, self._keyed, write_rows(self.buckets))

    def _keyed(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        for _, value in read_shard(self.folder, "sketch", shard.number):
            yield from ((key, value) for key in keys_of(sketch_of(value))[:KEYS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Sketches under one key → links, both ways, between those that may be of one event."""

    folder: str
    buckets: int
    of: int

    def __call__(self, shard: Shard) -> Tally:
        """Score the pairs of a bucket of keys."""
        return done(self.folder, shard, self._links, write_rows(self.buckets))

    def _links(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        weigh = weigher(self.folder, self.of)
        for pairs in self._candidates(shard, notes, weigh):
            for one, other in links_of(pairs, weigh):
                yield one, other.encode()
                yield other, one.encode()

    def _candidates(self, shard: Shard, notes: Notes, weigh: Weigh) -> Iterator[list[Candidate]]:
        """Yield the pairs of all keys, so many at a time: they are scored together."""
        every = self._each(shard, notes, weigh)
        while pairs := list(islice(every, TOGETHER)):
            notes.compared += len(pairs)
            yield pairs

    def _each(self, shard: Shard, notes: Notes, weigh: Weigh) -> Iterator[Candidate]:
        for key, sketches in grouped(self.folder, "keys", shard.number):
            candidates = Candidates(key, weigh)
            yield from candidates(sketches)
            notes.left_out += candidates.left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sketches → the same under the least sketch of their group."""

    folder: str
    buckets: int
    linked: str

    def __call__(self, shard: Shard) -> Tally:
        """Write the sketches of a bucket by their groups."""
        return done(self.folder, shard, self._grouped, write_rows(self.buckets))

    def _grouped(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        linked = read_bucket(self.folder, self.linked, shard.number)
        least = {one: min(one, other.decode()) for one, other in linked}
        for node, value in read_bucket(self.folder, "sketch", shard.number):
            yield least.get(node, node), value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """Groups of sketches → the stories of each article."""

    folder: str
    buckets: int
    of: int

    def __call__(self, shard: Shard) -> Tally:
        """Sort the groups of a bucket."""
        return done(self.folder, shard, self._sorted, write_rows(self.buckets))

    def _sorted(self, shard: Shard, notes: Notes) -> Iterator[Row]:
        weigh = weigher(self.folder, self.of)
        for _, sketches in grouped(self.folder, "group", shard.number):
            for story in stories_of(sketches, weigh):
                told = encode((story.id, story.reasons))
                yield from ((article, told) for article in story.witnesses)


def grouped(folder: str, step: str, bucket: int) -> Iterator[tuple[str, Iterator[Sketch]]]:
    """Yield the sketches under each key of a bucket of a step, in order of date.

    They are read one by one: a key may have any number of them.
    """
    rows = sorted(read_bucket(folder, step, bucket), key=lambda row: (row[0], _place_of(row[1])))
    for key, members in groupby(rows, itemgetter(0)):
        yield key, (sketch_of(value) for _, value in members)


def stories_of(ordered: Iterable[Sketch], weigh: Weigh) -> Iterator[Story]:
    """Yield the stories of sketches as if they arrived in order of date.

    Args:
        ordered: in order of date (:func:`variorum.cluster.batch.place`), each once.
        weigh: what it says that two of them share a word.
    """
    stream = StoryStream(window_days=DAYS, least=LEAST, weigh=weigh)
    moves = [move for one in ordered for move in stream.add(one)]
    last: dict[tuple[str, object], Move] = {(move.article, move.passage): move for move in moves}
    members: dict[str, set[str]] = {}
    for move in last.values():
        members.setdefault(str(move.story), set()).add(move.article)
    reasons: dict[str, list[str]] = {}
    for move in moves:
        if move.kind != "opened":
            reasons.setdefault(str(move.story), []).extend(move.reasons)
    for story, found in members.items():
        why = tuple(dict.fromkeys(reasons.get(story, ())))[:REASONS]
        yield sign(Story(id="", witnesses=tuple(sorted(found)), reasons=why), {})
