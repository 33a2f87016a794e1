"""`variorum show`: the record of one story of a library."""

from __future__ import annotations

import click

from variorum import exports
from variorum.cli.layers import layers_option
from variorum.cli.library import Library, library_option, opened
from variorum.cli.options import output_option
from variorum.cli.writing import amount_option, surface, write, write_record
from variorum.errors import InputError


@click.command()
@click.argument("story")
@library_option
@click.option(
    "--format",
    "form",
    type=click.Choice(exports.names()),
    default="text",
    show_default=True,
    help="What to write, as `variorum read` does.",
)
@output_option
@amount_option
@layers_option
def show(
    story: str,
    *,
    library: Library,
    form: str,
    output: str | None,
    amount: str,
    layers: frozenset[str] | None,
) -> None:
    """Print the record of a story, and which of its pages have earlier versions.

    STORY is its id as `variorum stories` lists it, or the first six characters of it or more.
    """
    from variorum.review.share import share

    with opened(library) as store, store.reading() as view:
        page = view.page(story)
    if page.record is None:
        raise InputError(
            f"{page.line.story}: not composed yet; `variorum ingest` without a path composes it"
        )
    shared = share(page.record, amount)
    if form == "text":
        on = surface(output, layers)
        write(exports.render(shared, form, on) + exports.listed(page.holdings, on), output)
    else:
        write_record(shared, form, output, layers)
