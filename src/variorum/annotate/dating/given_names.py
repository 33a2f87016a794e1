"""Tells the month of a date from a person's first name: ``April Dunn gave the prize``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from variorum.annotate.dating.frames import Frame
from variorum.annotate.dating.standing import words_before
from variorum.languages import Language
from variorum.model.spans import Span

_GAP = re.compile(r"[ \u00a0]")


def is_given_name(
    frame: Frame, text: str, language: Language, *, people: Sequence[Span], start: int
) -> bool:
    """Tell whether a month alone is the first name of a person who is named in full.

    It is none behind an article or a word that stands before times alone (``In May Poe left``,
    ``the June Poe trial``), nor is the second of two months (``in April and May Poe won``).

    Args:
        frame: what looks like a time.
        text: of its block.
        language: of the text.
        people: where persons are named in the article, in order.
        start: of the block in the article.
    """
    name = text[slice(*frame.span)].lower()
    if frame.says() != {"month"} or name not in language.times.given_months:
        return False
    surname = _GAP.match(text, frame.span[1])
    if surname is None or not text[surname.end() :][:1].isupper():
        return False
    before = words_before(text, frame.span[0])[-2:]
    closed = text[: frame.span[0]].rstrip()[-1:] in {".", ":", "”", '"', "?", "!", ""}
    apart = language.times.articles | language.times.timely
    if before and not closed and (before[-1] in apart or before[0] in language.months):
        return False
    at = bisect_right(people, start + surname.end(), key=lambda person: person[0]) - 1
    return at >= 0 and people[at][1] > start + surname.end()
