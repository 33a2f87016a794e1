"""The last line of an article, where it is short: judged by its shape alone it looks like furniture.

A closing sentence (``Mr Poe declined to comment.``) names whom the article names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# How many words a closing sentence has.
LEAST, MOST = 3, 40
_NAME = re.compile(r"(?<=[\w,;:.] )[A-Z][^\W\d_][\w-]+")
_WHOLE = re.compile(r"[“\"‘']?[A-Z0-9].*[.!?][”\"’']?", re.DOTALL)


def with_closing_line(lines: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ``kinds`` with the line after the last paragraph as one, if it closes the article.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
    """
    found = list(kinds)
    last = max((at for at, kind in enumerate(kinds) if kind == "paragraph"), default=None)
    if last is None or last + 1 >= len(lines) or kinds[last + 1] != "furniture":
        return found
    body = " ".join(line for line, kind in zip(lines, kinds, strict=True) if kind == "paragraph")
    if _closes(lines[last + 1], body):
        found[last + 1] = "paragraph"
    return found


def _closes(line: str, body: str) -> bool:
    """Tell whether a line is a whole sentence with a name that the article prints."""
    if not LEAST <= len(line.split()) <= MOST or _WHOLE.fullmatch(line.strip()) is None:
        return False
    return not set(_NAME.findall(line)).isdisjoint(_NAME.findall(body))
