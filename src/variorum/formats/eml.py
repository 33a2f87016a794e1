"""A message of e-mail (RFC 5322, MIME): its text, as HTML where there is such a part.

The subject is the title and the date that of sending. Who sends a message may be an outlet, a
person or a list, so neither outlet nor byline is taken from it. Attachments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message

from variorum.errors import InputError
from variorum.formats._encoding import decode
from variorum.formats._entries import Told, entry_of, iso_date, paragraphs
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "message/rfc822"
SUFFIXES = (".eml",)
_SNIFFED = 8_192
_HEADERS = re.compile(
    rb"(?:From |[\w-]{1,60}:)[^\n]{0,998}\n(?:(?:[\w-]{1,60}:|[ \t])[^\n]{0,998}\n)++"
)
_OF_MAIL = re.compile(rb"^(?:message-id|mime-version|received|return-path):", re.I | re.M)
_LONGEST_HEADER = 2_000
_MOST_PARTS = 30


def recognises(data: bytes, source: str) -> bool:
    """Tell by the end of the name, or by a head of fields that only mail has."""
    if source.lower().endswith(SUFFIXES):
        return True
    head = _HEADERS.match(data[:_SNIFFED].replace(b"\r\n", b"\n"))
    return head is not None and _OF_MAIL.search(head[0]) is not None


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield the one text of a message.

    Raises:
        InputError: the message has more parts in parts than are read.
    """
    if capture.data.lower().count(b"boundary=") > _MOST_PARTS:
        raise InputError(f"{capture.source}: more than {_MOST_PARTS} parts; save its text alone")
    try:
        message = message_from_bytes(capture.data)
        parts = [part for part in message.walk() if _is_text(part)]
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(f"{capture.source}: broken mail; save its text alone") from error
    found = {kind: part for part in reversed(parts) for kind in (part.get_content_subtype(),)}
    body = ""
    if "html" in found:
        body = _text(found["html"], capture.source)
    elif parts:
        body = paragraphs(_text(parts[0], capture.source))
    published = iso_date(_header(message, "Date"))
    yield entry_of(Told(title=_header(message, "Subject"), body=body, published=published))


def _is_text(part: Message) -> bool:
    kept = part.get_content_type() in ("text/plain", "text/html") and not part.is_multipart()
    return kept and "attachment" not in str(part.get("Content-Disposition", "")).lower()


def _text(part: Message, source: str) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    try:
        return decode(data, charset if isinstance(charset, str) else None)
    except InputError as error:
        raise InputError(f"{source}: {error}") from error


def _header(message: Message, name: str) -> str | None:
    value = str(message.get(name) or "")[:_LONGEST_HEADER]
    try:
        words = "".join(
            part if isinstance(part, str) else part.decode(charset or "utf-8", "replace")
            for part, charset in decode_header(value)
        )
    except (ValueError, LookupError):
        words = value
    return " ".join(words.split()) or None
