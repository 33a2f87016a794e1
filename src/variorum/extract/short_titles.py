"""A short headline that lines of its page outshine: below the name of the paper, above the body.

By its shape a headline of two or three words is a link or a heading. Its words tell it: an article
repeats those of its title, and hardly those of its paper or of a menu.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from variorum.extract.no_titles import may_be_title
from variorum.extract.outlet_names import is_newspaper, may_be_outlet
from variorum.extract.person_names import has_lead, people_in
from variorum.extract.printed_dates import dates_in
from variorum.languages import find

ABOVE = 6
"""How many lines above the body a title is looked for."""
LEAST, MOST = 2, 12
"""How many words a title has that is found by its words alone."""
_SHARE = 0.5
_MORE = 0.1
_LETTERS = 4
_STEM = 5
_LOOK = 1_200
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:,…][\"”’»)]*$|\d")


def with_short_title(
    lines: Sequence[str], kinds: Sequence[str], menus: Sequence[bool], language: str | None
) -> list[str]:
    """Return ``kinds`` with a short line above the body as its headline, where there was none.

    A headline that names a paper gives way to it, and so does one right below such a name, or that
    may be one itself (``Esk News``), whose words the body repeats less.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        menus: for each line, whether it is a row of links.
        language: of the page, as a BCP 47 tag where known.
    """
    found = list(kinds)
    head = kinds.index("headline") if "headline" in kinds else None
    masthead = head is not None and is_newspaper(lines[head])
    body = _body(lines, kinds, short=masthead)
    if body is None or (head is not None and head > body):
        return found
    words = find(language) or find("en")
    telling = Telling(" ".join(lines[body:])[:_LOOK], words.function_words if words else ())
    least = _SHARE if head is None or masthead else _least(lines, head, telling)
    if least is None:
        return found
    first = max(body - ABOVE, 0 if head is None else head + 1)
    near = [n for n in range(first, body) if not menus[n] and _is_free(lines[n], kinds[n])]
    short = (at for at in reversed(near) if _may_be_title(lines[at], language))
    title = next((at for at in short if telling(lines[at]) >= least), None)
    if title is None and masthead:
        title = _plain_title(lines, near, language, telling)
    if title is not None:
        found[title] = "headline"
        if head is not None:
            found[head] = "furniture"
    return found


def _least(lines: Sequence[str], head: int, telling: Telling) -> float | None:
    """Return how much a line tells that takes the place of a headline, None where none may."""
    own, named = telling(lines[head]), may_be_outlet(lines[head])
    if own >= _SHARE:
        return own + _MORE if named else None
    return _SHARE if named or (head > 0 and is_newspaper(lines[head - 1])) else None


def _is_free(line: str, kind: str) -> bool:
    """Tell a line that may be a title from a date and from a byline that names a writer."""
    return kind != "date" and (kind != "byline" or not (has_lead(line) or any(people_in(line))))


def _plain_title(
    lines: Sequence[str], near: Sequence[int], language: str | None, telling: Telling
) -> int | None:
    """Return the first line by whose shape it is a title and that tells, or the only such line."""
    titles = [at for at in near if may_be_title(lines[at], language, least=LEAST + 1)]
    told = [at for at in titles if telling(lines[at]) >= _SHARE]
    return told[0] if told else titles[0] if len(titles) == 1 else None


def _body(lines: Sequence[str], kinds: Sequence[str], *, short: bool) -> int | None:
    """Return the place of the first long paragraph, or else of the first if it may be short."""
    paragraphs = [at for at, kind in enumerate(kinds) if kind == "paragraph"]
    long = next((at for at in paragraphs if _is_long(lines[at])), None)
    return paragraphs[0] if long is None and short and paragraphs else long


class Telling:
    """Tells which share of the words of a line a text repeats, by the beginnings of words."""

    def __init__(self, text: str, common: Container[str]) -> None:
        self._common = common
        self._told = self._stems(text)

    def __call__(self, line: str) -> float:
        """Return the share, 0 for a line of fewer than :data:`LEAST` words that tell anything."""
        own = self._stems(line)
        return len(own & self._told) / len(own) if len(own) >= LEAST else 0.0

    def _stems(self, text: str) -> set[str]:
        words = (word.casefold() for word in _WORD.findall(text))
        return {w[:_STEM] for w in words if len(w) >= _LETTERS and w not in self._common}


def _is_long(line: str) -> bool:
    return len(line.split(maxsplit=MOST)) > MOST


def _may_be_title(line: str, language: str | None) -> bool:
    words = line.split()
    if not LEAST <= len(words) <= MOST or not line[0].isupper() or _STOP.search(line):
        return False
    return not has_lead(line) and not is_newspaper(line) and not any(dates_in(line, language))
