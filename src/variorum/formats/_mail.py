"""What a message of e-mail holds (RFC 5322, MIME): its text, as HTML where there is such a part.

Attachments are left out, and so is what the message quotes: lines that begin with ``>`` and the
line that says whose they are, or what programs for mail mark as quoted in HTML, unless there is
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.header import decode_header
from email.message import Message

from variorum.errors import InputError
from variorum.formats._encoding import decode
from variorum.formats._entries import Told, entry_of, iso_date, paragraphs, plain
from variorum.formats._kinds import Part

_LONGEST_HEADER = 2_000
_MOST_PARTS = 30
_QUOTED = ">"
# What says whose the quoted lines below are: a day, an hour or an address, and a colon.
_WHOSE = re.compile(r"[\d@]")
_WHOSE_LINES = 2
_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>blockquote|div)\b(?P<rest>[^<>]{0,1000})>", re.I)
_CITED = re.compile(
    r"\btype\s{0,3}=\s{0,3}[\"']?cite\b|\bclass\s{0,3}=\s{0,3}[\"']?[^\"'>]{0,200}\b(?:gmail_quote"
    r"|moz-cite-prefix|protonmail_quote|yahoo_quoted)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]")


def part_of(data: bytes, source: str) -> Part:
    """Return the one text of a message, with its subject as title and the date of sending.

    Args:
        data: the message.
        source: what an error names.

    Raises:
        InputError: the message is broken, or has more parts in parts than are read.
    """
    if data.lower().count(b"boundary=") > _MOST_PARTS:
        raise InputError(f"{source}: more than {_MOST_PARTS} parts; save its text alone")
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if _is_text(part)]
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(f"{source}: broken mail; save its text alone") from error
    found = {kind: part for part in reversed(parts) for kind in (part.get_content_subtype(),)}
    body = ""
    if "html" in found:
        body = without_cited(_text(found["html"], source))
    elif parts:
        body = paragraphs(without_quoted(_text(parts[0], source)))
    published = iso_date(_header(message, "Date"))
    return entry_of(Told(title=_header(message, "Subject"), body=body, published=published))


def without_quoted(text: str) -> str:
    """Return the plain text of a message without what it quotes of others.

    The line that says whose that is goes too, be it broken in two. A text that is all quoted, as
    one that is passed on, stays.
    """
    lines = text.splitlines()
    quoted = {at for at, line in enumerate(lines) if line.startswith(_QUOTED)}
    openings = [at for at in quoted if at - 1 not in quoted]
    for at in openings:
        quoted.update(_whose(lines, at))
    own = [line for at, line in enumerate(lines) if at not in quoted]
    return "\n".join(own) if any(map(_WORDS.search, own)) else text


def without_cited(markup: str) -> str:
    """Return the HTML of a message without the elements that quote others.

    What is all quoted stays, and so does an element that has no end.
    """
    kept, done, start, name, depth = [], 0, 0, "", 0
    for tag in _ELEMENT.finditer(markup):
        if not depth and not tag["end"] and _CITED.search(tag["rest"]):
            start, name, depth = tag.start(), tag["name"].lower(), 1
        elif depth and tag["name"].lower() == name:
            depth += -1 if tag["end"] else 1
            if not depth:
                kept.append(markup[done:start])
                done = tag.end()
    own = "".join([*kept, markup[done:]])
    return own if _WORDS.search(plain(own)) else markup


def _whose(lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the places of the lines right above quoted ones that say whose they are."""
    last = at - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    for first in range(last, max(last - _WHOSE_LINES, -1), -1):
        if not lines[first].strip() or len(lines[first]) > _LONGEST_HEADER:
            return
        told = " ".join(line.strip() for line in lines[first : last + 1])
        if told.endswith(":") and _WHOSE.search(told):
            yield from range(first, last + 1)
            return


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
