"""`variorum doctor`: whether a library is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from variorum.cli.library import Library, library_option, opened
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.model.library import Fault


@click.command()
@library_option
def doctor(library: Library) -> None:
    """Check everything in the library again; print what is wrong, and exit 1 if anything is.

    The file's pages and references, every hash of bytes and texts, every id and span, the index
    of words against the texts, rows that nothing needs, and the proof of every record.
    """
    from variorum.ingest.checking import faults

    with opened(library) as store:
        found = 0
        for fault in faults(store):
            found += 1
            click.echo("".join(c if c.isprintable() else "\ufffd" for c in _line(fault)))
    if found:
        raise InputError(f"{store.name}: {found} faults")
    click.echo(f"{store.name}: sound")


def _line(fault: Fault) -> str:
    return f"{fault.place}: {fault.what}"
