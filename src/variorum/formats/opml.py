"""OPML 2.0: a list of feeds. It holds their addresses only.

Lists of feeds as OPML 2.0 has them (``xmlUrl``), and its outlines of type ``link`` and ``include``
(``url``). Of a feed without an address of its own, that of its site is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.formats import _xml
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "text/x-opml"
SUFFIXES = (".opml",)


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data).lower() == "opml"


def unpack(capture: Capture, limits: Limits) -> Iterator[Address]:
    """Yield the addresses in a list, however deep in its groups, in its order.

    Raises:
        InputError: the list is no XML that is read.
    """
    for outline in _xml.parse(capture, limits).iter():
        url = outline.get("xmlUrl") or outline.get("htmlUrl") or outline.get("url")
        if _xml.local(outline) == "outline" and url:
            title = outline.get("title") or outline.get("text")
            yield Address(url=url.strip(), title=title, language=outline.get("language"))
