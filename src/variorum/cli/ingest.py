"""`variorum ingest`: take files and addresses into a library."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from variorum.cli.library import Library, library_option, opened
from variorum.cli.limits import ADDRESSES, file_sizes, limits_from
from variorum.cli.net import NO_FOLLOW, net_options, policy_from
from variorum.cli.progress import with_progress
from variorum.cli.reading import files_in, reading_options
from variorum.cli.stopping import stopping
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.capture.policy import Policy
    from variorum.ingest import Ingest, Taken
    from variorum.stores import Store

log = logging.getLogger("variorum")

MOST_ARTICLES = 100_000
# How many seconds of waiting for its hosts one page is worth.
PATIENCE = 120.0
_MINUTE, _HOUR = 60.0, 3_600.0


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH|URL|-] …")
@library_option
@click.option("--watch", is_flag=True, help="Take in again and again, until stopped.")
@click.option(
    "--every",
    type=click.FloatRange(1),
    default=15.0,
    show_default=True,
    metavar="MINUTES",
    help="With --watch: how long from one round to the next.",
)
@click.option(
    "--revisit",
    type=click.FloatRange(0),
    default=24.0,
    show_default=True,
    metavar="HOURS",
    help="After how long a page that is named again is asked whether it has changed.",
)
@NO_FOLLOW
@net_options
@reading_options
@file_sizes
@click.option(
    "--max-addresses", type=click.IntRange(1), help=f"{ADDRESSES[:-1]}, and one run ask for."
)
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
    watch: bool,
    every: float,
    **options: Any,
) -> None:
    """Take files and addresses into the library and sort what they hold into stories.

    PATH is a file or a folder, as of `variorum read`, URL a page, a feed or a list on the web. A
    file that was taken in whole is passed over, so that a run that was stopped goes on; what a
    list names is asked for if it was not lately; what cannot be used is named. The library is
    made where there is none. Without a PATH only the stories that wait are composed.

    With --watch it goes on until SIGINT (Ctrl-C) or SIGTERM, and ends after the page at hand.
    """
    from variorum.ingest import watching

    if watch and (not paths or "-" in paths):
        raise click.UsageError("--watch needs a PATH or URL to come back to")
    policy = policy_from(options, longest_wait=PATIENCE)
    with opened(library, create=True) as store:
        if not watch:
            taken = _job(store, policy, options, watch=with_progress)(files_in(paths))
            _tell_rejected(taken, logging.WARNING)
            click.echo(watching.told(taken))
            if taken.rejected and not taken.of_use:
                raise InputError("nothing was taken in; what was wrong is told above")
            return
        with stopping() as stopped:
            job = _job(store, policy, options, every=every * _MINUTE, stopped=stopped)

            def take_in(first: bool) -> Taken:
                taken = job(files_in(paths), given=first)
                _tell_rejected(taken, logging.INFO)
                return taken

            tell = lambda line: click.echo(line, err=True)  # noqa: E731
            watching.watch(take_in, every=every * _MINUTE, time=time, stopped=stopped, tell=tell)


def _job(
    store: Store, policy: Policy, options: dict[str, Any], *, every: float = 0.0, **ways: Any
) -> Ingest:
    """Return the job that options describe."""
    from variorum.ingest import Net, Stages, streaming

    threads, most = options.pop("threads"), options.pop("max_articles")
    limits = limits_from(options)
    return streaming(
        store,
        Stages(store, limits=limits, annotator=options["annotator"], threads=threads),
        limits=limits,
        most=most,
        threads=threads,
        net=Net(policy=policy, revisit=options["revisit"] * _HOUR, every=every),
        **ways,
    )


def _tell_rejected(taken: Taken, level: int) -> None:
    for row in taken.rejected:
        log.log(level, "%s: %s (%s)", row.source, row.reason, row.stage)
