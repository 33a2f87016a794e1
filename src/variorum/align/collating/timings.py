"""Times of two prints that cannot be one, of which one is told from the day of speaking.

"Yesterday" and "on Saturday" are set side by side by the days that they were resolved to, "last
year" and "next year" by what they say, "this summer" and "in December" by the calendar. Where
none of these tells, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.align.collating.differences import Difference
from variorum.align.collating.scopes import place_of, sentence_of
from variorum.align.opposites import are_other_hours
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model import edtf
from variorum.model.phrases import places_of
from variorum.model.spans import Span, overlap

# Words of one expression stand so near one another.
NEAR = 2
# What stands before a time stands in so many words: "before the end of the year".
LEAD = 3
MARCH = 3
SPRING = 21
_STATED = "stated"
# What is not stated of a date, or is not certain.
_OPEN = frozenset("X?~%")

Words = Sequence[PrintWord]
Sides = tuple[Words, Words]


@dataclass(frozen=True, slots=True)
class Timing:
    """An expression of time: its words, its value in the calendar, and what its words say.

    ``shift``: how many days, weeks or years from the day of speaking; ``season`` and ``month``:
    their numbers; ``hour``: the time of the day; ``weekday``: its number, also of "yesterday" where
    a weekday is told for the day of speaking; ``bound``: the word before it that bounds a time.
    """

    words: Words
    value: str | None = None
    shift: tuple[str, int] | None = None
    season: int | None = None
    month: int | None = None
    hour: str | None = None
    weekday: int | None = None
    bound: str = ""


def times_apart(pair: tuple[Print, Print], words: Sides) -> Sides | None:
    """Return the only times of two prints where they cannot be one, else None.

    Args:
        pair: the prints.
        words: those of the words of each that stand for one another.
    """
    language = pair[0].language or pair[1].language
    if language is None:
        return None
    found = [list(_timings(row, side, language)) for row, side in zip(pair, words, strict=True)]
    if [len(side) for side in found] != [1, 1]:
        return None
    (one,), (other,) = found
    direct = all(row.quotation.form == "direct" for row in pair)
    if one.bound != other.bound or not _are_apart(one, other, language, direct=direct):
        return None
    return one.words, other.words


def apart_at(difference: Difference) -> Sides | None:
    """Return the same of a place in a collation, with the words that lead to the times.

    Where "last" and "next" alone differ, the year behind them belongs to them.
    """
    language, rows = difference.language, (difference.one, difference.other)
    if language is None or not all(difference.words):
        return None
    turned = order_turned(difference.whole, language)
    if turned and all(
        set(map(id, side)) <= set(map(id, held))
        for side, held in zip(turned, difference.words, strict=True)
    ):
        return turned
    sides = [
        row.words[held[0] : held[-1] + 1 + (row.words[held[-1]].form in language.times.leans)]
        for row, held in zip(rows, (difference.first, difference.second), strict=True)
    ]
    apart = times_apart(rows, (sides[0], sides[1]))
    if apart is None:
        return None
    led = language.date_prepositions | language.prepositions
    first, second = (
        [*held, *(word for word in side if word.form in led)]
        for held, side in zip(apart, sides, strict=True)
    )
    return first, second


def order_turned(words: Sides, language: Language) -> Sides | None:
    """Return "before" of one print and "after" of the other between the same words, else None.

    "Not before June" is "after June".

    Args:
        words: of two prints.
        language: of both.
    """
    sorts = language.contrasts.before, language.contrasts.after
    forms = [[word.form for word in side] for side in words]
    placed = [[places_of(sort, side) for sort in sorts] for side in forms]
    if [[len(found) for found in side] for side in placed] not in (
        [[1, 0], [0, 1]],
        [[0, 1], [1, 0]],
    ):
        return None
    (start, stop), (begin, end) = (next(iter((*side[0], *side[1]))) for side in placed)
    denied = [any(language.negates(form) for form in side) for side in forms]
    led = [
        (
            [w.key for w in side[:first] if w.content][-1:],
            [w.key for w in side[last:] if w.content][:1],
        )
        for side, first, last in zip(words, (start, begin), (stop, end), strict=True)
    ]
    if denied[0] != denied[1] or led[0] != led[1] or not led[0][1]:
        return None
    return words[0][start:stop], words[1][begin:end]


def framed_apart(pair: tuple[Print, Print], words: Sides) -> Sides | None:
    """Return the same of whole sentences, where one word of content leads to both times.

    Args:
        pair: the prints.
        words: the sentences of each that stand for one another.
    """
    language = pair[0].language or pair[1].language
    if language and (turned := order_turned(words, language)):
        return turned
    apart = times_apart(pair, words)
    if apart is None:
        return None
    led = [
        next((w.key for w in reversed(row.words[: place_of(held[0], row)]) if w.content), "")
        for row, held in zip(pair, apart, strict=True)
    ]
    return apart if led[0] and led[0] == led[1] else None


def _timings(row: Print, words: Words, language: Language) -> Iterator[Timing]:
    """Yield the times among words of a print, in order."""
    near = (words[0].span[0], words[-1].span[1]) if words else (0, 0)
    times = [time.span for time in row.found.times if overlap(time.span, near)]
    told = [at for at in range(len(words)) if _tells(words, at, times, language)]
    led = [at - 1 for at in told if at and words[at - 1].form in language.times.leans]
    marked = sorted({*told, *led})
    runs: list[list[int]] = []
    for at in marked:
        if runs and at - runs[-1][-1] <= NEAR and not words[at - 1].ends:
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        yield _timing(row, words, range(run[0], run[-1] + 1), language)


def _tells(words: Words, at: int, times: Sequence[Span], language: Language) -> bool:
    """Tell whether a word is part of a time."""
    word = words[at]
    dated = any(overlap(time, word.span) for time in times)
    told = word.form in language.variants.hours or _season(words, at, language) > 0
    dated = dated or word.date == "weekday"
    return dated or told or _shift(words, at, language) is not None


def _shift(words: Words, at: int, language: Language) -> tuple[str, int] | None:
    """Return how far from the day of speaking a word tells of: "tomorrow", "next year"."""
    form = words[at].form
    if form in language.days:
        return "day", language.days[form]
    before = words[at - 1].form if at else ""
    if form in language.time_units and before in language.times.leans:
        return language.time_units[form], language.times.leans[before]
    return None


def _season(words: Words, at: int, language: Language) -> int:
    """Return the number of a season that a word names, 0 where it names none: "after the fall"."""
    season = language.seasons.get(words[at].form, 0)
    before = words[max(0, at - LEAD) : at] if season else ()
    led = any(w.form in language.date_prepositions for w in before)
    if words[at].form in language.times.shy_seasons:
        led = any(w.form in language.times.leans for w in before[-1:])
    return season if led else 0


def _timing(row: Print, words: Words, places: range, language: Language) -> Timing:
    held = words[places.start : places.stop]
    values = {
        time.edtf if time.basis == _STATED or not _told_another_day(row) else None
        for time in row.found.times
        if any(overlap(time.span, word.span) for word in held)
    }
    shifts = [shift for at in places if (shift := _shift(words, at, language))]
    seasons = [season for at in places if (season := _season(words, at, language))]
    months = [language.months[w.form] for w in held if w.date == "month"]
    hours = [h for w in held if (h := language.variants.hours.get(w.form))]
    before = words[max(0, places.start - LEAD) : places.start]
    listed = language.contrasts
    bounds = listed.before | listed.after | listed.since | listed.until
    return Timing(
        words=held,
        value=next(iter(values)) if len(values) == 1 else None,
        shift=shifts[0] if len(shifts) == 1 else None,
        season=seasons[0] if len(seasons) == 1 else None,
        month=months[0] if len(months) == 1 else None,
        hour=hours[0] if hours else None,
        weekday=_weekday(row, held, shifts, language),
        bound=next((w.form for w in reversed(before) if w.form in bounds), ""),
    )


def _weekday(
    row: Print, words: Words, shifts: Sequence[tuple[str, int]], language: Language
) -> int | None:
    """Return the number of the weekday that a time names, or is told from: "said on Tuesday"."""
    named = [language.weekdays[w.form] for w in words if w.date == "weekday"]
    if len(named) == 1 or [unit for unit, _ in shifts] != ["day"]:
        return named[0] if len(named) == 1 and not shifts else None
    held = {word.span for word in row.words}
    around = [word for word in sentence_of(row) if word.span not in held]
    told = [
        language.weekdays[b.form]
        for a, b in pairwise(around)
        if b.date == "weekday" and a.form in language.times.on
    ]
    edges = language.contrasts.before | language.contrasts.after
    if len(told) != 1 or any(word.form in edges for word in around):
        return None
    return (told[0] + shifts[0][1]) % len(set(language.weekdays.values()))


def _told_another_day(row: Print) -> bool:
    """Tell whether a print was said on another day than its article came out, or none is known.

    "Tomorrow" is then told from that day, and was not resolved from it.
    """
    published = row.article.published
    if published is None:
        return True
    held = [word.span for word in sentence_of(row)]
    around = (held[0][0], held[-1][1]) if held else row.quotation.spans[0]
    return any(
        overlap(time.span, around) > 0
        and not any(overlap(time.span, span) for span in row.quotation.spans)
        and not edtf.is_compatible(time.edtf, published.edtf)
        for time in row.found.times
    )


def _are_apart(one: Timing, other: Timing, language: Language, *, direct: bool) -> bool:
    """Tell whether two times cannot be one; two calendar dates in words are left to others."""
    if one.hour and other.hour:
        return are_other_hours(one.hour, other.hour, language)
    if one.shift is None and other.shift is None and one.season is None and other.season is None:
        plain = [any(w.date for w in timing.words) for timing in (one, other)]
        if all(plain):
            return False
    if [w.form for w in one.words] == [w.form for w in other.words]:
        return False
    values = [v for v in (one.value, other.value) if v is not None and _OPEN.isdisjoint(v)]
    if len(values) == 2:
        return not edtf.is_compatible(*values)
    if one.weekday is not None and other.weekday is not None:
        return one.weekday != other.weekday
    if one.shift and other.shift and one.shift[0] == other.shift[0]:
        return direct and one.shift != other.shift
    return any(
        a.season is not None
        and b.month is not None
        and a.month is b.season is None
        and a.season not in _seasons_of(b.month)
        for a, b in ((one, other), (other, one))
    )


def _seasons_of(month: int) -> set[int]:
    """Return the seasons north of the equator that a month lies in, as EDTF numbers them.

    A season may begin in the course of its first month: March has days of winter.
    """
    seasons = {SPRING + (month - MARCH) % 12 // 3}
    return seasons | ({SPRING + (month - MARCH - 1) % 12 // 3} if month % MARCH == 0 else set())
