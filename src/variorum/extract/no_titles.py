"""Lines above the body that look like a title or like text, and whose words say that they are none.

A newspaper's name alone on its line heads the page; a line that begins as bylines do and names
people tells who wrote. Neither is the title where another line may be it.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.extract.outlet_names import is_newspaper
from variorum.extract.person_names import has_lead, people_in
from variorum.extract.printed_dates import dates_in

LEAST, MOST = 4, 25
"""How many words a title has that nothing else tells."""
_BYLINE = 8
"""How many words a byline has at most that was taken for the title."""
_LONGEST = 300
"""How long a title or a byline is at most, in code points."""
_DATED = 40
"""How long a line with a date is that heads a page, in code points."""
_TEXT = ("paragraph", "section", "standfirst")
_STOP = (".", ";", ":", ",", "…")
_OPENING = "“‘\"'«"


def without_mistaken(
    lines: Sequence[str], kinds: Sequence[str], menus: Sequence[bool], language: str | None
) -> list[str]:
    """Return ``kinds`` with no newspaper or byline as text above the body, nor one as headline.

    Where such a line was the headline, or none was, the first line right above a byline is.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        menus: for each line, whether it is a row of links.
        language: of the page, as a BCP 47 tag where known.
    """
    found = list(kinds)
    for at in range(_above_prose(lines, kinds)):
        if found[at] in _TEXT and is_newspaper(lines[at]):
            found[at] = "furniture"
        elif found[at] in _TEXT and _names_writers(lines[at]):
            found[at] = "byline"
    if "headline" in found:
        head = found.index("headline")
        if not _is_mistaken(lines, head, _above_prose(lines, found)):
            return found
        found[head] = "byline" if _names_writers(lines[head]) else found[head]
    title = _above_byline(lines, language)
    if title is not None and not menus[title]:
        found = ["furniture" if kind == "headline" else kind for kind in found]
        found[title] = "headline"
    return found


def _is_mistaken(lines: Sequence[str], head: int, body: int) -> bool:
    """Tell whether a headline names a newspaper, or is the only byline above the body."""
    if is_newspaper(lines[head]):
        return True
    return _names_writers(lines[head]) and not any(map(has_lead, lines[head + 1 : body]))


def _above_byline(lines: Sequence[str], language: str | None) -> int | None:
    """Return the first line but for newspapers and dates, where it is right above a byline."""
    first = next((at for at, line in enumerate(lines) if not _heads(line, language)), len(lines))
    below = lines[first + 1 : first + 2]
    titled = bool(below) and _names_writers(below[0])
    return first if titled and may_be_title(lines[first], language, least=2) else None


def _heads(line: str, language: str | None) -> bool:
    """Tell whether a line is what pages print above all: a newspaper's name, a date."""
    return is_newspaper(line) or (len(line) <= _DATED and any(dates_in(line, language)))


def may_be_title(line: str, language: str | None, *, least: int = LEAST) -> bool:
    """Tell whether a line may be a title, by its shape: it may be quoted and hold figures.

    Args:
        line: its words.
        language: of the page, as a BCP 47 tag where known.
        least: how many words it has.
    """
    bare = line[:_LONGEST].lstrip(_OPENING)
    if (
        len(line) > _LONGEST
        or not least <= len(line.split(maxsplit=MOST)) <= MOST
        or not bare[:1].isalnum()
    ):
        return False
    if bare[0].islower() or line.endswith(_STOP):
        return False
    return not has_lead(line) and not is_newspaper(line) and not any(dates_in(line, language))


def _above_prose(lines: Sequence[str], kinds: Sequence[str]) -> int:
    """Return how many lines stand above the first paragraph that is no newspaper nor a byline."""
    rows = enumerate(zip(lines, kinds, strict=True))
    prose = (at for at, (line, kind) in rows if kind == "paragraph" and not is_newspaper(line))
    return next((at for at in prose if not _names_writers(lines[at])), 0)


def _names_writers(line: str) -> bool:
    short = len(line) <= _LONGEST and len(line.split()) <= _BYLINE
    return short and has_lead(line) and any(people_in(line))
