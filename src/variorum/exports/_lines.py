"""Lines that tell what changed, for whatever they are written on: a terminal, or a page.

A line is data: it can be kept, and written later in another form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from variorum.exports._terminal import TITLE, Part, Terminal

NEW, GONE, OTHER = "+", "−", "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: what it is about, and words beside that.

    Args:
        sign: what happened: new, gone, otherwise, or another sign; "" where the line above says.
        head: what it is about, in pieces with a style each.
        before: who says the words, or nothing.
        words: what can be read there.
        indent: where the words begin on a terminal, at least.
        most: how many lines they take there at most, 0: as many as they need.
        style: of the words.
        level: of a heading: 1 of a part, 2 inside one; 0 where it is none.
        fate: what became of the words themselves: ``new``, ``gone``, or "" where they only tell.
    """

    sign: str = ""
    head: tuple[Part, ...] = ()
    before: str = ""
    words: str = ""
    indent: int = 0
    most: int = 0
    style: str = ""
    level: int = 0
    fate: str = ""


def fate_of(sign: str) -> str:
    """Return what became of words with this sign before them."""
    return {NEW: "new", GONE: "gone"}.get(sign, "")


def part(words: str) -> Line:
    """Return the heading of a part."""
    return Line(head=((words.upper(), TITLE),), level=1)


def hung(page: Terminal, lines: Iterable[Line]) -> list[Text]:
    """Return lines as a terminal takes them, an empty one before each heading."""
    found: list[Text] = []
    for line in lines:
        if line.level:
            found.append(Text())
        head = list(line.head)
        if line.sign:
            (first, style), *rest = head or [("", "")]
            head = [(f"  {line.sign}{first}", style), *rest]
        words = f"{line.before} {line.words}".strip(" ")
        if not words:
            found.append(Text.assemble(*head))
            continue
        found += page.hanging(head, words, indent=line.indent, lines=line.most, style=line.style)
    return found
