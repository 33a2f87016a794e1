"""`variorum read`: two or more pages in, one record out."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum.errors import InputError, SetupError

if TYPE_CHECKING:
    from variorum.exports import Surface
    from variorum.model.article import Capture
    from variorum.model.record import Record

log = logging.getLogger("variorum")

# Before this many seconds of work no progress bar is worth its flicker.
A_MOMENT = 1.0


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|- …")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="What to write: a page for the terminal, the record, or a page for a browser.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The file to write.")
@click.option(
    "--text",
    "amount",
    type=click.Choice(["full", "spans", "none"]),
    default="full",
    show_default=True,
    help="How much of the witnesses' words the record carries.",
)
@click.option("--max-bytes", type=click.IntRange(1), help="The largest file, in bytes.")
@click.option("--max-characters", type=click.IntRange(1), help="The longest text of a file.")
@click.option("--max-witnesses", type=click.IntRange(1), help="How many files are read together.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(0, min_open=True),
    help="How long one file may take in one stage.",
)
def read(
    paths: Sequence[str], *, form: str, output: str | None, amount: str, **sizes: float | None
) -> None:
    """Read reports of one event and print one record of them.

    PATH is a text as copied from a page, a saved HTML page, or a folder of these; - is
    standard input. A file that cannot be used is named and passed over.
    """
    from variorum import exports, pipeline
    from variorum.cli.limits import limits_from
    from variorum.review.share import share

    try:
        record = pipeline.read(paths, limits=limits_from(sizes), watch=_progress)
    except SetupError as error:
        raise click.UsageError(str(error)) from error
    level = logging.WARNING if record.witnesses else logging.ERROR
    for row in record.rejected:
        log.log(level, "%s: %s (%s)", row.source, row.reason, row.stage)
    _write(exports.render(share(record, amount), form, _surface(output)), output)
    _require_witness(record)


def _require_witness(record: Record) -> None:
    if not record.witnesses:
        raise InputError("no witness is left; give at least one file of text or HTML")


def _surface(output: str | None) -> Surface:
    from variorum.exports import Surface

    terminal = output is None and sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Surface(width=shutil.get_terminal_size((80, 24)).columns, colour=colour)


def _write(text: str, output: str | None) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if output is None:
        with suppress(BrokenPipeError):
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror})") from error


def _progress(captures: Sequence[Capture]) -> Iterable[Capture]:
    if len(captures) < 2 or not sys.stderr.isatty():
        return captures
    return _with_bar(captures)


def _with_bar(captures: Sequence[Capture]) -> Iterator[Capture]:
    """Yield captures; once a moment has passed, draw a bar of how many are done."""
    import time

    from rich.console import Console
    from rich.progress import Progress

    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=len(captures), visible=False)
        for item in captures:
            yield item
            progress.update(task, advance=1, visible=time.monotonic() - started > A_MOMENT)
