"""The forms that are finite verbs by the lists of a language, for rules that have no tagger."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from variorum.languages._language import Language


@cache
def finite_cues(language: Language) -> frozenset[str]:
    """Return the past and third-person forms of the verbs of speech that are seldom nouns."""
    return frozenset(
        form
        for form, cue in language.cues.items()
        if cue.form == "past" or (cue.form == "third" and cue.lemma not in language.noun_verbs)
    )


def finite_verbs(language: Language, pasts: Set[str]) -> frozenset[str]:
    """Return the listed forms that are finite verbs and seldom nouns.

    Args:
        language: whose.
        pasts: the past forms that are told by what asks; some lists hold participles too.
    """
    nouns = {verb for verb in language.common_verbs if verb + "s" in language.common_verbs}
    forms = finite_cues(language) | language.common_verbs | pasts
    return forms - nouns - language.noun_verbs


@cache
def helping_verbs(language: Language) -> frozenset[str]:
    """Return what stands before a verb in its group: ``has``, ``would``."""
    return language.auxiliaries | language.modals


@cache
def noun_openers(language: Language) -> frozenset[str]:
    """Return the words before a noun phrase, that a verb does not follow."""
    both = language.lone_determiners | language.subordinators - language.prepositions
    before = language.determiners | language.prepositions | language.possessives
    return (before | language.times.infinitive) - both
