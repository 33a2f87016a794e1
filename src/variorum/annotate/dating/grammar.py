"""The grammar of time expressions: one pattern of their smallest parts, from a language's words.

Every alternative is bounded in length, so that a text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from variorum.languages import Language

_GAP = r"[^\S\n]{1,2}"
_COUNT_ENDS = ("ago", "earlier", "hence", "later", "counted")
_CENTURIES = r"(?:1\d|2[01])"


def either(words: Iterable[str]) -> str:
    """Return a pattern for one of some words; a space in one stands for any short gap."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    patterns = (re.escape(w).replace(r"\ ", _GAP).replace("'", "['’]") for w in longest_first)
    return f"(?:{'|'.join(patterns)})"


def _any_case(words: Iterable[str]) -> str:
    return f"(?i:{either(words)})"


@cache
def grammar(language: Language) -> re.Pattern[str]:
    """Build the pattern of the smallest parts."""
    times = language.times
    prefixed = "|".join(rf"(?<=\b{prefix}-)" for prefix in sorted(times.prefixes))
    named = rf"(?:[0-3]?\d{_GAP})?{_month(language)}|{_weekday(language)}"
    dashed = rf"(?<=\w[-–])(?={named})"
    days = (*times.far_days, *times.told_days, *language.days)
    alternatives = [
        rf"(?P<phrase>{_any_case(days)})",
        rf"(?P<named>{_any_case(times.named_days)})",
        *_dates(language),
        *_clocks(language),
        *_counts(language),
        *_nth(language),
        *_steps(language),
        *_names(language),
        *_years(language),
    ]
    coded = r"(?<=\b[12]\d{3}-)(?=[QqHh][1-4]\b)"
    begins = rf"(?:(?<![\w.,/$£€-])(?<!\d:)|{prefixed}|{dashed}|{coded})"
    ends = r"(?![\w%]|/\w|[:.,]\d|-\d(?!\d?\s[A-Z]))"
    return re.compile(f"{begins}(?:{'|'.join(alternatives)}){ends}")


def _dates(language: Language) -> Iterator[str]:
    """Days of a month."""
    times = language.times
    month, article = _month(language), either(times.articles)
    number = _any_case((*language.ordinals, *times.days_of_month))
    day = rf"[0-3]?\d{either(times.ordinal_ends)}?"
    until, between, joint = (either(w) for w in (times.until, times.between, times.joint))
    last = rf"{_GAP}(?:{until}|(?P<md_joint>{joint})){_GAP}(?:{article}{_GAP})?"
    yield (
        rf"(?P<md>{month})\.?{_GAP}(?:{article}{_GAP})?(?P<md_day>{day}|{number}\b)"
        rf"(?:(?:[-–]|{last})(?P<md_until>{day}|{number}\b)"
        rf"(?!:?\d|{_GAP}?(?:{either(times.halves_of_day)}|{month})\b)"
        rf"|(?!:?\d|{_GAP}?{either(times.halves_of_day)}\b))"
    )
    yield (
        rf"(?:(?P<dm_from>{day})(?:[-–]|{_GAP}{until}{_GAP}(?:{article}{_GAP})?)"
        rf"|(?P<dm_joint>{day}){_GAP}{joint}{_GAP}(?:{article}{_GAP})?"
        rf"|(?i:{between}){_GAP}(?:{article}{_GAP})?(?P<dm_between>{day}){_GAP}{joint}{_GAP}"
        rf"(?:{article}{_GAP})?)?(?P<dm_day>{day}|{number})"
        rf"(?:{_GAP}(?:{_units(language, 'day')}{_GAP})?{either(times.day_of)})?"
        rf"(?:{_GAP}|-)(?P<dm>{month})"
    )
    yield from _places(language, number)
    yield r"(?P<fig_year>[12]\d{3})(?P<fig_sep>[/.])(?P<fig_m>\d\d?)(?P=fig_sep)(?P<fig_d>\d\d?)"
    yield r"(?P<fig_one>\d\d?)(?P<fig>[/.-])(?P<fig_two>\d\d?)(?P=fig)(?P<fig_full>[12]\d{3})"


def _places(language: Language, number: str) -> Iterator[str]:
    """Days of a month that is told from now: ``the 21st of last month``, ``Monday the 5th``."""
    times = language.times
    day = rf"(?:[0-3]?\d{either(times.ordinal_ends)}|{number})"
    of, lean = either(times.of), _any_case(times.leans)
    yield (
        rf"(?P<of_day>{day})(?:{_GAP}{_units(language, 'day')})?{_GAP}{of}{_GAP}"
        rf"(?P<of_lean>{lean}){_GAP}{_units(language, 'month')}"
    )
    yield (
        rf"(?P<wd>{_weekday(language)}){_GAP}{either(times.articles)}{_GAP}(?P<wd_day>{day})"
        rf"(?!{_GAP}(?:{of}{_GAP})?(?:{_month(language)}|{lean}))"
    )


