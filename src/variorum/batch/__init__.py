"""The job for archives: the stages of ``pipeline``, shard by shard, on any engine.

Files become annotated articles, articles of equal bytes one; articles have sketches, whose pairs
are scored under the words they share; linked sketches are groups, groups are sorted into stories,
and each story has its record. Every step reads the files of the step
before and writes its own (``batch.shards``), so that only the folder has to hold them all, and a
run that was stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from variorum import __version__, formats, weights
from variorum.batch import manifest
from variorum.batch.plan import SHARD_FILES, plan_of, sized
from variorum.batch.records import Records
from variorum.batch.running import Steps, Tell, shards_of, sort_sketches
from variorum.batch.sorting import Sketches
from variorum.batch.steps import Gather, Once, Read
from variorum.compose import Compose
from variorum.engines import Engine, local
from variorum.model.limits import Limits


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
        paths: what to read; a folder stands for the files in it, ``s3://…`` for what a store has.
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
    plan = plan_of(sized(paths, shard_files), folder, compose=_compose(), limits=limits)
    work, size = str(plan.folder / "work"), plan.buckets
    steps = Steps(engine, options or {}, work, tell)
    steps.run(Read(folder=work, buckets=size, limits=limits), plan.shards())
    steps.run(Once(folder=work), shards_of("once", size))
    steps.run(Sketches(folder=work, buckets=size), shards_of("sketch", size))
    sort_sketches(steps, work, size)
    steps.run(Gather(folder=work, buckets=size), shards_of("gather", size))
    records = Records(folder=work, limits=limits, compose=plan.compose)
    steps.run(records, shards_of("records", size))
    return manifest.write(plan, steps.tallies)


def _compose() -> Compose:
    return Compose(variorum=__version__, reader=formats.READER, weights_sha256=weights.hashes())
