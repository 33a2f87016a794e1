"""HTML → tags and text, in one pass from left to right and in time linear in its length.

The reader of a page must give the same text for the same bytes for years, and must not be slowed
by mark-up made to hurt: tree builders copy unclosed formatting elements into every paragraph
(quadratic in time and memory) or give up below some depth. So the page is cut into tags here, as
the tokenisation of the WHATWG HTML Standard, section 13.2.5, has it; no tree is built.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

START, END, TEXT, RAW = "start", "end", "text", "raw"

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,63})[^\s/>]*+")
# The rest of a tag: quotes count only after an equals sign. Atomic, so it never backtracks.
_REST = re.compile(r"(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+>")
_ATTRIBUTE = re.compile(
    r"([^\s/>=\"'][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+"
)
_COMMENT_END = re.compile(r"--!?>")
_LONG_REFERENCE = re.compile(r"&#(?:[0-9]{16,}+|[xX][0-9a-fA-F]{16,}+);?")
# Elements whose content is characters only, up to their own end tag.
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in (
        "script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes",
    )
}  # fmt: skip


class Token(NamedTuple):
    """A piece of a page.

    ``kind`` is one of :data:`START`, :data:`END`, :data:`TEXT` and :data:`RAW`; ``name`` the
    element's name in small letters (for RAW: whose content it is); ``rest`` the attributes as
    they are written, or the characters.
    """

    kind: str
    name: str
    rest: str


def tokens(markup: str) -> Iterator[Token]:
    """Yield the tags and texts of a page; comments and declarations are passed over."""
    at, end = 0, len(markup)
    while at < end:
        opening = markup.find("<", at)
        if opening < 0:
            opening = end
        if opening > at:
            yield Token(TEXT, "", unescaped(markup[at:opening]))
        if opening == end:
            return
        match = _NAME.match(markup, opening)
        if match is None:
            at = _past_other(markup, opening)
            if at == opening:  # a lone "<" is text
                yield Token(TEXT, "", "<")
                at += 1
            continue
        rest = _REST.match(markup, match.end())
        if rest is None:
            return
        at = rest.end()
        name = match[1].lower()
        kind = END if markup[opening + 1] == "/" else START
        yield Token(kind, name, markup[match.end() : at - 1])
        if kind is START and name in _RAW_ENDS:
            closing = _RAW_ENDS[name].search(markup, at)
            stop = closing.start() if closing else end
            yield Token(RAW, name, markup[at:stop])
            at = stop


def attributes(rest: str) -> dict[str, str]:
    """Return the attributes of a start tag; of two of one name the first counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        name = match[1].lower()
        if name not in found:
            found[name] = unescaped(match[2] or match[3] or match[4] or "")
    return found


def unescaped(text: str) -> str:
    """Return ``text`` with its character references replaced by what they stand for."""
    if "&" not in text:
        return text
    return html.unescape(_LONG_REFERENCE.sub("\ufffd", text))


def _past_other(markup: str, opening: int) -> int:
    """Return where a comment or declaration that begins at ``opening`` ends, or ``opening``."""
    if markup.startswith("<!--", opening):
        for empty in ("<!-->", "<!--->"):
            if markup.startswith(empty, opening):
                return opening + len(empty)
        close = _COMMENT_END.search(markup, opening + 4)
        return close.end() if close else len(markup)
    if markup.startswith(("<!", "<?", "</"), opening):
        close_at = markup.find(">", opening)
        return close_at + 1 if close_at >= 0 else len(markup)
    return opening
