"""What a library is told: everything in one transaction, so that a file is kept whole or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import insert, select, update

from variorum import codec
from variorum.model.changes import Changes
from variorum.model.record import Record, Rejected
from variorum.model.rulings import Ruling
from variorum.model.stream import Move, Sketch
from variorum.stores import _packed as packed
from variorum.stores._keeper import Keeper
from variorum.stores._tables import MEMBERSHIPS, RUNS, SKETCHES, SORTING, STORIES
from variorum.stores._visits import VisitWriter

# Statements that run often are given to the driver as they stand.
_INPUT = "INSERT INTO inputs (sha256, source, run) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_REJECTED = (
    "INSERT INTO rejections (run, source, stage, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_SKETCH = (
    "INSERT INTO sketches (article, start, stop, day, facts, vector) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)
_MOVE = (
    "INSERT INTO moves (run, kind, article, start, stop, story, before, score, reasons)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_STORY = "INSERT INTO stories (name, stale, articles) VALUES (?, 1, 0) ON CONFLICT DO NOTHING"
_MEMBER = (
    "INSERT INTO memberships (sketch, story) VALUES (?, ?)"
    " ON CONFLICT (sketch) DO UPDATE SET story = excluded.story"
)
_RECORD = (
    "INSERT INTO records (story, digest, data) VALUES (?, ?, ?)"
    " ON CONFLICT (story) DO UPDATE SET digest = excluded.digest, data = excluded.data"
)
_CHANGE = "INSERT INTO changes (story, run, at, data, told) VALUES (?, ?, ?, ?, ?)"


class Writer(Keeper, VisitWriter):
    """One transaction that writes; what it has written it also reads.

    ``run`` is the number of the run in whose name it writes, as :meth:`begin` gave it.
    """

    def begin(self, variorum: str, made_with: str) -> int:
        """Write down that a run has begun, and return its number."""
        values = {"started": _now(), "variorum": variorum, "made_with": made_with}
        made = self._sql.execute(insert(RUNS).values(**values)).inserted_primary_key
        self.run = int(made[0]) if made else 0
        return self.run

    def finish(self) -> None:
        """Write down that the run has ended."""
        self._sql.execute(update(RUNS).where(RUNS.c.id == self.run).values(finished=_now()))

    def done(self, sha256: str, source: str) -> None:
        """Write down that a file was taken in whole."""
        self._run(_INPUT, (sha256, source, self.run))

    def reject(self, row: Rejected) -> None:
        """Write down what could not be used; the same again is one row."""
        self._run(_REJECTED, (self.run, row.source, row.stage, row.reason))

    def keep_sketch(self, sketch: Sketch) -> None:
        """Keep a sketch of an article that is kept."""
        row, stretch = self._article(sketch.article), packed.stretch_of(sketch.passage)
        facts = packed.sketch_facts(sketch)
        self._run(_SKETCH, (row, *stretch, sketch.day, facts, sketch.vector))

    def moved(self, moves: Iterable[Move]) -> int:
        """Give articles to stories as they were moved; return the turn that this was.

        Who sorts in memory compares the turn with the last one of its own before it moves more:
        another number tells that somebody else has written, and memory must be filled anew.
        """
        touched: set[str] = set()
        merged: dict[str, str] = {}
        for move in moves:
            self._move(move)
            touched |= {story for story in (move.story, move.before) if story}
            if move.kind == "merged" and move.before and move.story:
                merged[move.before] = move.story
        for story in sorted(touched):
            self._refresh(story, merged.get(story))
        self._clear()
        self._sql.execute(update(SORTING).values(turn=SORTING.c.turn + 1))
        return self.turn()

    def keep_record(
        self, story: str, record: Record, mark: int, told: tuple[Changes, str, bytes] | None = None
    ) -> None:
        """Keep the record of a story in place of the last one, and what changed since.

        Args:
            story: its id.
            record: as it was composed.
            mark: what ``stale`` gave with the story; one that was touched since stays stale.
            told: the changes since the last record, the page that tells them, and the same line
                by line, as the exports give it.
        """
        found = self._sql.scalar(select(STORIES.c.id).where(STORIES.c.name == story))
        data = packed.pack_record(record)
        self._run(_RECORD, (found, record.made_by.digest, data))
        if told is not None:
            changes = packed.pack(codec.encode_changes(told[0]))
            page = packed.pack_told(*told[1:])
            self._run(_CHANGE, (found, self.run, _now(), changes, page))
        fresh = (STORIES.c.id == found, STORIES.c.stale == mark)
        self._sql.execute(update(STORIES).where(*fresh).values(stale=0))

    def keep_ruling(self, ruling: Ruling) -> bool:
        """Add a ruling that was made on this library: it stands after all that are kept.

        The stories that it is about are marked to be composed anew. One that is kept is not kept
        twice; whether it is new is returned.
        """
        return self._keep_ruling(ruling, max(ruling.when, self._latest_ruling()))

    def keep_rulings(self, rulings: Iterable[Ruling]) -> int:
        """Add the rulings of one file, in its order, as ``keep_ruling`` does; count the new ones.

        They take their places by time among those that are kept. One of them stands at the latest
        time of those before it: a clock that was set back does not turn a file around.
        """
        new, latest = 0, ""
        for ruling in rulings:
            latest = max(latest, ruling.when)
            new += self._keep_ruling(ruling, latest)
        return new

    def _keep_ruling(self, ruling: Ruling, at: str) -> bool:
        new = self._add_ruling(ruling, at)
        if new:
            self.refresh({s for w in ruling.witnesses for s in self._stories_with(w)})
        return new

    def _move(self, move: Move) -> None:
        article, stretch = self._article(move.article), packed.stretch_of(move.passage)
        reasons = packed.list_of(move.reasons)
        of_move = (move.story, move.before, move.score, reasons)
        self._run(_MOVE, (self.run, move.kind, article, *stretch, *of_move))
        sketch = self._sql.scalar(
            select(SKETCHES.c.id).where(
                SKETCHES.c.article == article,
                SKETCHES.c.start == stretch[0],
                SKETCHES.c.stop == stretch[1],
            )
        )
        if move.story is None:
            gone = MEMBERSHIPS.delete().where(MEMBERSHIPS.c.sketch == sketch)
            self._sql.execute(gone)
            return
        self._run(_STORY, (move.story,))
        story = self._sql.scalar(select(STORIES.c.id).where(STORIES.c.name == move.story))
        self._run(_MEMBER, (sketch, story))
        if move.kind == "merged":
            # Of a long story the sorter knows the latest members only; the others go along.
            before = select(STORIES.c.id).where(STORIES.c.name == move.before)
            others = update(MEMBERSHIPS).where(MEMBERSHIPS.c.story == before.scalar_subquery())
            self._sql.execute(others.values(story=story))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
