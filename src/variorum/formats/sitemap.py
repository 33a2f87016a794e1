"""Sitemaps, indexes of sitemaps and sitemaps of news: addresses of pages.

See the Sitemaps protocol (sitemaps.org) and the extension ``news``, which names the title, the
outlet, its language and the date. ``lastmod`` is a date of change and dates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.formats import _xml
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "application/sitemap+xml"
SUFFIXES = (".sitemap",)
_NEWS = "{*}news"


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data) in ("urlset", "sitemapindex")


def unpack(capture: Capture, limits: Limits) -> Iterator[Address]:
    """Yield the addresses in a sitemap, or those of the sitemaps in an index, in its order.

    Raises:
        InputError: the sitemap is no XML that is read.
    """
    for page in _xml.parse(capture, limits):
        url = _xml.first(page, "loc") if _xml.local(page) in ("url", "sitemap") else None
        if url:
            yield Address(
                url=url,
                title=_xml.first(page, _NEWS, "title"),
                outlet=_xml.first(page, _NEWS, "publication", "name"),
                published=_xml.first(page, _NEWS, "publication_date"),
                language=_xml.first(page, _NEWS, "publication", "language"),
                updated=_xml.first(page, "lastmod"),
            )
