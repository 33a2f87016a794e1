"""Time expressions and their values in EDTF (ISO 8601-2), in the manner of TimeML's TIMEX3.

Explicit dates are read as they stand. Relative ones are resolved from the day of publication,
by the rules that HeidelTime (Strötgen and Gertz, 2013) uses for news: what lies back is meant,
unless the clause speaks of what is to come. Where the ground is missing nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from variorum.annotate.anchors import Anchor, anchor_of
from variorum.annotate.tenses import REACH, WORD, speaks_of_future
from variorum.languages import Language, dated, read_iso_dates
from variorum.model.annotation import Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span

# How many days ahead a date without a year may lie and still be meant, without any cue.
SOON = 45

_Found = tuple[Span, str, str]


def find_times(article: Article, language: Language | None) -> tuple[Time, ...]:
    """Return the time expressions of an article's body, in the order of the text.

    Args:
        article: its ``published`` date is what relative expressions are resolved from.
        language: of the article; None: ISO 8601 dates only.
    """
    anchor = anchor_of(article.published)
    sources = {article.id: article}
    times = []
    for block in article.body():
        start, end = block.span
        for span, edtf, basis in _in(article.text[start:end], language, anchor):
            placed = (span[0] + start, span[1] + start)
            time = Time(id="", witness=article.id, span=placed, edtf=edtf, basis=basis)
            times.append(sign(time, sources))
    return tuple(times)


def _in(text: str, language: Language | None, anchor: Anchor | None) -> Iterator[_Found]:
    """Yield what stands in one block; of two that overlap the earlier, then the longer."""
    read_dates = language.read_dates if language else read_iso_dates
    found: list[_Found] = [(span, edtf, "stated") for span, edtf, _ in read_dates(text)]
    if language:
        found += _written(text, language, anchor)
    end = 0
    for item in sorted(found, key=lambda item: (item[0][0], -item[0][1])):
        if item[0][0] >= end:
            yield item
            end = item[0][1]


def _written(text: str, language: Language, anchor: Anchor | None) -> Iterator[_Found]:
    """Yield the expressions that are no full date."""
    for match in _grammar(language).finditer(text):
        reader = _READERS[next(name for name in _READERS if match[name])]
        edtf = reader(match, language, anchor)
        if edtf is None:
            continue
        span = match.span()
        if match["year"] or match["decade"]:
            yield span, edtf, "stated"
        elif edtf.startswith("X"):
            yield span, edtf, "stated, without a year"
        else:
            yield span, edtf, f"{' '.join(match[0].split())}, from {anchor}"


@cache
def _grammar(language: Language) -> re.Pattern[str]:
    """Build the one pattern of all expressions that are no full date."""
    weekday = _either(name.title() for name in language.weekdays)
    full_weekday = _either(name.title() for name in language.weekdays if name.endswith("day"))
    month = _either(name.title() for name in language.months)
    full_month = _either(name.title() for name in _full(language))
    heads = {"weekend", *language.time_units, *language.seasons, *language.day_parts}
    count = _either((*language.numbers, "a", "an"))
    day = r"[0-3]?\d(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?<![\w.,/$£€-])(?:(?P<day>(?i:{_either(language.days)}))"
        rf"|(?P<dated>(?:{weekday}\.?,?[ ])?(?:(?P<month1>{month})\.?[ ](?P<day1>{day})"
        rf"(?:[-–](?P<until>[0-3]?\d))?"
        rf"|(?P<day2>{day})[ ](?:of[ ])?(?P<month2>{month})))"
        rf"|(?P<shift>(?i:{_either(language.shifts)}))[ ]"
        rf"(?P<head>{_either(heads)}|{full_weekday}|{full_month})"
        rf"|(?P<count>\d{{1,3}}|(?i:{count}))[ ](?P<unit>{_either(language.time_units)})[ ]ago"
        rf"|(?P<weekday>{full_weekday})(?P<hence>[ ]week(?![\w-]))?"
        rf"|(?P<quarter>{_either(language.ordinals)})[ -]{_either(language.quarters)}"
        rf"(?:[ ]of[ ](?P<year_of>[12]\d{{3}}))?"
        rf"|(?:(?:early|late|mid)-)?(?P<month>{full_month})"
        rf"|(?P<decade>(?:1[5-9]|20)\d0)s"
        rf"|(?P<year>(?:1[5-9]|20)\d\d)"
        rf")(?![\w/%]|[-:.,]\d)"
    )


def _full(language: Language) -> list[str]:
    """Return the longest name of each month."""
    numbers = sorted(set(language.months.values()))
    return [max((n for n, v in language.months.items() if v == m), key=len) for m in numbers]


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in longest_first)})"


def _read_day(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``yesterday``; a capital inside a sentence makes it part of a name."""
    if match[0][0].isupper() and match.string[: match.start()].rstrip()[-1:].isalnum():
        return None
    return anchor.shifted_day(language.days[match["day"].lower()]) if anchor else None


