"""Stores, one file each: what keeps a library.

Every file has ``open_store(address, *, create) -> Store``. A store is read through
``reading()`` and written through ``writing(run)``, each one transaction: whoever reads has one
view as long as the block lasts and is never made to wait by who writes; what was written is kept
for good once the block has ended, or not at all where it raised. What both can be asked stands in
``_reader.py`` and ``_writer.py``, for every store is asked the same.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from variorum import drawers
from variorum.errors import SetupError
from variorum.model.library import Fault, Forgotten

if TYPE_CHECKING:
    from variorum.stores._reader import Reader
    from variorum.stores._writer import Writer

EXTRA = "variorum[library]"
_SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")


class Store(Protocol):
    """What each file of this drawer opens; ``name`` is how messages call it."""

    name: str

    def reading(self) -> AbstractContextManager[Reader]:
        """Return one view of the library.

        Raises:
            SetupError: the library cannot be read.
        """

    def writing(self, run: int = 0) -> AbstractContextManager[Writer]:
        """Return one transaction that writes, in the name of a run.

        Raises:
            SetupError: the library cannot be written: the disk is full, or it is read-only.
            RetryError: another writes to it for too long.
        """

    def claim(self, name: str, *, wait: bool = False) -> AbstractContextManager[bool]:
        """Keep a name from other workers on this library for as long as the block lasts.

        Args:
            name: of what is done in the block.
            wait: until who has it lets go; without, the block begins with False.

        Raises:
            RetryError: the connection was lost.
        """

    def forget(self, named: str) -> Forgotten:
        """Remove what has this source, URL or sha256, with all that rests on it, for good.

        Nothing of its words is left in the file afterwards. The stories it stood in lose their
        records and changes, and are to be composed anew.

        Raises:
            InputError: the library has nothing of that name.
        """

    def faults(self) -> tuple[Fault, ...]:
        """Return what the store itself finds wrong: pages, references, indexes, orphans."""

    def close(self) -> None:
        """Let go of the library."""


def names() -> tuple[str, ...]:
    """Return the names of all stores."""
    return drawers.keys(sys.modules[__name__])


def is_server(address: str | Path) -> bool:
    """Tell whether an address is that of a database server, not of a file."""
    return isinstance(address, str) and address.startswith(_SERVERS)


def open_store(address: str | Path, *, create: bool = False) -> Store:
    """Open a library.

    Args:
        address: where it is: a file (``sqlite``), or ``postgresql://…`` (``postgres``).
        create: make it where there is none.

    Raises:
        SetupError: there is no such library, it is of a later version, or what it needs is not
            installed.
    """
    try:
        import sqlalchemy  # noqa: F401 - what every store needs
    except ModuleNotFoundError as missing:
        raise SetupError(f'a library needs more: pip install "{EXTRA}"') from missing
    name = "postgres" if is_server(address) else "sqlite"
    module = drawers.take(sys.modules[__name__], name)
    return cast(Store, module.open_store(str(address), create=create))
