"""The visible text of a page, gathered tag by tag: which elements show, and where lines break."""

from __future__ import annotations

import re
from collections import Counter

_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_UNSEEN = frozenset((
    "head", "title", "script", "style", "template", "noscript", "svg", "select", "datalist",
    "textarea", "audio", "video", "canvas", "iframe", "object", "noembed", "noframes", "rp",
))  # fmt: skip
_HEAD = frozenset((
    "base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style",
    "template", "title", "head", "html",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "xmp",
))  # fmt: skip
_PRESERVED = frozenset(("pre", "listing", "plaintext", "xmp"))
# Within these an end tag closes nothing outside (the standard's "scopes").
_SCOPES = frozenset(("table", "td", "th", "caption", "object", "template"))
_ENDED_ANYWHERE = _SCOPES | frozenset(("tbody", "thead", "tfoot", "tr"))
# What a start tag ends without being told: the elements it closes, and where the search stops.
_IMPLIED = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}), "dd": ({"dt", "dd"}, {"dl"}),
    "option": ({"option"}, {"select", "datalist"}),
    "td": ({"td", "th"}, {"tr", "table"}), "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table"}),
    "tbody": ({"tbody", "thead", "tfoot"}, {"table"}),
    "tfoot": ({"tbody", "thead", "tfoot"}, {"table"}),
}  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
# A server may send parts late, hidden, for a script to put in place (React: ids "S:0", "S:1" ...).
_STREAMED = re.compile(r"S:[0-9a-f]{1,4}")
# What a browser sets around a q element, the outer pair and the inner, and how deep it is done.
_QUOTES = (("“", "”"), ("‘", "’"))
_NESTED = 4
_ANY_MARK = frozenset("\"'“”‘’„‚«»‹›")
# What the address of a page about a writer holds; its link is marked as one with a rel is.
_WRITER = re.compile(
    r"/(?:authors?|contributors?|writers?|reporters?|journalists?|bylines?|staff|our-team)/[^/]",
    re.IGNORECASE,
)
_REACH = 64
_PATH = 400


class _Open:
    """An element that is open: its name, the path to it, and whether it is hidden."""

    __slots__ = ("hidden", "name", "path")

    def __init__(self, name: str, path: str, hidden: bool) -> None:
        self.name = name
        self.path = path
        self.hidden = hidden


