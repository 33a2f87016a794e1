"""Atom (RFC 4287): one article an entry.

The outlet of an entry is the title of its ``source`` (the feed it was first in), else of the
feed. The date is ``published``; ``updated`` is a date of change, of what is at the
address of an entry without text, and stands for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.errors import InputError
from variorum.formats import _xml
from variorum.formats._entries import Told, as_html, entry_of, iso_date, paragraphs, plain
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA_TYPE = "application/atom+xml"
SUFFIXES = (".atom",)


def recognises(data: bytes, source: str) -> bool:
    """Tell by the first element; ``source`` may have any name."""
    return _xml.root_of(data) == "feed"


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield a page for each entry, in the feed's order.

    Raises:
        InputError: the feed is no XML that is read, or has no entries.
    """
    feed = _xml.parse(capture, limits)
    entries = list(_xml.named(feed, "entry"))
    if not entries:
        raise InputError(f"{capture.source}: is a feed without entries; give the pages themselves")
    for entry in entries:
        yield entry_of(_told(entry, feed), "feed")


def _told(entry: Element, feed: Element) -> Told:
    source = next(_xml.named(entry, "source"), feed)
    language = entry.get(_xml.XML_LANG) or feed.get(_xml.XML_LANG)
    people = [_xml.first(author, "name") for author in _xml.named(entry, "author")] or [
        _xml.first(author, "name") for author in _xml.named(source, "author")
    ]
    links = list(_xml.named(entry, "link"))
    return Told(
        title=plain(_markup(next(_xml.named(entry, "title"), None))) or None,
        body=_body(entry),
        outlet=plain(_markup(next(_xml.named(source, "title"), None))) or None,
        byline=tuple(filter(None, people)),
        published=iso_date(_xml.first(entry, "published")),
        language=language,
        updated=iso_date(_xml.first(entry, "updated")),
        url=next((e.get("href") for e in links if e.get("rel", "alternate") == "alternate"), None),
    )


def _body(entry: Element) -> str:
    for name in ("content", "summary"):
        found = next(_xml.named(entry, name), None)
        if found is not None and found.get("src") is None and (markup := _markup(found)):
            return markup
    return ""


def _markup(construct: Element | None) -> str:
    """Return a text construct (RFC 4287, section 3.1) as HTML."""
    if construct is None:
        return ""
    kind = construct.get("type", "text").lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        return _xml.markup_in(construct)
    text = _xml.text_in(construct)
    return as_html(text) if kind in ("html", "text/html") else paragraphs(text)
