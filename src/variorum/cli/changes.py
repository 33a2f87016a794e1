"""`variorum changes`: what changed in the stories of a library."""

from __future__ import annotations

import click

from variorum.cli.library import Library, library_option, opened
from variorum.cli.listing import chosen_day, list_options, write_rows
from variorum.cli.writing import write


@click.command()
@library_option
@click.option(
    "--since",
    callback=chosen_day,
    metavar="YYYY-MM-DD",
    help="What was changed on this day (UTC) or later.",
)
@click.option(
    "--atom",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write an Atom feed to this file, in place of the list.",
)
@list_options(most=50)
def changes(library: Library, *, since: str | None, atom: str | None, form: str, most: int) -> None:
    """List what each run changed in the stories it touched, the latest first.

    Of a new story that it is new, of one that went on what its new witnesses did to the record,
    as `variorum diff` tells it.
    """
    from variorum import __version__, exports

    with opened(library) as store, store.reading() as view:
        rows = view.changes(since, most)
    if atom is None:
        write_rows(rows, form)
    else:
        write(exports.feed(rows, __version__), atom)
