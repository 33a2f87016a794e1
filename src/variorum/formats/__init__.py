"""Input formats, one file each.

Every file has ``MEDIA_TYPE``, ``SUFFIXES``, ``recognises(data, source) -> bool`` and
``read(capture, limits) -> Page``. The text a format reads out of some bytes is part of every
anchor, so it changes only together with :data:`READER`; older readers stay in the package.
"""

from __future__ import annotations

import sys
from typing import Protocol, cast

from variorum import drawers
from variorum.errors import InputError
from variorum.formats._encoding import why_no_text
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits

READER = 1


class Format(Protocol):
    """What each file of this drawer offers."""

    MEDIA_TYPE: str
    SUFFIXES: tuple[str, ...]

    def recognises(self, data: bytes, source: str) -> bool:
        """Tell whether ``data`` (from a file or URL named ``source``) is of this format."""

    def read(self, capture: Capture, limits: Limits) -> Page:
        """Return the visible text of a capture; raises InputError where there is none."""


def names() -> tuple[str, ...]:
    """Return the names of all input formats."""
    return drawers.keys(sys.modules[__name__])


def suffixes() -> tuple[str, ...]:
    """Return how the names of files of any of these formats end, in small letters."""
    package = sys.modules[__name__]
    forms = (cast(Format, drawers.take(package, name)) for name in names())
    return tuple(suffix for form in forms for suffix in form.SUFFIXES)


def read(capture: Capture, limits: Limits | None = None) -> Page:
    """Return the page a capture holds, read by the first format that recognises it.

    Plain text comes last: it takes whatever decodes as text.

    Raises:
        InputError: no format recognises the bytes, or the one that does finds no text.
    """
    for name in sorted(names(), key=lambda key: (key == "text", key)):
        form = cast(Format, drawers.take(sys.modules[__name__], name))
        if form.recognises(capture.data, capture.source):
            return form.read(capture, limits or Limits())
    raise InputError(
        f"{capture.source}: {why_no_text(capture.data)}; save the page as text or HTML in UTF-8"
    )
