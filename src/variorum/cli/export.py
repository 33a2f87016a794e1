"""`variorum export`: a record in the formats that others read, and records as a site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from variorum import exports
from variorum.cli.diff import proved
from variorum.cli.usage import usage_errors
from variorum.cli.writing import AMOUNT, refuse_overwriting, surface, write_folder, write_record
from variorum.review.share import share


@click.command()
@click.argument(
    "records",
    nargs=-1,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="RECORD …",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(exports.names()),
    default="html",
    show_default=True,
    help="What to write; `datapackage` and `parquet` write a folder (docs/exports.md).",
)
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a page for each RECORD and one that lists them; it opens from disk.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="The file to write, or the folder of a format that writes one.",
)
@click.option(
    "--text",
    "amount",
    type=AMOUNT,
    default="spans",
    show_default=True,
    help="How much of the witnesses' words is passed on; they belong to the outlets.",
)
def export(
    records: Sequence[Path], *, form: str, site: Path | None, output: str | None, amount: str
) -> None:
    """Write RECORD, as `variorum read --format json` prints it, in another format.

    The record is proved first. With --text spans only the words that the record points at are
    passed on.
    """
    refuse_overwriting(map(str, records), output)
    _refuse_format(form, site)
    if site is None and len(records) > 1:
        raise click.UsageError("one RECORD at a time; several make a --site")
    if site is not None and output is not None:
        raise click.UsageError("--site writes its own files; leave -o out")
    read = {path.stem: proved(path) for path in records}
    if len(read) < len(records):
        raise click.UsageError("each RECORD of a site has a name of its own")
    shared = {name: share(record, amount) for name, record in read.items()}
    with usage_errors():
        if site is not None:
            write_folder(exports.render_site(shared, surface(str(site))), site)
        else:
            write_record(next(iter(shared.values())), form, output)


def _refuse_format(form: str, site: Path | None) -> None:
    """Refuse a format that is asked for on the command line beside a site, which has its own."""
    asked = click.get_current_context().get_parameter_source("form") is ParameterSource.COMMANDLINE
    if site is not None and asked and form != "html":
        raise click.UsageError(f"--site writes pages of html; leave --format {form} out")
