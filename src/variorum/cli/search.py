"""`variorum search`: where words stand in a library."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import click

from variorum.cli.library import Library, library_option, opened
from variorum.cli.listing import list_options, write_rows

log = logging.getLogger("variorum")


@click.command()
@click.argument("words", nargs=-1, required=True)
@library_option
@click.option(
    "--syntax",
    is_flag=True,
    help="WORDS are a query of SQLite's FTS5: AND, OR, NOT, NEAR(), prefix*; in PostgreSQL of"
    " to_tsquery: &, |, !, <->, prefix:*.",
)
@list_options(most=20)
def search(words: Sequence[str], *, library: Library, syntax: bool, form: str, most: int) -> None:
    """List the articles that have all WORDS, the last that arrived first.

    Words in double quotes must stand in a row ('"no order to leave"'). Case and accents
    do not count. What is shown stands so in the article.
    """
    with opened(library) as store, store.reading() as view:
        rows = view.search(" ".join(words), syntax=syntax, most=most)
    if not rows:
        log.warning("no article of the library has these words")
    write_rows(rows, form)
