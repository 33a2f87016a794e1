"""Plain text, as a person copies a page or saves it: every visible line is one line."""

from __future__ import annotations

import unicodedata

from variorum.errors import InputError, LimitError
from variorum.formats._encoding import is_text, text_of
from variorum.model.article import Capture, Line, Page
from variorum.model.limits import Limits
from variorum.model.spans import strip

MEDIA_TYPE = "text/plain"
SUFFIXES = (".txt", ".text")


def recognises(data: bytes, source: str) -> bool:
    """Tell whether ``data`` looks like text; ``source`` may have any name."""
    return is_text(data)


def read(capture: Capture, limits: Limits) -> Page:
    """Return the text of a capture with its visible lines.

    The characters stay as they are, only line ends are made alike. A line's span leaves out the
    white space at its edges; a line of nothing but white space is none.

    Raises:
        LimitError: the bytes or characters are more than ``limits`` allow.
        InputError: the bytes are no text, or hold nothing visible.
    """
    text = text_of(capture, limits)
    if len(text) > limits.characters:
        raise LimitError(
            f"{capture.source}: longer than {limits.characters:,} characters;"
            " raise the limit with --max-characters"
        )
    if not any(_visible(character) for character in text):
        raise InputError(f"{capture.source}: is empty; give a file with the article's text")
    return Page(text=text, lines=_lines(text), media_type=MEDIA_TYPE)


def _visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")


def _lines(text: str) -> tuple[Line, ...]:
    lines = []
    start = 0
    for row in text.splitlines(keepends=True):
        span = strip(text, (start, start + len(row)))
        if span[0] < span[1]:
            lines.append(Line(span=span))
        start += len(row)
    return tuple(lines)
