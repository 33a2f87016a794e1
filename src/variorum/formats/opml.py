"""OPML: a list of feeds. It holds their addresses only, and nothing is fetched yet."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import InputError
from variorum.formats import _xml
from variorum.formats._addresses import not_fetched
from variorum.model.article import Capture, Entry
from variorum.model.limits import Limits

MEDIA_TYPE = "text/x-opml"
SUFFIXES = (".opml",)


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data).lower() == "opml"


def unpack(capture: Capture, limits: Limits) -> Iterator[Entry | InputError]:
    """Refuse the list, and name its addresses.

    Raises:
        InputError: always.
    """
    outlines = (e for e in _xml.parse(capture, limits).iter() if _xml.local(e) == "outline")
    addresses = (e.get("xmlUrl") or e.get("htmlUrl") or e.get("url") for e in outlines)
    raise not_fetched(capture.source, "a list of feeds", addresses)
