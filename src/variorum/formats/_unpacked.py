"""Decompression that stops: no more is ever made than a limit allows.

A bomb of a few kilobytes unfolds to gigabytes; so the output is counted as it is made, and the
rest of the input is left alone once the limit is passed.
"""

from __future__ import annotations

import io
import zlib
from importlib.util import find_spec
from typing import IO

from variorum.errors import InputError, LimitError, SetupError
from variorum.model.limits import Limits

GZIP = b"\x1f\x8b"
EXTRA = "variorum[archives]"
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_PIECE = 1 << 16
_MOST_CODINGS = 3


def codings() -> tuple[str, ...]:
    """Return the content codings that are read here, as ``Accept-Encoding`` names them."""
    return ("gzip", "br") if find_spec("brotli") else ("gzip",)


def decoded(data: bytes, coding: str, limits: Limits) -> bytes:
    """Return what bytes hold that were sent under some content coding (RFC 9110, section 8.4).

    Raises:
        LimitError: it is more than ``limits.unpacked``.
        InputError: the data is broken, or the coding is none that is read.
        SetupError: the package for it is not installed.
    """
    names = [name.strip().lower() for name in coding.split(",")]
    if len(names) > _MOST_CODINGS:
        raise InputError("compressed many times over; save the page itself")
    for name in reversed(names):
        if name in ("gzip", "x-gzip", "deflate"):
            data = inflated(data, limits)
        elif name == "br":
            data = unbrotlied(data, limits)
        elif name not in ("", "identity"):
            raise InputError(f"compressed as {name[:40]}, which is not read; save the page itself")
    return data


def inflated(data: bytes, limits: Limits) -> bytes:
    """Return what gzip or zlib ``data`` unfolds to, all members of it one after the other.

    Raises:
        LimitError: it is more than ``limits.unpacked``.
        InputError: the data is broken.
    """
    parts: list[bytes] = []
    size = at = 0
    while at < len(data):
        member = zlib.decompressobj(_GZIP_OR_ZLIB)
        try:
            while not member.eof and at < len(data):
                part = member.decompress(data[at : at + _PIECE], _PIECE * 16)
                at = min(at + _PIECE, len(data)) - len(member.unconsumed_tail + member.unused_data)
                size += len(part)
                parts.append(part)
                _within(size, limits)
        except zlib.error as error:
            if parts and at and not data[at:].strip(b"\x00"):  # padding behind the last member
                break
            raise InputError(f"broken gzip data at byte {at:,}; get the file again") from error
        if not member.eof:
            raise InputError("gzip data that ends too soon; get the file again")
        at += len(data[at : at + _PIECE]) - len(data[at : at + _PIECE].lstrip(b"\x00"))
    return b"".join(parts)


def unbrotlied(data: bytes, limits: Limits) -> bytes:
    """Return what Brotli ``data`` unfolds to.

    Raises:
        LimitError: it is more than ``limits.unpacked``.
        InputError: the data is broken.
        SetupError: the package for it is not installed.
    """
    try:
        import brotli
    except ModuleNotFoundError as missing:
        raise needs_extra("Brotli data", missing) from missing
    decoder = brotli.Decompressor()
    parts: list[bytes] = []
    size, rest = 0, data
    try:
        while not decoder.is_finished():
            part = decoder.process(rest, output_buffer_limit=_PIECE * 16)
            if not part and not rest:
                raise InputError("Brotli data that ends too soon; get the file again")
            rest = b""
            size += len(part)
            parts.append(part)
            _within(size, limits)
    except brotli.error as error:
        raise InputError("broken Brotli data; get the file again") from error
    return b"".join(parts)


def read_within(stream: IO[bytes], limits: Limits) -> bytes:
    """Return all that a stream which decompresses gives.

    Raises:
        LimitError: it is more than ``limits.unpacked``.
    """
    kept = io.BytesIO()
    while part := stream.read(_PIECE):
        kept.write(part)
        _within(kept.tell(), limits)
    return kept.getvalue()


def needs_extra(what: str, missing: ModuleNotFoundError) -> SetupError:
    """Return the error for ``what`` needs a package that comes with the extra for archives."""
    return SetupError(
        f"{what} needs the package {missing.name!r}, which is not installed;"
        f' install it with: pip install "{EXTRA}"'
    )


def _within(size: int, limits: Limits) -> None:
    if size > limits.unpacked:
        raise too_much(limits)


def too_much(limits: Limits) -> LimitError:
    """Return the error for a file out of which more comes than ``limits.unpacked``."""
    return LimitError(
        f"unpacks to more than {limits.unpacked:,} bytes; raise the limit with --max-unpacked"
    )
