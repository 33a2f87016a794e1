"""What time expressions mean, and what relative ones are resolved from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.annotate.dating import periods
from variorum.annotate.dating.periods import Period
from variorum.model.article import Published
from variorum.model.spans import Span

_LEVEL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d)?)?)?")


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means.

    Args:
        period: the stretch of the calendar; None where its year is not known, or it is a range.
        ground: on what it rests, in words.
        edtf: the value as EDTF writes it, where there is no ``period``.
        clock: the time of day, or nothing.
        doubt: ``?`` where what it rests on is uncertain.
        stated: whether the text itself gives the year.
        aside: whether it is only compared with, and nothing is counted from it.
    """

    period: Period | None
    ground: str
    edtf: str = ""
    clock: str = ""
    doubt: str = ""
    stated: bool = False
    aside: bool = False

    def write(self, about: str) -> str:
        """Return the EDTF value; ``about``: what the text itself says of it, ``~`` or ``?``.

        EDTF qualifies no time of day, so one that is uncertain or approximate is cut to its day.
        """
        if self.period is None:
            return self.edtf
        if self.clock and about == "~":
            return self.period.edtf(self.doubt)
        marks = {self.doubt, about} - {""}
        mark = "%" if len(marks) > 1 else "".join(marks)
        timed = not mark and self.period.unit == "day"
        return self.period.edtf(mark) + (self.clock if timed else "")


@dataclass(slots=True)
class Ground:
    """What relative expressions are resolved from.

    Args:
        published: the day, month or year of publication, None where it is not known.
        doubt: ``?`` where that is uncertain.
        told: what was told last; ``quarter``: the quarter that was told last and is over.
        events: what was told by the nouns beside it; None where that is not one date.
        day: the day that the paragraph told last.
        year: the year that the paragraph speaks of, where it is stated.
        dated: the date that opens a sentence, and where it stands.
        hour: the time of day of the publication as EDTF writes it, the last one where unknown.
        history: whether the whole text tells of years long before its publication.
    """

    published: Period | None
    doubt: str = ""
    told: Value | None = field(default=None)
    quarter: Value | None = None
    events: dict[str, Value | None] = field(default_factory=dict)
    day: Value | None = None
    year: int | None = None
    history: bool = False
    dated: tuple[Span, Value] | None = None
    hour: str = "T24:00"

    def name(self) -> str:
        """Return the date of publication as EDTF."""
        return self.published.edtf(self.doubt) if self.published else ""

    def date(self, nouns: Iterable[str], value: Value) -> None:
        """Remember that a value dates the events with these nouns."""
        for noun in nouns:
            known = self.events.get(noun, value)
            same = known is not None and known.period == value.period
            self.events[noun] = value if same else None

    def begin(self) -> None:
        """Begin another paragraph; a history goes on in its year."""
        self.day = None
        self.dated = None
        if not self.history:
            self.year = None

    def tell(self, value: Value) -> None:
        """Remember a value as told."""
        period = value.period
        if period is None or value.aside:
            return
        self.told = value
        if period.unit == "day":
            self.day = value
        over = self.published is None or period.last < self.published.first
        if period.unit == "quarter" and over:
            self.quarter = value
        if value.stated and period.unit not in {"decade", "century"}:
            exact = self.history or period.unit != "year"
            self.year = period.first.year if exact else None
        elif not self.history:
            self.year = None


def ground_of(published: Published | None) -> Ground:
    """Return what is known of the day of publication, nothing where it is no date."""
    match = _LEVEL.match(published.edtf) if published else None
    if published is None or match is None:
        return Ground(None)
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if not year or not (month is None or 1 <= month <= 12):
        return Ground(None)
    period = periods.of_day(year, month, day) if month and day else None
    period = period or (periods.of_month(year, month) if month else periods.of_year(year))
    doubt = "?" if published.edtf.endswith("?") else ""
    return Ground(period, doubt, hour=match[4] or "T24:00")
