"""Which library a command works on: the option that commands share, and how it is opened."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from variorum.cli.usage import usage_errors

if TYPE_CHECKING:
    from variorum.stores import Store

# Where a library is: a file, or the address of a server.
Library = Path | str
SETTING = "library"
FILE = "library.sqlite"
_C = TypeVar("_C", bound=Callable[..., Any])


class Address(click.Path):
    """Where a library is; what is no address of a server is a path, and no folder."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Library:
        """Return an address as it stands, a path as one."""
        from variorum.stores import is_server

        return str(value) if is_server(value) else super().convert(value, param, ctx)  # type: ignore[return-value]


def library_option(command: _C) -> _C:
    """Give a command the option --library."""
    return click.option(
        "--library",
        type=Address(),
        metavar="FILE|URL",
        callback=_chosen,
        help="The library: a file, or postgresql://USER@HOST/DATABASE.  [default: `library` in"
        " variorum.toml, else library.sqlite in the user's folder of data]",
    )(command)


@contextmanager
def opened(address: Library, *, create: bool = False) -> Iterator[Store]:
    """Open a library, and close it.

    Raises:
        UsageError: there is none, or it cannot be opened.
        SetupError: it cannot be made, or opened where it could be made.
    """
    from variorum.stores import open_store

    with nullcontext() if create else usage_errors():
        store = open_store(address, create=create)
    try:
        yield store
    finally:
        store.close()


def _chosen(context: click.Context, option: click.Parameter, value: Library | None) -> Library:
    """Return the library of the option, of the settings file, or of the user, in this order."""
    settings = context.find_root().obj or {}
    given = settings.get(SETTING)
    return value or (Address().convert(given, option, context) if given else _of_the_user())


def _of_the_user() -> Path:
    """Return where the user's data are by the XDG rules, or by those of the system."""
    if os.name == "posix" and sys.platform != "darwin":
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
        return Path(data) / "variorum" / FILE
    return Path(click.get_app_dir("variorum")) / FILE
