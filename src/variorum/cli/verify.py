"""`variorum verify`: prove a record again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from variorum.cli.limits import file_sizes, limits_from, text_sizes
from variorum.errors import InputError


@click.command()
@click.argument("record", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False),
    help="The folder of the files the record was made from; they are hashed and read again.",
)
@file_sizes
@text_sizes
def verify(record: Path, sources: str | None, **sizes: int | None) -> None:
    """Recompute every hash, span and id of RECORD; exit 1 naming the first that is not exact.

    With --sources also where a source is not in the folder. Fields that this version does not
    know are named: nothing proves them.
    """
    from variorum import codec
    from variorum.capture import capture, find_files
    from variorum.review.verify import sources_in
    from variorum.review.verify import verify as prove

    limits = limits_from(sizes)
    try:
        data = record.read_bytes()
    except OSError as error:
        raise InputError(f"{record.name}: cannot be read ({error.strerror})") from error
    try:
        captures = [capture(p, limits) for p in find_files([sources])] if sources else []
        read = codec.decode(data)
        found = sources_in(read, captures, limits=limits)
        verdict = prove(read, found, limits=limits)
    except InputError as error:
        raise InputError(f"{record.name}: {error}") from error
    click.echo(f"{verdict.spans} spans, {verdict.exact} exact")
    if unknown := codec.unknown_fields(data):
        click.echo(f"not covered by this proof: {', '.join(map(_printable, unknown))}")
    if sources:
        click.echo(f"{verdict.sources} sources read again")
        _require_sources(verdict.absent)


def _require_sources(absent: Sequence[str]) -> None:
    if absent:
        named = ", ".join(map(_printable, absent))
        raise InputError(f"not in the folder of --sources, so not read again: {named}")


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in name)
