"""Where the output of a command goes: the terminal, or a file that is replaced whole."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.exports import Surface
    from variorum.model.record import Record

# How much of the witnesses' words a command gives.
AMOUNT = click.Choice(["full", "spans", "none"])
amount_option = click.option(
    "--text",
    "amount",
    type=AMOUNT,
    default="full",
    show_default=True,
    help="How much of the witnesses' words the record carries.",
)
"""The option of every command that shows a record."""


def refuse_overwriting(files: Iterable[str], output: str | None) -> None:
    """Raise where the file to write is one that is read.

    Raises:
        UsageError: it is.
    """
    if output is None or not Path(output).is_file():
        return
    for file in files:
        with suppress(OSError, ValueError):
            if Path(file).samefile(output):
                raise click.UsageError(f"{output}: is an input; give -o another file")


def surface(output: str | None, layers: frozenset[str] | None = None) -> Surface:
    """Return what is written on: colour for a terminal that wants it only, all layers for None."""
    from variorum.exports import LAYERS, Surface

    terminal = output is None and sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((80, 24)).columns
    return Surface(width=width, colour=colour, layers=layers or frozenset(LAYERS))


def write_record(
    record: Record, form: str, output: str | None, layers: frozenset[str] | None = None
) -> None:
    """Write a record in a format: to a file, a folder, or standard output.

    Raises:
        UsageError: the format writes a folder, and none is named.
        InputError: the place cannot be written.
    """
    from variorum import exports

    on = surface(output, layers)
    if not exports.takes_folder(form):
        write(exports.render(record, form, on), output)
    elif output is None:
        raise click.UsageError(f"{form} writes several files; name their folder with -o")
    else:
        write_folder(exports.render_files(record, form, on), Path(output))


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder, which is made where it is not there; others in it are left alone.

    Raises:
        InputError: the folder or a file in it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            _replace(folder.resolve() / name, data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{folder}: cannot be written ({reason})") from error


def write(text: str, output: str | None) -> None:
    """Write to a file, or to standard output where there is none.

    Raises:
        InputError: the file cannot be written.
    """
    data = text.encode("utf-8", "surrogatepass")
    if output is None:
        _print(data)
        return
    try:
        _replace(Path(output).resolve(), data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{output}: cannot be written ({reason})") from error


def _print(data: bytes) -> None:
    """Write to standard output; a reader that has gone away is no error, a full disk is."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        return
    except OSError as error:
        with suppress(OSError), open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())  # what is left is not tried again
        raise InputError(f"standard output cannot be written ({error.strerror})") from error


def _replace(target: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    if target.exists() and not target.is_file():  # a pipe or a device cannot be replaced
        target.write_bytes(data)
        return
    part = target.with_name(f".variorum-{secrets.token_hex(8)}")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
