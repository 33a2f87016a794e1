"""Figures among the words of prints: in digits or in words, with their scale, as one value each."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.align.once import once_of_words
from variorum.align.prints import PrintWord
from variorum.languages import Language, scale_of, value_of_words

_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)([^\W\d]*)\Z")

# A fraction is added to a number so many words before it: "two and a half".
ADDED = 3
# From here on a word for a part has a scale of its own: "half-million".
LEAST = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it amounts to, and its words."""

    value: float
    words: tuple[PrintWord, ...]


@once_of_words
def figures_in(words: Sequence[PrintWord], language: Language | None) -> tuple[Figure, ...]:
    """Return the figures among words, in order; parts of a date and ordinals are none."""
    found: list[Figure] = []
    at = 0
    for start, figure in _broken(words, language):
        found += _whole(words[at:start], language)
        found.append(figure)
        at = start + len(figure.words)
    return (*found, *_whole(words[at:], language))


def _whole(words: Sequence[PrintWord], language: Language | None) -> Iterator[Figure]:
    """Yield the figures that have no fraction in words."""
    for run in _runs(words, language):
        value = _value(run, language)
        if value is not None and not _is_pronoun(run, language):
            yield Figure(value, run)


def _broken(words: Sequence[PrintWord], language: Language | None) -> Iterator[tuple[int, Figure]]:
    """Yield the figures with a fraction in words, and where each begins.

    ``half a million``, ``three quarters of a million``, ``two and a half million``.
    """
    end = 0
    for at in range(len(words)) if language else ():
        if language is None or at < end or (part := _fraction(words[at], language)) is None:
            continue
        stop, scale = _scale_behind(words, at + 1, language)
        start = _added_from(words, at, language)
        value: float | None = part
        if start < at:
            value = _added(words[start : at - ADDED + 1], part, language)
        elif stop == at + 1 and part < LEAST:
            continue
        elif at and (times := language.numbers.get(words[at - 1].form)):
            start, value = at - 1, part * times
        if value is not None and start >= end:
            yield start, Figure(value * scale, tuple(words[start:stop]))
            end = stop


def _added(words: Sequence[PrintWord], part: float, language: Language) -> float | None:
    """Return a number with a part: of one behind "two", of a million behind "two million"."""
    whole, last = _value(words, language), words[-1]
    of = scale_of(last.form, language.scales) if _is_scale(last, language) else 1
    return None if whole is None else whole + part * of


def _fraction(word: PrintWord, language: Language) -> float | None:
    """Return what a word for a part amounts to, with a number before it or a scale behind it."""
    value, parts = 1.0, word.form.split("-")
    if len(parts) > 1 and parts[0] in language.numbers:
        value *= language.numbers[parts.pop(0)]
    first, *scales = parts
    part = language.fractions.get(first) or language.fractions.get(first.removesuffix("s"))
    if part is None or not all(one in language.scales for one in scales):
        return None
    return math.prod((value, part, *(language.scales[one] for one in scales)))


def _scale_behind(words: Sequence[PrintWord], start: int, language: Language) -> tuple[int, float]:
    """Return where the scale behind a fraction ends and what it is: "[half] of a million"."""
    listed = language.variants.partitive, language.variants.articles
    at, scale = start, 1.0
    for forms in listed:
        at += at < len(words) and words[at].form in forms
    stop = at
    while stop < len(words) and _is_scale(words[stop], language):
        scale *= scale_of(words[stop].form, language.scales)
        stop += 1
    return (stop, scale) if stop > at else (start, 1.0)


def _added_from(words: Sequence[PrintWord], at: int, language: Language) -> int:
    """Return where a number begins that a fraction is added to ("two and a [half]"), or ``at``."""
    joints = language.conjunctions, language.variants.articles
    lead = words[max(0, at - ADDED + 1) : at]
    if [word.form in forms for word, forms in zip(lead, joints, strict=False)] != [True, True]:
        return at
    start = stop = at - ADDED + 1
    while start and not words[start].rank and _is_counted(words[start - 1], language):
        start -= 1
        if words[start].form[0].isdigit():
            break
    return start if start < stop else at


def _is_scale(word: PrintWord, language: Language) -> bool:
    return word.form.removesuffix("s") in language.scales


def _is_counted(word: PrintWord, language: Language) -> bool:
    return not word.date and (word.form[0].isdigit() or _is_numeral(word.form, language))


def _runs(words: Sequence[PrintWord], language: Language | None) -> Iterator[tuple[PrintWord, ...]]:
    """Yield the words that make up a figure: digits with their scale, or number words."""
    run: list[PrintWord] = []
    for word in words:
        digits = word.form[0].isdigit() and not word.date and not word.rank
        if digits or not _continues(word, run, language):
            yield from _ended(run, language)
            run = []
        if digits or _is_numeral(word.form, language):
            run.append(word)
    yield from _ended(run, language)


def _ended(run: Sequence[PrintWord], language: Language | None) -> Iterator[tuple[PrintWord, ...]]:
    """Yield a run without the conjunctions at its end."""
    stop = len(run)
    while stop and language is not None and run[stop - 1].form in language.conjunctions:
        stop -= 1
    if stop:
        yield tuple(run[:stop])


def _continues(word: PrintWord, run: Sequence[PrintWord], language: Language | None) -> bool:
    if language is None or word.date or word.rank:
        return False
    if run and run[0].form[0].isdigit():
        return word.form.removesuffix("s") in language.scales
    return _is_numeral(word.form, language) or bool(run and word.form in language.conjunctions)


def _is_numeral(form: str, language: Language | None) -> bool:
    return language is not None and all(
        part in language.numbers or part.removesuffix("s") in language.scales
        for part in form.split("-")
    )


def _value(run: Sequence[PrintWord], language: Language | None) -> float | None:
    match = _DIGITS.match(run[0].form)
    if match is None:
        if language is None:
            return None
        told = " ".join(word.form for word in run)
        return value_of_words(told, language.numbers, language.scales)
    value = float(match[1].replace(",", "").rstrip("."))
    if language is not None:
        value *= language.short_scales.get(match[2], 1)
        for word in run[1:]:
            value *= scale_of(word.form, language.scales)
    return value


def _is_pronoun(run: Sequence[PrintWord], language: Language | None) -> bool:
    """Tell "one" that counts nothing."""
    return language is not None and len(run) == 1 and language.numbers.get(run[0].form) == 1
