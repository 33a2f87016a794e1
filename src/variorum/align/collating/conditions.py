"""Conditions that one print sets on what another one prints without any."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from variorum.align.collating.scopes import (
    SHARED,
    content_beside,
    is_parted,
    place_of,
    sentence_of,
)
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of

# The clause that a condition opens begins within so many words.
FAR = 60
# A condition is denied by a negation so many words behind what opens it.
DENIED = 6
# The subject of a condition stands so near behind what opens it.
SUBJECT = 3

Words = Sequence[PrintWord]


def conditions_in(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return what opens the conditions in a print on what another one prints without any.

    "Had it rained" is one of the other too, as is what its sentence says outside of the print. An
    "if" that opens a reported question is none ("to see if"), nor is "if not", "as if", "even if"
    or "if you ask me"; the other print must have most of what it is on.
    """
    opened = openings(words, language)
    if not opened or other.quotation.use == "fragment":
        return []
    said = {word.key for word in other.words if word.content}
    if openings(other.words, language) or is_stated_beside(own, other, language):
        return []
    found = []
    forms = [word.form for word in words]
    weakening = {
        at for place in places_of(language.variants.mitigations, forms) for at in range(*place)
    }
    for start, stop in opened:
        if stop == len(words) or start < (own.quotation.form != "direct") or start in weakening:
            continue
        if language.negates(words[stop].form) or asks_behind(words[:start], own, language):
            continue
        share = 0.0 if other.in_headline else SHARED
        if is_conditioned(place_of(words[start], own), own, said, share=share):
            found.append(words[start:stop])
    return found


def is_stated_beside(own: Print, other: Print, language: Language) -> bool:
    """Tell whether a print has the condition of another one in a form of its own.

    It says "once" or "whoever" and has a word of what the condition is, or opens with the verb of a
    condition; or its sentence goes on with the condition where the print ends.
    """
    if inverts(other, language) or _supposes(other, own, language):
        return True
    around = sentence_of(other)
    held = {word.span for word in other.words}
    if openings([word for word in around if word.span not in held], language):
        return True
    if not _has_part_of_condition(own, other, language):
        return False
    told = {word.form for word in own.words}
    forms = [word.form for word in other.words]
    found = places_of(language.variants.occasions, forms)
    return any(not told.issuperset(forms[start:stop]) for start, stop in found)


def _supposes(one: Print, other: Print, language: Language) -> bool:
    """Tell whether a print opens a condition of another one by its verb: "should [the rain stop]".

    What stands first behind that is what stands first behind the condition.
    """
    forms = [word.form for word in one.words]
    opened = {
        key
        for _, stop in places_of(language.variants.suppositions, forms)
        for key in _first_behind(one.words[stop:])
    }
    return any(
        not opened.isdisjoint(_first_behind(other.words[stop:]))
        for _, stop in openings(other.words, language)
    )


def _first_behind(words: Words) -> list[str]:
    """Return the key of the next content word that is near, in a list."""
    return [word.key for word in words[:SUBJECT] if word.content][:1]


def _has_part_of_condition(own: Print, other: Print, language: Language) -> bool:
    """Tell whether a print has a content word of a clause that another one makes a condition."""
    said = {word.key for word in other.words if word.content}
    return any(
        not said.isdisjoint(content_beside(own, range(stop - 1, len(own.words) - 1), step=1))
        for _, stop in openings(own.words, language)
    )


def openings(words: Words, language: Language) -> list[tuple[int, int]]:
    """Return where the words stand that open conditions; "even if" opens none."""
    forms = [word.form for word in words]
    held = [range(*place) for place in places_of(language.variants.concessions, forms)]
    found = places_of(language.variants.conditions, forms)
    return [place for place in found if not any(place[0] in one for one in held)]


def opening_forms(own: Print, places: range, language: Language) -> Iterator[str]:
    """Yield the forms of some words of a print; "if" before a negation is "unless"."""
    for at in places:
        form = own.words[at].form
        turned = language.variants.negated_conditions.get(form)
        yield turned if turned and _denied(own, at, language) else form


def _denied(own: Print, at: int, language: Language) -> bool:
    """Tell whether a negation stands behind a word, and no punctuation before it."""
    for place in range(at + 1, min(at + 1 + DENIED, len(own.words))):
        if own.words[place - 1].ends or is_parted(place - 1, own):
            return False
        if language.negates(own.words[place].form):
            return True
    return False


def asks_behind(words: Words, own: Print, language: Language) -> bool:
    """Tell whether words of a print end with what brings in a question: "to see [if]".

    Args:
        words: of the print, up to the word that may open the question.
        own: the print.
        language: of the print.
    """
    asking = language.variants.wondering | language.cues_of("ask")
    return any(
        word.form in asking and not is_parted(place_of(word, own), own) for word in words[-1:]
    )


def inverts(one: Print, language: Language) -> bool:
    """Tell whether a sentence of a print opens with the verb of a condition: "Had it rained"."""
    opening = {word.form for word in one.words[:1]}
    opening |= {b.form for a, b in pairwise(one.words) if a.ends}
    return not opening.isdisjoint(language.variants.inversions)


def is_conditioned(start: int, own: Print, said: Collection[str], *, share: float = SHARED) -> bool:
    """Tell whether another print has most of what a condition is on, or any of the condition.

    Args:
        start: where the condition begins.
        own: the print that has it.
        said: the keys of the content words of the other print.
        share: how much of what the condition is on the other print has, a word at least.
    """
    stop, behind = _main_clause(own, start)
    on = content_beside(own, range(start, 0, -1), step=-1) or behind
    if not on:
        return any(word.content and word.key in said for word in own.words[start:stop])
    return sum(key in said for key in on) >= max(1, share * len(on))


def _main_clause(own: Print, start: int) -> tuple[int, list[str]]:
    """Return where the clause begins that conditions open, and its keys: the first without one."""
    text, words, language = own.article.text, own.words, own.language
    if language is None:
        return start, []
    opening = language.variants.conditions | language.conjunctions | language.relatives
    for at in range(start, min(len(words) - 1, start + FAR)):
        if words[at].ends:
            break
        parted = "," in text[words[at].span[1] : words[at + 1].span[0]]
        found = content_beside(own, range(at, len(words) - 1), step=1) if parted else []
        if found and words[at + 1].form not in opening:
            return at + 1, found
    return start, []
