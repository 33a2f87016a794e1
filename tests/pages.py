"""An exported page as a browser would read it, for tests."""

from __future__ import annotations

from html.parser import HTMLParser

from variorum.exports import Surface, html
from variorum.model.record import Record

Attributes = dict[str, str]
_VOID = {"meta", "col", "br", "link", "input"}


class Page(HTMLParser):
    """What a browser would make of the page: its elements, in order, and the words in them."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Attributes]] = []
        self.open: list[tuple[str, Attributes]] = []
        self.words: list[tuple[tuple[tuple[str, Attributes], ...], str]] = []
        self.feed(markup)
        self.close()
        assert not self.open, "an element is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(found)
        if tag not in _VOID:
            self.open.append(found)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element; it must be the innermost."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Note words with the elements around them."""
        self.words.append((tuple(self.open), data))

    def all(self, tag: str, kind: str = "") -> list[Attributes]:
        """Return the attributes of all elements of a tag (and class)."""
        found = (a for t, a in self.elements if t == tag)
        return [a for a in found if not kind or kind in a.get("class", "").split(" ")]

    def inside(self, name: str, value: str, *, without: frozenset[str] = frozenset()) -> str:
        """Return the words inside elements whose attribute ``name`` is ``value``."""
        return "".join(
            data
            for around, data in self.words
            if any(a.get(name) == value for _, a in around)
            and not any(set(a.get("class", "").split()) & without for _, a in around)
        )


def render(record: Record) -> str:
    """Return the page of a record."""
    return html.render(record, Surface())


def page(record: Record) -> Page:
    """Return the parsed page of a record."""
    return Page(render(record))
