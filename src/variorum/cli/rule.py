"""`variorum rule` and `variorum rulings`: a person's decisions, in a list that only grows."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from variorum.cli.diff import proved
from variorum.cli.library import Library, library_option, opened
from variorum.cli.limits import limits_from
from variorum.cli.progress import with_progress
from variorum.cli.reading import reading_options
from variorum.cli.writing import refuse_overwriting, write
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.model.record import Record
    from variorum.model.rulings import Ruling
    from variorum.review.deciding import Decision
    from variorum.stores import Store

log = logging.getLogger("variorum")

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument(
    "verdict",
    type=click.Choice(["accept", "reject", "split", "merge", "relabel", "note", "undo"]),
)
@click.argument(
    "subject",
    type=click.Choice(["quotation", "speaker", "print", "relation", "origin", "ruling"]),
)
@click.argument("ids", nargs=-1, required=True, metavar="ID …")
@click.option("--record", type=FILE, help="The record that the ids stand in.")
@click.option("--rulings", type=FILE, help="The file that the ruling is added to.")
@click.option("--story", help="The story of the library that the ids stand in, in place of both.")
@library_option
@reading_options
@click.option("--who", required=True, help="Who rules.")
@click.option("--why", default="", help="Why, in your own words.")
@click.option("--to", help="What a relabelled part is from now on: a use, a name or a relation.")
def rule(
    verdict: str,
    subject: str,
    ids: Sequence[str],
    *,
    record: Path | None,
    rulings: Path | None,
    story: str | None,
    library: Library,
    who: str,
    why: str,
    to: str | None,
    **reading: Any,
) -> None:
    """Rule on parts of a record, and add the ruling to a file.

    ID is an id of the record, or its beginning: of quotations or a whole utterance (for
    quotation, speaker, print), of statements or a whole relation (relation; the first is the
    stronger or broader one), of witnesses or their letters (origin), of rulings. `variorum read
    --rulings FILE` replays the file on any later reading, also one with more witnesses. A ruling
    on a --story is kept in the library, and the story composed anew at once.
    """
    from variorum.review.deciding import Decision

    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    decision = Decision(verdict=verdict, subject=subject, who=who, when=when, why=why, to=to)
    if story is not None and record is None and rulings is None:
        made = _ruled_in(library, story, (decision, ids), reading)
    elif story is None and record is not None and rulings is not None:
        made = _ruled_on(record, rulings, decision, ids)
    else:
        raise click.UsageError("give a --record and a file of --rulings, or else a --story")
    click.echo(f"{made.id}  {verdict} {subject}" + (f": {made.to}" if made.to else ""))


def _ruled_on(record: Path, rulings: Path, decision: Decision, ids: Sequence[str]) -> Ruling:
    """Rule on a record in a file, and add the ruling to another."""
    from variorum.review.deciding import rule
    from variorum.review.ruling_files import append

    refuse_overwriting((str(record),), str(rulings))
    if rulings.is_file():
        rulings_in(rulings)
    made = rule(proved(record), decision, ids)
    append(rulings, [made])
    return made


def _ruled_in(
    library: Library, story: str, ruled: tuple[Decision, Sequence[str]], reading: Mapping[str, Any]
) -> Ruling:
    """Rule on a story of a library."""
    from variorum.ingest.ruling import decide

    with opened(library) as store:
        made = decide(store, story, *ruled)
        _compose(store, reading)
    return made


def _compose(store: Store, reading: Mapping[str, Any]) -> None:
    from variorum.ingest import Stages, compose_waiting

    limits = limits_from(reading)
    models = {name: reading[name] for name in ("annotator", "threads")}
    compose_waiting(store, Stages(store, limits=limits, **models), limits, watch=with_progress)


@click.command()
@click.argument("files", nargs=-1, type=FILE, metavar="[FILE] …")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The file to write.")
@click.option(
    "--keep", is_flag=True, help="Keep the rulings of the files in the library; print nothing."
)
@library_option
@reading_options
def rulings(
    files: Sequence[Path], *, output: str | None, keep: bool, library: Library, **reading: Any
) -> None:
    """Check files of rulings and print them as one: each ruling once, in the order of their time.

    Rulings of one file keep their order. Lines that are no ruling are named and left out; the
    exit code is then 1. Without a FILE the rulings of the library are printed. With --keep
    those of the files are kept in it, and the stories they are about composed anew.
    """
    from variorum.review.ruling_files import merged

    if keep and (output is not None or not files):
        raise click.UsageError("--keep takes files and writes none: give a FILE and no -o")
    refuse_overwriting(map(str, files), output)
    read = [rulings_in(file) for file in files]
    found = merged([several for several, _ in read])
    if keep:
        _keep(library, found, reading)
    else:
        write(_lines(found if files else _kept(library)), output)
    if any(wrong for _, wrong in read):
        raise InputError("some lines are no rulings; they are left out")


def _lines(found: Iterable[Ruling]) -> str:
    from variorum.review.ruling_files import line_of

    return b"".join(map(line_of, found)).decode()


def _kept(library: Library) -> tuple[Ruling, ...]:
    with opened(library) as store, store.reading() as view:
        return view.rulings()


def _keep(library: Library, found: Sequence[Ruling], reading: Mapping[str, Any]) -> None:
    with opened(library) as store:
        with store.writing() as writer:
            new = writer.keep_rulings(found)
        _compose(store, reading)
    click.echo(f"{new} rulings kept, {len(found) - new} known before")


def rulings_in(path: Path) -> tuple[tuple[Ruling, ...], tuple[str, ...]]:
    """Return the rulings of a file, and what is wrong with its other lines, which the log tells.

    Raises:
        InputError: it cannot be read.
        UsageError: it is no file of rulings.
    """
    from variorum.review.ruling_files import read_rulings, what_else

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read ({error.strerror})") from error
    found, wrong = read_rulings(data)
    if not found and (other := what_else(data)):
        raise click.UsageError(f"{path.name}: {other}, no file of rulings, as `rule` writes them")
    for told in wrong:
        log.warning("%s: %s; the line is left out", path.name, told)
    return found, wrong


def tell_rulings(record: Record) -> None:
    """Say in the log which rulings no longer apply, or wait for a witness."""
    for ruling in record.rulings:
        if ruling.state in ("stale", "waiting"):
            told = f"{ruling.verdict} {ruling.subject} by {ruling.who}, {ruling.when}"
            log.warning("ruling %s (%s): %s: %s", ruling.id, told, ruling.state, ruling.reason)
