"""`variorum batch`: archives in, one record a story out, as Parquet."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from variorum.capture.objects import is_object
from variorum.cli.limits import file_sizes, limits_from, text_sizes
from variorum.cli.options import seconds_option
from variorum.cli.usage import usage_errors

if TYPE_CHECKING:
    from rich.progress import TaskID

    from variorum.batch.shards import Tally

log = logging.getLogger("variorum")

# An archive holds more articles than a person compares.
MOST_ARTICLES = 1_000_000


class _Input(click.Path):
    """A file or folder that is there, or an address of an object store."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and is_object(value):
            return value
        return super().convert(value, param, ctx)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|OBJECT …", type=_Input(exists=True))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder of this batch: records, what was rejected, and a manifest. A run that was"
    " stopped goes on there.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "processes", "daft"]),
    default="processes",
    show_default=True,
    help="What it runs on: this process, this machine's cores, or Daft, alone or on a cluster.",
)
@click.option("--workers", type=click.IntRange(1), help="How many processes work.  [default: all]")
@click.option(
    "--shard-files",
    type=click.IntRange(1),
    default=64,
    show_default=True,
    help="How many small files are read as one piece, which is done, or done again, as a whole.",
)
@file_sizes
@text_sizes
@click.option(
    "--max-witnesses",
    type=click.IntRange(1),
    default=MOST_ARTICLES,
    show_default=True,
    help="How many articles one file may hold.",
)
@seconds_option
def batch(
    paths: Sequence[str],
    *,
    out: Path,
    engine: str,
    workers: int | None,
    shard_files: int,
    **sizes: float | None,
) -> None:
    """Read archives into one record a story, as Parquet, on one machine or on many.

    PATH is a file as `variorum read` takes it, or a folder of these; OBJECT an address in an
    object store, or a pattern of addresses, as s3://bucket/day/*.warc.gz, which Daft reads. What
    cannot be used is written down in rejected.parquet.
    """
    from variorum import drawers, engines

    try:
        from variorum import batch as job
    except ModuleNotFoundError as missing:
        raise click.UsageError(
            f'needs the package {missing.name}: pip install "variorum[batch]"'
        ) from missing
    if workers and engine == "local":
        raise click.UsageError("--engine local has one worker; give --engine processes")
    options = {} if engine == "local" else {"workers": workers, "chunk_bytes": 1}
    with usage_errors(), _progress() as tell:
        made = job.run(
            paths,
            out,
            engine=drawers.take(engines, engine),
            options=options,
            limits=limits_from(sizes),
            shard_files=shard_files,
            tell=tell,
        )
    _tell(made)


@contextmanager
def _progress() -> Iterator[Callable[[Tally, int], None]]:
    """Draw a bar for each step on a terminal, and yield what is told of each shard."""
    from rich.console import Console
    from rich.progress import Progress

    done = Counter[str]()
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        bars: dict[str, TaskID] = {}

        def tell(tally: Tally, shards: int) -> None:
            done[tally.step] += 1
            so_far = done[tally.step]
            log.info("%s: %d of %d shards, %d rows", tally.step, so_far, shards, tally.rows)
            if tally.step not in bars:
                bars[tally.step] = progress.add_task(tally.step, total=shards)
            progress.update(bars[tally.step], completed=so_far)

        yield tell


def _tell(made: dict[str, Any]) -> None:
    """Say what was made, step by step."""
    for step in made["steps"]:
        parts = [f"{step['step']:10} {step['shards']:6,} shards {step['rows']:10,} rows"]
        if step["rejected"]:
            parts.append(f"{step['rejected']:,} rejected")
        if step["pairs_left_out"]:
            parts.append(f"{step['pairs_left_out']:,} pairs left out")
        click.echo("  ".join(parts))
        for shard in step["isolated"]:
            log.warning(
                "%s: shard %d is left out: %s", step["step"], shard["shard"], shard["reason"]
            )
