"""Joins the smallest parts of time expressions, and drops what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from variorum.annotate.dating.atoms import find_atoms
from variorum.annotate.dating.frames import NEXT, Frame, joined
from variorum.annotate.dating.grammar import either
from variorum.annotate.dating.standing import is_verb, stands, words_before
from variorum.annotate.dating.tenses import REACH
from variorum.languages import Language
from variorum.model.spans import Span

_DATES = {"year", "month", "day"}
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression, or the two that make a range.

    Args:
        span: in the text of a block.
        first: what is said, or where the range begins.
        last: where it ends; None for one expression.
        origin: from where ``first`` counts: ``two days after 3 May``.
        event: whether it counts from the event that is named after it: ``after the vote``.
        mark: ``~`` where the text says about, ``?`` where it says perhaps, or nothing.
    """

    span: Span
    first: Frame
    last: Frame | None = None
    origin: Frame | None = None
    mark: str = ""
    event: bool = False


def find_phrases(text: str, language: Language) -> Iterator[Phrase]:
    """Yield the time expressions of one block, in order, apart."""
    frames = [f for f in _whole(text, language) if stands(f, text, language)]
    at = end = 0
    while at < len(frames):
        first, after = frames[at], frames[at + 1] if at + 1 < len(frames) else None
        first = _with_day(first, after, text, language) if after else first
        first = _of_week(first, text, language, after=end)
        span, mark = _spread(first, text, language, after=end)
        end = first.span[1]
        at += 1
        if after and _counts_from(first, after, text, language):
            first, after = _counted(first, after, text, language)
            end = after.span[1]
            yield Phrase((span[0], end), first, origin=after, mark=mark)
            at += 1
        elif after and _is_range(first, after, text, language):
            end = after.span[1]
            yield Phrase((span[0], end), first, last=after, mark=mark)
            at += 1
        else:
            event = _counts_from_event(first, text, language)
            yield Phrase(span, first, mark=mark, event=event)


def _whole(text: str, language: Language) -> Iterator[Frame]:
    """Yield the expressions, their parts joined."""
    kept: Frame | None = None
    for frame in _parts(text, language):
        both = joined(kept, frame, text, language) if kept else None
        if kept and both is None:
            yield kept
        kept = both or frame
    if kept:
        yield kept


def _parts(text: str, language: Language) -> Iterator[Frame]:
    """Yield whole dates and the smallest parts, apart, in order."""
    found = [*_dates(text, language), *find_atoms(text, language)]
    end = 0
    for frame in sorted(found, key=lambda f: (f.span[0], -f.span[1])):
        if frame.span[0] >= end and not is_verb(frame, text, language):
            yield frame
            end = frame.span[1]


def _dates(text: str, language: Language) -> Iterator[Frame]:
    """Yield the whole dates that the language reads."""
    for span, edtf, _ in language.read_dates(text):
        parts = _EDTF.match(edtf)
        if parts:
            year, month, day = (int(part) if part else None for part in parts.groups()[:3])
            yield Frame(span=span, year=year, month=month, day=day, clock=parts[4])


def _spread(frame: Frame, text: str, language: Language, *, after: int) -> tuple[Span, str]:
    """Return the span with the words before it that belong to it, and what they make of it.

    ``after``: where the expression before it ends.
    """
    start, end = frame.span
    low = max(after, start - REACH)
    found = _openers(language).search(text[low:start])
    if found is None:
        return frame.span, "~" if frame.holiday and "week " in frame.holiday else ""
    word = found["word"].lower()
    times = language.times
    if word in times.about | times.maybe and frame.says() == {"year"}:
        before = words_before(text, low + found.start())
        if not before or before[-1] not in language.date_prepositions:
            return frame.span, ""
    mark = "~" if word in times.about else "?" if word in times.maybe else ""
    return (low + found.start(), end), mark


@cache
def _openers(language: Language) -> re.Pattern[str]:
    times = language.times
    words = either({*times.parts, *times.about, *times.maybe})
    article = either(times.articles)
    return re.compile(
        rf"(?<![\w-])(?P<word>(?i:{words}))(?:-|\.?[^\S\n](?:(?i:{article})[^\S\n])?)\Z"
    )


def _of_week(frame: Frame, text: str, language: Language, *, after: int) -> Frame:
    """Return a day with the words that make it a week's: ``the week of 3 May``.

    ``after``: where the expression before it ends, which may say of what week: ``next week of``.
    """
    if not frame.says() & {"day", "holiday"} or frame.clock:
        return frame
    found = _weeks(language).search(text, max(after, frame.span[0] - REACH), frame.span[0])
    if found is None:
        return frame
    way = language.times.weeks[" ".join(found["week"].lower().split())]
    return replace(frame, span=(found.start(), frame.span[1]), week=way)


