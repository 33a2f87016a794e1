"""Words of a clause by which what it tells is not done: undertaken, ordered, a duty, a heading.

``Agreed to buy`` is less than ``bought``, ``must be approved`` than ``was approved``, and the
heading ``Velm to close two schools`` tells of a plan. There is no tagger here: a verb behind
``to`` is told by what stands around it, and where that tells too little nothing is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from variorum.annotate.dating.schedules import may_be_verb
from variorum.languages import Language
from variorum.model.words import TITLE_CASE

# So many words behind an order stand before what is ordered.
TOLD = 8


def is_undertaken(words: Sequence[str], language: Language) -> bool:
    """Tell whether a clause says what somebody agrees, offers or is ordered to do.

    Args:
        words: of the clause, as printed.
        language: of the text.
    """
    terms = language.contrasts
    for at, word in enumerate(words):
        agrees = word in terms.undertakings and _is_verb(words, at, language)
        if agrees and _infinitive_at(words, at + 1, language):
            return True
        if word in terms.orders and _is_ordered(words, at, language):
            return True
    return False


def _is_ordered(words: Sequence[str], at: int, language: Language) -> bool:
    """Tell ``ordered the firm to go`` and ``was ordered to go`` from ``won orders to build``."""
    ordered = words[at].endswith(tuple(language.past_endings))
    first = at + 1 if ordered else at + 2
    return any(_infinitive_at(words, to, language) for to in range(first, at + 1 + TOLD))


def is_due(words: Sequence[str], language: Language) -> bool:
    """Tell whether a clause says what must, should or needs to be (not: ``a must win``)."""
    before = language.determiners | language.possessives | language.prepositions
    for at, word in enumerate(words):
        behind = words[at + 1] if at + 1 < len(words) else ""
        if word in language.contrasts.duties:
            governs = behind not in language.function_words or _helps(behind, language)
            if behind and governs and not (at and words[at - 1].lower() in before):
                return True
        elif word in language.contrasts.needs and _infinitive_at(words, at + 1, language):
            return _is_verb(words, at, language)
    return False


def _is_verb(words: Sequence[str], at: int, language: Language) -> bool:
    """Tell a verb of the present from a noun of one form (``withdrew an offer to pay``)."""
    word, before = words[at], words[at - 1].lower() if at else ""
    if before in language.subject_pronouns | language.modals | language.adverbs:
        return True
    if before in _articles(language):
        return False
    if word in language.auxiliaries or word.removesuffix("s") not in language.noun_verbs:
        return word not in language.contrasts.bare or before.endswith("s")
    if word in language.contrasts.bare:
        return before.endswith("s")
    named = at > 0 and words[at - 1] != before
    led = at > 1 and words[at - 2].lower() in _articles(language)
    return named or led or before in _actors(language)


@cache
def _articles(language: Language) -> frozenset[str]:
    return language.determiners | language.possessives


def _helps(form: str, language: Language) -> bool:
    helping = form in language.auxiliaries or language.negates(form)
    return helping or form in language.adverbs


def heads_a_plan(words: Sequence[str], language: Language) -> bool:
    """Tell a heading of what is to be done: a subject and ``to``, a verb, and no other verb.

    ``Velm to Brel ferry`` and ``A guide to wine`` are none, nor is ``Plan to close schools``.

    Args:
        words: of a clause, as printed.
        language: of the text.
    """
    titled = sum(word[:1].isupper() for word in words) >= TITLE_CASE * len(words)
    forms = [word.lower() for word in words] if titled else list(words)
    to = next((n for n in range(1, len(forms)) if _infinitive_at(forms, n, language)), None)
    if to is None or any(_is_finite(form, language) for form in (words[0].lower(), *forms[1:to])):
        return False
    head = to - 2 if to > 1 and language.negates(forms[to - 1]) else to - 1
    subject, behind = words[head].lower(), [word.lower() for word in words[to + 2 :]]
    if subject in language.contrasts.aims or subject in language.function_words:
        return False
    before = {word.lower() for word in words[: head + 1]}
    if before & (language.times.since | language.ordinals.keys() | language.negations):
        return False
    if any(_governs(word, language) for word in behind) or _may_act(words[:head], language):
        return False
    if subject in _actors(language) or language.plurals.get(subject) in _actors(language):
        return True
    plural = head == 0 and language.singular(subject) is not None
    named = not (titled or plural) and words[head][:1].isupper()
    if named and head and words[to + 2 :] and words[to + 2][:1].isupper():
        return True
    led = head == 0 or named or _introduces(words[head - 1].lower(), language)
    return led and _is_verbal(words[to + 1].lower(), behind, language, named=named)


def _may_act(words: Sequence[str], language: Language) -> bool:
    """Tell whether words before a noun may hold a verb (``Senators flee committee``)."""
    gerund = any(word.endswith("ing") for word in words)
    return gerund or any(
        language.singular(word.lower()) is not None and of.lower() not in language.noun_prepositions
        for word, of in zip_longest(words, words[1:], fillvalue="")
    )


def _infinitive_at(words: Sequence[str], at: int, language: Language) -> bool:
    """Tell whether ``to`` stands at a place, and behind it what may be a verb."""
    if at + 1 >= len(words) or words[at] not in language.times.infinitive:
        return False
    return may_be_verb(words[at + 1], words, language)


def _is_finite(form: str, language: Language) -> bool:
    past = form in language.past or form in language.times.pasts
    listed = form in language.auxiliaries | language.modals | language.common_verbs
    ends = form.islower() and form.endswith(tuple(language.past_endings))
    return past or listed or form in language.cues or ends


def _governs(form: str, language: Language) -> bool:
    """Tell a verb that a plan is the subject of: ``Plan to close schools is off``."""
    helps = form in language.auxiliaries | language.modals
    return helps or (form in language.common_verbs and form.endswith("s"))


@cache
def _actors(language: Language) -> frozenset[str]:
    """Return the nouns of those who act, and seldom are what something leads to."""
    nouns = language.role_nouns | language.group_nouns | language.person_nouns
    return (nouns | language.organisation_words) - language.things


def _introduces(form: str, language: Language) -> bool:
    return form in language.determiners or form in language.numbers or form[:1].isdigit()


def _is_verbal(verb: str, behind: Sequence[str], language: Language, *, named: bool) -> bool:
    """Tell a verb from a noun by what it governs (``close two schools``, ``step down``)."""
    if verb in language.auxiliaries:
        return True
    if not behind:
        return named
    first = behind[0]
    particle = first in language.phrasal_particles - language.prepositions
    governs = first in language.object_pronouns or _introduces(first, language)
    objects = named and first.endswith("s") and first not in language.function_words
    return particle or governs or objects
