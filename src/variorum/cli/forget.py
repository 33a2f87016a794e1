"""`variorum forget`: take something out of a library for good."""

from __future__ import annotations

import click

from variorum.cli.library import Library, library_option, opened
from variorum.cli.limits import limits_from
from variorum.cli.progress import with_progress
from variorum.cli.reading import reading_options


@click.command()
@click.argument("name", metavar="SOURCE|SHA256")
@library_option
@reading_options
def forget(
    name: str, *, library: Library, annotator: str | None, threads: int, **sizes: float | None
) -> None:
    """Remove what has this name from the library, with all that rests on it.

    SOURCE is a file's name or a URL as the library tells it, with everything that came out of
    it; SHA256 the hash of the bytes, or six characters of it or more. Captures, articles, what was
    found in them, and the records and changes that print them are removed and overwritten. The
    stories they stood in are composed anew.
    """
    from variorum.ingest import Stages, compose_waiting

    limits = limits_from(sizes)
    with opened(library) as store:
        gone = store.forget(name)
        stages = Stages(store, limits=limits, annotator=annotator, threads=threads)
        compose_waiting(store, stages, limits, watch=with_progress)
    told = f"{gone.captures} captures, {gone.articles} articles"
    click.echo(f"forgotten: {told}; {len(gone.stories)} stories composed anew")