def _units(language: Language, *units: str) -> str:
    """Return a pattern for the names of units."""
    return either(name for name, unit in language.times.units.items() if unit in units)


def _clocks(language: Language) -> Iterator[str]:
    """Times of day."""
    times = language.times

    def zone(group: str) -> str:
        unsaid = rf"{_GAP}{_any_case(times.local_zones)}"
        return rf"(?:{_GAP}?\(?(?P<{group}>{_any_case(times.zones)})\b\)?|{unsaid}\b)"

    hours = either(name for name, value in language.numbers.items() if 0 < value < 13)
    yield (
        rf"(?P<clock>[0-2]?\d|(?i:{hours}))(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?[^\S\n]?"
        rf"(?P<half>{_any_case(times.halves_of_day)})(?!\w)\.?{zone('zone')}?"
    )
    second = r"(?::(?P<second24>[0-5]\d))?"
    yield _hours(language)
    yield rf"(?P<clock24>[0-2]?\d):(?P<minute24>[0-5]\d){second}{zone('zone24')}?"
    yield rf"(?P<military>[0-2]\d)(?P<military_minute>[0-5]\d){zone('zone0')}"
    yield rf"(?P<hour>{_any_case(times.hours)}){zone('zone12')}?"


def _hours(language: Language) -> str:
    """An hour alone, beside the part of its day: ``at 8 on Monday morning``, ``tonight at 8``."""
    times = language.times
    hours = either(name for name, value in language.numbers.items() if 0 < value < 13)
    hour = rf"(?:1[0-2]|[1-9]|{hours})"
    whole = rf"(?:{_GAP}{either(times.oclock)})?"
    part = either(times.part_halves)
    at = "|".join(rf"(?<=\b{word} )" for word in sorted(times.at_hours))
    tied = sorted(f"{part} {word}" for part in times.part_halves for word in times.at_hours)
    behind = "|".join(rf"(?<=\b{words} )" for words in tied)
    near = rf"(?={_GAP}(?:[a-z]{{1,3}}{_GAP})?(?:\w{{1,9}}{_GAP})?{part}\b)"
    return (
        rf"(?={hour}\b)(?:(?:{at})(?P<hour12>{hour}){whole}{near}"
        rf"|(?:{behind})(?P<hour_after>{hour}){whole})"
    )


def _counts(language: Language) -> Iterator[str]:
    """A count of units, back or ahead."""
    times = language.times
    numbers = either(language.numbers)
    count = rf"(?:\d{{1,3}}|(?i:{numbers}(?:-{numbers})?|{either(times.a)}))"
    unit, article = either(times.units), _any_case(times.articles)
    ends = "|".join(rf"(?P<{end}>{_any_case(getattr(times, end))})" for end in _COUNT_ENDS)
    back, ahead = either(times.earlier), either(times.later)
    yield rf"(?P<count>{count}){_GAP}(?P<unit>{unit}){_GAP}(?:{ends})"
    yield (
        rf"(?P<days_count>{count}){_GAP}(?P<days>{_weekday(language)})s?{_GAP}"
        rf"(?:(?P<days_ago>{_any_case(times.ago)})|{_any_case(times.hence)})"
    )
    yield rf"(?P<ago_unit>{unit})-(?:{either(times.ago)}|{back})"
    yield rf"{article}{_GAP}(?P<the_step>{unit}){_GAP}(?:(?P<step_back>{back})|{ahead})"
    yield (
        rf"(?P<within>{_any_case(times.within)}){_GAP}(?P<in_count>{count}){_GAP}"
        rf"(?P<in_unit>{unit})"
    )


def _steps(language: Language) -> Iterator[str]:
    """Last, this and next, with what they stand before."""
    times = language.times
    article, unit = _any_case(times.articles), either(times.units)
    heads = {*times.units, *language.day_parts, *language.seasons, *times.holidays}
    names = rf"{_any_case(heads)}|{_month(language)}|{_weekday(language)}"
    leans = _any_case((*times.leans, *times.told))
    yield (rf"(?:(?P<definite>{article}){_GAP})?(?P<lean>{leans})(?:{_GAP}|-)(?P<head>{names})")
    yield rf"(?P<running>{_any_case(times.running)}){_GAP}{article}{_GAP}(?P<run_unit>{unit})"
    report = either((*times.units, *times.reports))
    yield rf"{article}{_GAP}{either(times.whole)}{_GAP}(?P<whole_unit>{report})"
    yield rf"{article}{_GAP}(?P<the_unit>{either(times.definite)})"
    yield rf"(?P<year_end>{_any_case(times.year_ends)})"


