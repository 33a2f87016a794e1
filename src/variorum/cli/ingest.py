"""`variorum ingest`: take files into a library."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import click

from variorum.cli.library import Library, library_option, opened
from variorum.cli.limits import DEPTH, UNPACKED, limits_from
from variorum.cli.progress import with_progress
from variorum.cli.reading import reading_options

log = logging.getLogger("variorum")

MOST_ARTICLES = 100_000


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH|-] …")
@library_option
@reading_options
@click.option("--max-bytes", type=click.IntRange(1), help="The largest file, in bytes.")
@click.option("--max-unpacked", type=click.IntRange(1), help=UNPACKED)
@click.option("--max-depth", type=click.IntRange(1), help=DEPTH)
@click.option(
    "--max-articles",
    type=click.IntRange(1),
    default=MOST_ARTICLES,
    show_default=True,
    help="How many articles one file may hold.",
)
def ingest(
    paths: Sequence[str],
    *,
    library: Library,
    annotator: str | None,
    threads: int,
    max_articles: int,
    **sizes: float | None,
) -> None:
    """Take files into the library and sort what they hold into stories.

    PATH is a file or a folder, as of `variorum read`. A file that was taken in whole is passed
    over, so that a run that was stopped goes on; what cannot be used is named. The library is
    made where there is none. Without a PATH only the stories that wait are composed.
    """
    from variorum import formats
    from variorum.capture import find_files
    from variorum.ingest import Stages, streaming

    limits = limits_from(sizes)
    with opened(library, create=True) as store:
        stages = Stages(store, limits=limits, annotator=annotator, threads=threads)
        job = streaming(
            store, stages, limits=limits, most=max_articles, threads=threads, watch=with_progress
        )
        taken = job(tuple(find_files(paths, formats.suffixes())))
    for row in taken.rejected:
        log.warning("%s: %s (%s)", row.source, row.reason, row.stage)
    seen = f", {taken.known} seen before" if taken.known else ""
    over = f" ({taken.passed_over} passed over)" if taken.passed_over else ""
    click.echo(
        f"{taken.files} files{over}: {taken.articles} articles{seen};"
        f" {len(taken.stories)} stories composed"
    )
