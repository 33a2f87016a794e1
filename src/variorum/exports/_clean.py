"""Words made safe to show: nothing a source prints may steer a terminal or a browser.

A page can hold escape sequences, control characters and marks that reorder what stands beside
them. They are shown as pictures, or as U+FFFD, so that the eye sees that something was there.
Characters that print nothing and change nothing are left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PRINTED_FORMAT_MARKS = re.compile(r"[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]")
_JOINERS = "\u200c\u200d"
_REORDERING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff]*")
_SPACE = re.compile(r"[\s\u0085\u2028\u2029]+")


def visible(words: str) -> str:
    """Return ``words`` with every character shown that could act instead of print.

    Line breaks and tabs are kept: they are white space, for the caller to lay out. The control
    pictures are those of Unicode's block U+2400.
    """
    if _PLAIN.fullmatch(words):
        return words
    return "".join(map(_shown, words))


def one_line(words: str) -> str:
    """Return ``words`` made visible, each run of white space as one space."""
    return visible(_SPACE.sub(" ", words)).strip(" ")


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char in "\n\t" or char in _JOINERS:
        return char
    category = unicodedata.category(char)
    if category in ("Zl", "Zp") or char in "\r\x0b\x0c\x85":
        return "\n"
    if category == "Cc":
        return "\u2421" if char == "\x7f" else picture(char)
    if category == "Cs" or _REORDERING.match(char):
        return "\ufffd"
    if category == "Cf" and not _PRINTED_FORMAT_MARKS.match(char):
        return ""
    return char


def picture(char: str) -> str:
    """Return the sign that stands for a character no output may hold: one for one."""
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\ufffd"
