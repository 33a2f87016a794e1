"""A day told twice over, by a length of time and by its date: ``the following day, 9 June``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from variorum import languages
from variorum.align.flagging.clashing import flag_clash
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag, Time
from variorum.model.vocabulary import FlagKind
from variorum.model.words import words_in

_FROM = re.compile(r"from (\d{4}-\d\d-\d\d)\S* in the text\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|\Z)")
_FIGURE = re.compile(r"\d")
# An EDTF of a day has so many characters.
DAY = 10


def find_interval_clashes(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, where a day is not as far from another as is said.

    ``The following day, 9 June`` clashes with ``7 June`` before it, ``two days later, on Friday``
    with ``Tuesday, 11 February``. The day counted from is the one that the time rules have found.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    times = sorted(item.times, key=lambda time: time.span)
    days: dict[str, Time] = {}
    for first, second in pairwise(times) if language else ():
        found = _FROM.search(first.basis) if _DAY.match(first.edtf) else None
        origin = days.get(found[1]) if found else None
        if origin and language and _apposed(item.article.text, first, second, language):
            kind = _clash(item.article.text, first, second, language)
            if kind:
                told = (first.span[0], second.span[1])
                yield flag_clash(kind, item.article, (origin.span, told))
        days[first.edtf[:DAY]] = first


def _apposed(text: str, first: Time, second: Time, language: Language) -> bool:
    """Tell whether a time stands behind another one and a comma: ``, on Friday``."""
    between = text[first.span[1] : second.span[0]]
    words = [word.form for word in words_in(text, (first.span[1], second.span[0]))]
    light = language.times.on | language.times.articles
    return between.lstrip().startswith(",") and len(words) <= 1 and light.issuperset(words)


def _clash(text: str, first: Time, second: Time, language: Language) -> FlagKind | None:
    """Return what clashes in a day told twice: its date, or its weekday."""
    words = [word.form for word in words_in(text, second.span)]
    if not _DAY.match(second.edtf):
        return None
    if any(form in language.months for form in words) and _FIGURE.search(text[slice(*second.span)]):
        return "date-clash" if second.edtf[:DAY] != first.edtf[:DAY] else None
    if len(words) == 1 and words[0] in language.weekdays:
        day = date.fromisoformat(first.edtf[:DAY]).weekday()
        return "weekday-clash" if day != language.weekdays[words[0]] else None
    return None
