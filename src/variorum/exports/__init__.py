"""Output formats, one file each.

Every file has ``MEDIA_TYPE`` and ``render(record, surface) -> str``, or, where it takes a folder,
``render_files(record, surface) -> dict[str, bytes]``. A file that can also show what changed from
one record to another has ``render_changes(changes, records, surface) -> str``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from variorum import drawers
from variorum.errors import SetupError
from variorum.exports._layers import LAYERS as LAYERS
from variorum.model.changes import Changes
from variorum.model.library import Find, Holding, StoryChange, StoryLine
from variorum.model.record import Record

if TYPE_CHECKING:
    from variorum.exports._selected import Matter, PlaceSaid, Saying
    from variorum.exports._tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What an export is written on: its width in columns, and whether it takes colour.

    ``layers`` are those of ``LAYERS`` that are shown: what is read by a person may leave out the
    others, what is read by a program never does.
    """

    width: int = 80
    colour: bool = False
    layers: frozenset[str] = frozenset(LAYERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The page of a record in the parts that other pages are put together from: all mark-up."""

    heading: str
    skips: str
    witnesses: str
    apparatus: str
    texts: str
    foot: str


class Export(Protocol):
    """What each file of this drawer offers."""

    MEDIA_TYPE: str

    def render(self, record: Record, surface: Surface) -> str:
        """Return ``record`` in this format."""


class FolderExport(Protocol):
    """What a file of this drawer offers that writes a folder."""

    MEDIA_TYPE: str

    def render_files(self, record: Record, surface: Surface) -> dict[str, bytes]:
        """Return the files of ``record`` in this format by their names."""


class ChangesExport(Protocol):
    """What a file of this drawer offers that shows changes."""

    def render_changes(
        self, changes: Changes, records: tuple[Record, Record], surface: Surface
    ) -> str:
        """Return in this format what changed from the first record to the second."""


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


def media_type(name: str) -> str:
    """Return the media type of the output format ``name``.

    Raises:
        SetupError: there is no such format, or what it needs is not installed.
    """
    return cast(Export, drawers.take(sys.modules[__name__], name)).MEDIA_TYPE


def parts(record: Record, surface: Surface | None = None, desk: str = "") -> Parts:
    """Return the page that ``html`` writes in its parts.

    Args:
        record: what is shown.
        surface: which layers are shown at first.
        desk: the address of the form that rules on the record, "" where nobody rules.
    """
    from variorum.exports import html

    return html.parts(record, surface or Surface(), desk)


def page_files() -> dict[str, str]:
    """Return the style and the script that go with :func:`parts`, by their names."""
    from variorum.exports import _page, html

    return {"page.css": _page.resource(html.STYLE), "page.js": _page.resource(html.SCRIPT)}


def escaped(words: str) -> str:
    """Return words as text of a page, or as the value of a quoted attribute."""
    from variorum.exports import _markup

    return _markup.escaped(words)


def sayings(record: Record, name: str) -> tuple[Saying, ...]:
    """Return what somebody of this name is quoted as saying, in the order of its dates."""
    from variorum.exports import _selected

    return _selected.sayings(record, name)


def place_rows(record: Record, name: str) -> tuple[PlaceSaid, ...]:
    """Return what witnesses say of a place of this name, in the order of the witnesses."""
    from variorum.exports import _selected

    return _selected.place_rows(record, name)


def matter(record: Record, id_: str) -> Matter | None:
    """Return what a row of the page is, as something to rule on; None where there is no such."""
    from variorum.exports import _selected

    return _selected.matter(record, id_)


def tables(record: Record) -> tuple[Table, ...]:
    """Return a record as flat tables, the empty ones too."""
    from variorum.exports import _tables

    return _tables.tables(record)


def takes_folder(name: str) -> bool:
    """Tell whether the output format ``name`` writes several files.

    Raises:
        SetupError: there is no such format, or what it needs is not installed.
    """
    return hasattr(drawers.take(sys.modules[__name__], name), "render_files")


def render_files(record: Record, name: str, surface: Surface | None = None) -> dict[str, bytes]:
    """Return the files of ``record`` in the output format ``name``, one that writes a folder.

    Raises:
        SetupError: there is no such format.
    """
    export = cast(FolderExport, drawers.take(sys.modules[__name__], name))
    return export.render_files(record, surface or Surface())


def render_site(records: Mapping[str, Record], surface: Surface | None = None) -> dict[str, bytes]:
    """Return the files of a site that shows records, which stand by the names of their pages."""
    from variorum.exports import _site

    return _site.render_site(records, surface or Surface())


def render_changes(
    changes: Changes, records: tuple[Record, Record], name: str, surface: Surface | None = None
) -> str:
    """Return what changed from the first of two records to the second in the format ``name``.

    Raises:
        SetupError: there is no such format, or it does not show changes.
    """
    export = drawers.take(sys.modules[__name__], name)
    if not hasattr(export, "render_changes"):
        raise SetupError(f"{name} shows no changes; text, json and html do")
    return cast(ChangesExport, export).render_changes(changes, records, surface or Surface())


def changed_lines(changes: Changes, records: tuple[Record, Record]) -> bytes:
    """Return what changed from the first of two records to the second, line by line, to be kept.

    :func:`changed_markup` makes mark-up of it.
    """
    from variorum.exports import _marked

    return _marked.lines_of(changes, records)


def changed_markup(lines: bytes, heading: int) -> str:
    """Return what :func:`changed_lines` gave as mark-up, its headings of a level.

    Raises:
        InputError: it is damaged.
    """
    from variorum.exports import _marked

    return _marked.marked(lines, heading)


def rewritten(old: str, new: str) -> str:
    """Return two texts of one page as mark-up: what was put in and what was taken out."""
    from variorum.exports import _marked

    return _marked.compared(old, new)


def listed(
    rows: Sequence[StoryLine | Find | StoryChange | Holding], surface: Surface | None = None
) -> str:
    """Return what a library lists, for a terminal; of holdings the pages with several versions."""
    from variorum.exports import _listings

    return _listings.listed(rows, surface or Surface())


def feed(changes: Sequence[StoryChange], version: str) -> str:
    """Return what changed in stories as an Atom feed, the first of them the latest.

    Args:
        changes: as a library tells them.
        version: of the program that writes the feed.
    """
    from variorum.exports import _atom

    return _atom.feed(changes, version)
