"""Figures among the words of prints: in digits or in words, with their scale, as one value each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.align.prints import PrintWord
from variorum.languages import Language, scale_of, value_of_words

_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)([^\W\d]*)\Z")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it amounts to, and its words."""

    value: float
    words: tuple[PrintWord, ...]


def figures_in(words: Sequence[PrintWord], language: Language | None) -> list[Figure]:
    """Return the figures among words, in order; parts of a date and ordinals are none."""
    found: list[Figure] = []
    for run in _runs(words, language):
        value = _value(run, language)
        if value is not None:
            found.append(Figure(value, run))
    return found


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
        if language is None or _is_pronoun(run, language):
            return None
        told = " ".join(word.form for word in run)
        return value_of_words(told, language.numbers, language.scales)
    value = float(match[1].replace(",", "").rstrip("."))
    if language is not None:
        value *= language.short_scales.get(match[2], 1)
        for word in run[1:]:
            value *= scale_of(word.form, language.scales)
    return value


def _is_pronoun(run: Sequence[PrintWord], language: Language) -> bool:
    """Tell "one" that counts nothing."""
    return len(run) == 1 and language.numbers.get(run[0].form) == 1
