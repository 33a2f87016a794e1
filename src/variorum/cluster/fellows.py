"""Dates an undated witness by its fellows: the reports of one event appear within days.

What the dated witnesses of a story agree on is taken for the others and written as uncertain
(EDTF level 1): the day where two or more have the same (``2025-09-08?``), else the month
(``2025-09?``), for one report alone does not tell on which day another appeared; else the year.
A date taken so dates nothing further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from variorum.model.article import Article, Published
from variorum.model.story import Story

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_PRECISIONS = ("year", "month", "day")


def date_by_fellows(stories: Iterable[Story], articles: Mapping[str, Article]) -> Iterator[Article]:
    """Yield each undated article that has a dated one in its story, with the date they give it.

    Args:
        stories: the stories of all articles.
        articles: every article by its id.
    """
    for story in stories:
        members = [articles[witness] for witness in story.witnesses]
        published = _agreed([article.published for article in members if article.published])
        if published:
            yield from (replace(a, published=published) for a in members if a.published is None)


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
