"""Time expressions and their values in EDTF (ISO 8601-2), in the manner of TimeML's TIMEX3.

A text is read from left to right: the smallest parts (``Tuesday``, ``3 May``, ``10 a.m.``) are
joined to expressions, those that only look like times are dropped, the others are resolved from
the day of publication or from what was told before, and pairs become ranges. Lengths of time
(``for two weeks``) and sets (``every Monday``) have no place in the calendar and get no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from variorum.annotate.dating.dated_speech import opens_sentence, speaks_from
from variorum.annotate.dating.frames import Frame
from variorum.annotate.dating.given_names import is_given_name
from variorum.annotate.dating.ground import Ground, Value, ground_of
from variorum.annotate.dating.periods import of_day, of_year
from variorum.annotate.dating.phrases import Phrase, ends, find_phrases
from variorum.annotate.dating.sides import in_reach_ahead, next_after, range_before
from variorum.annotate.dating.tenses import Tense, is_passive, tense_around
from variorum.annotate.dating.told_events import event_after, nouns_before, tells_birth, tells_noun
from variorum.annotate.dating.values import from_event, from_speech, in_week, resolve
from variorum.languages import Language, read_iso_dates
from variorum.model.annotation import Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span

# A text is a history with so many years long before it, and more of them than fresh times.
OLD_YEARS = 5

_Found = tuple[Span, str, str]


def find_times(
    article: Article, language: Language | None, people: Sequence[Span] = ()
) -> tuple[Time, ...]:
    """Return the time expressions of an article's body, in the order of the text.

    Args:
        article: its ``published`` date is what relative expressions are resolved from.
        language: of the article; None: ISO 8601 dates only.
        people: where persons are named, in order; a month there may be one's first name.
            So may a month that begins the name of a place.
    """
    ground = ground_of(article.published)
    sources = {article.id: article}
    blocks = [(block.span, article.text[slice(*block.span)]) for block in article.body()]
    phrases = [
        _phrases(text, language, people, start=start) if language else []
        for (start, _), text in blocks
    ]
    ground.history = _is_history([one for found in phrases for one in found], ground)
    times = []
    for ((start, _), text), found in zip(blocks, phrases, strict=True):
        for span, edtf, basis in _in(text, found, language, ground):
            placed = (span[0] + start, span[1] + start)
            time = Time(id="", witness=article.id, span=placed, edtf=edtf, basis=basis)
            times.append(sign(time, sources))
    return tuple(times)


def _phrases(text: str, language: Language, people: Sequence[Span], *, start: int) -> list[Phrase]:
    """Return the expressions of one block, without the first names among them."""
    named = partial(is_given_name, text=text, language=language, people=people, start=start)
    return [one for one in find_phrases(text, language) if one.last or not named(one.first)]


def _is_history(phrases: Sequence[Phrase], ground: Ground) -> bool:
    """Tell whether a text is about years long before it was published."""
    frames = [one.first for one in phrases]
    years = [frame.year for frame in frames if frame.year is not None]
    recent = ground.published.first.year - 1 if ground.published else 9999
    old = sum(year < recent for year in years)
    fresh = len(years) - old + sum(frame.shift is not None for frame in frames)
    fresh += sum(frame.weekday is not None and frame.year is None for frame in frames)
    return old >= OLD_YEARS and old > fresh


def _in(
    text: str, phrases: Iterable[Phrase], language: Language | None, ground: Ground
) -> Iterator[_Found]:
    """Yield what stands in one block."""
    if language is None:
        yield from ((span, edtf, "stated") for span, edtf, _ in read_iso_dates(text))
        return
    ground.begin()
    for phrase in phrases:
        yield from _read(phrase, text, language, ground)


def _read(phrase: Phrase, text: str, language: Language, ground: Ground) -> Iterator[_Found]:
    """Yield the value and basis of an expression, or of a range; of both ends if it is none."""
    place = phrase.first.span if phrase.last is not None else None
    read = partial(_value, text=text, language=language, ground=ground, place=place)
    if phrase.origin is not None:
        origin = read(phrase.origin)
        value = read(phrase.first) if origin else None
        if value:
            yield _found(phrase.span, value, phrase, text)
        return
    if phrase.event:
        yield from _from_event(phrase, text, language, ground)
        return
    known = ground.told, ground.day
    found = [(frame, read(frame)) for frame in ends(phrase)]
    if phrase.last is not None:
        found = _ahead(found)
        found = _back(found, text, language, ground)
        if not any(value for _, value in found):
            ground.told, ground.day = known
    whole = _interval([value for _, value in found if value], phrase)
    if whole:
        yield _found(phrase.span, whole, phrase, text)
        return
    for frame, value in found:
        if value:
            span = frame.span if phrase.last is not None else phrase.span
            yield _found(span, value, phrase, text)


def _from_event(phrase: Phrase, text: str, language: Language, ground: Ground) -> Iterator[_Found]:
    """Yield the value of what counts from an event, where the text dated all words of its name."""
    found = None
    for noun, end in event_after(text, phrase.span[1], language):
        source = ground.events.get(noun)
        value = from_event(phrase.first, source) if source else None
        if value is None:
            return
        found = _found((phrase.span[0], end), value, phrase, text)
    if found:
        yield found


def _ahead(found: list[tuple[Frame, Value | None]]) -> list[tuple[Frame, Value | None]]:
    """Return the ends of a range, the second where it comes next after the first.

    Of a night that is over when the second comes, nothing is said of the first.
    """
    (one, first), (two, last) = found
    if one.clock and two.clock and first and last and first.period and last.period:
        back = last.period.first < first.period.first
        return [(one, None), (two, last)] if back else found
    if first and last and first.period and two.year is None and two.shift is None:
        return [(one, first), (two, next_after(two, last, first.period))]
    return found


def _back(
    found: list[tuple[Frame, Value | None]], text: str, language: Language, ground: Ground
) -> list[tuple[Frame, Value | None]]:
    """Return the ends of a range of the past before the publication, if they end after it.

    Of what was put from one day to another, rather than lasted, nothing is said.
    """
    (one, first), (two, last) = found
    told = {"month", "day"}
    if ground.published is None or not (first and last and first.period and last.period):
        return found
    if not one.says() | two.says() <= told or first.stated or last.stated:
        return found
    if tense_around(text, one.span, language) is not Tense.PAST:
        return found
    if is_passive(text, one.span[0], language):
        ahead = in_reach_ahead(two, ground.published)
        return [(one, None), (two, None)] if ahead else found
    if last.period.last <= ground.published.last:
        return found
    values = range_before((one, two), ground.published, first)
    return [(one, values[0]), (two, values[1])] if values else found


def _interval(values: Sequence[Value], phrase: Phrase) -> Value | None:
    """Return the range that a phrase names, None where it names none."""
    until, first = phrase.first.until, values[0] if values else None
    if phrase.last is not None:
        return _range(*values) if len(values) == 2 else None
    if until is None or first is None or first.period is None:
        return None
    day = first.period.first
    last = of_day(day.year, day.month, until) if first.period.unit == "day" else of_year(until)
    return _range(first, replace(first, period=last)) if last else None


def _value(
    frame: Frame, *, text: str, language: Language, ground: Ground, place: Span | None = None
) -> Value | None:
    """Resolve a frame, and remember what it means for what comes after it.

    ``place``: of the range that it is an end of, whose tense it has.
    """
    spoken = ground.dated if frame.shift is not None else None
    if spoken and speaks_from(text, spoken[0], frame.span[0], language):
        value = from_speech(frame, spoken[1])
    else:
        value = resolve(frame, ground, partial(tense_around, text, place or frame.span, language))
    if value is not None and frame.week is not None:
        value = in_week(value, frame.week)
    if value is not None:
        aside = frame.says() == {"year"} and tells_noun(text, frame.span, language)
        aside = aside or value.aside or tells_birth(text, frame.span, language)
        value = replace(value, aside=aside)
        ground.tell(value)
        if frame.says() & {"year", "month"} and opens_sentence(text, frame.span, language):
            ground.dated = frame.span, value
        if value.period is not None and value.period.unit in {"day", "month"}:
            ground.date(nouns_before(text, frame.span, language), value)
    return value


def _range(first: Value, last: Value) -> Value | None:
    """Return two values as one interval, None where the second is not after the first."""
    one, two = first.period, last.period
    if one is None or two is None or two.first <= one.first or first.clock or last.clock:
        return None
    doubt = first.doubt or last.doubt
    ends = one.edtf(doubt), two.edtf(doubt)
    if any("/" in end for end in ends):
        return None
    ground = first.ground if first.ground == last.ground else f"{first.ground}; {last.ground}"
    return Value(None, ground, "/".join(ends))


def _found(span: Span, value: Value, phrase: Phrase, text: str) -> _Found:
    """Write down a value with its marks, and its basis in words."""
    words = " ".join(text[slice(*span)].split())
    stated = value.ground.startswith("stated")
    return span, value.write(phrase.mark), value.ground if stated else f"{words}, {value.ground}"
