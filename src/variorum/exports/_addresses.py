"""What a witness, and what is found in it, is called on the web of data."""

from __future__ import annotations

import base64
import re

from variorum.model.record import Record, Witness

_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")


def url(witness: Witness) -> str | None:
    """Return the address of a witness, None where it came from a file."""
    return witness.source if _WEB.fullmatch(witness.source) else None


def named(sha256: str) -> str:
    """Return the name of bytes by their hash (``ni``, RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"


def address(witness: Witness) -> str:
    """Return what a witness is called: its address, or else the name of its bytes."""
    return url(witness) or named(witness.sha256)


def within(record: Record, id_: str) -> str:
    """Return what an object of a record is called."""
    return f"{named(record.made_by.digest)}#{id_}" if record.made_by.digest else f"#{id_}"


def day(witness: Witness) -> str | None:
    """Return the date of a witness where it is a plain one of ISO 8601, nothing left open."""
    edtf = witness.published.edtf if witness.published else ""
    return edtf if _ISO.fullmatch(edtf) else None
