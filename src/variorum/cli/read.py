"""`variorum read`: two or more pages in, one record out."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from variorum import exports
from variorum.cli.diff import FORMS, changes_between, proved
from variorum.cli.layers import layers_option
from variorum.cli.library import Address, Library, opened
from variorum.cli.limits import ADDRESSES, file_sizes, limits_from, text_sizes
from variorum.cli.net import FOLLOW, net_options, policy_from
from variorum.cli.options import output_option
from variorum.cli.progress import with_progress
from variorum.cli.reading import MOST_THREADS, files_in
from variorum.cli.rule import rulings_in, tell_rulings
from variorum.cli.usage import usage_errors
from variorum.cli.writing import amount_option, refuse_overwriting, surface, write, write_record
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.model.record import Record
    from variorum.model.rulings import Ruling

log = logging.getLogger("variorum")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|- …")
@click.option(
    "--format",
    "form",
    type=click.Choice(exports.names()),
    default="text",
    show_default=True,
    help="What to write: a page for the terminal (text), the record (json), a page for a browser"
    " (html), or what other programs read (docs/exports.md).",
)
@output_option
@amount_option
@click.option(
    "--since",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="RECORD",
    help="An earlier record: print what changed since, in place of the new record.",
)
@click.option(
    "--rulings",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What persons decided on earlier readings (`variorum rule`), replayed on this one.",
)
@layers_option
@click.option(
    "--library",
    type=Address(),
    metavar="FILE|URL",
    help="A library to look up what was read before; PATH may also be a source or sha256 in it.",
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
@FOLLOW
@net_options
@file_sizes
@click.option("--max-addresses", type=click.IntRange(1), help=ADDRESSES)
@text_sizes
@click.option(
    "--max-witnesses",
    type=click.IntRange(1),
    help="How many are read together.",
)
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
    since: Path | None,
    rulings: Path | None,
    layers: frozenset[str] | None,
    library: Library | None,
    annotator: str | None,
    threads: int,
    **options: Any,
) -> None:
    """Read reports of one event and print one record of them.

    PATH is a text as copied from a page, a saved HTML page, a feed, a file of JSON Lines, an
    archive or another file that holds articles, or a folder of these; - is standard input. URL is
    a page or such a file on the web. What cannot be used is named and passed over.
    """
    from variorum.review.share import share

    files = files_in(paths)
    refuse_overwriting((*files, *(str(path) for path in (since, rulings) if path)), output)
    _refuse_layers(layers, form, since)
    earlier = _earlier(since, form)
    ruled = rulings_in(rulings)[0] if rulings else ()
    with usage_errors():
        record = _read(files, library, options, rulings=ruled, annotator=annotator, threads=threads)
    _tell(record)
    _write(share(record, amount), earlier, form, output, layers=layers)


def _read(
    files: Sequence[str],
    library: Library | None,
    options: dict[str, Any],
    *,
    rulings: Iterable[Ruling],
    annotator: str | None,
    threads: int,
) -> Record:
    """Return the record of files, with what a library knows of them where one is given."""
    from variorum import pipeline

    limits = limits_from(options)
    read_with = partial(
        pipeline.read,
        limits=limits,
        annotator=annotator,
        threads=threads,
        rulings=rulings,
        watch=partial(with_progress, what="reading"),
        policy=policy_from(options),
    )
    if library is None:
        return read_with(paths=files)
    from variorum.ingest import Stages

    with opened(library) as store:
        stages = Stages(store, limits=limits, annotator=annotator, threads=threads)
        return read_with(paths=stages.files(files), kept=stages)


def _write(
    record: Record,
    earlier: Record | None,
    form: str,
    output: str | None,
    *,
    layers: frozenset[str] | None,
) -> None:
    """Write a record, or what changed since an earlier one."""
    if earlier is None:
        write_record(record, form, output, layers)
    else:
        write(changes_between(earlier, record, form, surface(output, layers)), output)


def _earlier(since: Path | None, form: str) -> Record | None:
    """Return the record of --since, proved before anything is read."""
    if since is None:
        return None
    if form not in FORMS:
        raise click.UsageError(f"--since prints {' or '.join(FORMS)}, not {form}")
    return proved(since)


def _refuse_layers(layers: frozenset[str] | None, form: str, since: Path | None) -> None:
    if layers is not None and since is not None:
        raise click.UsageError("--layers is for a record, not for what changed --since another")
    if layers is not None and form not in ("text", "html"):
        raise click.UsageError(f"--layers is for text and html; {form} always holds all")


def _tell(record: Record) -> None:
    """Say in the log what a reader of the record should know before it."""
    _tell_rejected(record)
    _tell_apart(record)
    tell_rulings(record)


def _tell_rejected(record: Record) -> None:
    level = logging.WARNING if record.witnesses else logging.ERROR
    for row in record.rejected:
        log.log(level, "%s: %s (%s)", row.source, row.reason, row.stage)
    if not record.witnesses:
        raise InputError("no witness is left; give at least one text or page")


def _tell_apart(record: Record) -> None:
    """Say of witnesses whose files have one name which letter is which."""
    for name, count in Counter(w.source for w in record.witnesses).items():
        if count > 1:
            told = (f"{w.siglum} (sha256 {w.sha256[:8]})" for w in record.witnesses)
            letters = [t for t, w in zip(told, record.witnesses, strict=True) if w.source == name]
            log.warning(
                "%s: the name of %s; -v tells the path of each", name, " and ".join(letters)
            )