@cache
def _weeks(language: Language) -> re.Pattern[str]:
    words, article = either(language.times.weeks), either(language.times.articles)
    return re.compile(
        rf"(?<![\w-])(?i:{article}[^\S\n])?(?P<week>(?i:{words}))[^\S\n](?:{article}[^\S\n])?\Z"
    )


def _counts_from(first: Frame, after: Frame, text: str, language: Language) -> bool:
    """Tell whether an expression counts from the next one: ``two days after 3 May``.

    So does ``the Sunday before Christmas``.
    """
    gap = text[first.span[1] : after.span[0]].lower().split()
    if first.says() == {"weekday"} and gap and gap[0] in language.times.anchoring:
        before = words_before(text, first.span[0])
        dated = after.says() <= {"month", "day", "year", "holiday"} and after.says() != {"year"}
        gap = gap[1:] if dated and before[-1:] and before[-1] in language.times.articles else gap
        return dated and all(w in language.times.articles for w in gap)
    return _counts_on(first, text, language) and all(w in language.times.articles for w in gap)


def _counted(first: Frame, after: Frame, text: str, language: Language) -> tuple[Frame, Frame]:
    """Return what is counted and from what, each with the side it lies on."""
    times = language.times
    if first.weekday is not None:
        word = text[first.span[1] : after.span[0]].lower().split()[0]
        return replace(first, told=(NEXT, -1 if word in times.earlier else 1)), after
    last = text[slice(*first.span)].lower().split()[-1]
    if last in times.counted and after.says() <= {"weekday", "day_part"}:
        return first, replace(after, lean=1)
    return first, after


def _counts_from_event(frame: Frame, text: str, language: Language) -> bool:
    """Tell whether an expression counts from what has no date here: ``two days after the vote``."""
    if not _counts_on(frame, text, language):
        return False
    if text[slice(*frame.span)].lower().split()[-1] in language.times.counted:
        return True
    after = re.compile(r"\s(\w+)").match(text, frame.span[1])
    return after is not None and after[1].lower() not in {*language.times.told, *language.cues}


def _counts_on(frame: Frame, text: str, language: Language) -> bool:
    words = text[slice(*frame.span)].lower().split()
    return frame.says() == {"told"} and words[-1] in language.times.anchoring


def _is_range(first: Frame, last: Frame, text: str, language: Language) -> bool:
    """``from March to June``, ``between 1998 and 2001``, ``Monday-Friday``."""
    times = language.times
    gap = text[first.span[1] : last.span[0]].lower().lstrip(".,")
    words = [word for word in gap.split() if word not in times.articles | times.parts]
    if first.clock or last.clock:
        return (
            first.weekday is not None
            and last.weekday is not None
            and (gap.strip() in times.until | times.joint)
        )
    if gap.strip() in {"-", "–", "—"}:
        return _alike(first, last)
    if len(words) != 1:
        return False
    if first.weekday is not None and first.says() == last.says() and words[0] in times.through:
        return True
    before = words_before(text, first.span[0])
    opened = [w for w in before[-3:] if w not in times.articles | times.parts][-1:]
    if words[0] in times.joint:
        return bool(opened) and opened[0] in times.between
    if words[0] not in times.until:
        return False
    return bool(opened and opened[0] in times.since) or (
        first.says() | {"year"} == last.says() | {"year"} <= _DATES
    )


def _with_day(first: Frame, last: Frame, text: str, language: Language) -> Frame:
    """Return a time of day with the day told after the later one: ``from 9am to 5pm on Monday``."""
    gap = text[first.span[1] : last.span[0]].lower().strip()
    times = language.times
    if (
        first.says() != {"clock"}
        or not last.clock
        or gap not in times.until | times.joint | {"-", "–"}
    ):
        return first
    if last.says() == {"clock"} or (first.clock or "")[:6] >= last.clock[:6]:
        return first
    return replace(last, span=first.span, clock=first.clock)


def _alike(first: Frame, last: Frame) -> bool:
    """Tell whether two expressions may be the ends of one range."""
    one, two = first.says() - {"year", "lean"}, last.says() - {"year", "lean"}
    return one == two or bool(one & two)


def ends(phrase: Phrase) -> Iterable[Frame]:
    """Return the frames of a range, the year of the one given to the other."""
    first, last = phrase.first, phrase.last
    if last is None:
        return (first,)
    if first.year is None and last.year is not None and first.says() <= {"month", "day", "part"}:
        first = replace(first, year=last.year)
    elif last.shift and last.month is not None and first.says() <= {"month", "day"}:
        first = replace(first, shift=last.shift)
    return (first, last)
