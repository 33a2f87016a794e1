"""What one print says is planned, wished for or due, and another one says is or will be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from variorum.align.collating.hedges import brings_in, hedges_in
from variorum.align.collating.inflections import past_of
from variorum.align.collating.matching import opened
from variorum.align.collating.scopes import asks, is_asked, is_denied, is_parted, place_of
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of

# The verb stands so near behind "plan to", and behind the auxiliary that asserts it.
NEAR = 3

Words = Sequence[PrintWord]


def undertakings_in(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return what tells in words of a print that something is not done yet, as another one says.

    "We plan to buy the island" and "they should leave"; "we will buy it" and "they have left" say
    more. Who does not plan to do it, or asks, leaves open something else.

    Args:
        words: of the first print.
        own: the print.
        other: the print that may assert what the first one leaves open.
        language: of both.
    """
    if asks(other, language) or _leaves_open(other.words, language):
        return []
    found = []
    for start, stop in places_of(_phrases(language), [word.form for word in words]):
        phrase, behind = words[start:stop], words[stop : stop + NEAR]
        at = place_of(phrase[0], own)
        if is_denied(at, own, language) or is_asked(at, own) or brings_in(phrase, other):
            continue
        verb = next((word for word in behind if word.content), None)
        denied = any(language.negates(word.form) for word in behind[:NEAR])
        if verb is not None and _asserts(verb.key, other, language, denied=denied):
            found.append(phrase)
    return found


@cache
def _phrases(language: Language) -> frozenset[str]:
    """Return the words before a verb that leave it open whether it is done."""
    listed = language.contrasts
    leads = listed.plans | listed.expectations | (listed.needs - language.auxiliaries)
    ends = tuple(f" {form}" for form in language.times.infinitive)
    led = {f"{lead}{end}" for lead in leads if " " not in lead for end in ends}
    whole = {phrase for phrase in listed.expectations if phrase.endswith(ends)}
    return frozenset(led | whole | listed.duties)


def _leaves_open(words: Words, language: Language) -> bool:
    """Tell whether words have such a phrase, or a doubt."""
    if places_of(_phrases(language), [word.form for word in words]):
        return True
    return any(len(h) > 1 or h[0].form in language.possible for h in hedges_in(words, language))


def _asserts(key: str, one: Print, language: Language, *, denied: bool) -> bool:
    """Tell whether a print says of a verb that it is done or will be, or that it is not.

    "Would" may be the "will" of reported speech, or no more than a plan.
    """
    firm = language.variants.futures | language.auxiliaries - language.variants.unfinished
    for at, word in enumerate(one.words):
        before = _before(one, at, language) if word.key == key else ()
        if not before or denied != any(language.negates(w.form) for w in before):
            continue
        lead = before[0]
        parts = {part for w in before for part in (w.form, *opened(w.form, language))}
        if not parts.isdisjoint(firm):
            return True
        subject = lead.content or lead.form in language.subject_pronouns
        if subject and past_of(word.form, language):
            return True
    return False


def _before(one: Print, at: int, language: Language) -> Words:
    """Return the word before a verb and the adverbs and negations between, nothing for none."""
    for place in range(at - 1, max(-1, at - 1 - NEAR), -1):
        word = one.words[place]
        if word.ends or is_parted(place, one):
            return ()
        negated = language.negates(word.form) and not opened(word.form, language)
        if not (word.form in language.adverbs or negated):
            return one.words[place:at]
    return ()
