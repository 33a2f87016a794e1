"""Output formats, one file each.

Every file has ``render(record, surface) -> str`` and ``MEDIA_TYPE``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol, cast

from variorum import drawers
from variorum.exports._layers import LAYERS as LAYERS
from variorum.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What an export is written on: its width in columns, and whether it takes colour.

    ``layers`` are those of ``LAYERS`` that are shown: what is read by a person may leave out the
    others, what is read by a program never does.
    """

    width: int = 80
    colour: bool = False
    layers: frozenset[str] = frozenset(LAYERS)


class Export(Protocol):
    """What each file of this drawer offers."""

    MEDIA_TYPE: str

    def render(self, record: Record, surface: Surface) -> str:
        """Return ``record`` in this format."""


def names() -> tuple[str, ...]:
    """Return the names of all output formats."""
    return drawers.keys(sys.modules[__name__])


def render(record: Record, name: str, surface: Surface | None = None) -> str:
    """Return ``record`` in the output format ``name``.

    Raises:
        SetupError: there is no such format.
    """
    export = cast(Export, drawers.take(sys.modules[__name__], name))
    return export.render(record, surface or Surface())
