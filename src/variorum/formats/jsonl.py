"""JSON Lines: one article an object, one object a line, under the names that are in use.

Names count without case, hyphens and underscores; of several, the first in :data:`NAMES` that
holds words counts. A number is no date here: nothing says what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import InputError
from variorum.formats import _json
from variorum.formats._entries import Told, as_html, entry_of, iso_date, paragraphs
from variorum.formats._kinds import Part
from variorum.model.article import Capture
from variorum.model.limits import Limits

MEDIA_TYPE = "application/jsonl"
SUFFIXES = (".jsonl", ".ndjson")
NAMES = {
    "html": ("html", "contenthtml", "bodyhtml", "bodyxhtml", "rawhtml"),
    "text": ("text", "contenttext", "bodytext", "maintext", "fulltext", "articletext",
             "articlebody", "article", "story"),
    "either": ("content", "body"),
    "title": ("title", "headline"),
    "date": ("published", "publishedat", "datepublished", "datepublish", "publisheddate",
             "publicationdate", "pubdate", "publishdate", "date"),
    "url": ("url", "link", "canonicalurl", "sourceurl"),
    "outlet": ("outlet", "publisher", "sitename", "sourcename", "source", "publication"),
    "byline": ("authors", "author", "byline", "creator"),
    "language": ("language", "lang"),
}  # fmt: skip
_TEXTS = ("html", "text", "either")
_LONGEST_LOOK = 1_000_000


def recognises(data: bytes, source: str) -> bool:
    """Tell by the end of the name, or by a first line that is an object with a text.

    One with a ``uri`` is an item of ninjs, unless the name says that it is one of many.
    """
    if source.lower().endswith(SUFFIXES):
        return True
    line = data[:_LONGEST_LOOK].lstrip().partition(b"\n")[0]
    fields = _json.as_object(line) if line.rstrip().endswith(b"}") else None
    return fields is not None and "uri" not in fields and _told(fields) is not None


def unpack(capture: Capture, limits: Limits) -> Iterator[Part]:
    """Yield a page for each object, in the order of the lines; a blank line is none.

    Raises:
        InputError: there is nothing in any line.
    """
    empty = True
    for number, line in enumerate(capture.data.split(b"\n"), 1):
        if not line.strip():
            continue
        empty = False
        try:
            fields = _json.loads(line)
            told = _told(fields) if isinstance(fields, dict) else None
            found = entry_of(told) if told else InputError(_remedy())
        except InputError as error:
            found = error
        yield InputError(f"line {number:,}: {found}") if isinstance(found, InputError) else found
    if empty:
        raise InputError(f"{capture.source}: is empty; give a file with one object a line")


def _told(given: _json.Fields) -> Told | None:
    """Return what an object tells, or None where no field of it is a text."""
    fields = {key.lower().replace("_", "").replace("-", ""): given[key] for key in reversed(given)}
    read = {part: _json.prose if part in _TEXTS else _json.text for part in NAMES}
    found = {part: read[part](fields, *names) for part, names in NAMES.items()}
    if not (found["html"] or found["text"] or found["either"]):
        return None
    outlet = next(
        (w for n in NAMES["outlet"] for w in _json.words(fields.get(n)) if "/" not in w), None
    )
    people = next((v for n in NAMES["byline"] if (v := tuple(_json.words(fields.get(n))))), ())
    body = paragraphs(found["text"]) if found["text"] else as_html(found["either"] or "")
    return Told(
        title=found["title"],
        body=found["html"] or body,
        outlet=outlet,
        byline=people,
        published=iso_date(found["date"]),
        language=found["language"],
        url=found["url"],
    )


def _remedy() -> str:
    names = ", ".join((*NAMES["text"][:2], *NAMES["either"], NAMES["html"][0]))
    return f"no object with a text; name the field of the text one of: {names}"
