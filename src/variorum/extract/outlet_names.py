"""The name of an outlet, where only the furniture of its page says it.

Each rule is a shape that many pages share, not a phrase of one: a line that repeats the title
and adds a name; a name set alone on a line that other furniture repeats; the holder of the
copyright; a newspaper's name alone on a line above the text, or before the date; a name before
"readers" and the like in running words. Names that disagree are no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from variorum.languages import find

_NAME = r"(?:[^\W\d_a-zß-ÿ][\w'’.-]*|of|the|and|&|de|du|la)"
_NAMES = rf"[^\W\d_a-zß-ÿ][\w'’.-]*(?: {_NAME}){{0,5}}"
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b)\s*(?:©|\([cC]\))?\s*"
    rf"(?:[12]\d{{3}}(?:\s?[-–]\s?[12]\d{{3}})?,?\s*)?(?:by )?(?P<name>{_NAMES})"
)
_OWNED = re.compile(
    rf"(?<=[a-z] )(?P<name>{_NAMES})"
    r" (?:readers|subscribers|members|subscription|account|newsletters?|app)\b"
)
_BREAK = re.compile(r"(?<!\s)\s+(?:\||[-–—•·»:])\s+|(?:(?<!\s)\s+)?\|\s*")
_CORPORATE = re.compile(
    r"\b(?:Group|Ltd|Limited|Inc|LLC|LLP|PLC|Plc|GmbH|AG|SA|Corp|Corporation|Company|Co|Holdings"
    r"|Newspapers|Publications|Publishing|Networks?|Enterprises|Partners|Ventures|Trust)\b"
)
_RIGHTS = re.compile(r"\s*\b(?:All|Rights|Reserved|Privacy|Terms|Powered|Designed|Website)\b.*$")
_PAPER = re.compile(
    r"\b(?:advertiser|agency|argus|bulletin|chronicle|courier|daily|dispatch|echo|examiner|express"
    r"|gazette|globe|guardian|herald|independent|inquirer|journal|ledger|magazine|mail|media"
    r"|mirror|news|observer|post|press|record|register|reporter|review|sentinel|standard|star"
    r"|sun|telegraph|times|today|tribune|voice|weekly|wire|world)$",
    re.IGNORECASE,
)
# Words that, unlike "news" or "world", end the name of a newspaper and hardly a section's.
_NEWSPAPER = re.compile(
    r"^(?!(?:related|next|previous|popular|latest|recent|new|blog|guest|share|local|more|all|top)\b)"
    r"(?:the )?(?:daily [^\W\d_]+|[^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,3} (?:advertiser|argus"
    r"|broadcasting|bulletin|chronicle|courier|daily|dispatch|echo|examiner|express|gazette|globe"
    r"|guardian|herald|independent|news service|(?:news|press) agency|newswire|inquirer"
    r"|(?:university|college|city|town|county|valley|island|harbour|harbor|coast) news"
    r"|journal|ledger|mail|mirror|observer|post|register|sentinel|standard|star|sun|telegraph|times|tribune))$",
    re.IGNORECASE,
)
# What parts a writer from who employs them, and who signs for all of a newspaper.
_BESIDE = re.compile(r",\s+|(?<!\s)\s+(?:[|·•–—]|(?:for|of)(?:\s+the)?)\s+")
_STAFF = re.compile(
    rf"(?:By|BY)\s+(?:[Tt]he\s+)?(?P<name>{_NAMES})\s+(?:staff|reporters?|desk|newsroom)\b"
)
_LONGEST = 40
_LEAST = 4
_LOOK = 500


def outlet_in(furniture: Sequence[str], title: str | None, above: Sequence[str] = ()) -> str | None:
    """Return the outlet that the furniture of a page names, or None.

    Args:
        furniture: the furniture lines of the page, in order; the beginning of each is enough.
        title: the article's title, if it is known.
        above: the lines above the text that no other kind claims, without their dates.
    """
    lines = [line[:_LOOK] for line in furniture]
    rules: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _after_title(lines, title),
        lambda: _repeated(lines),
        lambda: _holders(lines),
        lambda: _owners(lines),
        lambda: (name for name in above if is_newspaper(name)),
    )
    for rule in rules:
        names = {_key(name): name for name in reversed(list(rule()))}
        if len(names) == 1:
            return next(iter(names.values()))
    return None


def without_outlet(title: str, outlet: str | None, host: str = "") -> str:
    """Return a title without the outlet's name behind or before it.

    Args:
        title: as it is declared or printed.
        outlet: the outlet's name, if it is known.
        host: of the page's address; the name of a site is often part of it.
    """
    parts = _BREAK.split(title)
    if len(parts) > 1:
        for kept, part in ((parts[:-1], parts[-1]), (parts[1:], parts[0])):
            if _key(part) == _key(outlet or "") or _is_in_host(part, host):
                start = title.find(kept[0])
                return title[start : title.rfind(kept[-1]) + len(kept[-1])]
    return title


def _is_in_host(name: str, host: str) -> bool:
    """Tell whether a name, run together, is most of a label of a host (``tidepost.example``)."""
    letters = re.sub(r"[\W_]", "", name.casefold())
    labels = host.casefold().split(".")[:-1]
    return len(letters) >= _LEAST and any(
        letters in label.replace("-", "") and 2 * len(letters) > len(label) for label in labels
    )


def _after_title(lines: Sequence[str], title: str | None) -> Iterator[str]:
    for line in lines if title else ():
        head, tail = line[: len(title or "")], line[len(title or "") :]
        behind = _BREAK.match(tail)
        if head == title and behind and 0 < len(tail) - behind.end() <= _LONGEST:
            yield tail[behind.end() :].strip()


def _repeated(lines: Sequence[str]) -> Iterator[str]:
    """Yield the names of papers that stand alone on one line and within another."""
    for line in lines:
        name = line.strip()
        if len(name) <= _LONGEST and _PAPER.search(name) and " " in name and _is_name(name):
            bare = f" {_key(name)} "
            if sum(bare in f" {_key(other)} " for other in lines) > 1:
                yield name


def _holders(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        for match in _COPYRIGHT.finditer(line):
            name = _RIGHTS.sub("", match["name"]).strip(" .,")
            if len(name) <= _LONGEST and not _CORPORATE.search(name) and _is_name(name):
                yield name


def _owners(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield from (match["name"] for match in _OWNED.finditer(line))


def is_newspaper(line: str) -> bool:
    """Tell whether a line is the name of a newspaper, by its last word."""
    known = len(line) <= _LONGEST and _NEWSPAPER.search(line) is not None
    return known and line != line.lower() and _is_name(line)


def may_be_outlet(line: str) -> bool:
    """Tell whether a line may name a newspaper or a section, by its last word (``Esk News``)."""
    return len(line) <= _LONGEST and _PAPER.search(line) is not None and _is_name(line)


def outlets_beside(line: str) -> Iterator[str]:
    """Yield the newspapers that a byline names behind a writer, or for their staff.

    (``By Ana Poe, Norland Daily``, ``Ana Poe for the Esk Courier``, ``By Norland Daily staff``)
    """
    parts = _BESIDE.split(line[:_LOOK])
    staff = _STAFF.match(parts[0])
    names = [staff["name"]] if staff else parts[1:]
    yield from (name for name in map(str.strip, names) if is_employer(name))


def is_employer(name: str) -> bool:
    """Tell whether a name in a byline is a newspaper's, and no person's (``Emily Post``)."""
    english = find("en")
    people = english.first_names if english else frozenset[str]()
    return is_newspaper(name) and name.split()[0].lower() not in people


def _is_name(name: str) -> bool:
    words = name.split()
    return bool(words) and all(w[0].isupper() or w in ("of", "the", "and", "&") for w in words)


def _key(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
