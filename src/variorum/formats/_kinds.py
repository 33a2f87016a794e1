"""The two kinds of input formats, as their files offer them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from variorum.errors import InputError
from variorum.model.address import Address
from variorum.model.article import Capture, Entry, Page
from variorum.model.limits import Limits
from variorum.model.visit import Timetable

Part = Entry | Address | InputError
"""What a container has: an article or a container, where one is, or why there is none."""


class Named(Protocol):
    """What each file of this drawer offers."""

    MEDIA_TYPE: str
    SUFFIXES: tuple[str, ...]

    def recognises(self, data: bytes, source: str) -> bool:
        """Tell whether ``data`` (from a file or URL named ``source``) is of this format."""


class Format(Named, Protocol):
    """A format of one article."""

    def read(self, capture: Capture, limits: Limits) -> Page:
        """Return the visible text of a capture; raises InputError where there is none."""


class Container(Named, Protocol):
    """A format that holds other captures, or only their addresses, as a list does."""

    def unpack(self, capture: Capture, limits: Limits) -> Iterator[Part]:
        """Yield what a capture holds in its order; an error stands for a part of no use."""


class Feed(Container, Protocol):
    """A container that says when it may be read."""

    def timetable(self, capture: Capture, limits: Limits) -> Timetable:
        """Return when the feed asks to be read; raises InputError where it is none."""
