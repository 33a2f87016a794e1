"""RSS 2.0, 0.9x and 1.0: one article an item.

The outlet of an item is its ``source`` (the true publisher of what an aggregator lists), else
its ``dc:publisher``, else the channel's title. The text is ``content:encoded`` where there is
one, else the description. See the RSS 2.0 specification (RSS Advisory Board) and RSS 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.errors import InputError
from variorum.formats import _xml
from variorum.formats._entries import Told, as_html, entry_of, iso_date, plain
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.model.visit import Timetable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA_TYPE = "application/rss+xml"
SUFFIXES = (".rss",)
_HOURS = 24
_MINUTE = 60
_DIGITS = 6
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data).lower() in ("rss", "rdf")


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield a page for each item, in the feed's order.

    Raises:
        InputError: the feed is no XML that is read, or has no items.
    """
    root = _xml.parse(capture, limits)
    channel = next(_xml.named(root, "{*}channel"), root)
    items = [*_xml.named(channel, "item"), *_xml.named(root, "{*}item")]
    if not items:
        raise InputError(f"{capture.source}: is a feed without items; give the pages themselves")
    outlet = _xml.first(channel, "title")
    language = _xml.first(channel, "language") or _xml.first(channel, f"{_DC}language")
    for item in items:
        yield entry_of(_told(item, outlet, language), "feed")


def timetable(capture: Capture, limits: Limits) -> Timetable:
    """Return when the feed asks to be read: ``ttl`` in minutes, ``skipHours`` in GMT.

    Raises:
        InputError: the feed is no XML that is read.
    """
    root = _xml.parse(capture, limits)
    channel = next(_xml.named(root, "{*}channel"), root)
    hours = (_number(_xml.text_in(hour)) for hour in _xml.named(channel, "skipHours", "hour"))
    skipped = {hour % _HOURS for hour in hours if hour is not None and hour <= _HOURS}
    ttl = (_number(_xml.first(channel, "ttl")) or 0) * _MINUTE
    return Timetable(ttl=ttl, skip_hours=sum(1 << hour for hour in skipped))


def _number(text: str | None) -> int | None:
    """Return a whole number of some digits, None where there is none."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None


def _told(item: Element, outlet: str | None, language: str | None) -> Told:
    body = _xml.first(item, _ENCODED) or _xml.first(item, "description")
    creators = [_xml.text_in(creator) for creator in _xml.named(item, f"{_DC}creator")]
    return Told(
        title=plain(_xml.first(item, "title")) or None,
        body=as_html(body or ""),
        outlet=plain(_xml.first(item, "source") or _xml.first(item, f"{_DC}publisher") or outlet),
        byline=tuple(filter(None, creators or (_name(_xml.first(item, "author")),))),
        published=iso_date(_xml.first(item, "pubDate") or _xml.first(item, f"{_DC}date")),
        language=_xml.first(item, f"{_DC}language") or language,
        url=_address(item),
    )


def _name(author: str | None) -> str | None:
    """Return the name in an author as RSS 2.0 writes one: an address with a name in brackets."""
    before, bracket, rest = (author or "").partition("(")
    return rest.rstrip(" )") if bracket else (before if "@" not in before else None)


def _address(item: Element) -> str | None:
    link = _xml.first(item, "link")
    if link:
        return link
    guid = next(_xml.named(item, "guid"), None)
    if guid is not None and guid.get("isPermaLink", "true") == "true":
        return _xml.text_in(guid)
    return None
