"""`variorum stories`: the stories of a library."""

from __future__ import annotations

import click

from variorum.cli.library import Library, library_option, opened
from variorum.cli.listing import chosen_day, list_options, write_rows


@click.command()
@library_option
@click.option(
    "--since",
    callback=chosen_day,
    metavar="YYYY-MM-DD",
    help="Stories with an article of this day or a later one.",
)
@click.option("--query", metavar="WORDS", help="Stories with these words, as in `search`.")
@click.option("--place", metavar="NAME", help="Stories that name this place.")
@click.option("--speaker", metavar="NAME", help="Stories that quote somebody of this name.")
@list_options(most=50)
def stories(
    library: Library,
    *,
    since: str | None,
    query: str | None,
    place: str | None,
    speaker: str | None,
    form: str,
    most: int,
) -> None:
    """List the stories of the library, those that went on last first.

    A line has the story's id, its days, how many articles it has, and the title of the earliest.
    A name is found by any of its words.
    """
    from variorum.model.library import Wanted

    wanted = Wanted(since=since, words=query, place=place, speaker=speaker, most=most)
    with opened(library) as store, store.reading() as view:
        rows = view.stories(wanted)
    write_rows(rows, form)
