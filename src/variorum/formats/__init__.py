"""Input formats, one file each, of two kinds.

Every file has ``MEDIA_TYPE``, ``SUFFIXES`` and ``recognises(data, source) -> bool``. A format of
one article has ``read(capture, limits) -> Page``; a format that holds others, as a feed or an
archive does, or their addresses, has ``unpack(capture, limits) -> Iterator[Part]``; one that says
when it may be read, as a feed does, also ``timetable(capture, limits) -> Timetable``. The text a
format reads out of some bytes, and the bytes of an entry, are part of every anchor, so they change
only together with :data:`READER`; older readers stay in the package.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import TypeGuard, cast

from variorum import drawers
from variorum.errors import InputError, LimitError
from variorum.formats._encoding import why_no_text
from variorum.formats._kinds import Container, Feed, Format, Named, Part
from variorum.formats._layers import Note, Reject, Unpacking
from variorum.formats._unpacked import codings, decoded
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits
from variorum.model.visit import Timetable

READER = 1
# How a record of this program begins.
_RECORD = re.compile(rb'\s*\{\s*"record"\s*:\s*"variorum/')

__all__ = [
    "READER",
    "Container",
    "Feed",
    "Format",
    "Named",
    "Note",
    "Part",
    "Reject",
    "codings",
    "decoded",
    "is_container",
    "names",
    "read",
    "suffixes",
    "timetable",
    "unpack",
]


def names() -> tuple[str, ...]:
    """Return the names of all input formats."""
    return drawers.keys(sys.modules[__name__])


def suffixes() -> tuple[str, ...]:
    """Return how the names of files of any of these formats end, in small letters."""
    return tuple(suffix for form in _forms().values() for suffix in form.SUFFIXES)


def is_container(form: Named) -> TypeGuard[Container]:
    """Tell whether a format holds other captures."""
    return hasattr(form, "unpack")


def unpack(
    capture: Capture, limits: Limits | None = None, *, reject: Reject, note: Note | None = None
) -> Iterator[Capture]:
    """Yield the captures of single articles that a capture holds, or itself where it is one.

    Args:
        capture: a file of any format.
        limits: how much may come out of it, and through how many layers.
        reject: is told the source of each part that cannot be used, and why.
        note: takes down each address it names without the text of what is there, as a list of
            feeds does; None: that they are not fetched is told to ``reject``.
    """
    return Unpacking(_container_of, limits or Limits(), reject, note)(capture)


def timetable(capture: Capture, limits: Limits | None = None) -> Timetable:
    """Return when a feed asks to be read; of all else, nothing is known."""
    form = _format_of(capture)
    if not hasattr(form, "timetable"):
        return Timetable()
    try:
        return cast(Feed, form).timetable(capture, limits or Limits())
    except InputError:
        return Timetable()


def read(capture: Capture, limits: Limits | None = None) -> Page:
    """Return the page a capture holds, read by the first format that recognises it.

    Plain text comes last: it takes whatever decodes as text.

    Raises:
        InputError: no format recognises the bytes, or the one that does finds no text, or they
            hold other captures.
        LimitError: it is larger than ``limits`` allow.
    """
    limits = limits or Limits()
    if _RECORD.match(capture.data):
        raise InputError(
            f"{capture.source}: this is a record, no report; compare it with `variorum diff`"
            " or `variorum read --since`, prove it with `variorum verify`"
        )
    form = _format_of(capture)
    if form is None:
        raise InputError(
            f"{capture.source}: {why_no_text(capture.data)}; save the page as text or HTML in UTF-8"
        )
    if is_container(form):
        raise InputError(f"{capture.source}: holds other captures; unpack it first")
    page = cast(Format, form).read(capture, limits)
    if len(page.lines) > limits.blocks:
        raise LimitError(
            f"{capture.source}: has more than {limits.blocks:,} lines;"
            " raise the limit with --max-blocks"
        )
    return page


@cache
def _forms() -> dict[str, Named]:
    """Return all formats: the folder is looked at once, for an archive has many captures."""
    return {name: cast(Named, drawers.take(sys.modules[__name__], name)) for name in names()}


def _format_of(capture: Capture) -> Named | None:
    """Return the format by the shape of the bytes, by their media type, or else plain text.

    Where there is a media type, how an address happens to end says nothing.
    """
    text = _forms()["text"]
    forms = [form for form in _forms().values() if form is not text]
    declared = (capture.media_type or "").split(";")[0].strip().lower()
    name = "" if declared else capture.source
    by_shape = (f for f in forms if f.recognises(capture.data, name))
    by_type = (f for f in forms if declared == f.MEDIA_TYPE and not is_container(f))
    found = next(by_shape, None)
    if found is None and text.recognises(capture.data, capture.source):
        found = next(by_type, text)
    return found


def _container_of(capture: Capture) -> Container | None:
    form = _format_of(capture)
    return form if form is not None and is_container(form) else None
