"""Lines of copied text that stand below a picture: what it shows, and who took it.

A label opens such a line (``FILE PHOTO: …``), or behind its last sentence, or in brackets at its
end, stands a credit: names with a stroke between (``… in May. VELM PRESS/Ada Poe``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.languages import Language, find

_TEXT = ("paragraph", "section", "standfirst")
_MOST = 70
"""How many words a caption has at most, its credit among them."""
_CREDIT = 120
"""How long a credit is at most, in code points."""
_LABEL = re.compile(r"(?P<label>[^\W\d_]+(?: [^\W\d_]+){0,2})(?::| [-–—]) ")
_BY = r"[^\W\d_][\w.&'’-]*+(?: [^\W\d_][\w.&'’-]*+){0,5}"
_NAMES = rf"{_BY}(?:/{_BY}){{1,3}}"
_SIGNED = re.compile(rf"(?:[.!?][”\"’')]? (?P<plain>{_NAMES})|\((?P<inside>{_NAMES})\))\Z")


def with_captions(lines: Sequence[str], kinds: Sequence[str], language: str | None) -> list[str]:
    """Return ``kinds`` with the lines that stand below a picture as captions; no headline is one.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        language: of the page, as a BCP 47 tag where known.
    """
    words = find(language or "en")
    return [
        "caption" if kind in _TEXT and _is_caption(line, words) else kind
        for line, kind in zip(lines, kinds, strict=True)
    ]


def _is_caption(line: str, words: Language | None) -> bool:
    plain = line.strip()
    if len(plain.split(maxsplit=_MOST)) > _MOST:
        return False
    label = _LABEL.match(plain)
    if label and words and label["label"].casefold() in words.picture_labels:
        return True
    signed = _SIGNED.search(plain[-_CREDIT:])
    names = (signed["plain"] or signed["inside"]).split("/") if signed else []
    return all(name[0].isupper() for name in names) and any(map(_is_full_name, names))


def _is_full_name(name: str) -> bool:
    """Tell whether a name has two words and more, each with a capital: ``Ada Poe``."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words[-2:])
