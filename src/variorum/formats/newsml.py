"""NewsML-G2 (IPTC): one article a ``newsItem``, alone or in a ``newsMessage``.

The text stands in ``inlineXML``, as XHTML or NITF, or in ``inlineData``; the date is
``firstCreated``, else ``versionCreated``; the outlet ``provider``, else the credit line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.errors import InputError
from variorum.formats import _xml
from variorum.formats._entries import Told, as_html, entry_of, iso_date
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
SUFFIXES = (".newsml", ".g2")
_MESSAGE = ("newsMessage", "newsItem")


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data) in _MESSAGE


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield a page for each news item, in the message's order.

    Raises:
        InputError: it is no XML that is read, or has no news item.
    """
    root = _xml.parse(capture, limits)
    items = [root] if _xml.local(root) == "newsItem" else [*_xml.named(root, "itemSet", "newsItem")]
    if not items:
        raise InputError(f"{capture.source}: holds no newsItem; give a message that has one")
    for item in items:
        yield entry_of(_told(item))


def _told(item: Element) -> Told:
    about = next(_xml.named(item, "contentMeta"), item)
    tags = (tag.get("tag") for tag in _xml.named(about, "language"))
    dates = (_xml.first(item, "itemMeta", name) for name in ("firstCreated", "versionCreated"))
    return Told(
        title=_xml.first(about, "headline"),
        body=_body(item),
        outlet=_provider(item) or _xml.first(about, "creditline"),
        byline=tuple(filter(None, (_xml.text_in(by) for by in _xml.named(about, "by")))),
        published=iso_date(next(filter(None, dates), None)),
        language=next(filter(None, tags), None) or item.get(_xml.XML_LANG),
        sources=tuple(filter(None, (_xml.first(about, "creditline"), _owner(item)))),
    )


def _provider(item: Element) -> str | None:
    found = next(_xml.named(item, "itemMeta", "provider"), None)
    return None if found is None else _xml.first(found, "name") or found.get("literal")


def _owner(item: Element) -> str | None:
    """Return who holds the copyright."""
    found = next(_xml.named(item, "rightsInfo", "copyrightHolder"), None)
    return None if found is None else _xml.first(found, "name") or found.get("literal")


def _body(item: Element) -> str:
    for content in _xml.named(item, "contentSet", "inlineXML"):
        for element in content.iter():
            if _xml.local(element) in ("body.content", "body"):
                inside = next(_xml.named(element, "body.content"), element)
                return _xml.markup_in(inside)
    return as_html(_xml.first(item, "contentSet", "inlineData") or "")
