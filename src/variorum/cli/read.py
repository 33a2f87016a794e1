"""`variorum read`: two or more pages in, one record out."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections import Counter
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
MOST_THREADS = 64


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|- …")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "tei", "geojson"]),
    default="text",
    show_default=True,
    help="What to write: a page for the terminal, the record, a page for a browser, or an"
    " apparatus in TEI P5, or the places as GeoJSON.",
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
@click.option(
    "--annotator",
    type=click.Path(exists=True, dir_okay=False),
    help="An ONNX model of your own in place of the one that ships.",
)
@click.option(
    "--threads",
    type=click.IntRange(1, MOST_THREADS),
    default=1,
    show_default=True,
    help="On how many threads the models run; the record is the same.",
)
@click.option("--max-bytes", type=click.IntRange(1), help="The largest file, in bytes.")
@click.option("--max-characters", type=click.IntRange(1), help="The longest text of a file.")
@click.option("--max-witnesses", type=click.IntRange(1), help="How many files are read together.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(0, min_open=True),
    help="How long one file, or one story, may take in one stage.",
)
@click.option(
    "--max-run-seconds",
    type=click.FloatRange(0, min_open=True),
    help="How long the whole run may take, without writing its record.",
)
def read(
    paths: Sequence[str],
    *,
    form: str,
    output: str | None,
    amount: str,
    annotator: str | None,
    threads: int,
    **sizes: float | None,
) -> None:
    """Read reports of one event and print one record of them.

    PATH is a text as copied from a page, a saved HTML page, or a folder of these; - is
    standard input. A file that cannot be used is named and passed over.
    """
    from variorum import exports, formats, pipeline
    from variorum.capture import find_files
    from variorum.cli.limits import limits_from
    from variorum.review.share import share

    files = tuple(find_files(paths, formats.suffixes()))
    _refuse_overwriting(files, output)
    try:
        record = pipeline.read(
            files,
            limits=limits_from(sizes),
            annotator=annotator,
            threads=threads,
            watch=_progress,
        )
    except SetupError as error:
        raise click.UsageError(str(error)) from error
    level = logging.WARNING if record.witnesses else logging.ERROR
    for row in record.rejected:
        log.log(level, "%s: %s (%s)", row.source, row.reason, row.stage)
    _require_witness(record)
    _tell_apart(record)
    _write(exports.render(share(record, amount), form, _surface(output)), output)


def _refuse_overwriting(files: Iterable[str], output: str | None) -> None:
    if output is None or not Path(output).is_file():
        return
    for file in files:
        with suppress(OSError, ValueError):
            if Path(file).samefile(output):
                raise click.UsageError(f"{output}: is an input; give -o another file")


def _require_witness(record: Record) -> None:
    if not record.witnesses:
        raise InputError("no witness is left; give at least one file of text or HTML")


def _tell_apart(record: Record) -> None:
    """Say of witnesses whose files have one name which letter is which."""
    for name, count in Counter(w.source for w in record.witnesses).items():
        if count > 1:
            told = (f"{w.siglum} (sha256 {w.sha256[:8]})" for w in record.witnesses)
            letters = [t for t, w in zip(told, record.witnesses, strict=True) if w.source == name]
            log.warning(
                "%s: the name of %s; -v tells the path of each", name, " and ".join(letters)
            )


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
        _replace(Path(output).resolve(), data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{output}: cannot be written ({reason})") from error


def _replace(target: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    if target.exists() and not target.is_file():  # a pipe or a device cannot be replaced
        target.write_bytes(data)
        return
    part = target.with_name(f".variorum-{os.getpid()}")
    try:
        with part.open("xb") as stream:
            stream.write(data)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


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
