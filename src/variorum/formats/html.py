"""HTML: all visible text in page order, with the mark-up around each line.

What is visible is decided by the mark-up alone, as section 15 (rendering) of the WHATWG HTML
Standard has it: style sheets are not read and scripts are not run. So text that only a style
sheet hides is kept (and typed as furniture later); nothing a reader may have seen is lost.
Text marked ``aria-hidden`` is kept too: the mark hides it from ears, not from eyes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from variorum.errors import InputError, LimitError
from variorum.formats._declared import Declared, metadata_of
from variorum.formats._encoding import is_text, text_of
from variorum.formats._tags import END, RAW, START, TEXT, attributes, tokens
from variorum.formats._visible import VisibleText
from variorum.model.article import Capture, Line, Page
from variorum.model.limits import Limits
from variorum.model.spans import strip

MEDIA_TYPE = "text/html"
SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
# What an HTML page begins with (WHATWG MIME Sniffing Standard, section 7.1).
_BEGINNING = re.compile(
    rb"(?:\s|<!--(?:(?!-->).){0,500}-->|<\?xml[^>]{0,200}>)*"
    rb"<(?:!doctype\s+html|(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p"
    rb"|meta|link|main|article|section)(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_SNIFFED = 2_048
_DECLARED_WITHIN = 8_192
_LONGEST_TIME = 60


def recognises(data: bytes, source: str) -> bool:
    """Tell whether a capture is HTML, by the end of its name or by how its bytes begin."""
    if source.lower().endswith(SUFFIXES):
        return True
    head = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _BEGINNING.match(head) is not None and is_text(data)


def read(capture: Capture, limits: Limits) -> Page:
    """Return the visible text of a page, its lines with their paths, and its metadata.

    A line's path names the elements that hold all of the line, from the outside in, each with
    its first classes and id, as ``main/article.story/p``.

    Raises:
        LimitError: the bytes or the visible characters are more than ``limits`` allow.
        InputError: the bytes are no text, or nothing in them is visible.
    """
    named = _DECLARED.search(capture.data[:_DECLARED_WITHIN])
    label = (named[1] or named[2]).decode("ascii", "replace") if named else None
    markup = text_of(capture, limits, declared=label).replace("\x00", "")
    rows, times, declared = _read_markup(markup)
    if not rows:  # a page may hide itself whole until its script has run; a reader did see it
        rows, times, declared = _read_markup(markup, styled=False)
    text = "\n".join(row for row, _ in rows)
    if len(text) > limits.characters:
        raise LimitError(
            f"{capture.source}: longer than {limits.characters:,} visible characters;"
            " raise the limit with --max-characters"
        )
    if not rows:
        raise InputError(
            f"{capture.source}: no visible text; save the page again after it has loaded"
        )
    return Page(
        text=text,
        lines=_lines(text, rows, times),
        media_type=MEDIA_TYPE,
        markup=markup,
        metadata=metadata_of(declared),
    )


def _read_markup(
    markup: str, *, styled: bool = True
) -> tuple[list[tuple[str, str]], dict[int, str], Declared]:
    """Return the lines with their paths, the times declared in them by number, and the rest."""
    visible = VisibleText(styled=styled)
    declared = Declared()
    times: dict[int, str] = {}
    for kind, name, rest in tokens(markup):
        if kind is TEXT:
            visible.text(rest)
        elif kind is START:
            named = attributes(rest) if rest else {}
            visible.start(name, named, closed=rest.endswith("/"))
            declared.start(name, named)
            if name == "time" and named.get("datetime"):
                times.setdefault(visible.row, named["datetime"][:_LONGEST_TIME])
        elif kind is END:
            visible.end(name)
        elif kind is RAW:
            declared.raw(name, rest)
    return visible.finish(), times, declared


def _lines(text: str, rows: list[tuple[str, str]], times: Mapping[int, str]) -> tuple[Line, ...]:
    lines = []
    start = 0
    for number, (row, path) in enumerate(rows):
        span = strip(text, (start, start + len(row)))
        lines.append(Line(span=span, path=path, time=times.get(number, "")))
        start += len(row) + 1
    return tuple(lines)
