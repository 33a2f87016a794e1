"""What a list says of a page that says it not itself."""

from __future__ import annotations

from dataclasses import replace

from variorum.extract.publication import declared_date
from variorum.model.address import Address
from variorum.model.article import Article

_GROUND = "feed"
_LONGEST = 500


def with_what_is_told(article: Article, address: Address) -> Article:
    """Return an article with the date, title and outlet that a list gives its page.

    The page itself is believed first: only what it does not say is taken, on the ground ``feed``.
    The bytes of the page stay as they came, and so do the article's id and text.
    """
    date = article.published or declared_date(address.published, article.language, _GROUND)
    told = replace(article, published=date, outlet=article.outlet or _line(address.outlet))
    title = _line(address.title)
    if told.title is None and title is not None:
        told = replace(told, title=title, title_basis=_GROUND)
    return told


def _line(words: str | None) -> str | None:
    """Return words as one line, None where they are no line that could be shown."""
    line = " ".join((words or "")[: 2 * _LONGEST].split())
    return line if 0 < len(line) <= _LONGEST and line.isprintable() else None
