"""Reads the smallest parts of time expressions: what each of them says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from variorum.annotate.dating.days import (
    number_of,
    read_clock,
    read_day,
    read_day_of,
    read_figures,
    read_hour,
    read_nth,
)
from variorum.annotate.dating.frames import HENCE, NEXT, Frame, Step
from variorum.annotate.dating.grammar import grammar
from variorum.annotate.dating.periods import HALF, QUARTER
from variorum.languages import Language

# Units that are counted in days from a day: ``a week from Friday``.
_AS_DAYS = {"week": 7, "fortnight": 14}
# The longest word looked at before an expression.
_WORD = 12
_NEXT_WORD = re.compile(r"[^\S\n]([^\W\d_]+)")
# Units that are named with an article too: ``over the past weekend``.
_NAMED = {"quarter", "weekend"}


def find_atoms(text: str, language: Language) -> Iterator[Frame]:
    """Yield the smallest parts of time expressions in one block, in order, apart."""
    for match in grammar(language).finditer(text):
        reader = _READERS[next(name for name in _READERS if match[name])]
        frame = reader(match, language)
        if frame is not None:
            yield frame


def _read_phrase(match: re.Match[str], language: Language) -> Frame | None:
    """``yesterday``; a capital inside a sentence makes it part of a name."""
    if match[0][0].isupper() and match.string[: match.start()].rstrip()[-1:].isalnum():
        return None
    times = language.times
    words = " ".join(match[0].lower().split())
    if words in times.told_days:
        return Frame(span=match.span(), told=("day", times.told_days[words]))
    days = {**language.days, **times.far_days}[words]
    half = times.part_halves.get(words)
    return Frame(span=match.span(), shift=("day", days), day_part=half)


def _read_named(match: re.Match[str], language: Language) -> Frame | None:
    named = language.times.named_days[" ".join(match["named"].lower().split())]
    year, month, day = (int(part) for part in named.split("-"))
    return Frame(span=match.span(), year=year, month=month, day=day)


def _read_count(match: re.Match[str], language: Language) -> Frame | None:
    """``two weeks ago``, ``a year earlier``."""
    units = language.times.units
    if match["days"]:
        count = number_of(match["days_count"], language)
        weekday = language.weekdays[match["days"].lower().rstrip(".")]
        lean = -count if match["days_ago"] else count
        return Frame(span=match.span(), weekday=weekday, lean=lean) if count else None
    if match["ago_unit"]:
        unit = units[match["ago_unit"]]
        return Frame(span=match.span(), told=(unit, -1)) if unit == "year" else None
    if match["the_step"]:
        step = _scaled(units[match["the_step"]], -1 if match["step_back"] else 1)
        return Frame(span=match.span(), told=step)
    if match["within"]:
        count, unit = number_of(match["in_count"], language), units[match["in_unit"]]
        return Frame(span=match.span(), shift=_scaled(unit, count), bare=True)
    count, unit = number_of(match["count"], language), units[match["unit"].lower()]
    if match["counted"] and _is_length(match, unit, language):
        return None
    if match["counted"] and unit in _AS_DAYS:
        return Frame(span=match.span(), told=("day", count * _AS_DAYS[unit]))
    step = _scaled(unit, -count if match["ago"] or match["earlier"] else count)
    if match["ago"] or match["hence"]:
        return Frame(span=match.span(), shift=step, ago=True)
    return Frame(span=match.span(), told=step)


def _is_length(match: re.Match[str], unit: str, language: Language) -> bool:
    """Tell a length and its beginning: ``stop work for two days from Friday``, ``two days from``.

    A week from Friday is a day, but not ``for a week from Friday``.
    """
    before = match.string[max(0, match.start() - _WORD) : match.start()].lower().split()
    if before[-1:] != [] and before[-1] in language.times.length_at:
        return True
    after = _NEXT_WORD.match(match.string, match.end())
    return unit == "day" and after is not None and after[1].lower() in language.weekdays


def _scaled(unit: str, count: int) -> Step:
    """Return a step in units whose count keeps its grain: ten years ago is a year."""
    units = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
    smaller, times = units.get(unit, (unit, 1))
    return smaller, times * count


def _read_lean(match: re.Match[str], language: Language) -> Frame | None:
    """``last month``, ``next Friday``, ``the following year``; ``the last month`` is a length."""
    times = language.times
    word, head = match["lean"].lower(), " ".join(match["head"].lower().split())
    word = " ".join(word.split())
    span = match.span()
    told = word in times.told
    lean = times.told[word] if told else times.leans[word]
    unit = "day" if head in language.day_parts else times.units.get(head)
    if unit:
        if match["definite"] and lean > 0 and _follows(match, unit, language):
            return Frame(span=span, told=(unit, lean))
        length = match["definite"] and lean and not told and unit not in _NAMED
        if (
            head.endswith("s")
            or (length and word not in times.near)
            or (word == "past" and unit not in _NAMED)
        ):
            return None
        if unit == "day" and head in language.day_parts and lean > 0 and not told:
            return None
        step = ("week", 2 * lean) if unit == "fortnight" else (unit, lean)
        half = times.part_halves.get(head)
        return Frame(span=span, told=step) if told else Frame(span=span, shift=step, day_part=half)
    if told:
        where = span if lean else match.span("head")
        named = _named(head, language, span=where, lean=None)
        return replace(named, told=(NEXT, lean), bare=False) if lean else named
    return _named(head, language, span=span, lean=lean)


def _follows(match: re.Match[str], unit: str, language: Language) -> bool:
    """Tell whether ``the next year`` follows one told of: it is no length, nor to come."""
    words = match.string[max(0, match.start() - _WORD) : match.start()].lower().split()
    near = " ".join(match["lean"].lower().split()) in language.times.near
    alone = not words or words[-1] not in language.prepositions
    return not near and unit in {"week", "month", "year"} and alone


def _named(head: str, language: Language, *, span: tuple[int, int], lean: int | None) -> Frame:
    """Return the frame of what has a name and comes again."""
    head = head.rstrip(".").replace("’", "'")
    if head in language.weekdays:
        short = lean is None and len(head) < 4
        return Frame(span=span, weekday=language.weekdays[head], lean=lean, bare=short)
    if head in language.months:
        return Frame(span=span, month=language.months[head], lean=lean, bare=lean is None)
    if head in language.seasons:
        return Frame(span=span, part=language.seasons[head], lean=lean, bare=lean is None)
    return Frame(span=span, holiday=language.times.holidays[head], lean=lean)


def _read_running(match: re.Match[str], language: Language) -> Frame | None:
    """``the end of the month``, ``the latest quarter``: the running one, or the one told of."""
    units = language.times.units
    if match["year_end"]:
        return Frame(span=match.span(), month=12, day=31, shift=("year", 0))
    if match["running"]:
        unit = units[match["run_unit"]]
        here = (unit, 0)
        known = unit not in {"day", "fortnight"}
        return Frame(span=match.span(), shift=here, told=here) if known else None
    unit = units.get(match["whole_unit"] or match["the_unit"], "quarter")
    if unit == "weekend":
        return Frame(span=match.span(), weekend=True)
    if unit == "year":
        return Frame(span=match.span(), shift=("year", 0))
    return Frame(span=match.span(), told=(unit, 0)) if unit == "quarter" else None


def _read_ordinal(match: re.Match[str], language: Language) -> Frame | None:
    """``third quarter``, ``20th century``; of a fiscal year nothing is known."""
    span = match.span()
    before = match.string[max(0, span[0] - 12) : span[0]].lower().split()
    if match["code"]:
        number, base = int(match["code"][1]), QUARTER if match["code"][0] in "qQ" else HALF
        return Frame(span=span, part=base + number, bare=True) if base + number < 42 else None
    if match["last_part"]:
        return Frame(span=span, part=QUARTER + 4)
    number = number_of(match["ordinal"], language)
    if match["century"]:
        return Frame(span=span, century=100 * number - 100) if 10 < number < 22 else None
    if number > (4 if match["quarter"] else 2) or (before and before[-1] in language.times.fiscal):
        return None
    if match["quarter"]:
        return Frame(span=span, part=QUARTER + number)
    return Frame(span=span, part=HALF + number, bare=True)


def _read_weekday(match: re.Match[str], language: Language) -> Frame | None:
    number = language.weekdays[match["weekday"].lower().rstrip(".")]
    lean = HENCE if match["hence_week"] else None
    short = len(match["weekday"]) < 4
    return Frame(span=match.span(), weekday=number, lean=lean, bare=short)


def _read_name(match: re.Match[str], language: Language) -> Frame | None:
    head = " ".join((match["month"] or match["season"] or match["holiday"]).lower().split())
    return _named(head, language, span=match.span(), lean=None)


def _read_day_part(match: re.Match[str], language: Language) -> Frame | None:
    half = language.times.part_halves[match["day_part"]]
    return Frame(span=match.span(), day_part=half, bare=True)


def _read_year(match: re.Match[str], language: Language) -> Frame | None:
    times, span = language.times, match.span()
    if match["decade"]:
        return Frame(span=span, decade=int(match["decade"]))
    if match["spoken_decade"]:
        return Frame(span=span, decade=1900 + times.decades[match["spoken_decade"].lower()])
    if match["short_decade"]:
        return Frame(span=span, decade=1900 + int(match["short_decade"]))
    if match["short_year"]:
        return Frame(span=span, short=int(match["short_year"]))
    if match["spoken"]:
        year = 100 * times.thousands[match["spoken"].lower()]
        return Frame(span=span, year=year + number_of(match["spoken_rest"], language))
    if match["thousand"]:
        rest = match["thousand_rest"]
        year = 2000 + (number_of(rest, language) if rest else 0)
        return Frame(span=span, year=year, bare=True)
    if match["quarter_year"]:
        return Frame(span=span, year=int(match["quarter_year"]), told=("quarter", 0))
    year, last = int(match["year"]), match["year_until"]
    until = int(match["year"][: 4 - len(last)] + last) if last else None
    if match["season_until"]:
        until = int(match["year"][:2] + match["season_until"])
        return Frame(span=span, year=year, until=until, bare=True) if until == year + 1 else None
    return Frame(span=span, year=year, until=until, bare=True)


_READERS: dict[str, Callable[[re.Match[str], Language], Frame | None]] = {
    "phrase": _read_phrase,
    "named": _read_named,
    "md": read_day,
    "dm": read_day,
    "of_day": read_day_of,
    "wd": read_day_of,
    "fig_year": read_figures,
    "fig": read_figures,
    "clock": read_clock,
    "clock24": read_clock,
    "military": read_clock,
    "hour": read_clock,
    "hour12": read_hour,
    "hour_after": read_hour,
    "days": _read_count,
    "count": _read_count,
    "ago_unit": _read_count,
    "the_step": _read_count,
    "within": _read_count,
    "nth_day": read_nth,
    "lean": _read_lean,
    "running": _read_running,
    "whole_unit": _read_running,
    "the_unit": _read_running,
    "year_end": _read_running,
    "ordinal": _read_ordinal,
    "code": _read_ordinal,
    "last_part": _read_ordinal,
    "holiday": _read_name,
    "weekday": _read_weekday,
    "month": _read_name,
    "season": _read_name,
    "day_part": _read_day_part,
    "spoken": _read_year,
    "thousand": _read_year,
    "decade": _read_year,
    "spoken_decade": _read_year,
    "short_decade": _read_year,
    "short_year": _read_year,
    "quarter_year": _read_year,
    "year": _read_year,
}
