"""Negations of a bound: "not more than 900" denies no figure but tells how high it may be.

"Not before June" denies nothing of June either.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from variorum.align.prints import PrintWord
from variorum.languages import Language
from variorum.model.words import Word

# A bound stands so near behind its negation, in words.
REACH = 6

_Words = Sequence[PrintWord | Word]


def bounds_denied(one: _Words, other: _Words, language: Language) -> bool:
    """Tell whether one of two sentences denies a bound, of a number or time, that the other lacks.

    Args:
        one: the words of a sentence.
        other: those of another one.
        language: of both.
    """
    sides = denied_bounds(one, language), denied_bounds(other, language)
    bounded = lacks(sides[0], other) or lacks(sides[1], one)
    return bounded or _time_bounded(one, other, language) or _time_bounded(other, one, language)


def _time_bounded(one: _Words, other: _Words, language: Language) -> bool:
    """Tell "not before June" from a denial: the other sentence has "in June" or "after June".

    So is "not unless it rains" where the other one has "only if it rains".
    """
    bounding = language.variants.bounding
    if any(word.form in language.variants.limiters for word in other):
        bounding |= set(language.variants.negated_conditions.values())
    for at, word in enumerate(one):
        if not language.negates(word.form):
            continue
        for start in range(at + 1, min(at + 1 + REACH, len(one) - 1)):
            if _parts(one, start, language):
                break
            if one[start].form in bounding and _led_otherwise(one, start, other, language):
                return True
    return False


def _led_otherwise(one: _Words, at: int, other: _Words, language: Language) -> bool:
    """Tell whether the other sentence has what stands behind a bound, and not the bound."""
    forms = {word.form for word in other}
    behind = (word.form for word in one[at + 1 : at + 1 + REACH])
    time = next((form for form in behind if form not in language.function_words), None)
    return one[at].form not in forms and time in forms


def lacks(bounds: Collection[str], words: _Words) -> bool:
    """Tell whether one of some bounds does not stand among the words of a sentence."""
    told = f" {' '.join(word.form for word in words)} " if bounds else ""
    return any(f" {bound} " not in told for bound in bounds)


def denied_bounds(words: _Words, language: Language) -> frozenset[str]:
    """Return the bounds that stand behind a negation in its clause and before a number."""
    found: set[str] = set()
    phrases = _phrases(language)
    longest = max(map(len, phrases), default=0)
    for at, word in enumerate(words):
        if not language.negates(word.form):
            continue
        for start in range(at + 1, min(at + 1 + REACH, len(words))):
            if _parts(words, start, language):
                break
            for stop in range(start + 1, min(start + longest, len(words) - 1) + 1):
                phrase = tuple(w.form for w in words[start:stop])
                if phrase in phrases and _is_number(words[stop].form, language):
                    found.add(" ".join(phrase))
    return frozenset(found)


@cache
def _phrases(language: Language) -> frozenset[tuple[str, ...]]:
    phrases = language.contrasts.over | language.contrasts.under
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def _parts(words: _Words, at: int, language: Language) -> bool:
    """Tell whether a clause ends before a word: at a mark, a conjunction or another negation."""
    word = words[at]
    marked = word.span[0] - words[at - 1].span[1] > 1
    joint = language.conjunctions | language.relatives
    return marked or word.form in joint or language.negates(word.form)


def _is_number(form: str, language: Language) -> bool:
    known = language.numbers.keys() | language.scales.keys()
    return any(part in known or part[:1].isdigit() for part in form.split("-"))
