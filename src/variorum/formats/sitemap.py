"""Sitemaps, those of news included: addresses of pages. Nothing is fetched yet."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import InputError
from variorum.formats import _xml
from variorum.formats._addresses import not_fetched
from variorum.model.article import Capture, Entry
from variorum.model.limits import Limits

MEDIA_TYPE = "application/sitemap+xml"
SUFFIXES = (".sitemap",)


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data) in ("urlset", "sitemapindex")


def unpack(capture: Capture, limits: Limits) -> Iterator[Entry | InputError]:
    """Refuse the list, and name its addresses.

    Raises:
        InputError: always.
    """
    pages = (e for e in _xml.parse(capture, limits) if _xml.local(e) in ("url", "sitemap"))
    raise not_fetched(capture.source, "a sitemap", (_xml.first(page, "loc") for page in pages))
