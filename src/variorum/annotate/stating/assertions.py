"""What a sentence asserts of its main clause: polarity and modality (as in FactBank, 2009).

There is no parser here: the main clause is what stands before the first word that opens a
subordinate one, or behind the first comma where the sentence opens with such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from variorum.annotate.dating.schedules import may_be_verb
from variorum.annotate.stating.numbers import in_measure
from variorum.annotate.stating.plans import heads_a_plan, is_undertaken
from variorum.languages import Language
from variorum.model.phrases import places_of

_WORD = re.compile(r"[\w'’]+|[,;:—–]")
_STOPS = frozenset(",;:—–")


def main_clause(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of the main clause of a sentence, with straight apostrophes."""
    words = [word.replace("’", "'") for word in _WORD.findall(text)]
    forms = [word.lower() for word in words]
    openers = _openers(language)
    opening = {
        at
        for at, form in enumerate(forms)
        if form in openers and not in_measure(forms, at, language)
    }
    start = words.index(",") + 1 if 0 in opening and "," in words else 0
    ends = (at for at in range(start + 1, len(words)) if at in opening)
    return tuple(word for word in words[start : next(ends, None)] if word not in _STOPS)


@cache
def _openers(language: Language) -> frozenset[str]:
    """Return what opens a subordinate clause, without what may as well stand in the main one."""
    return language.subordinators - language.adverbs - language.conjunctions | {";"}


def is_denied(clause: Sequence[str], language: Language) -> bool:
    """Tell whether an odd number of negations governs the verb of a clause.

    What is ruled out is denied once.
    """
    text = " ".join(clause).lower()
    for phrase in _phrases(language, "false_negations").findall(text):
        text = text.replace(phrase, " ", 1)
    words = text.split()
    barred = len(places_of(language.contrasts.barring, words))
    return (barred + sum(_negates(words, at, language) for at in range(len(words)))) % 2 == 1


def _negates(words: Sequence[str], at: int, language: Language) -> bool:
    """Tell a negation of the clause from one of another part (``a no man's land``)."""
    word = words[at]
    if language.contracted(word):
        return True
    if at == 0 and word in language.nors:
        return True
    if word not in language.negations:
        return False
    before = words[at - 1] if at else ""
    determiner = before in language.determiners or before in language.prepositions
    return not determiner


def is_unproved(before: Sequence[str], language: Language) -> bool:
    """Tell whether a clause is what something does not prove (``failed to show that``).

    Args:
        before: the words before the clause, the one that leads it in included, in small letters.
        language: of the text.
    """
    if len(before) < 3 or before[-1] not in language.complementisers:
        return False
    if before[-2] not in language.proofs:
        return False
    helping = language.auxiliaries | language.modals | language.adverbs | {"to", "any"}
    for word in reversed(before[:-2]):
        if language.negates(word) or word in language.failing:
            return True
        if word not in helping:
            return False
    return False


def is_possible(clause: Iterable[str], language: Language) -> bool:
    """Tell whether a clause says that something may be, or is expected, hoped for or wanted."""
    clause = tuple(clause)
    text = " ".join(clause)
    return _phrases(language, "possible").search(text) is not None or is_expected(clause, language)


def is_expected(words: Iterable[str], language: Language) -> bool:
    """Tell whether words of a clause, or those that report it, expect, hope for or want it."""
    text = " ".join(words)
    open_ = _pattern(language.contrasts.foreseen).sub(" ", text)
    return _pattern(language.contrasts.expectations).search(open_) is not None


def is_planned(clause: Iterable[str], language: Language, *, heading: bool = False) -> bool:
    """Tell whether a clause speaks of what is to come or is planned, as ``is to close`` does.

    In a heading the verb may be left out (``Velm to close two schools``).
    """
    words = tuple(clause)
    if _phrases(language, "planned").search(" ".join(words)) or is_undertaken(words, language):
        return True
    bound = any(
        be in language.be_forms - language.past
        and to in language.times.infinitive
        and may_be_verb(verb, words, language)
        for be, to, verb in zip(words, words[1:], words[2:], strict=False)
    )
    return bound or (heading and heads_a_plan(words, language))


def _phrases(language: Language, name: str) -> re.Pattern[str]:
    """Build the pattern of a list of words and phrases of a language."""
    return _pattern(getattr(language, name))


@cache
def _pattern(listed: frozenset[str]) -> re.Pattern[str]:
    """Build the pattern of words and phrases; a capital makes a word a name (May)."""
    phrases = sorted(listed, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
