"""When an utterance was made: the time in the sentence that says who spoke."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date

from variorum.align.prints import Print
from variorum.model.annotation import Time
from variorum.model.article import Article
from variorum.model.edtf import DAY, read
from variorum.model.spans import Span, Spans, covers, overlap
from variorum.model.words import words_in

# A weekday alone that lies so many days before its page is nearly always the day after it: pages
# are added to, and keep their date.
EVE = 6
# Places on two sides of midnight may date one act of speech a day apart.
APART = 1
# What was said in a time that ended so many days before the page is no news of the page.
LONG_AGO = 30
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PUBLISHED = re.compile(r"\d{4}(?:-\d\d){0,2}(?![-\d?~%X/.])")


def day_of(one: Print) -> str | None:
    """Return the value of the day that dates an utterance, None where no day does."""
    found = time_of(one)
    return found.edtf if found else None


def time_of(one: Print) -> Time | None:
    """Return the day nearest the cue, in its sentence and not in the speech.

    Months and years are left out: they date what is told more often than the telling. So are days
    after the publication of the page, for no page reports what is yet to be said, and weekdays that
    may be those days.
    """
    cue = _cue(one)
    if cue is None:
        return None
    sentence = _sentence(one.found.sentences, cue)
    if sentence is None:
        return None
    starts = [bisect_left(one.found.times, at, key=lambda time: time.span[0]) for at in sentence]
    times = [
        time
        for time in one.found.times[slice(*starts)]
        if covers(sentence, time.span)
        and _day(time.edtf) is not None
        and not _is_after(time.edtf, one.article)
        and not _is_eve(time, one)
        and not any(overlap(time.span, span) for span in one.quotation.spans)
    ]
    return min(times, key=lambda time: (_distance(time, cue), time.span), default=None)


def exclude_days(one: str | None, other: str | None) -> bool:
    """Tell whether two EDTF values are days more than one day apart."""
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) > APART


def are_two_days(one: str | None, other: str | None) -> bool:
    """Tell whether two EDTF values are two days, be they side by side."""
    first, second = _day(one), _day(other)
    return first is not None and second is not None and first != second


def one_day(one: Print, other: Print, days: tuple[str | None, str | None]) -> bool:
    """Tell whether two prints are known to be of one day, by their words or else by their pages."""
    stated = [
        _day(day) or (_day(row.article.published.edtf) if row.article.published else None)
        for row, day in zip((one, other), days, strict=True)
    ]
    first, second = stated
    if are_two_days(*days):
        return False
    return first is not None and second is not None and abs((first - second).days) <= APART


def is_recalled(one: Print) -> bool:
    """Tell whether a print is of a month, season or year long gone: "In March Poe had promised …".

    The sentence that says who spoke opens with that time, or has it right behind its verb.
    """
    cue, page = _cue(one), one.article.published and read(one.article.published.edtf)
    sentence = _sentence(one.found.sentences, cue) if cue else None
    if cue is None or sentence is None or not page or page.start is None:
        return False
    starts = sentence[0], cue[1]
    for time in one.found.times:
        told = read(time.edtf) if time.edtf and covers(sentence, time.span) else None
        if told is None or told.end is None:
            continue
        if any(overlap(time.span, span) for span in one.quotation.spans):
            continue
        led = any(
            _leads_to(one, (start, time.span[0])) for start in starts if start <= time.span[0]
        )
        if led and page.start - told.end >= LONG_AGO * DAY:
            return True
    return False


def _leads_to(one: Print, before: Span) -> bool:
    """Tell whether words are no more than what leads to a time: "Late in", nothing before it."""
    language = one.language
    if language is None:
        return False
    leading = (
        language.prepositions | language.determiners | language.adverbs | language.conjunctions
    )
    return all(word.form in leading for word in words_in(one.article.text, before))


def _is_after(edtf: str, article: Article) -> bool:
    """Tell whether a day comes after that, or the month or year, in which a page was published."""
    known = _PUBLISHED.match(article.published.edtf) if article.published else None
    return known is not None and edtf[: known.end()] > known[0]


def _is_eve(time: Time, one: Print) -> bool:
    """Tell whether a weekday without a date was read as of the week before its page."""
    day, page = _day(time.edtf), one.article.published and _day(one.article.published.edtf)
    if day is None or not page or (page - day).days != EVE or one.language is None:
        return False
    words = [word.casefold() for word in one.article.text[slice(*time.span)].split()]
    return words[0] in one.language.weekdays and not any(word[0].isdigit() for word in words)


def _sentence(sentences: Spans, cue: Span) -> Span | None:
    """Return the sentence that a cue stands in; sentences stand in the order of the text."""
    at = bisect_right(sentences, cue[0], key=lambda sentence: sentence[1])
    found = sentences[at] if at < len(sentences) else None
    return found if found and (overlap(found, cue) or covers(found, cue)) else None


def _cue(one: Print) -> Span | None:
    return next(iter((*one.quotation.cue, *one.quotation.sources)), None)


def _distance(time: Time, cue: Span) -> int:
    return max(time.span[0] - cue[1], cue[0] - time.span[1], 0)


def _day(edtf: str | None) -> date | None:
    if edtf is None or not _DAY.match(edtf):
        return None
    try:
        return date.fromisoformat(edtf[:10])
    except ValueError:
        return None
