"""Names of people in a line that credits them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LEAD = re.compile(
    r"^\W*(?:[a-z]{4,10}\s+)?by\b:?\s*|^\W*(?:authors?|writer|reporter|words)\s*:\s*", re.IGNORECASE
)
_OTHERS = re.compile(
    r"^\W*(?:[\w-]+\s+){0,2}(?:updated|reviewed|edited|checked|translated|photo\w*|picture\w*"
    r"|illustrat\w*|video|sponsored|presented)\s+by\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:in|for|at|on|from|of|with|is|writes|published|posted|updated)\s"
    r"|[^\w\s.,&'’\-]|\s-\s|[\d_\n\t]|https?"
    r"|\s(?:follow|last|posted|published|updated)\b"
    r"|\s(?P<role>associate|chief|contributor|contributing|correspondent|deputy|director|editor"
    r"|expert|former|founder|guest|lead|managing|political|reporter|reviewer|senior|special"
    r"|specialist|staff|writer)s?\b",
    re.IGNORECASE,
)
_PART = re.compile(r",\s*|\s+and\s+|\s*&\s*|\s+with\s+", re.IGNORECASE)
_JOINED = re.compile(r"\sand\s|&", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*\.?")
_PARTICLES = frozenset((
    "al", "ap", "ben", "bin", "da", "de", "del", "della", "der", "di", "do", "dos", "du", "el",
    "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu",
))  # fmt: skip
_DEGREES = frozenset((
    "jr", "sr", "phd", "md", "rd", "msc", "mba", "ba", "ma", "rn", "dds", "esq", "dphil", "mph",
    "ii", "iii", "iv",
))  # fmt: skip
# What stands where a name would, and is none.
_NO_NAME = frozenset((
    "admin", "administrator", "agencies", "agency", "author", "authors", "bureau", "by",
    "contributor", "correspondent", "correspondents", "desk", "editor", "editorial", "editors",
    "guest", "news", "newsroom", "online", "press", "reporter", "reporters", "service", "staff",
    "team", "the", "web", "writer", "writers",
))  # fmt: skip
_MOST_WORDS = 5


def has_lead(line: str) -> bool:
    """Tell whether a line begins as bylines do: "By", "Written by", "Author:"."""
    return _LEAD.match(line) is not None


def people_in(line: str) -> Iterator[str]:
    """Yield the names in a byline, in order; roles, places, dates and handles are left out.

    Who edited, checked, translated or pictured an article did not write it.
    A name has two to five words that begin with capitals (particles aside); in scripts without
    case any two to five words will do.
    """
    bare = line.strip()
    if _OTHERS.match(bare):
        return
    bare = _LEAD.sub("", bare, count=1)
    end = _END.search(bare)
    bare = bare[: end.start()] if end else bare
    comma = bare.rfind(", ")
    if end and end["role"] and comma > 0 and not _JOINED.search(bare, comma):
        bare = bare[:comma]  # what follows belongs to a role: "Ada Quill, Harbour Correspondent"
    for part in _PART.split(bare):
        name = part.strip(" .,\u00a0")
        if _is_name(name):
            yield name


def declared_people(values: Iterable[str]) -> Iterator[str]:
    """Yield the names a page's mark-up declares; a single name, or one in small letters, is one.

    Letters behind a name (``MD``) and accounts with digits are no names.
    """
    for value in values:
        found = list(people_in(value))
        plain = value.casefold().split()
        short = len(value) <= 4 and value.isupper()
        if not found and not short and plain and plain[0] not in _NO_NAME and len(plain) <= 4:
            found = [value] if all(_WORD.fullmatch(word) for word in plain) else []
        yield from found


def _is_name(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(name) > 60:
        return False
    plain = [word.strip(".").casefold() for word in words]
    if any(word in _NO_NAME for word in plain) or all(word in _DEGREES for word in plain):
        return False
    whole = all(_WORD.fullmatch(word) for word in words)
    cased = (word[0].isupper() or word.casefold() in _PARTICLES or not word[0].isalpha()
             or word[0].lower() == word[0].upper() for word in words)  # fmt: skip
    return whole and all(cased) and words[0].casefold() not in ("a", "an")
