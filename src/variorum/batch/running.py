"""Runs the steps of a batch one after the other, each over all of its shards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from variorum.batch import shards
from variorum.batch.shards import Shard, Tally
from variorum.batch.sorting import Count, Group, Keys, Pairs, Sort, Words
from variorum.batch.starring import Stars
from variorum.engines import Engine
from variorum.errors import InputError

Tell = Callable[[Tally, int], None]


def _unwatched(tally: Tally, shards: int) -> None:
    """Tell nobody."""


class Steps:
    """Runs one step after the other on an engine, and keeps the tallies of all shards, in order.

    Args:
        engine: what the shards run on.
        options: what the engine is given beside them, as ``workers``.
        work: the folder of the steps.
        tell: is told of each shard that is done, and how many its step has.
    """

    def __init__(
        self, engine: Engine, options: dict[str, Any], work: str, tell: Tell = _unwatched
    ) -> None:
        self._engine = engine
        self._options = options
        self._work = work
        self._tell = tell
        self.tallies: list[Tally] = []

    def run(self, stage: Callable[[Shard], Tally], todo: Sequence[Shard]) -> int:
        """Run a step, but for the shards that are done, and return how much it changed."""
        tallies = {shard.number: shards.tally_of(self._work, shard) for shard in todo}
        left = [shard for shard in todo if tallies[shard.number] is None]

        def isolate(shard: Shard, error: InputError) -> None:
            tallies[shard.number] = shards.isolate(self._work, shard, str(error))

        try:
            for tally in self._engine.map(stage, left, reject=isolate, **self._options):
                tallies[tally.shard] = tally
                self._tell(tally, len(todo))
        except KeyboardInterrupt:
            shards.forgive(self._work, left)
            raise
        found = [tally for _, tally in sorted(tallies.items()) if tally]
        self.tallies += found
        return sum(tally.changed for tally in found)

    def rows(self, step: str) -> int:
        """Return how many rows a step has that was run."""
        return sum(tally.rows for tally in self.tallies if tally.step == step)


def sort_sketches(steps: Steps, work: str, size: int) -> None:
    """Sort the sketches of the step ``sketch`` into stories."""
    of = steps.rows("sketch")
    steps.run(Count(folder=work, buckets=size), shards_of("count", size))
    steps.run(Words(folder=work, of=of), shards_of("words", size))
    steps.run(Keys(folder=work, buckets=size), shards_of("keys", size))
    steps.run(Pairs(folder=work, buckets=size, of=of), shards_of("pairs", size))
    linked = _connect(steps, work, size)
    steps.run(Group(folder=work, buckets=size, linked=linked), shards_of("group", size))
    steps.run(Sort(folder=work, buckets=size, of=of), shards_of("sort", size))


def _connect(steps: Steps, work: str, size: int) -> str:
    """Return the name of the step in which every article points at the least of its group."""
    linked = "pairs"
    for turn in count(1):
        changed = 0
        for small in (False, True):
            name = f"{'small' if small else 'large'}-{turn:02}"
            stars = Stars(folder=work, buckets=size, linked=linked, small=small)
            changed += steps.run(stars, shards_of(name, size))
            linked = name
        if not changed:
            break
    return linked


def shards_of(step: str, size: int) -> list[Shard]:
    """Return so many shards of a step."""
    return [Shard(step=step, number=number) for number in range(size)]
