"""`variorum verify`: prove a record again."""

from __future__ import annotations

from pathlib import Path

import click

from variorum.errors import InputError


@click.command()
@click.argument("record", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False),
    help="The folder of the files the record was made from; they are hashed and read again.",
)
@click.option("--max-bytes", type=click.IntRange(1), help="The largest source, in bytes.")
@click.option("--max-characters", type=click.IntRange(1), help="The longest text of a source.")
def verify(record: Path, sources: str | None, **sizes: int | None) -> None:
    """Recompute every hash, span and id of RECORD; exit 1 naming the first that is not exact."""
    from variorum import codec
    from variorum.capture import capture, find_files
    from variorum.cli.limits import limits_from
    from variorum.review.verify import verify as prove

    limits = limits_from(sizes)
    try:
        data = record.read_bytes()
    except OSError as error:
        raise InputError(f"{record.name}: cannot be read ({error.strerror})") from error
    try:
        captures = [capture(p, limits) for p in find_files([sources])] if sources else []
        verdict = prove(codec.decode(data), captures, limits=limits)
    except InputError as error:
        raise InputError(f"{record.name}: {error}") from error
    click.echo(f"{verdict.spans} spans, {verdict.exact} exact")
    if sources:
        click.echo(f"{verdict.sources} sources read again")
