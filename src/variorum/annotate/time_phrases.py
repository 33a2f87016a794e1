"""Joins the smallest parts of time expressions, and drops what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from variorum.annotate.periods import WINTER
from variorum.annotate.tenses import REACH, WORD, Tense, tense_around
from variorum.annotate.time_atoms import find_atoms
from variorum.annotate.time_frames import Frame, joined
from variorum.annotate.time_grammar import either
from variorum.languages import Language
from variorum.model.spans import Span

# Numbers between these are years without a word that says so, unless something is counted.
LIKELY = (1900, 2040)
# What stands after a range of years that is a heading's or an aside's.
_CLOSES = {"", "\n", ":", ";", ",", ".", ")"}
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
    frames = [f for f in _whole(text, language) if _stands(f, text, language)]
    at = 0
    while at < len(frames):
        first, after = frames[at], frames[at + 1] if at + 1 < len(frames) else None
        span, mark = _spread(first, text, language)
        at += 1
        if after and _counts_from(first, after, text, language):
            yield Phrase((span[0], after.span[1]), first, origin=after, mark=mark)
            at += 1
        elif after and _is_range(first, after, text, language):
            yield Phrase((span[0], after.span[1]), first, last=after, mark=mark)
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
        if frame.span[0] >= end:
            yield frame
            end = frame.span[1]


def _dates(text: str, language: Language) -> Iterator[Frame]:
    """Yield the whole dates that the language reads."""
    for span, edtf, _ in language.read_dates(text):
        parts = _EDTF.match(edtf)
        if parts:
            year, month, day = (int(part) if part else None for part in parts.groups()[:3])
            yield Frame(span=span, year=year, month=month, day=day, clock=parts[4])


def _stands(frame: Frame, text: str, language: Language) -> bool:
    """Tell whether an expression is one where it stands."""
    said, times = frame.says(), language.times
    before = _words_before(text, frame.span[0])
    if not said - {"day_part"}:
        return False
    if not said & {"year", "shift", "lean"} and before[-1:] and before[-1] in times.sets:
        return False
    after = WORD.match(text, frame.span[1] + 1)
    if (
        after
        and after[0].lower().removesuffix("s") in language.day_parts
        and (after[0].endswith("s"))
    ):
        return False
    if not frame.bare:
        return True
    if said == {"year"}:
        return _is_year(frame, text, before, language)
    if said == {"month"}:
        return _is_month(frame, text, before, language)
    if said == {"part"}:
        return _is_season(frame, text, before, language)
    if said == {"shift"}:
        return tense_around(text, frame.span, language) is Tense.FUTURE
    return bool(before) and before[-1] in times.at


def _is_year(frame: Frame, text: str, before: Sequence[str], language: Language) -> bool:
    """``in 2019``, ``the 2019 election``; ``in 2000 homes`` counts homes."""
    word = before[-1] if before else ""
    times = language.times
    if word in times.fiscal or " ".join(before[-2:]) in times.era or word in times.era:
        return True
    if not text[frame.span[0]].isdigit():
        return False
    closed, opened = text[frame.span[0] - 1 : frame.span[0]], text[frame.span[1] :][:1]
    if closed in {"-", "–"} or (frame.until and (closed == "(" or not before)):
        return True
    after = re.compile(r"[ ]([^\W\d_]+)").match(text, frame.span[1])
    noun = after[1] if after else ""
    if (closed == "(" and opened == ")") or (noun[:1].isupper() and not word.isdigit()):
        return True
    counted = language.plurals.keys() | language.currencies.keys() | language.scales.keys()
    counts = noun in counted or (noun.endswith("s") and noun not in language.function_words)
    if word in times.owners or word.endswith(("'s", "’s")):
        return bool(noun) and not counts
    listed = len(word) == 4 and word.isdigit()
    if listed or word in language.date_prepositions | times.parts | times.about | times.maybe:
        return not counts
    if frame.until is not None:
        return frame.until > (frame.year or 0) and opened in _CLOSES
    likely = LIKELY[0] < (frame.year or 0) < LIKELY[1] and frame.year != 2000
    numbered = _cased_before(text, frame.span[0]).islower() and word not in language.function_words
    return likely and not counts and word not in language.bounds and (bool(noun) or not numbered)


def _is_month(frame: Frame, text: str, before: Sequence[str], language: Language) -> bool:
    """``in November``; a name that is a common word needs a preposition, and no person has it."""
    word = before[-1] if before else ""
    name = WORD.match(text, frame.span[0])
    names = [n for n, number in language.months.items() if number == frame.month]
    short = name is not None and len(name[0]) < max(map(len, names))
    pointed = text[frame.span[1] : frame.span[1] + 1] == "."
    if short and not pointed and word not in language.date_prepositions:
        return False
    shy = name is not None and name[0].lower() in language.times.shy_months
    prepositions = language.date_prepositions | language.times.parts
    if shy and word not in prepositions:
        return False
    after = WORD.match(text, frame.span[1] + 1)
    cue = language.cues.get(after[0]) if after and text[frame.span[1]] == " " else None
    speaks = cue is not None and cue.form in {"past", "third"}
    return not (speaks or word in language.honorifics or word in language.first_names)


def _is_season(frame: Frame, text: str, before: Sequence[str], language: Language) -> bool:
    """``in the summer``; what is another word too needs a preposition."""
    if frame.part is None or frame.part > WINTER:
        return False
    words = list(before[-2:])
    article = bool(words) and words[-1] in language.times.articles
    rest = words[:-1] if article else words
    preposed = bool(rest) and rest[-1] in (language.date_prepositions | language.times.parts) - {
        "of",
        "and",
        "to",
        "for",
        "between",
        "as",
    }
    name = text[slice(*frame.span)].lower()
    after = WORD.match(text, frame.span[1] + 1)
    bare_noun = after is None or after[0] in language.function_words
    return (preposed and bare_noun) if name in language.times.shy_seasons else preposed or article


def _spread(frame: Frame, text: str, language: Language) -> tuple[Span, str]:
    """Return the span with the words before it that belong to it, and what they make of it."""
    start, end = frame.span
    low = max(0, start - REACH)
    found = _openers(language).search(text[low:start])
    if found is None:
        return frame.span, ""
    word = found["word"].lower()
    times = language.times
    if word in times.about | times.maybe and frame.says() == {"year"}:
        before = _words_before(text, low + found.start())
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


def _counts_from(first: Frame, after: Frame, text: str, language: Language) -> bool:
    """Tell whether an expression counts from the next one: ``two days after 3 May``."""
    gap = text[first.span[1] : after.span[0]].split()
    return _counts_on(first, text, language) and all(w in language.times.articles for w in gap)


def _counts_from_event(frame: Frame, text: str, language: Language) -> bool:
    """Tell whether an expression counts from what has no date here: ``two days after the vote``."""
    if not _counts_on(frame, text, language):
        return False
    after = re.compile(r"\s(\w+)").match(text, frame.span[1])
    return after is not None and after[1].lower() not in {*language.times.told, *language.cues}


def _counts_on(frame: Frame, text: str, language: Language) -> bool:
    words = text[slice(*frame.span)].lower().split()
    return frame.says() == {"told"} and words[-1] in language.times.anchoring


def _is_range(first: Frame, last: Frame, text: str, language: Language) -> bool:
    """``from March to June``, ``between 1998 and 2001``, ``Monday-Friday``."""
    times = language.times
    gap = text[first.span[1] : last.span[0]].lower()
    words = [word for word in gap.split() if word not in times.articles | times.parts]
    if first.clock or last.clock:
        return False
    if gap.strip() in {"-", "–", "—"}:
        return _alike(first, last)
    if len(words) != 1:
        return False
    before = _words_before(text, first.span[0])
    opened = [w for w in before[-3:] if w not in times.articles | times.parts][-1:]
    if words[0] in times.joint:
        return bool(opened) and opened[0] in times.between
    if words[0] not in times.until:
        return False
    return bool(opened and opened[0] in times.since) or (
        first.says() | {"year"} == last.says() | {"year"} <= _DATES
    )


def _alike(first: Frame, last: Frame) -> bool:
    """Tell whether two expressions may be the ends of one range."""
    one, two = first.says() - {"year", "lean"}, last.says() - {"year", "lean"}
    return one == two or bool(one & two)


def _words_before(text: str, end: int) -> list[str]:
    return [word.lower() for word in WORD.findall(text, max(0, end - REACH), end)]


def _cased_before(text: str, end: int) -> str:
    """Return the word before as it is printed, nothing at the beginning or after a point."""
    words = WORD.findall(text, max(0, end - REACH), end)
    return words[-1] if words and text[:end].rstrip().endswith(words[-1]) else ""


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
