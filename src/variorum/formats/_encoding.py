"""Bytes → characters: byte order mark, UTF-8, the encoding a page declares, then detection.

The bytes are never changed; what this returns is only how they are read.
"""

from __future__ import annotations

import codecs
import re

from variorum.errors import InputError, LimitError
from variorum.model.article import Capture
from variorum.model.limits import Limits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How containers, pictures, sound and programs begin; the rest shows in its control characters.
_BINARY = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"BZh", b"{\\rtf",
    b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00",
    b"RIFF", b"OggS", b"ID3", b"wOF2", b"wOFF", b"%!PS",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
# Labels that promise less than the pages under them hold (WHATWG Encoding Standard).
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
_DETECTED = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "mac_roman", "cp874",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
_FAMILIES = (
    "utf-8", "cp", "iso8859", "iso2022_jp", "koi8", "mac-", "tis-620",
    "big5", "euc_", "gb", "hz", "shift_jis",
)  # fmt: skip
_CHARSET = re.compile(r";\s{0,9}charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SEVEN_BIT = ("iso2022", "hz")
_SAMPLE = 32_768
_REMEDY = "save it as plain text or HTML in UTF-8"
_TOLERATED = 0.01


def is_text(data: bytes) -> bool:
    """Tell whether ``data`` looks like text in some encoding rather than a binary file."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return True
    if data.startswith(_BINARY):
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls <= len(data) * 0.001


def why_no_text(data: bytes) -> str:
    """Say what about ``data`` made :func:`is_text` refuse it."""
    if data.startswith(_BINARY):
        return "binary data, not text"
    at, found = next((at, byte) for at, byte in enumerate(data) if byte in _CONTROLS)
    return f"holds characters that no text has (the first at byte {at:,}: U+{found:04X})"


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the characters that ``data`` stands for, without a byte order mark.

    Args:
        data: the bytes of one capture.
        declared: the encoding the document names for itself, if it does. UTF-8 that decodes is
            believed before it: pages are saved anew, and their declaration stays.

    Raises:
        InputError: the bytes are no text; the message gives the reason, the caller the name.
    """
    if not is_text(data):
        raise InputError(f"binary data, not text; {_REMEDY}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    named = _known(declared)
    first = (named, "utf-8") if named and named.startswith(_SEVEN_BIT) else ("utf-8", named)
    for trial in filter(None, first):
        try:
            return data.decode(trial)
        except UnicodeDecodeError:
            continue
    return _mended(data, named)


def text_of(capture: Capture, limits: Limits, *, declared: str | None = None) -> str:
    """Return the text of ``capture`` with every line end written as a line feed.

    What its container names as its encoding is believed before what it declares itself.

    Raises:
        LimitError: the capture is larger than ``limits.bytes``.
        InputError: its bytes are no text.
    """
    if len(capture.data) > limits.bytes:
        raise LimitError(
            f"{capture.source}: larger than {limits.bytes:,} bytes;"
            " raise the limit with --max-bytes"
        )
    try:
        text = decode(capture.data, _named_in(capture.media_type) or declared)
    except InputError as error:
        raise InputError(f"{capture.source}: {error}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _named_in(media_type: str | None) -> str | None:
    named = _CHARSET.search(media_type or "")
    return named[1] if named else None


def _known(declared: str | None) -> str | None:
    """Return the codec for a declared label, or None for one that is no encoding of text."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name.startswith(_FAMILIES) else None


def _mended(data: bytes, named: str | None) -> str:
    """Read bytes that no encoding fits exactly: a few stray bytes are forgiven."""
    for trial in filter(None, (named, "utf-8")):
        text = data.decode(trial, "replace")
        if text.count("\ufffd") <= len(text) * _TOLERATED:
            return text
    detected = _detect(data)
    if detected is None:
        raise InputError(f"no encoding fits its bytes; {_REMEDY}")
    return _checked(data.decode(detected, "replace"))


def _detect(data: bytes) -> str | None:
    """Guess the encoding from a bounded sample around the first byte that is not ASCII.

    Where several fit equally well, the web's own default, windows-1252, is taken.
    """
    from charset_normalizer import from_bytes

    first = len(data) - len(data.lstrip(bytes(range(128))))
    start = data.rfind(b"\n", max(0, first - 2_000), first) + 1 or max(0, first - 2_000)
    sample = data[start : start + _SAMPLE]
    cut = max(sample.rfind(b"\n"), sample.rfind(b" "))
    if start + len(sample) < len(data) and cut > _SAMPLE // 2:
        sample = sample[:cut]
    matches = list(from_bytes(sample, cp_isolation=list(_DETECTED)))
    if not matches:
        return None
    best = matches[0]
    level = [m for m in matches if m.chaos <= best.chaos and m.coherence >= best.coherence]
    return "cp1252" if any("cp1252" in m.could_be_from_charset for m in level) else best.encoding


def _checked(text: str) -> str:
    if text.count("\ufffd") > len(text) * _TOLERATED or "\x00" in text[:1000]:
        raise InputError(f"no encoding fits its bytes; {_REMEDY}")
    return text
