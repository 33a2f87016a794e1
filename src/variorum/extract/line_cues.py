"""What the elements around a line say of it: furniture, caption, byline, date, heading, link.

Class names are free, but sites draw them from the same small stock of words; only whole words of
a name count, so that ``download`` is no ``ad``. The names of ``body``, ``main`` and ``article``
are left out: they say what the page is, not what a line in it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.model.article import Line

_WHOLE = re.compile(r"(?<![^/])(html|body|main|article)\.[^/]*")
_NEAR = re.compile(r"(?:[^/]*/){0,2}[^/]*$")
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"


def _words(*names: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?:{'|'.join(names)}){_AFTER}")


_FURNITURE = _words(
    "nav", "navbar", "navigation", "menu", "footer", "aside", "sidebar", "side-bar", "breadcrumbs?",
    "form", "button", "label", "dialog", "modal", "popup", "overlay", "banner", "toolbar",
    "masthead", "comments?", "commentlist", "disqus", "respond", "reply", "share", "sharing",
    "sharedaddy", "social", "follow", "newsletter", "subscribe", "subscription", "signup",
    "sign-up", "paywall",
    "related", "relatedposts", "recommend", "recommended", "recommendations", "recirc", "read-next",
    "more-from", "popular", "mostread", "most-read", "trending", "teasers?", "promo", "promos",
    "sponsored", "sponsor", "outbrain", "taboola", "advert", "adverts?", "advertisement", "ads?",
    "cookies?", "consent", "pagination", "pager", "prev", "next", "tags", "tag-links", "tag-list",
    "topics", "bio", "about-author", "author-box", "copyright", "disclaimer", "rating", "votes?",
    "widget-area", "widgettitle", "toc", "table-of-contents", "screen-reader-text", "sr-only",
    "visually-hidden", "skip-link",
)  # fmt: skip
_CAPTION = _words("figcaption", "captions?", "wp-caption", "credits?", "photo-credit")
_BYLINE = _words("authors?", "author-?name", "author-?wrapper", "bylines?", "by-line", "writer",
                 "contributors?", "reporter", "creator")  # fmt: skip
_DATE = _words("time", "date", "dates", "datetime", "dateline", "timestamp", "stamp", "published",
               "pubdate", "datepublished", "posted-on", "publish-date", "pub-date")  # fmt: skip
_STANDFIRST = _words("standfirst", "stand-first", "dek", "deck", "subtitle", "sub-title", "subhead",
                     "subheading", "subheadline", "sub-headline", "subhed", "summary", "lede",
                     "strapline", "excerpt", "abstract", "kicker-text", "intro-text")  # fmt: skip
_CORRECTION = _words("corrections?", "clarifications?", "erratum", "errata")
_LINK = re.compile(r"/a(?:\.[^/]*)?(?:/(?:span|strong|b|em|i|div|font)(?:\.[^/]*)?)*$")
_HEADING = re.compile(r"/h([1-6])(?:\.[^/]*)?(?:/(?:a|span|strong|b|em|i|font|u)(?:\.[^/]*)?)*$")
_STRONG = re.compile(r"/p(?:\.[^/]*)?(?:/(?:span|u|em|i)(?:\.[^/]*)?)*/(?:strong|b)(?:\.[^/]*)?"
                     r"(?:/(?:span|u|em|i)(?:\.[^/]*)?)*$")  # fmt: skip
_HEADER = re.compile(r"/(?:header|hgroup)(?![^./])|[./#_-]header(?![^\W_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What one path says; ``heading`` is the level of the heading a line fills, 0 for none."""

    furniture: bool = False
    link: bool = False
    heading: int = 0
    strong: bool = False
    caption: bool = False
    byline: bool = False
    date: bool = False
    standfirst: bool = False
    header: bool = False
    correction: bool = False


def read_cues(lines: Iterable[Line]) -> list[Cues]:
    """Return the cues of each line; each path is read once."""
    known: dict[str, Cues] = {}
    found = []
    for line in lines:
        if line.path not in known:
            known[line.path] = _cues(line.path)
        found.append(known[line.path])
    return found


def _cues(path: str) -> Cues:
    path = _WHOLE.sub(r"\1", path)
    near = (_NEAR.search(path) or [""])[0]
    heading = _HEADING.search(path)
    return Cues(
        furniture=_FURNITURE.search(path[-240:]) is not None,
        link=_LINK.search(path) is not None,
        heading=int(heading[1]) if heading else 0,
        strong=_STRONG.search(path) is not None,
        caption=_CAPTION.search(near) is not None,
        byline=_BYLINE.search(near) is not None or "^author" in near,
        date=_DATE.search(near) is not None,
        standfirst=_STANDFIRST.search(near) is not None,
        correction=_CORRECTION.search(near) is not None,
        header=_HEADER.search(path) is not None,
    )
