"""The job for archives: the stages of ``pipeline``, shard by shard, on any engine.

Files become annotated articles, articles of equal bytes one, articles keys, keys scored pairs,
pairs groups, and each group the records of its stories. Every step reads the files of the step
before and writes its own (``batch.shards``), so that only the folder has to hold them all, and a
run that was stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from variorum import __version__, formats, weights
from variorum.batch import manifest, shards
from variorum.batch.plan import SHARD_FILES, plan_of, sized
from variorum.batch.records import Records
from variorum.batch.shards import Shard, Tally
from variorum.batch.starring import Stars
from variorum.batch.steps import Gather, Keys, Once, Pairs, Read
from variorum.capture import find_files
from variorum.compose import Compose
from variorum.engines import Engine, local
from variorum.errors import InputError
from variorum.model.limits import Limits

Tell = Callable[[Tally, int], None]


def run(
    paths: Iterable[str],
    folder: Path,
    *,
    engine: Engine = local,
    options: dict[str, Any] | None = None,
    limits: Limits | None = None,
    shard_files: int = SHARD_FILES,
    tell: Tell = lambda tally, shards: None,
) -> dict[str, Any]:
    """Read files into one record a story, as Parquet in ``folder``, and return the manifest.

    Args:
        paths: what to read; a folder stands for the files in it.
        folder: of this batch alone; every worker must see it under this name.
        engine: what the shards run on.
        options: what the engine is given beside them, as ``workers``.
        limits: how large inputs may be; ``witnesses`` are those of one file.
        shard_files: how many files are read in one shard, where they are small.
        tell: is told of each shard that is done, and how many its step has.

    Raises:
        SetupError: ``folder`` holds another batch, or cannot be written.
    """
    limits = limits or Limits()
    files = find_files(paths, formats.suffixes())
    plan = plan_of(sized(files, shard_files), folder, compose=_compose(), limits=limits)
    work, size = str(plan.folder / "work"), plan.buckets
    steps = _Steps(engine, options or {}, work, tell)
    steps.run(Read(folder=work, buckets=size, limits=limits), plan.shards())
    steps.run(Once(folder=work), _shards("once", size))
    steps.run(Keys(folder=work, buckets=size), _shards("keys", size))
    steps.run(Pairs(folder=work, buckets=size), _shards("pairs", size))
    gather = Gather(folder=work, buckets=size, linked=_connect(steps, work, size))
    steps.run(gather, _shards("gather", size))
    records = Records(folder=work, limits=limits, compose=plan.compose)
    steps.run(records, _shards("records", size))
    return manifest.write(plan, steps.tallies)


class _Steps:
    """Runs one step after the other on an engine, and keeps the tallies of all shards, in order."""

    def __init__(self, engine: Engine, options: dict[str, Any], work: str, tell: Tell) -> None:
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


def _connect(steps: _Steps, work: str, size: int) -> str:
    """Return the name of the step in which every article points at the least of its group."""
    linked = "pairs"
    for turn in count(1):
        changed = 0
        for small in (False, True):
            name = f"{'small' if small else 'large'}-{turn:02}"
            stars = Stars(folder=work, buckets=size, linked=linked, small=small)
            changed += steps.run(stars, _shards(name, size))
            linked = name
        if not changed:
            break
    return linked


def _shards(step: str, size: int) -> list[Shard]:
    return [Shard(step=step, number=number) for number in range(size)]


def _compose() -> Compose:
    return Compose(variorum=__version__, reader=formats.READER, weights_sha256=weights.hashes())
