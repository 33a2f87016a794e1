"""Dates an undated witness by its fellows: the reports of one event appear within days.

What the dated witnesses of a story agree on is taken for the others and written as uncertain
(EDTF level 1): the day where two or more have the same (``2025-09-08?``), else the month
(``2025-09?``), for one report alone does not tell on which day another appeared; else the year.
The day that its own dateline tells (``VELM, 3 May``) goes before theirs, if it lies near.
A date taken so dates nothing further.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from variorum import languages
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Published
from variorum.model.datelines import day_written
from variorum.model.story import Story

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
# So many days lie between two reports of one event at most, or in a month.
NEAR = 31
_PRECISIONS = ("year", "month", "day")


def date_by_fellows(members: Sequence[Article]) -> Iterator[Article]:
    """Yield each undated article of a story that has a dated one, with the date they give it.

    Args:
        members: the articles of one story.
    """
    published = _agreed([article.published for article in members if article.published])
    for article in members if published else ():
        if article.published is None:
            yield replace(article, published=_by_dateline(article, published) or published)


def _by_dateline(article: Article, agreed: Published | None) -> Published | None:
    """Return the day of an article's dateline, of the year in which it lies next to the others."""
    language = languages.find(article.language)
    told = day_written(article, language.months) if language else None
    if told is None or agreed is None:
        return None
    first = date.fromisoformat((agreed.edtf.rstrip("?") + "-01-01")[:10])
    for year in (first.year, first.year - 1, first.year + 1):
        try:
            day = date(year, *told)
        except ValueError:
            continue
        if agreed.precision == "year" or abs((day - first).days) <= NEAR:
            return Published(edtf=f"{day}?", precision="day", basis="story", span=None)
    return None


def annotate_dated(
    found: Sequence[AnnotatedArticle],
    stories: Iterable[Story],
    annotate: Callable[[Iterable[Article]], Iterable[AnnotatedArticle]],
) -> tuple[AnnotatedArticle, ...]:
    """Return articles, those annotated again that only their fellows date, in the same order.

    Args:
        found: the articles as they were annotated, some without a date.
        stories: the stories of all of them.
        annotate: annotates articles; one that it leaves out stays undated.
    """
    articles = {one.article.id: one.article for one in found}
    dated = (a for s in stories for a in date_by_fellows([articles[w] for w in s.witnesses]))
    again = {one.article.id: one for one in annotate(dated)}
    return tuple(again.get(one.article.id, one) for one in found)


def _agreed(dates: Sequence[Published]) -> Published | None:
    """Return what all dates have in common, from the year down; of one date its month."""
    found = [_DAY.match(date.edtf) for date in dates]
    if len(found) < 2:
        found = [_MONTH.match(date.edtf) for date in dates]
    parts = zip(*(match[0].split("-") for match in found if match), strict=False)
    common = [levels[0] for levels in takewhile(lambda levels: len(set(levels)) == 1, parts)]
    if not common:
        return None
    precision = _PRECISIONS[len(common) - 1]
    return Published(edtf="-".join(common) + "?", precision=precision, basis="story", span=None)
