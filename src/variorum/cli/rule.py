"""`variorum rule` and `variorum rulings`: a person's decisions, kept in a file that only grows."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum.cli.diff import proved
from variorum.cli.writing import refuse_overwriting, write
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.model.record import Record
    from variorum.model.rulings import Ruling

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
@click.option("--record", type=FILE, required=True, help="The record that the ids stand in.")
@click.option("--rulings", type=FILE, required=True, help="The file that the ruling is added to.")
@click.option("--who", required=True, help="Who rules.")
@click.option("--why", default="", help="Why, in your own words.")
@click.option("--to", help="What a relabelled part is from now on: a use, a name or a relation.")
def rule(
    verdict: str,
    subject: str,
    ids: Sequence[str],
    *,
    record: Path,
    rulings: Path,
    who: str,
    why: str,
    to: str | None,
) -> None:
    """Rule on parts of a record, and add the ruling to a file.

    ID is an id of the record, or its beginning: of quotations or a whole utterance (for
    quotation, speaker, print), of statements or a whole relation (relation; the first is the
    stronger or broader one), of witnesses or their letters (origin), of rulings. `variorum read
    --rulings FILE` replays the file on any later reading, also one with more witnesses.
    """
    from variorum.review.deciding import Decision, rule
    from variorum.review.ruling_files import append

    refuse_overwriting((str(record),), str(rulings))
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    decision = Decision(verdict=verdict, subject=subject, who=who, when=when, why=why, to=to)
    made = rule(proved(record), decision, ids)
    append(rulings, [made])
    click.echo(f"{made.id}  {verdict} {subject}" + (f": {made.to}" if made.to else ""))


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE …")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The file to write.")
def rulings(files: Sequence[Path], *, output: str | None) -> None:
    """Check files of rulings and print them as one: each ruling once, in the order of their time.

    Rulings of one file keep their order. Lines that are no ruling are named and left out; the
    exit code is then 1.
    """
    from variorum.review.ruling_files import line_of, merged

    refuse_overwriting(map(str, files), output)
    read = [rulings_in(file) for file in files]
    write(b"".join(map(line_of, merged([found for found, _ in read]))).decode(), output)
    if any(wrong for _, wrong in read):
        raise InputError("some lines are no rulings; they are left out")


def rulings_in(path: Path) -> tuple[tuple[Ruling, ...], tuple[str, ...]]:
    """Return the rulings of a file, and what is wrong with its other lines, which the log tells.

    Raises:
        InputError: it cannot be read.
    """
    from variorum.review.ruling_files import read_rulings

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read ({error.strerror})") from error
    found, wrong = read_rulings(data)
    for told in wrong:
        log.warning("%s: %s; the line is left out", path.name, told)
    return found, wrong


def tell_rulings(record: Record) -> None:
    """Say in the log which rulings no longer apply, or wait for a witness."""
    for ruling in record.rulings:
        if ruling.state in ("stale", "waiting"):
            told = f"{ruling.verdict} {ruling.subject} by {ruling.who}, {ruling.when}"
            log.warning("ruling %s (%s): %s: %s", ruling.id, told, ruling.state, ruling.reason)
