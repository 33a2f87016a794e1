"""Weekdays that are not those of the date they are printed with: ``Friday 3 March 2020``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from variorum.languages import Language
from variorum.model.annotation import Flag, Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, strip
from variorum.model.words import words_in

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d")
_EDGES = " \t\n\u00a0,"


def find_weekday_clashes(
    article: Article, times: Sequence[Time], language: Language | None
) -> tuple[Flag, ...]:
    """Return a flag for each day of a month that is printed with another weekday.

    A day printed without its year is told by the day of publication; where the weekday is that
    of the same day a year before or after, the year is in doubt and nothing is flagged.

    Args:
        article: the text the times are of.
        times: as ``find_times`` returns them; only days count.
        language: of the article; None: no weekday is known, nothing is flagged.

    The spans of a flag are the weekday and the rest of the date.
    """
    flags = []
    for time in times if language else ():
        for weekday, rest in _parts(article.text, time, language):
            if not _fits(time, article.text, weekday, language):
                flags.append(_flag(article, weekday, rest))
    return tuple(flags)


def _parts(text: str, time: Time, language: Language | None) -> Iterator[tuple[Span, Span]]:
    """Yield the weekday at the edge of a printed day, and the rest, which has a figure."""
    words = list(words_in(text, time.span))
    if language is None or not _DAY.fullmatch(time.edtf) or len(words) < 3:
        return
    days = [word.span for word in words if word.form in language.weekdays]
    if len(days) != 1 or days[0] not in (words[0].span, words[-1].span):
        return
    first = days[0] == words[0].span
    rest = (days[0][1], time.span[1]) if first else (time.span[0], days[0][0])
    while rest[0] < rest[1] and text[rest[0]] in _EDGES:
        rest = (rest[0] + 1, rest[1])
    rest = strip(text, rest)
    months = any(word.form in language.months for word in words)
    if months and _FIGURE.search(text[slice(*rest)]):
        yield days[0], rest


def _fits(time: Time, text: str, weekday: Span, language: Language | None) -> bool:
    wanted = language.weekdays[text[slice(*weekday)].casefold()] if language else None
    year = int(time.edtf[:4])
    told = _YEAR.search(text[slice(*time.span)])
    years = (year,) if told else (year - 1, year, year + 1)
    return any(_weekday(f"{one:04}{time.edtf[4:]}") in (wanted, None) for one in years)


def _weekday(edtf: str) -> int | None:
    """Return the weekday of a date, Monday 0; None for a day that this year does not have."""
    try:
        return date.fromisoformat(edtf).weekday()
    except ValueError:
        return None


def _flag(article: Article, weekday: Span, rest: Span) -> Flag:
    first, second = (" ".join(words.split()) for words in article.words(weekday, rest))
    flag = Flag(
        id="",
        kind="weekday-clash",
        witness=article.id,
        spans=tuple(sorted((weekday, rest))),
        note=f"“{second}” is no “{first}”",
    )
    return sign(flag, {article.id: article})