def _read_dated(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``24 February``: the last one, the next one where the clause or the calendar says so."""
    month = language.months[(match["month1"] or match["month2"]).lower()]
    day = int(re.sub(r"\D", "", match["day1"] or match["day2"]))
    if dated(2000, month, day) is None:
        return None
    if anchor is None or anchor.day is None:
        return f"XXXX-{month:02}-{day:02}" if match["until"] is None else None
    back = anchor.date_named(month, day, direction=-1)
    ahead = anchor.date_named(month, day, direction=1)
    soon = ahead is not None and ahead <= (anchor.shifted_day(SOON) or "")
    future = speaks_of_future(match, language)
    chosen = ahead if future or (soon and future is None) else back
    if chosen is None or match["until"] is None:
        return chosen
    last = dated(chosen[:4], month, match["until"])
    return f"{chosen}/{last[0]}" if last and last[0] > chosen else None


def _read_shift(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``last month``, ``next Friday``, ``this morning``; ``the last month`` is a duration."""
    head = match["head"].lower()
    shift = language.shifts[match["shift"].lower()]
    definite = _word_before(match) in {"the", "a", "an"}
    if anchor is None or (definite and head in language.time_units):
        return None
    if head in language.weekdays:
        direction = shift or 1
        return anchor.weekday(language.weekdays[head], direction=direction, strict=shift != 0)
    if head in language.months:
        if shift == 0:
            return f"{anchor.year:04}-{language.months[head]:02}"
        return anchor.month_named(language.months[head], direction=shift, strict=True)
    if head in language.seasons:
        return anchor.season(language.seasons[head], shift)
    if head in language.day_parts:
        return anchor.shifted_day(shift) if shift <= 0 else None
    if head == "weekend":
        return anchor.shifted_weekend(shift)
    return _shifted(anchor, language.time_units[head], shift)


def _shifted(anchor: Anchor, unit: str, shift: int) -> str | None:
    if unit == "year":
        return anchor.shifted_year(shift)
    if unit == "month":
        return anchor.shifted_month(shift)
    return anchor.shifted_week(shift) if unit == "week" else None


def _read_count(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``two weeks ago``: a week back is about that day (``~``), a month back that month."""
    word = match["count"].lower()
    count = int(word) if word.isdigit() else language.numbers.get(word, 1)
    unit = language.time_units[match["unit"]]
    if anchor is None or _word_before(match) in language.numbers:
        return None
    if unit == "day":
        return anchor.shifted_day(-count)
    if unit == "week":
        day = anchor.shifted_day(-7 * count)
        return f"{day}~" if day else None
    return _shifted(anchor, unit, -count)


def _read_quarter(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``third quarter``: the last one that is over; of a fiscal year nothing is known."""
    number = language.ordinals[match["quarter"].lower()]
    if number > 4 or _word_before(match) == "fiscal":
        return None
    if match["year_of"]:
        return f"{match['year_of']}-{32 + number}"
    if anchor is None:
        return None
    return anchor.quarter(number, ahead=speaks_of_future(match, language) is True)


def _read_weekday(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``on Thursday``: the last one, or the next where the clause speaks of the future.

    ``Thursday week`` is the one after the next.
    """
    if anchor is None:
        return None
    number = language.weekdays[match["weekday"].lower()]
    if match["hence"]:
        return anchor.weekday_after(number)
    future = speaks_of_future(match, language) is True
    return anchor.weekday(number, direction=1 if future else -1, strict=False)


def _read_month(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``in November``: this or the last one; a name that is a common word needs a preposition."""
    name = match["month"].lower()
    before = _word_before(match)
    if name in language.function_words | {"march", "august"} and (
        before not in language.date_prepositions
    ):
        return None
    if _is_surname(match, before, language):
        return None
    number = language.months[name]
    if anchor is None or anchor.month is None:
        return f"XXXX-{number:02}"
    future = speaks_of_future(match, language)
    soon = future is None and anchor.shifted_month(1) == anchor.month_named(
        number, direction=1, strict=True
    )
    return anchor.month_named(number, direction=1 if future or soon else -1, strict=False)


def _is_surname(match: re.Match[str], before: str, language: Language) -> bool:
    """Tell a person from a month: ``Mrs May``, ``Jo April``, ``and May says``."""
    after = WORD.match(match.string, match.end() + 1)
    cue = language.cues.get(after[0]) if after and match.string[match.end()] == " " else None
    speaks = cue is not None and cue.form in {"past", "third"}
    return speaks or before in language.honorifics or before in language.first_names


def _read_year(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``in 2019``, ``the 2019 election``; ``in 2000 homes`` counts homes."""
    before = _word_before(match)
    after = re.compile(r"[ ]([^\W\d_]+)").match(match.string, match.end())
    counts = (
        after is not None and after[1].endswith("s") and (after[1] not in language.function_words)
    )
    if before in {"the", "a", "its", "his", "her", "their"} or before.endswith(("'s", "’s")):
        return match["year"] if after and not counts else None
    return match["year"] if before in language.date_prepositions and not counts else None


def _read_decade(match: re.Match[str], language: Language, anchor: Anchor | None) -> str | None:
    """``the 1990s``, a decade as EDTF writes it."""
    return match["decade"][:3] + "X"


_READERS = {
    "day": _read_day,
    "dated": _read_dated,
    "shift": _read_shift,
    "count": _read_count,
    "quarter": _read_quarter,
    "weekday": _read_weekday,
    "month": _read_month,
    "decade": _read_decade,
    "year": _read_year,
}


def _word_before(match: re.Match[str]) -> str:
    words = WORD.findall(match.string, max(0, match.start() - REACH), match.start())
    return words[-1].lower() if words else ""
