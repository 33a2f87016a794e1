"""Which library a command works on: the option that commands share, and how it is opened."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from variorum.stores import Store

SETTING = "library"
FILE = "library.sqlite"
_C = TypeVar("_C", bound=Callable[..., Any])


def library_option(command: _C) -> _C:
    """Give a command the option --library."""
    return click.option(
        "--library",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        callback=_chosen,
        help="The library.  [default: `library` in variorum.toml, else library.sqlite in the"
        " user's folder of data]",
    )(command)


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Store]:
    """Open a library, and close it.

    Raises:
        SetupError: there is none, or it cannot be opened.
    """
    from variorum.stores import open_store

    store = open_store(path, create=create)
    try:
        yield store
    finally:
        store.close()


def _chosen(context: click.Context, option: click.Parameter, value: Path | None) -> Path:
    """Return the library of the option, of the settings file, or of the user, in this order."""
    settings = context.find_root().obj or {}
    given = settings.get(SETTING)
    return value or (Path(given) if given else _of_the_user())


def _of_the_user() -> Path:
    """Return where the user's data are by the XDG rules, or by those of the system."""
    if os.name == "posix" and sys.platform != "darwin":
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
        return Path(data) / "variorum" / FILE
    return Path(click.get_app_dir("variorum")) / FILE
