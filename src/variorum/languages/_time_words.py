"""The words by which a language speaks of time, beyond the names of months and weekdays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeWords:
    """What the rules for time expressions need to know. Words are in lower case.

    Args:
        leans: words before a weekday, month, season or unit, seen from the day of publication:
            ``last`` (-1), ``this`` (0), ``next`` (1).
        near: those that name the next unit with an article too: ``the coming week``.
        told: the same, seen from what was told before: ``previous``, ``same``, ``following``.
        told_days: phrases that name a day from the one told before (``the day after``: 1).
        far_days: phrases of several words that name a day from today.
        named_days: days known by a name of their own, as ISO dates.
        units: words to the units of ``annotate.periods``.
        running: words after which a unit with an article is the running one: ``end of``.
        ago, earlier, later, hence, counted: words after a count of units; ``within``: before one.
        a: words for one, before a unit.
        anchoring: those of them that may stand before what is counted from: ``after the vote``.
        weeks: what stands before a day in the week that is meant (0), its first (1) or its last
            day (-1): ``week of``, ``week ending``.
        oclock: words after an hour; ``at_hours``: before one; ``part_halves``: parts of a day to
            the half they lie in, 0 before noon, 12 after it, 18 for the night.
        parts: words for a part of a period, which leave its value: ``early``, ``the end of``;
            ``prefixes``: those joined by a hyphen, ``mid``.
        about, maybe: words that make a value approximate (``~``), or uncertain (``?``).
        sets: words before what comes again and again: ``every``; ``whole``: ``full``.
        since: words before the beginning of a range, ``until`` and ``through`` between its ends,
            ``between`` and ``joint`` the other pair.
        deadlines: words before a day that is to come.
        infinitive, passive: ``to``, and ``be`` and its like, by which a clause points ahead
            (``to be shut``).
        pasts: verbs of the past beside those that the other rules know.
        unchanged: verbs whose past looks like their present, or another word.
        lasting: verbs of what is over at the end that stands after ``until``.
        births: words of a clause whose date is one of a whole life before.
        present: verbs of a clause that says when by nothing but its times.
        pending: verbs, also before a participle, of what is not over; ``due_at``: words between
            what is, or is to be, and when it is due (``expects rain by Friday``).
        announced: verbs of what somebody lets begin, or aims at: ``called a strike from Friday``.
        awaiting: verbs of the present before what is hoped for (``hopes to open``); ``awaited``:
            what needs ``is`` to be so (``is expected to open``).
        prospects: verbs before one in ``-ing`` that lies ahead: ``has not ruled out leaving``.
        length_at: words before a length of time: ``for two days from Friday``.
        of, on, at: words between the parts of one expression, and before a clock time.
        day_of: those of them between a day and its month: ``3rd of May``, but ``won 3 in May``.
        articles: ``the``.
        quarters, halves: words for parts of a year; ``fiscal``: those of another year.
        decades: ``nineties`` to 90.
        centuries, hence_week: ``century``; ``week`` after a weekday.
        thousands: words for the first half of a year as it is spoken, ``nineteen`` to 19.
        halves_of_day: ``a.m.`` (0) and ``p.m.`` (12); ``hours``: ``noon`` to 12.
        zones: abbreviations to offsets as EDTF writes them; ``local_zones``: words for zones
            whose offset they leave open: ``local time``, ``ET``.
        days_of_month: ordinals beyond those of the language, to 31.
        epithets: words that make a weekday a name: ``Super Tuesday``.
        holidays: names to ``month-day``, ``month weekday number``, the same with so many days
            after it, or ``easter days``.
        shy_months, shy_seasons: names that are other words too.
        given_months: months that are first names too; ``timely``: words before no person's name.
        owners: determiners before a year that belongs to a noun: ``the 2019 vote``.
        era: words before a year: ``the year``.
        ordinal_ends: ``th`` after figures.
        reports: other words for the quarter a report is about: ``period``.
        definite: words that mean one time with an article alone: ``the weekend``.
        year_ends: phrases for the end of this year; ``millennium``: ``two thousand``.
    """

    leans: Mapping[str, int]
    near: frozenset[str]
    told: Mapping[str, int]
    told_days: Mapping[str, int]
    far_days: Mapping[str, int]
    named_days: Mapping[str, str]
    units: Mapping[str, str]
    running: frozenset[str]
    ago: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    hence: frozenset[str]
    counted: frozenset[str]
    within: frozenset[str]
    a: frozenset[str]
    weeks: Mapping[str, int]
    oclock: frozenset[str]
    at_hours: frozenset[str]
    part_halves: Mapping[str, int]
    parts: frozenset[str]
    prefixes: frozenset[str]
    anchoring: frozenset[str]
    about: frozenset[str]
    maybe: frozenset[str]
    sets: frozenset[str]
    whole: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    through: frozenset[str]
    between: frozenset[str]
    joint: frozenset[str]
    deadlines: frozenset[str]
    infinitive: frozenset[str]
    passive: frozenset[str]
    pasts: frozenset[str]
    unchanged: frozenset[str]
    lasting: frozenset[str]
    births: frozenset[str]
    present: frozenset[str]
    pending: frozenset[str]
    due_at: frozenset[str]
    announced: frozenset[str]
    awaiting: frozenset[str]
    awaited: frozenset[str]
    prospects: frozenset[str]
    length_at: frozenset[str]
    of: frozenset[str]
    day_of: frozenset[str]
    on: frozenset[str]
    at: frozenset[str]
    articles: frozenset[str]
    quarters: frozenset[str]
    halves: frozenset[str]
    fiscal: frozenset[str]
    decades: Mapping[str, int]
    centuries: frozenset[str]
    hence_week: frozenset[str]
    thousands: Mapping[str, int]
    halves_of_day: Mapping[str, int]
    hours: Mapping[str, int]
    zones: Mapping[str, str]
    local_zones: frozenset[str]
    days_of_month: Mapping[str, int]
    epithets: frozenset[str]
    holidays: Mapping[str, str]
    shy_months: frozenset[str]
    shy_seasons: frozenset[str]
    given_months: frozenset[str]
    timely: frozenset[str]
    owners: frozenset[str]
    era: frozenset[str]
    ordinal_ends: frozenset[str]
    reports: frozenset[str]
    definite: frozenset[str]
    year_ends: frozenset[str]
    millennium: frozenset[str]