class VisibleText:
    """Gathers the visible lines of a page; feed it its tags in order, then :meth:`finish`.

    Args:
        styled: whether a ``style`` attribute can hide its element.
    """

    def __init__(self, *, styled: bool = True) -> None:
        self._styled = styled
        self._stack = [_Open("", "", False)]
        self._scopes: list[Counter[str]] = [Counter()]
        self._anywhere: Counter[str] = Counter()
        self._preserved = 0
        self._row: list[str] = []
        self._space = False
        self._depth = 0  # how many open elements hold all of this row
        self._path = ""
        self._lowest = 0  # how far the stack has been closed since the row's last text
        self._rows: list[tuple[str, str]] = []
        self._quotes: list[tuple[int, int]] = []  # where each open q began: row, part of it

    @property
    def row(self) -> int:
        """The number of the line that the next text stands in."""
        return len(self._rows)

    def start(self, name: str, named: dict[str, str], *, closed: bool = False) -> None:
        """Take a start tag with its attributes; ``closed`` where it is written ``<name/>``."""
        if name in _BLOCKS:
            self._break()
            self._close_before(name)
        if self._stack[-1].name == "head" and name not in _HEAD:
            self._pop()
        if name in _VOID or (closed and self._in("svg", "math")):
            return
        parent = self._stack[-1]
        hidden = parent.hidden or name in _UNSEEN or self._is_hidden(name, named)
        path = parent.path if hidden else _longer(parent.path, name, named)
        self._push(_Open(name, path, hidden))

    def end(self, name: str) -> None:
        """Take an end tag: close what it ends, and nothing where it ends nothing."""
        if name in _BLOCKS:
            self._break()
        if name in _ENDED_ANYWHERE:
            if self._anywhere[name]:
                self._pop_to(name)
        elif name in _BLOCKS or name in _UNSEEN:
            if self._scopes[-1][name]:
                self._pop_to(name)
        elif self._scopes[-1][name] and self._near({name}, _BLOCKS):
            self._pop_to(name)

    def text(self, characters: str) -> None:
        """Take text; white space runs together as a browser shows it, save in ``pre``."""
        if self._stack[-1].name == "head" and not characters.isspace():
            self._pop()
        if self._stack[-1].hidden:
            return
        if self._preserved:
            self._preserve(characters)
            return
        flat = _SPACE.sub(" ", characters)
        bare = flat.strip(" ")
        if not bare:
            self._space = self._space or bool(flat)
            return
        if self._row and (self._space or flat[0] == " "):
            self._row.append(" ")
        self._add(bare)
        self._space = flat[-1] == " "

    def finish(self) -> list[tuple[str, str]]:
        """Return each visible line with the path of the innermost element that holds it."""
        self._break()
        return self._rows

    def _preserve(self, characters: str) -> None:
        first, *others = characters.split("\n")
        self._add(first)
        for other in others:
            self._break()
            self._add(other)

    def _add(self, words: str) -> None:
        here = len(self._stack)
        self._depth = min(self._depth, self._lowest) if self._row else here
        self._lowest = here
        self._path = self._stack[self._depth - 1].path
        self._row.append(words)

    def _break(self) -> None:
        row = "".join(self._row)
        if row.strip():
            self._rows.append((row.rstrip(), self._path))
        self._row = []
        self._space = False

    def _push(self, element: _Open) -> None:
        self._stack.append(element)
        self._scopes[-1][element.name] += 1
        if element.name in _ENDED_ANYWHERE:
            self._anywhere[element.name] += 1
        if element.name in _SCOPES:
            self._scopes.append(Counter())
        self._preserved += element.name in _PRESERVED
        if element.name == "q":
            self._quotes.append((len(self._rows), len(self._row)))

    def _pop(self) -> None:
        name = self._stack.pop().name
        if name in _SCOPES:
            self._scopes.pop()
        self._scopes[-1][name] -= 1
        if name in _ENDED_ANYWHERE:
            self._anywhere[name] -= 1
        self._preserved -= name in _PRESERVED
        if name == "q":
            self._mark(*self._quotes.pop())
        self._lowest = min(self._lowest, len(self._stack))

    def _mark(self, row: int, at: int) -> None:
        """Set quote marks around a closed q of one line, where its page prints none of its own."""
        depth = len(self._quotes)
        words = "".join(self._row[at:]) if depth < _NESTED and row == len(self._rows) else ""
        bare = words.lstrip(" ")
        before = self._row[at - 1][-1:] if bare and at else ""
        if bare and bare[0] not in _ANY_MARK and (before not in _ANY_MARK or words != bare):
            opening, closing = _QUOTES[depth % 2]
            space = words[: len(words) - len(bare)]
            self._row[at:] = [space + opening, bare, closing]

    def _pop_to(self, name: str) -> None:
        while self._stack[-1].name != name:
            self._pop()
        self._pop()

    def _close_before(self, name: str) -> None:
        """Close what a block's start tag ends: a drawing, an open ``p``, the item before it."""
        if self._scopes[-1]["svg"]:
            self._pop_to("svg")
        if self._scopes[-1]["p"] and name != "br":
            self._pop_to("p")
        if name in _IMPLIED:
            closes, stops = _IMPLIED[name]
            found = self._near(closes, stops)
            if found:
                self._pop_to(found)

    def _near(self, names: set[str], stops: set[str] | frozenset[str]) -> str | None:
        """Return the first of ``names`` open among the innermost elements, before any stop."""
        for element in self._stack[: -_REACH - 1 : -1]:
            if element.name in names:
                return element.name
            if element.name in stops:
                return None
        return None

    def _is_hidden(self, name: str, named: dict[str, str]) -> bool:
        if "hidden" in named and not _STREAMED.fullmatch(named.get("id", "")):
            return True
        if name == "dialog" and "open" not in named:
            return True
        style = named.get("style") if self._styled and name not in ("html", "body") else None
        return style is not None and _INVISIBLE.search(style) is not None

    def _in(self, *names: str) -> bool:
        return any(self._scopes[-1][name] for name in names)


def _longer(path: str, name: str, named: dict[str, str]) -> str:
    """Return the path to a new element; only the innermost part of a long one is kept."""
    words = [name, *named.get("class", "")[:200].split()[:4]]
    for attribute, mark in (("id", "#"), ("itemprop", "@"), ("role", "~"), ("rel", "^")):
        if named.get(attribute):
            words.append(mark + "-".join(named[attribute][:40].split()))
    if name == "a" and "rel" not in named and _WRITER.search(named.get("href", "")[:200]):
        words.append("^author")
    element = ".".join(word[:32].replace("/", "-") for word in words)[:100].lower()
    return f"{path}/{element}"[-_PATH:] if path else element
