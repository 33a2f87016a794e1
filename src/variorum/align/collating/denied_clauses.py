"""Clauses that one print denies and another affirms, or that their negations stand in or before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.align.collating.inflections import shifted
from variorum.align.collating.polarity import (
    BREAK,
    GOVERNED,
    MOST,
    SHARED,
    affirmations,
    denials,
    undone,
)
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of
from variorum.model.words import words_in

Words = Sequence[PrintWord]

REACH = 8
# Longer sentences have more than one clause that may be meant: all of it stands together.
LONG = 25
# What runs on for so many words is asked for nothing.
ENDLESS = 300
# The narrator denies what follows within so many code points.
NEAR = 20
# Verbs of speech that want something ("want", "wish").
_WISH = "plan"
_ENDS = re.compile(r"[.!?;]\s|\n")


def denied_clause(
    one: tuple[Print, Words],
    other: tuple[Print, Words],
    language: Language,
) -> tuple[PrintWord, ...]:
    """Return words of a clause that the first print denies and the second one has undenied.

    The first says them nowhere else, the second denies nothing. In long sentences the second has
    the whole clause, with no word in between. To do something else to a thing is not the contrary
    of a verb that denies: "look at adverts", "ban adverts".

    Args:
        one: a print and those of its words that stand for words of the other.
        other: likewise.
        language: of both.
    """
    row, words = one
    denied = _denials_of(words, language)
    told = {word.form for word in other[1]}
    if not denied or denials(other[1], language) or told & language.variants.denying:
        return ()
    length = max(len(words), len(other[1]))
    start = other[0].quotation.spans[0][0]
    if length > ENDLESS or denied_before(other[0].article.text, start, language):
        return ()
    said = {word.key for word in other[1] if word.content}
    for at in denied:
        behind = [w for w in clause_behind(row, words[at:], language)[:REACH] if w.content]
        hidden = {id(word) for word in behind}
        rest = {word.key for word in words if word.content and id(word) not in hidden}
        shared = [word for word in behind if word.key in said and word.key not in rest]
        if not shared or shared[0] is not behind[0]:
            continue
        if not language.negates(words[at].form) and _done_otherwise(shared[0], words, other[1]):
            continue
        if length > LONG and not (len(shared) == len(behind) and _in_a_row(behind, other[1])):
            continue
        if len(shared) >= SHARED and len(shared) >= MOST * len(behind):
            return tuple(shared)
    return ()


def moved_denial(
    one: Words, other: Words, language: Language
) -> tuple[PrintWord, PrintWord] | None:
    """Return the negations of two sentences, one of a verb, the other of the clause it leads to.

    "Have not shown that anyone paid" is not "have shown that no one paid"; "do not think that
    anyone paid" is "think that no one paid", as with every verb that only weakens.

    Args:
        one: the words of a sentence.
        other: those of another, which deny as often.
        language: of both.
    """
    sides = one, other
    denied = [denials(side, language) for side in sides]
    joints = [_joint(side, language) for side in sides]
    if max(map(len, sides)) > ENDLESS or [len(d) for d in denied] != [1, 1] or not all(joints):
        return None
    ahead = [at - d[0] for at, d in zip(joints, denied, strict=True) if d[0] < at]
    if len(ahead) != 1 or ahead[0] > GOVERNED:
        return None
    verbs = [side[at - 1].form for side, at in zip(sides, joints, strict=True)]
    if any(_weakens(form, language) for form in verbs):
        return None
    extents = language.variants.extents
    clauses = [
        {word.key for word in side[at:] if word.content and word.form not in extents}
        for side, at in zip(sides, joints, strict=True)
    ]
    shared = len(clauses[0] & clauses[1])
    if not shared or shared < MOST * max(map(len, clauses)):
        return None
    told = verbs[0] == verbs[1] or shifted(verbs[0], verbs[1], language)
    return (one[denied[0][0]], other[denied[1][0]]) if told else None


def denied_before(text: str, start: int, language: Language) -> bool:
    """Tell whether the narrator denies right before some words: "don't “see any reason”".

    Args:
        text: of the article.
        start: where the words begin.
        language: of the article.
    """
    before = text[max(0, start - NEAR) : start]
    return any(language.negates(word.form) for word in words_in(_ENDS.split(before)[-1]))


def _done_otherwise(denied: PrintWord, words: Words, other: Words) -> bool:
    """Tell whether another word stands before what is denied in the second sentence alone."""
    keys = {word.key for word in words}
    content = [word for word in other if word.content]
    at = next(at for at, word in enumerate(content) if word.key == denied.key)
    return at > 0 and content[at - 1].key not in keys


def _joint(words: Words, language: Language) -> int:
    """Return where the first "that" behind a verb stands, 0 for nowhere."""
    joints = language.complementisers & language.clause_relatives
    found = (at for at in range(1, len(words)) if words[at].form in joints)
    return next((at for at in found if words[at - 1].content), 0)


def _weakens(form: str, language: Language) -> bool:
    """Tell a verb that weakens its clause or wishes it: to deny it is to deny the clause."""
    cue = language.cues.get(form)
    lemma = cue.lemma if cue else form
    told = {f"{who} {lemma}" for who in language.personal_pronouns}
    wishes = cue is not None and cue.group == _WISH
    return wishes or form in language.hedges or not told.isdisjoint(language.variants.mitigations)


def _denials_of(words: Words, language: Language) -> tuple[int, ...]:
    """Return the positions of the words that deny, words as "failed to" and "without" too.

    Beside a negation these are undone, and so is a negation beside another one.
    """
    denied = denials(words, language)
    affirming = set(affirmations(words, language))
    doubted = places_of(language.variants.mitigations, [word.form for word in words])
    aside = affirming | {at for place in doubted for at in range(*place)}
    listed = language.variants.denying
    turning = [at for at, w in enumerate(words) if w.form in listed and at not in aside]
    if len(denied) + len(turning) == 1:
        return (*denied, *turning)
    return tuple(at for at in denied if not undone(words, denied, at, language))


def _in_a_row(words: Words, among: Words) -> bool:
    """Tell whether the content of some words stands among others without another word of it."""
    keys, facing = [w.key for w in words], [w.key for w in among if w.content]
    return any(facing[at : at + len(keys)] == keys for at in range(len(facing)))


def clause_behind(row: Print, words: Words, language: Language) -> Words:
    """Return the words behind the first one, to the end of its clause.

    Args:
        row: the print.
        words: of it, in a row.
        language: of the print.
    """
    text = row.article.text
    for at, (before, after) in enumerate(pairwise(words)):
        joined = before.form in language.conjunctions and after.form in language.subject_pronouns
        if joined or BREAK.search(text[before.span[1] : after.span[0]]):
            return words[1 : at + (not joined)]
    return words[1:]
