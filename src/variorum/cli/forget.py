"""`variorum forget`: take something out of a library for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from variorum.capture.addresses import is_address
from variorum.cli.library import Library, library_option, opened
from variorum.cli.limits import limits_from
from variorum.cli.progress import with_progress
from variorum.cli.reading import reading_options
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.stores import Store


@click.command()
@click.argument("name", metavar="SOURCE|SHA256")
@click.option("--all", "every", is_flag=True, help="Also where several files have this name.")
@library_option
@reading_options
def forget(
    name: str,
    *,
    every: bool,
    library: Library,
    annotator: str | None,
    threads: int,
    **sizes: float | None,
) -> None:
    """Remove what has this name from the library, with all that rests on it.

    SOURCE is a file's name or a URL as the library tells it, with everything that came out of
    it; SHA256 the hash of the bytes, or six characters of it or more. Captures, articles, what was
    found in them, and the records and changes that print them are removed and overwritten. The
    stories they stood in are composed anew. Where several files of one name were taken in, the
    hash says which is meant.
    """
    from variorum.ingest import Stages, compose_waiting

    limits = limits_from(sizes)
    with opened(library) as store:
        if not every:
            _refuse_namesakes(store, name)
        gone = store.forget(name)
        stages = Stages(store, limits=limits, annotator=annotator, threads=threads)
        compose_waiting(store, stages, limits, watch=with_progress)
    told = f"{gone.captures} captures, {gone.articles} articles"
    click.echo(f"forgotten: {told}; {len(gone.stories)} stories composed anew")


def _refuse_namesakes(store: Store, name: str) -> None:
    """Refuse a name that several files have, for a folder's ``index.html`` is no one page's.

    Raises:
        InputError: the message lists their hashes.
    """
    if is_address(name):  # all versions of a page stand at its address
        return
    with store.reading() as view:
        hashes = {c.sha256 for c in view.captures(name) if c.source == name}
    if len(hashes) > 1:
        told = ", ".join(sorted(sha256[:12] for sha256 in hashes))
        raise InputError(f"{name}: {len(hashes)} files have this name ({told}); give one or --all")
