"""The days on which two witnesses were printed: what one day's page says holds for that day."""

from __future__ import annotations

from datetime import date

from variorum.model.article import Article

# The length of an EDTF date of a day.
DAY = 10
# Reports of one day may be printed on two sides of midnight, so many days apart.
NIGHT = 1

Days = tuple[date, date]


def printed_apart(one: Article, other: Article) -> Days | None:
    """Return the days on which two articles were printed, None where unknown or one day."""
    stated = [article.published for article in (one, other)]
    try:
        first, second = (date.fromisoformat(day.edtf[:DAY] if day else "") for day in stated)
    except ValueError:
        return None
    return (first, second) if first != second else None


def within_a_night(days: Days) -> bool:
    """Tell whether two days are so near that both may tell of one."""
    return abs((days[0] - days[1]).days) <= NIGHT


def printed(days: Days) -> str:
    """Return how a reader is told of the days on which two claims were printed."""
    return f"printed {days[0]}, {days[1]}"
