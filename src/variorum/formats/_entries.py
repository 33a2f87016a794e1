"""Entries that are fields, not pages, made into pages: title, credits and body as HTML.

A feed or a line of JSON holds the parts of an article side by side. Its entry is one small page
of exactly these parts: what the container says *of* the article stands in the head, its title
and body are what is visible. The same parts give the same bytes, and so the same hash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import escape

from variorum.errors import InputError
from variorum.formats._addresses import is_of_the_web
from variorum.formats._kinds import Part
from variorum.formats._tags import TEXT, tokens, unescaped
from variorum.model.address import Address
from variorum.model.article import Entry
from variorum.model.vocabulary import Basis

MEDIA_TYPE = "text/html; charset=utf-8"
# A whole page, which prints its own title.
_PAGE = re.compile(r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:/?(?:p|div|br|h[1-6]|a|b|i|em|strong|span|ul|li|blockquote)\b)", re.I)
_CONTROLS = dict.fromkeys(set(range(32)) - set(b"\t\n\r") | {127})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a container holds of one article; ``body`` is HTML, ``updated`` is of its address."""

    body: str
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()
    updated: str | None = None


def entry_of(told: Told, basis: Basis = "metadata") -> Part:
    """Return the page made of what is told; without text, its address or the error that says so.

    A body that is a whole page stays as it is behind the head that is told, which counts first.
    Control characters, which no page shows, are left out.
    """
    if not plain(told.body):
        if told.url and is_of_the_web(told.url):
            return _address_of(told, told.url)
        return InputError("holds no text of an article; save the page it leads to and give that")
    head = "".join(f"{line}\n" for line in _head(told))
    if _PAGE.match(told.body):
        page = head + told.body
    else:
        language = f' lang="{escape(told.language)}"' if told.language else ""
        title = f"<h1>{escape(told.title, quote=False)}</h1>\n" if told.title else ""
        page = (
            f"<!doctype html>\n<html{language}><head>\n{head}</head><body><article>\n"
            f"{title}{told.body}\n</article></body></html>\n"
        )
    data = page.translate(_CONTROLS).encode("utf-8", "replace")
    return Entry(data=data, media_type=MEDIA_TYPE, url=told.url, date_basis=basis)


def _address_of(told: Told, url: str) -> Address:
    return Address(
        url=url,
        title=told.title,
        outlet=told.outlet,
        published=told.published,
        language=told.language,
        updated=told.updated,
    )


def paragraphs(text: str) -> str:
    """Return plain text as HTML: a paragraph for each line that is not blank."""
    rows = (row.strip() for row in text.splitlines())
    return "\n".join(f"<p>{escape(row, quote=False)}</p>" for row in rows if row)


def as_html(text: str) -> str:
    """Return text that may be HTML or plain as HTML; what has no tags keeps its lines."""
    return text if _TAG.search(text) or _PAGE.match(text) else paragraphs(unescaped(text))


def plain(markup: str | None) -> str:
    """Return the words of a piece of HTML on one line."""
    words = (rest for kind, _, rest in tokens(markup or "") if kind is TEXT)
    return _SPACE.sub(" ", "".join(words)).strip()


def iso_date(value: str | None) -> str | None:
    """Return a date as e-mail and RSS write it (RFC 5322) as ISO 8601; others as they are."""
    value = (value or "").strip()[:100]
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value or None


def _head(told: Told) -> list[str]:
    said = [
        ("og:title", told.title),
        ("og:site_name", told.outlet),
        *(("author", name) for name in told.byline),
        ("article:published_time", told.published),
        ("og:url", told.url),
        *(("original-source", name) for name in told.sources),
        ("og:locale", told.language),
    ]
    return ['<meta charset="utf-8">'] + [
        f'<meta name="{name}" content="{escape(_SPACE.sub(" ", value).strip())}">'
        for name, value in said
        if value
    ]
