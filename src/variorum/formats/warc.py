"""WARC (ISO 28500): one page a response or resource, plain or as gzip, Zstandard or LZ4 members.

A record counts where its answer was 200 and its media type is one of text or of a feed; pictures,
scripts and the rest of a crawl are passed over. The bytes of a page are those the server sent,
without the codings of the transfer; when it was crawled says nothing about when it was published.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.errors import InputError, LimitError
from variorum.formats._unpacked import decoded, needs_extra
from variorum.model.article import Capture, Entry
from variorum.model.limits import Limits

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

log = logging.getLogger("variorum")

MEDIA_TYPE = "application/warc"
SUFFIXES = (".warc",)
_PAGES = (
    "text/html", "application/xhtml+xml", "text/plain", "application/rss+xml",
    "application/atom+xml", "application/feed+json", "application/xml", "text/xml",
)  # fmt: skip
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,7})(?:;[^\r\n]{0,200})?\r\n")
_LONGEST_HEAD = 65_536


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first bytes; ``source`` may have any name."""
    return data.startswith(b"WARC/")


def unpack(capture: Capture, limits: Limits) -> Iterator[Entry | InputError]:
    """Yield the pages of an archive, in its order.

    Raises:
        InputError: the archive is broken from some record on.
        SetupError: the package that reads archives is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ModuleNotFoundError as missing:
        raise needs_extra("a WARC archive", missing) from missing
    kinds = WarcRecordType.response | WarcRecordType.resource
    records = ArchiveIterator(
        io.BytesIO(capture.data),
        record_types=kinds,
        auto_decode="none",
        max_header_len=_LONGEST_HEAD,
        stream_detect=False,
    )
    read = 0
    try:
        for record in records:
            read += 1
            entry = _entry(record, limits)
            if entry is not None:
                yield entry
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(
            f"{capture.source}: broken after record {read:,} ({error}); get the archive again"
        ) from error


def _entry(record: WarcRecord, limits: Limits) -> Entry | InputError | None:
    """Return a record's page, an error where it cannot be used, None where it is no page."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    answer = record.http_headers
    fields = answer if answer is not None else record.headers
    kind = fields.get("Content-Type") or ""
    if kind.split(";")[0].strip().lower() not in _PAGES or (answer and answer.status_code != 200):
        log.debug("%s: passed over, %s", url, kind)
        return None
    try:
        data = _sent(record, fields.get("Transfer-Encoding") or "", limits)
        data = decoded(data, fields.get("Content-Encoding") or "", limits)
    except InputError as error:
        return type(error)(f"{url}: {error}")
    return Entry(data=data, media_type=kind, url=url)


def _sent(record: WarcRecord, coding: str, limits: Limits) -> bytes:
    """Return the content of an answer, without the chunks it was sent in."""
    data = record.reader.read(limits.unpacked + 1)
    if len(data) > limits.unpacked:
        raise LimitError("larger than what may be unpacked; raise the limit with --max-unpacked")
    if len(data) < record.content_length:
        raise InputError("is cut off; get the archive again")
    return _unchunked(data) if coding.strip().lower() == "chunked" else data


def _unchunked(data: bytes) -> bytes:
    """Return what chunks hold (RFC 9112, section 7.1); many archives keep it without them."""
    parts, at = [], 0
    while size := _CHUNK.match(data, at):
        end = size.end() + int(size[1], 16)
        parts.append(data[size.end() : end])
        at = end + 2
    return b"".join(parts) if parts else data
