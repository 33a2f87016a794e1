"""JSON Feed 1.1 and 1.0: one article an item.

The outlet of an item is the feed's title; its date is ``date_published``, for ``date_modified``
is a date of change. The text is ``content_html``, ``content_text`` or ``summary``.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import InputError
from variorum.formats import _json
from variorum.formats._entries import Told, entry_of, iso_date, paragraphs
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "application/feed+json"
SUFFIXES = (".jsonfeed",)
_VERSION = b"jsonfeed.org/version/1"
_SNIFFED = 4_096


def recognises(data: bytes, source: str) -> bool:
    """Tell by the version that every such feed names, wherever it stands in it."""
    head = data[:_SNIFFED].removeprefix(_json.BOM).lstrip()
    if not head.startswith(b"{") or _VERSION not in data.replace(b"\\/", b"/"):
        return False
    feed = _json.as_object(data)
    return feed is not None and _VERSION.decode() in str(feed.get("version"))


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield a page for each item, in the feed's order.

    Raises:
        InputError: the feed is no JSON, or has no items.
    """
    feed = _json.as_object(capture.data) or {}
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise InputError(f"{capture.source}: is a feed without items; give the pages themselves")
    for item in items:
        told = _told(item, feed) if isinstance(item, dict) else Told(body="")
        yield entry_of(told, "feed")


def _told(item: _json.Fields, feed: _json.Fields) -> Told:
    people = next(
        (v for of in (item, feed) for n in ("authors", "author")
         if (v := tuple(_json.words(of.get(n))))), ()
    )  # fmt: skip
    words = _json.text(item, "content_text", "summary")
    return Told(
        title=_json.text(item, "title"),
        body=_json.text(item, "content_html") or paragraphs(words or ""),
        outlet=_json.text(feed, "title"),
        byline=people,
        published=iso_date(_json.text(item, "date_published")),
        language=_json.text(item, "language") or _json.text(feed, "language"),
        updated=iso_date(_json.text(item, "date_modified")),
        url=_json.text(item, "url"),
    )
