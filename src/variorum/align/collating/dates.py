"""Days, times and years for one thing that differ between two prints.

The expressions are read word by word: an annotated time has a value in the calendar, but "by
breakfast" and "the end of the month" have none. Where two annotated times agree, nothing differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.once import once, once_of_words
from variorum.align.opposites import are_other_hours
from variorum.align.prints import Print, PrintWord, read_words
from variorum.languages import Language
from variorum.model.spans import overlap

# Words of one expression stand so near one another: "the end of the month".
NEAR = 3
MARCH = 3
SPRING = 21


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time: its words, what parts of a date they say, the word before it."""

    words: tuple[PrintWord, ...]
    parts: dict[str, str]
    lead: str


def date_changed(
    pair: tuple[Print, Print], words: tuple[Sequence[PrintWord], Sequence[PrintWord]]
) -> tuple[Sequence[PrintWord], Sequence[PrintWord]] | None:
    """Return the only times of two prints that differ, None where they do not or are several.

    They name one part of a date otherwise, or stand in one frame ("by …") and do not agree. "In
    the autumn" may be "after the summer".

    Args:
        pair: the prints.
        words: the words of each that stand for one another.
    """
    language = pair[0].language or pair[1].language
    if language is None:
        return None
    found = [_moments(side, language) for side in words]
    if not all(found):
        return None
    told = [_moments(row.words, language) for row in pair]
    only = _only_others(found, told, language)
    if only is None:
        return None
    one, other = only
    bounds = [moment.lead in language.variants.bounding for moment in only]
    if bounds[0] != bounds[1]:
        return None
    framed = bool(one.lead) and one.lead == other.lead and not _same_value(pair, (one, other))
    if not framed and not one.parts.keys() & other.parts.keys():
        return None
    return one.words, other.words


def are_other_days(pair: tuple[Claim, Claim]) -> bool:
    """Tell whether two claims name one part of a date otherwise, as variants of prints tell it.

    ``On Tuesday`` of a page without a date, ``at the end of the week``. What has one value in the
    calendar is one date.
    """
    language = languages.find(pair[0].article.language)
    if language is None:
        return False
    one, other = pair
    if not _moments_of(one, language) or not _moments_of(other, language):
        return False
    found = [_moments_of(claim, language) for claim in pair]
    only = _only_others(found, found, language)
    if only is None or not only[0].parts.keys() & only[1].parts.keys():
        return False
    values = [_values(claim, moment) for claim, moment in zip(pair, only, strict=True)]
    return values[0].isdisjoint(values[1])


@once
def _moments_of(claim: Claim, language: Language) -> Sequence[Moment]:
    words = read_words(claim.article, claim.statement.spans, language)
    return _moments(words, language)


def _values(claim: Claim, moment: Moment) -> set[str]:
    """Return the values that an expression of time has in the calendar."""
    dates = (token for token in claim.tokens if token.key[0] == "@")
    return {t.key for t in dates if any(overlap(t.span, word.span) for word in moment.words)}


def _only_others(
    found: Sequence[Sequence[Moment]], told: Sequence[Sequence[Moment]], language: Language
) -> tuple[Moment, Moment] | None:
    """Return the only moments of two lists that agree with none of the other, None for several.

    Args:
        found: the moments of each side.
        told: all that each side tells of, to agree with.
        language: of both.
    """
    left = [
        [m for m in side if not any(_agree(m, n, language) for n in facing)]
        for side, facing in zip(found, reversed(told), strict=True)
    ]
    return (left[0][0], left[1][0]) if [len(side) for side in left] == [1, 1] else None


@once_of_words
def _moments(words: Sequence[PrintWord], language: Language) -> Sequence[Moment]:
    told = [(at, part) for at in range(len(words)) if (part := _part(words, at, language))]
    runs: list[list[tuple[int, tuple[str, str]]]] = []
    for at, part in told:
        if runs and at - runs[-1][-1][0] <= NEAR and part[0] not in {p for _, (p, _) in runs[-1]}:
            runs[-1].append((at, part))
        else:
            runs.append([(at, part)])
    return [_moment(words, run, language) for run in runs]


def _moment(
    words: Sequence[PrintWord], run: Sequence[tuple[int, tuple[str, str]]], language: Language
) -> Moment:
    first, last = run[0][0], run[-1][0]
    before = [word.form for word in words[max(0, first - 2 * NEAR) : first]]
    leads = [form for form in before if form in language.date_prepositions & language.prepositions]
    return Moment(
        words=tuple(words[first : last + 1]),
        parts={part: value for _, (part, value) in run},
        lead=next((form for form in leads if form != "of"), ""),
    )


def _part(words: Sequence[PrintWord], at: int, language: Language) -> tuple[str, str] | None:
    """Return which part of a date a word is, and its value."""
    word = words[at]
    if word.date:
        values = {"month": language.months, "weekday": language.weekdays}.get(word.date, {})
        return word.date, str(values.get(word.form, word.key))
    two = " ".join(one.form for one in words[at : at + 2])
    for form in (two, word.form):
        if form in language.times.holidays or form in language.variants.feasts:
            return "feast", form
    if word.form in language.variants.hours:
        return "hour", language.variants.hours[word.form]
    if word.form in language.seasons:
        return "season", str(language.seasons[word.form])
    counted = at > 0 and words[at - 1].is_number
    before = {one.form for one in words[max(0, at - NEAR) : at]}
    if counted:
        return None
    if word.form in language.time_units and before & language.variants.period_leads:
        return "period", language.time_units[word.form]
    return None


def _agree(one: Moment, other: Moment, language: Language) -> bool:
    """Tell whether two expressions name the same parts of a date, or a month and its season."""
    for month, season in ((one, other), (other, one)):
        if "season" in season.parts and "month" in month.parts:
            return season.parts["season"] == _season_of(int(month.parts["month"]))
    common = one.parts.keys() & other.parts.keys()
    hours = "hour" in common and not are_other_hours(
        one.parts["hour"], other.parts["hour"], language
    )
    same = {part for part in common if one.parts[part] == other.parts[part]}
    return bool(common) and common <= same | ({"hour"} if hours else set())


def _season_of(month: int) -> str:
    """Return the season of a month north of the equator, as EDTF numbers it."""
    return str(SPRING + (month - MARCH) % 12 // 3)


def _same_value(pair: tuple[Print, Print], moments: tuple[Moment, Moment]) -> bool:
    """Tell whether two expressions were resolved to days of which one may hold the other."""
    values = [
        {
            time.edtf
            for time in row.found.times
            if any(overlap(time.span, word.span) for word in moment.words)
        }
        for row, moment in zip(pair, moments, strict=True)
    ]
    return any(a.startswith(b) or b.startswith(a) for a, b in product(*values))
