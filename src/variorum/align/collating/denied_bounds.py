"""Negations of a bound: "not more than 900" denies no figure but tells how high it may be."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import PrintWord
from variorum.languages import Language
from variorum.model.words import Word

# A bound stands so near behind its negation, in words.
REACH = 6

_Words = Sequence[PrintWord | Word]


def bounds_denied(one: _Words, other: _Words, language: Language) -> bool:
    """Tell whether one of two sentences denies a bound of a number that the other has not.

    Args:
        one: the words of a sentence.
        other: those of another one.
        language: of both.
    """
    for side, facing in ((one, other), (other, one)):
        told = f" {' '.join(word.form for word in facing)} "
        if any(f" {bound} " not in told for bound in _denied(side, language)):
            return True
    return False


def _denied(words: _Words, language: Language) -> set[str]:
    """Return the bounds that stand behind a negation in its clause and before a number."""
    phrases = {tuple(p.split()) for p in language.contrasts.over | language.contrasts.under}
    longest = max(map(len, phrases), default=0)
    found = set()
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
    return found


def _parts(words: _Words, at: int, language: Language) -> bool:
    """Tell whether a clause ends before a word: at a mark, a conjunction or another negation."""
    word = words[at]
    marked = word.span[0] - words[at - 1].span[1] > 1
    joint = language.conjunctions | language.relatives
    return marked or word.form in joint or language.negates(word.form)


def _is_number(form: str, language: Language) -> bool:
    known = language.numbers.keys() | language.scales.keys()
    return any(part in known or part[:1].isdigit() for part in form.split("-"))
