"""Short lines whose words say what they are, where their shape alone looks like furniture.

A line above the body that is little but a date dates the article; a sentence that quotes somebody
right below date or writer opens it; a closing sentence (``Mr Poe declined to comment.``) names whom
the article names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.extract.person_names import has_lead
from variorum.extract.printed_dates import dates_in

# How many words a closing sentence has.
LEAST, MOST = 3, 40
# How many lines above the body a date is looked for, how long it is, in code points, and how many
# words may stand beside it: a place, a writer, the hour.
ABOVE, LONGEST, BESIDE = 6, 60, 5
# What a line that dates the article may be taken for.
DATING = ("furniture", "standfirst", "paragraph", "section")
_LOOK = 1_200
_PLAIN = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[\w,;:.] )[A-Z][^\W\d_][\w-]+")
# How many words a quotation that opens the body has, and how many stand outside it.
QUOTED, TELLING = 3, 2
_SPEECH = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_HEAD = ("headline", "standfirst", "byline", "date")
_WHOLE = re.compile(r"[“\"‘']?[A-Z0-9].*[.!?][”\"’']?", re.DOTALL)


def with_date_line(lines: Sequence[str], kinds: Sequence[str], language: str | None) -> list[str]:
    """Return ``kinds`` with the date above the first paragraph as one, where none was found.

    A line that begins as bylines do and ends with a date is a byline.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        language: of the page, as a BCP 47 tag where known.
    """
    found = list(kinds)
    if "date" in kinds:
        return found
    text = (at for at, kind in enumerate(kinds) if kind == "paragraph")
    body = next((at for at in text if not _is_date(lines[at], language)), 0)
    for at in range(body - 1, max(body - ABOVE, 0) - 1, -1):
        if kinds[at] in DATING and _is_date(lines[at], language):
            found[at] = "byline" if has_lead(lines[at]) else "date"
            break
    return found


def _is_date(line: str, language: str | None) -> bool:
    """Tell whether a line prints one date, and beside it at most a few names."""
    words = line.strip()
    spans = [span for span, _, _ in dates_in(words, language)] if len(words) <= LONGEST else []
    if len(spans) != 1:
        return False
    rest = _PLAIN.findall(words[: spans[0][0]] + " " + words[spans[0][1] :])
    named = all(word[0].isupper() or word[0].isdigit() for word in rest)
    return len(rest) <= BESIDE and (named or has_lead(words))


def with_opening_lines(lines: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ``kinds`` with the lines between head and first paragraph as some, if all quote.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
    """
    found = list(kinds)
    body = kinds.index("paragraph") if "paragraph" in kinds else 0
    first = body
    while first > 0 and kinds[first - 1] == "furniture" and _quotes(lines[first - 1]):
        first -= 1
    if first > 0 and (kinds[first - 1] in _HEAD or has_lead(lines[first - 1])):
        found[first:body] = ["paragraph"] * (body - first)
    return found


def _quotes(line: str) -> bool:
    """Tell whether a line is whole sentences, some words of them in quotation marks."""
    words = line.strip()
    if len(words) > _LOOK or _WHOLE.fullmatch(words) is None:
        return False
    inside = [len((one or other).split()) for one, other in _SPEECH.findall(words)]
    outside = len(_PLAIN.findall(_SPEECH.sub(" ", words)))
    return max(inside, default=0) >= QUOTED and outside >= TELLING


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