def _ordinal(language: Language) -> str:
    """A place in a row, in letters or figures: ``third``, ``3rd``."""
    return rf"(?:{either(language.ordinals)}|\d{{1,2}}{either(language.times.ordinal_ends)})"


def _nth(language: Language) -> Iterator[str]:
    """A weekday by its place in a month: ``the last Friday of May``."""
    times = language.times
    number = _ordinal(language)
    last = either(word for word, step in times.leans.items() if step < 0)
    weeks, month = _units(language, "day", "week", "weekend"), _units(language, "month")
    yield (
        rf"(?:{_any_case(times.articles)}{_GAP})?(?:(?P<nth>(?i:{number}))|(?i:{last})){_GAP}"
        rf"(?P<nth_day>{_weekday(language)}|{weeks}){_GAP}{either(times.of)}{_GAP}"
        rf"(?:(?P<nth_month>{_month(language)})|(?P<nth_lean>{_any_case(times.leans)}){_GAP}{month})"
    )
    year = rf"(?:{_CENTURIES}\d\d|{_any_case(times.leans)}{_GAP}{_units(language, 'year')})"
    yield (
        rf"(?:{_any_case(times.articles)}{_GAP})?(?P<last_part>(?i:{last}))[\s-]"
        rf"{either(times.quarters)}(?={_GAP}{either(times.of)}{_GAP}{year}\b)"
    )


def _names(language: Language) -> Iterator[str]:
    """What has a name or a number and comes again, and centuries."""
    times = language.times
    number = _ordinal(language)
    yield (
        rf"(?P<ordinal>(?i:{number}))[\s-](?:(?P<quarter>{either(times.quarters)})"
        rf"|(?P<half_year>{either(times.halves)})|(?P<century>{either(times.centuries)}))"
    )
    yield r"(?P<code>[QqHh][1-4])"
    yield rf"(?P<holiday>{_any_case(times.holidays)})"
    after = rf"(?P<hence_week>{_GAP}{either(times.hence_week)}(?![\w-]))?"
    yield rf"(?P<weekday>{_weekday(language)}){after}"
    yield rf"(?P<month>{_month(language)})"
    yield rf"(?P<season>{_any_case(language.seasons)})"
    yield rf"(?P<day_part>{either(times.part_halves)})"


def _years(language: Language) -> Iterator[str]:
    """Years and decades, in figures and as they are spoken."""
    times, values = language.times, language.numbers.items()
    tens = either(name for name, value in values if value >= 20)
    teens = either(name for name, value in values if 10 <= value < 20)
    ones = either(name for name, value in values if 0 < value < 10)
    yield (
        rf"(?P<spoken>{_any_case(times.thousands)})[\s-]"
        rf"(?P<spoken_rest>{tens}(?:[\s-]{ones})?|{teens})"
    )
    yield (
        rf"(?P<thousand>{_any_case(times.millennium)})"
        rf"(?:{_GAP}(?:{either(times.joint)}{_GAP})?(?P<thousand_rest>{teens}|{ones}))?"
    )
    yield rf"(?P<decade>{_CENTURIES}\d0)['’]?s"
    part = either(times.parts)
    yield (
        rf"{_any_case(times.articles)}{_GAP}(?:{part}[\s-])?"
        rf"(?P<spoken_decade>{either(times.decades)})"
    )
    yield r"['’](?P<short_decade>[1-9]0)s"
    yield r"['’‘](?P<short_year>\d\d)"
    the = "|".join(rf"(?<=\b{word} )" for word in sorted(times.articles))
    yield rf"(?:{the})(?P<quarter_year>{_CENTURIES}\d\d){_GAP}{either(times.quarters)}"
    yield (
        rf"(?P<year>{_CENTURIES}\d\d)(?:[-–](?P<year_until>{_CENTURIES}?\d\d)(?![\w-])"
        r"|/(?P<season_until>\d\d)(?!/))?"
    )


def _month(language: Language) -> str:
    """Names of months: with a capital, or in lower case where they are no other word."""
    shy = language.times.shy_months
    plain = either(name for name in language.months if len(name) > 3 and name not in shy)
    titles = [name.title() for name in language.months]
    return f"(?:{either(titles)}|{plain}|{either(name.upper() for name in titles)})"


def _weekday(language: Language) -> str:
    """Names of weekdays; the short ones with a capital, and a point or none."""
    longest = {max((n for n, v in language.weekdays.items() if v == d), key=len) for d in range(7)}
    short = either(name.title() for name in language.weekdays if name not in longest)
    return f"(?:{_any_case(longest)}|{short}\\.?)"
