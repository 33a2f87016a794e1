"""Names of people, and of desks that sign as one, in a line that credits them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WRITTEN = (
    r"(?:(?:(?:article|story|words|text|report)\s+)?(?:written\s+)?"
    r"|(?:posted|published|reported|authored)\s+)by\b"
)
_AUTHOR = r"(?:authors?|writers?|reporters?|contributors?|words)(?:\s*:|\s*$)"
_LEAD = re.compile(rf"^\W*(?:{_WRITTEN}:?\s*|{_AUTHOR}\s*)", re.IGNORECASE)
_GLUED = re.compile(r"^\W*(?:[Ww]ritten |[Pp]osted )?[Bb]y(?=[A-Z][^\W\d_])")
_INSIDE = re.compile(r"[\s|·•,–—\-](?:(?:written|posted|words)\s+)?by:?\s+", re.IGNORECASE)
_OTHERS = re.compile(
    r"^\W*+(?:[\w-]+\s+){0,2}(?:updated|reviewed|edited|checked|fact-checked|researched|tested"
    r"|approved|translated|photo\w*|picture\w*|illustrat\w*|video|sponsored|presented|powered)"
    r"\s+by\b|^\W*+(?:[\w-]+\s+)?(?:reviewer|editor)s?\s*:",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?<!\s)\s+(?:in|for|at|on|from|of|is|writes|published|posted|updated)\s"
    r"|[^\w\s.,&'’\-]|\s-\s|[\d_\n\t]|https?|(?<=\S)\s{2,}"
    r"|\s(?:follow|last|posted|published|updated)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:^|\s|(?<=[a-zß-ÿ])(?-i:(?=[A-Z])))(?:analyst|associate|chief|columnist|consultant|contributor|contributing"
    r"|correspondent|deputy|director|editor|executive|expert|former|founder|guest|journalist|lead"
    r"|managing|officer|political|producer|reporter|reviewer|senior|special|specialist|staff"
    r"|writer)(?P<several>s)?\b",
    re.IGNORECASE,
)
# A day behind the name of its month, be the name run together with what stands before it.
_MONTH = r"[A-Z](?:[a-zß-ÿ]{2,8}|[A-Z]{2,8})\.?"
_DAY = re.compile(
    rf"(?:^|(?<=[a-zß-ÿ])|(?<=\s)){_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,|\s\d{{4}}|\s*$)"
    rf"|(?<=\s)\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}"
)
_PART = re.compile(r"[,;]\s*|(?<!\s)\s+(?:and|with)\s+|(?:(?<!\s)\s+)?&\s*", re.IGNORECASE)
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
# What a system fills in where it knows no writer.
_NOBODY = frozenset(("webmaster", "undefined", "null", "none", "anonymous", "unknown", "user"))
_MOST_WORDS = 5
_MOST_LETTERS = 60


def has_lead(line: str) -> bool:
    """Tell whether a line begins as bylines do: "By", "Written by", "Author:"."""
    return (_LEAD.match(line) or _GLUED.match(line)) is not None


def is_label(line: str) -> bool:
    """Tell whether a line is nothing but what a byline begins with: "By", "Written by:"."""
    lead = _LEAD.match(line)
    return lead is not None and not line[lead.end() :].strip(" :")


def is_others(line: str) -> bool:
    """Tell whether a line credits who checked, edited or pictured the article."""
    return _OTHERS.match(line) is not None


def people_in(line: str) -> Iterator[str]:
    """Yield the names in a byline, in order; roles, places, dates and handles are left out.

    Who edited, checked, translated or pictured an article did not write it.
    A name has two to five words that begin with capitals (particles aside); in scripts without
    case any two to five words will do.
    """
    if is_others(line):
        return
    for part in _PART.split(_without_role(_bare(line))):
        name = _without_letters(part.strip(" .,\u00a0"))
        if _is_name(name):
            yield name


def writers_in(line: str) -> list[str]:
    """Return the people a byline names; where none, the desk or the single name it credits.

    A line that does not begin as a byline may name its writers behind a "by" inside it.
    """
    if is_others(line):
        return []
    if not has_lead(line):
        inside = _INSIDE.search(line)
        if inside is None:
            return []
        line = "By " + line[inside.end() :]
    found = list(people_in(line))
    name = _bare(line).strip(" .,\u00a0")
    return found or ([name] if "@" not in line and _is_signature(name) else [])


def declared_people(values: Iterable[str]) -> Iterator[str]:
    """Yield the names a page's mark-up declares; a single name, or one in small letters, is one.

    So is the name of a desk or firm. Letters behind a name (``MD``) and accounts are no names.
    """
    for value in values:
        found = list(people_in(value))
        name = value.strip()
        short = len(name) <= 4 and name.isupper()
        if not found and not short and not is_others(name):
            plain = all(_WORD.fullmatch(word) for word in name.split()[: _MOST_WORDS + 1])
            found = [name] if _is_signature(name, small=plain) else []
        yield from found


def _bare(line: str) -> str:
    """Return a byline without its lead and without what follows on the names."""
    bare = line.strip()
    bare = (_GLUED if _GLUED.match(bare) else _LEAD).sub("", bare, count=1)
    day = _DAY.search(bare)
    bare = bare[: day.start()] if day else bare
    end = _END.search(bare)
    bare = bare[: end.start()] if end else bare
    return re.sub(r"(?<!\s)\s+and\s*$", "", bare, flags=re.IGNORECASE)


def _without_role(names: str) -> str:
    """Return names without the role behind them: "Ada Quill, Harbour Correspondent"."""
    role = _ROLE.search(names)
    if role is None or (role.end() == len(names) and "," not in names and _is_desk(role[0])):
        return names
    bare = names[: role.start()]
    comma = bare.rfind(", ")
    joined = role["several"] and _JOINED.search(bare, max(comma, 0))
    return bare[:comma] if comma > 0 and not joined else bare


def _is_desk(role: str) -> bool:
    """Tell whether a role is that of many, who sign as one: "Tide Post Staff"."""
    return role.strip().casefold() in ("staff", "editors")


def _without_letters(name: str) -> str:
    """Return a name without the letters of a qualification behind it (``Ada M. Quill CPP``)."""
    words = name.split()
    if len(words) > 2 and not name.isupper() and len(words[-1]) <= 4 and words[-1].isupper():
        bare = words[-1].strip(".").casefold()
        if len(bare) > 1 and bare not in ("jr", "sr", "ii", "iii", "iv"):
            return " ".join(words[:-1])
    return name


def _is_name(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(name) > _MOST_LETTERS:
        return False
    plain = [word.strip(".").casefold() for word in words]
    if any(word in _NO_NAME for word in plain) or all(word in _DEGREES for word in plain):
        return False
    whole = all(_WORD.fullmatch(word) for word in words)
    cased = (word[0].isupper() or word.casefold() in _PARTICLES or not word[0].isalpha()
             or word[0].lower() == word[0].upper() for word in words)  # fmt: skip
    return whole and all(cased) and words[0].casefold() not in ("a", "an")


def _is_signature(name: str, *, small: bool = False) -> bool:
    """Tell whether a short credit names somebody, be it a desk or one word.

    ``small`` lets a name of several words be in small letters.
    """
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(name) > _MOST_LETTERS:
        return False
    plain = [word.casefold() for word in words]
    if all(word in _NO_NAME for word in plain) or any(word in _NOBODY for word in plain):
        return False
    if len(words) == 1:
        return name.isalpha()
    cased = small or any(word[0].isupper() for word in words)
    return cased and words[0].casefold() not in ("a", "an")
