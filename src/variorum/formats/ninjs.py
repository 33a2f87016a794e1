"""ninjs (IPTC, versions 1 to 3): one article as one JSON object.

The date is ``firstcreated``, else ``versioncreated``; the outlet the first of ``infosource``,
``source``, ``provider`` and ``copyrightholder`` that has a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.formats import _json
from variorum.formats._entries import Told, as_html, entry_of, iso_date, paragraphs
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "application/ninjs+json"
SUFFIXES = (".ninjs",)
_BODIES = ("body_xhtml", "body_html", "body_text", "bodies")
_SNIFFED = 64
_OUTLET = ("infosource", "infosources", "source", "provider", "copyrightholder")


def recognises(data: bytes, source: str) -> bool:
    """Tell by the fields: the ``uri`` every item has, and a body."""
    head = data[:_SNIFFED].lstrip(_json.BOM + b" \t\r\n")
    fields = _json.as_object(data) if head.startswith(b"{") and b'"uri"' in data else None
    return fields is not None and "uri" in fields and any(name in fields for name in _BODIES)


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield the one article of an item."""
    item = _json.as_object(capture.data) or {}
    dates = ("firstcreated", "firstCreated", "versioncreated", "versionCreated")
    people = next((v for n in ("byline", "by") if (v := tuple(_json.words(item.get(n))))), ())
    yield entry_of(
        Told(
            title=_json.text(item, "headline") or _part(item.get("headlines")),
            body=_body(item),
            outlet=_json.text(item, *_OUTLET),
            byline=people,
            published=iso_date(_json.text(item, *dates)),
            language=_json.text(item, "language"),
            url=_json.text(item, "uri"),
            sources=tuple(name for field in _OUTLET for name in _json.words(item.get(field))),
        )
    )


def _body(item: _json.Fields) -> str:
    markup = _json.text(item, "body_xhtml", "body_html")
    return (
        markup
        or as_html(_part(item.get("bodies")) or "")
        or paragraphs(_json.text(item, "body_text") or "")
    )


def _part(values: object) -> str | None:
    """Return the value of the first object in a list that has one: a headline, a body."""
    for value in values[:100] if isinstance(values, list) else ():
        if isinstance(value, dict) and (found := _json.text(value, "value")):
            return found
    return None
