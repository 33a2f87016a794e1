"""`variorum diff`: what changed from one record to another."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum.cli.writing import refuse_overwriting, surface, write
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.exports import Surface
    from variorum.model.record import Record

log = logging.getLogger("variorum")

FORMS = ("text", "json", "html")
REMEDY = "give a record as `variorum read --format json` writes it, or read its sources again"


@click.command()
@click.argument("old", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="What to write: a page for the terminal or a browser, or the changes with their spans.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The file to write.")
def diff(old: Path, new: Path, *, form: str, output: str | None) -> None:
    """Print what changed from the record OLD to the record NEW.

    What a new witness did to each point: another print or origin, single no longer, now
    different. Both records are proved first. The exit code is 0 whether or not there are changes.
    """
    refuse_overwriting((str(old), str(new)), output)
    write(changes_between(proved(old), proved(new), form, surface(output)), output)


def changes_between(old: Record, new: Record, form: str, on: Surface) -> str:
    """Return what changed between two records, as ``form`` for what it is written on."""
    from variorum import exports
    from variorum.review.changes import compare

    return exports.render_changes(compare(old, new), (old, new), form, on)


def proved(path: Path) -> Record:
    """Return the record of a file, proved as far as the words it carries go.

    Raises:
        InputError: the file cannot be read, is no record, or something in it is not exact.
    """
    from variorum import codec
    from variorum.review.verify import verify_alone

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read ({error.strerror})") from error
    try:
        record = codec.decode(data)
        if not verify_alone(record):
            log.warning("%s: carries no words of some witness; no id was proved", path.name)
    except InputError as error:
        raise InputError(f"{path.name}: {error}; {REMEDY}") from error
    return record
