"""A message of e-mail (RFC 5322, MIME): its text, as HTML where there is such a part.

The subject is the title and the date that of sending. Who sends a message may be an outlet, a
person or a list, so neither outlet nor byline is taken from it. Attachments are left out, and so
is what the message quotes of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.formats import _mail
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "message/rfc822"
SUFFIXES = (".eml",)
_SNIFFED = 8_192
_HEADERS = re.compile(rb"[\w-]{1,60}:[^\n]{0,998}\n(?:(?:[\w-]{1,60}:|[ \t])[^\n]{0,998}\n)++")
_OF_MAIL = re.compile(rb"^(?:message-id|mime-version|received|return-path):", re.I | re.M)


def recognises(data: bytes, source: str) -> bool:
    """Tell by the end of the name, or by a head of fields that only mail has."""
    if source.lower().endswith(SUFFIXES):
        return True
    head = _HEADERS.match(data[:_SNIFFED].replace(b"\r\n", b"\n"))
    return head is not None and _OF_MAIL.search(head[0]) is not None


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield the one text of a message.

    Raises:
        InputError: the message is broken, or has more parts in parts than are read.
    """
    yield _mail.part_of(capture.data, capture.source)
