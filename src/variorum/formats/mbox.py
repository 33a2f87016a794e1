"""A mailbox in one file (RFC 4155, mbox): a text for each of its messages, as ``eml`` reads them.

A message begins at a line ``From``, an address and a date, at the top or after a blank line, where
fields of mail follow; such a line in the words of a message begins none. A ``>`` that a mailbox
puts before ``From`` in a text is taken off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.errors import InputError
from variorum.formats import _mail
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "application/mbox"
SUFFIXES = (".mbox",)
_SNIFFED = 8_192
_POSTMARK = (
    rb"From [^\s]{1,320}[ \t][^\n]{0,80}\d\d:\d\d[^\n]{0,80}\n(?=[\w-]{1,60}:)"  # then a field
)
_FIRST = re.compile(rb"\s{0,9}" + _POSTMARK)
_NEXT = re.compile(rb"\n\n" + _POSTMARK)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def recognises(data: bytes, source: str) -> bool:
    """Tell by the line with which the first message begins, or by the end of the name."""
    named = source.lower().endswith(SUFFIXES)
    return named or _FIRST.match(_unix(data[:_SNIFFED])) is not None


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield the text of each message in turn; an error stands for one of no use.

    Raises:
        InputError: there is no message.
    """
    data = _unix(capture.data)
    first = _FIRST.match(data)
    if first is None:
        raise InputError(f"{capture.source}: holds no message; save the messages one by one")
    start = first.end()
    while start < len(data):
        found = _NEXT.search(data, start - 2)
        end = found.start() + 1 if found else len(data)
        try:
            yield _mail.part_of(_ESCAPED.sub(b"", data[start:end]), capture.source)
        except InputError as error:
            yield error
        start = found.end() if found else len(data)


def _unix(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
