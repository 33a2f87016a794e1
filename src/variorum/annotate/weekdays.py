"""Weekdays that are not those of the date they are printed with: ``Friday 3 March 2020``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from variorum.languages import Language
from variorum.model.annotation import Flag, Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, strip
from variorum.model.words import words_in

# A weekday with a date has so many words at least.
LEAST = 3
# How far behind a date its weekday may stand, in code points.
REACH = 60
# So many days before and after the publication nobody means another year.
NEAR = 21
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|\Z)")
_YEAR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d")
_EDGES = " \t\n\u00a0,"


@dataclass(frozen=True, slots=True)
class _Printed:
    """A day of a month with the weekday that is printed beside it."""

    weekday: Span
    rest: Span
    time: Time


def find_weekday_clashes(
    article: Article, times: Sequence[Time], language: Language | None
) -> tuple[Flag, ...]:
    """Return a flag for each day of a month that is printed with another weekday.

    The weekday stands in the date (``Friday, 3 March``), as a time of its own beside it (``next
    Friday, the 3rd of March``) or behind it (``3 March falls on a Friday``); both days of a range
    have their own. A day printed without its year is told by the day of publication; where it lies
    more than three weeks from that, and the weekday is that of the same day a year before or after,
    the year is in doubt and nothing is flagged.

    Args:
        article: the text the times are of.
        times: as ``find_times`` returns them; only days count.
        language: of the article; None: no weekday is known, nothing is flagged.

    The spans of a flag are the weekday and the rest of the date.
    """
    if language is None:
        return ()
    found = [
        *(one for time in times for one in _inside(article.text, time, language)),
        *(one for pair in pairwise(times) for one in _beside(article.text, pair, language)),
        *(one for time in times for one in _behind(article.text, time, language)),
        *(one for time in times for one in _in_range(article.text, time, language)),
    ]
    return tuple(
        _flag(article, one.weekday, one.rest) for one in found if not _fits(one, article, language)
    )


def _inside(text: str, time: Time, language: Language) -> Iterator[_Printed]:
    """Yield a day with its weekday: ``Friday 3 March``, ``midnight on Friday, 3 March``."""
    words = list(words_in(text, time.span))
    if len(words) < LEAST or not _is_date(text, time, language):
        return
    days = [word.span for word in words if word.form in language.weekdays]
    if len(days) != 1:
        return
    first = days[0] != words[-1].span
    rest = (days[0][1], time.span[1]) if first else (time.span[0], days[0][0])
    while rest[0] < rest[1] and text[rest[0]] in _EDGES:
        rest = (rest[0] + 1, rest[1])
    rest = strip(text, rest)
    if _FIGURE.search(text[slice(*rest)]):
        yield _Printed(days[0], rest, time)


def _in_range(text: str, time: Time, language: Language) -> Iterator[_Printed]:
    """Yield the two days of ``from Monday, 8 July, to Friday, 13 July``."""
    ends = time.edtf.split("/")
    words = list(words_in(text, time.span))
    days = [at for at, word in enumerate(words) if word.form in language.weekdays]
    if len(ends) != 2 or len(days) != 2 or not all(_DAY.match(f"{end}T") for end in ends):
        return
    for at, end, stop in zip(days, ends, (days[1], len(words)), strict=True):
        rest = [
            word
            for word in words[at + 1 : stop]
            if _FIGURE.search(word.form) or word.form in language.months
        ]
        if any(_FIGURE.search(word.form) for word in rest):
            span = (rest[0].span[0], rest[-1].span[1])
            yield _Printed(words[at].span, span, replace(time, edtf=end))


def _beside(text: str, pair: tuple[Time, Time], language: Language) -> Iterator[_Printed]:
    """Yield a day that a weekday stands before: ``next Friday, the 3rd of March``."""
    first, second = pair
    between = {word.form for word in words_in(text, (first.span[1], second.span[0]))}
    joined = text[first.span[1] : second.span[0]].lstrip().startswith(",")
    if joined and between <= language.times.articles and _is_date(text, second, language):
        own = [w for w in words_in(text, second.span) if w.form in language.weekdays]
        last = list(words_in(text, first.span))[-1]
        if not own and last.form in language.weekdays:
            yield _Printed(last.span, second.span, second)


def _behind(text: str, time: Time, language: Language) -> Iterator[_Printed]:
    """Yield a day that a weekday stands behind: ``3 March, a Friday``, ``falls on a Friday``."""
    if not _is_date(text, time, language):
        return
    light = language.contrasts.scheduling | language.prepositions | language.times.passive
    words = list(words_in(text, (time.span[1], min(len(text), time.span[1] + REACH))))
    for at, word in enumerate(words[1:], start=1):
        if word.form in language.weekdays and words[at - 1].form in language.variants.articles:
            lead = text[time.span[1] : words[0].span[0]]
            if (at > 1 and lead.isspace()) or (at == 1 and lead.strip() == ","):
                yield _Printed(word.span, time.span, time)
            return
        if words[at - 1].form not in light:
            return


def _is_date(text: str, time: Time, language: Language) -> bool:
    """Tell whether a day is printed by its month and a figure."""
    return (
        bool(_DAY.match(time.edtf))
        and any(word.form in language.months for word in words_in(text, time.span))
        and bool(_FIGURE.search(text[slice(*time.span)]))
    )


def _fits(one: _Printed, article: Article, language: Language) -> bool:
    wanted = language.weekdays[article.text[slice(*one.weekday)].casefold()]
    day = one.time.edtf[:10]
    year = int(day[:4])
    told = _YEAR.search(article.text[slice(*one.time.span)])
    near = _days_from(article, day) <= NEAR
    years = (year,) if told or near else (year - 1, year, year + 1)
    return any(_weekday(f"{one:04}{day[4:]}") in (wanted, None) for one in years)


def _days_from(article: Article, day: str) -> int:
    """Return how many days lie between a day and the publication, many where that is unknown."""
    try:
        published = date.fromisoformat(article.published.edtf[:10]) if article.published else None
        return abs((date.fromisoformat(day) - published).days) if published else NEAR + 1
    except ValueError:
        return NEAR + 1


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
