"""Whether a run of words denies: its negations, less those that affirm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.align.collating.inflections import shifted
from variorum.align.opposites import in_one_place, opposites
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of
from variorum.model.words import Word, words_in

# Two sentences in which a listed word stands for its contrary share so many words, as do a denial
# and an affirmation; of the content of the denied words so much.
SHARED = 2
MOST = 0.75
REACH = 8
# Longer sentences have more than one clause that may be meant: all of it stands together.
LONG = 25
# What runs on for so many words is asked for nothing.
ENDLESS = 300
# The narrator denies what follows within so many code points.
NEAR = 20
# So short a word is no contrary by its beginning ("in" and "inin").
LEAST = 4
BREAK = re.compile(r"[,;:.!?—–]|\s-")
# A negation turns round a verb so many words behind it.
GOVERNED = 5
# Verbs of speech that want something ("want", "wish").
_WISH = "plan"
_ENDS = re.compile(r"[.!?;]\s|\n")


def denials(words: Sequence[PrintWord], language: Language | None) -> tuple[int, ...]:
    """Return the positions of the words that deny."""
    if language is None:
        return ()
    affirming = set(affirmations(words, language))
    return tuple(
        at
        for at, word in enumerate(words)
        if at not in affirming
        and language.negates(word.form)
        and not (at + 1 < len(words) and _denies_less(word, words[at + 1], language))
    )


def declines(word: PrintWord, language: Language) -> bool:
    """Tell a verb that denies a clause ("deny", "refused")."""
    cue = language.cues.get(word.form)
    return cue is not None and cue.lemma in language.denying


def denies_alone(words: Sequence[PrintWord], language: Language | None) -> bool:
    """Tell whether words are a negation with no clause of its own ("do not", not "who do not").

    "They do not" takes up the subject of the sentence before, unless it is all of its sentence;
    "this is not" has a subject of its own.
    """
    if language is None:
        return True
    plain = language.auxiliaries | language.determiners
    if words and not words[-1].ends:
        plain |= language.subject_pronouns - language.relatives - language.clause_relatives
    subjects = (a for a, b in pairwise(words) if b.form in language.auxiliaries)
    if any(word.form in language.lone_determiners for word in subjects):
        return False
    return all(language.negates(word.form) or word.form in plain for word in words)


def denies_aside(words: Sequence[PrintWord], language: Language | None) -> bool:
    """Tell whether words deny in a relative clause of their own ("who do not pay")."""
    if language is None:
        return False
    opens = language.relatives | language.clause_relatives
    first = next((at for at, word in enumerate(words) if language.negates(word.form)), 0)
    return any(word.form in opens for word in words[:first])


def contrary(
    one: Sequence[PrintWord], other: Sequence[PrintWord], language: Language
) -> tuple[PrintWord, PrintWord] | None:
    """Return two words that say the contrary, each on one side only, in words much alike.

    "Unlawful" is no denial to the eye, but turns "lawful" round; a pair as "good" and "bad" is
    listed, and needs more words in common. A negation on one side undoes it.
    """
    told = {word.form for word in (*one, *other)}
    if told & language.variants.denying:
        return None
    even = len(denials(one, language)) % 2 == len(denials(other, language)) % 2
    return contraries_in(one, other, language) if even else None


def contraries_in(
    one: Sequence[PrintWord], other: Sequence[PrintWord], language: Language
) -> tuple[PrintWord, PrintWord] | None:
    """Return two words that say the contrary, each on one side only, whatever else denies.

    Listed ones stand in one place, "rose" where the other has "fell".
    """
    sides = [{w.form: w for w in side if w.content} for side in (one, other)]
    common = {w.key for w in sides[0].values()} & {w.key for w in sides[1].values()}
    alone = [
        {form: word for form, word in side.items() if form not in facing}
        for side, facing in zip(sides, reversed(sides), strict=True)
    ]
    for at, side in enumerate(alone):
        facing = alone[1 - at]
        for form in sorted(side):
            turned = [f"{start}{form}" for start in sorted(language.variants.contraries)]
            turned = turned if common and len(form) >= LEAST else []
            for found in (facing[word] for word in turned if word in facing):
                return (found, side[form]) if at else (side[form], found)
    return in_one_place(one, other, opposites(language)) if len(common) >= SHARED else None


def denied_clause(
    one: tuple[Print, Sequence[PrintWord]],
    other: tuple[Print, Sequence[PrintWord]],
    language: Language,
) -> tuple[PrintWord, ...]:
    """Return words of a clause that the first print denies and the second one has undenied.

    The first says them nowhere else, the second denies nothing. In long sentences the second has
    the whole clause, with no word in between.

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
        behind = [w for w in _clause(row, words[at:], language)[:REACH] if w.content]
        hidden = {id(word) for word in behind}
        rest = {word.key for word in words if word.content and id(word) not in hidden}
        shared = [word for word in behind if word.key in said and word.key not in rest]
        if not shared or shared[0] is not behind[0]:
            continue
        if length > LONG and not (len(shared) == len(behind) and _in_a_row(behind, other[1])):
            continue
        if len(shared) >= SHARED and len(shared) >= MOST * len(behind):
            return tuple(shared)
    return ()


def moved_denial(
    one: Sequence[PrintWord], other: Sequence[PrintWord], language: Language
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


def _joint(words: Sequence[PrintWord], language: Language) -> int:
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


def _denials_of(words: Sequence[PrintWord], language: Language) -> tuple[int, ...]:
    """Return the positions of the words that deny, words as "failed to" and "without" too.

    Beside a negation these are undone.
    """
    denied = denials(words, language)
    affirming = set(affirmations(words, language))
    doubted = places_of(language.variants.mitigations, [word.form for word in words])
    aside = affirming | {at for place in doubted for at in range(*place)}
    listed = language.variants.denying
    turning = [at for at, w in enumerate(words) if w.form in listed and at not in aside]
    return (*denied, *turning) if len(denied) + len(turning) == 1 else denied


def _in_a_row(words: Sequence[PrintWord], among: Sequence[PrintWord]) -> bool:
    """Tell whether the content of some words stands among others without another word of it."""
    keys, facing = [w.key for w in words], [w.key for w in among if w.content]
    return any(facing[at : at + len(keys)] == keys for at in range(len(facing)))


def denied_before(text: str, start: int, language: Language) -> bool:
    """Tell whether the narrator denies right before some words: "don't “see any reason”".

    Args:
        text: of the article.
        start: where the words begin.
        language: of the article.
    """
    before = text[max(0, start - NEAR) : start]
    return any(language.negates(word.form) for word in words_in(_ENDS.split(before)[-1]))


def _clause(row: Print, words: Sequence[PrintWord], language: Language) -> Sequence[PrintWord]:
    """Return the words behind the first one, to the end of its clause."""
    text = row.article.text
    for at, (before, after) in enumerate(pairwise(words)):
        joined = before.form in language.conjunctions and after.form in language.subject_pronouns
        if joined or BREAK.search(text[before.span[1] : after.span[0]]):
            return words[1 : at + (not joined)]
    return words[1:]


def _denies_less(word: PrintWord, following: PrintWord, language: Language) -> bool:
    """Tell a "no" that only answers ("No, I am leaving") from one that denies a clause.

    So does a "not" before a bound of time: "not before June".
    """
    if word.form in language.refusals:
        return following.form in language.subject_pronouns
    return following.form in language.variants.bounding


def affirmations(words: Sequence[PrintWord | Word], language: Language | None) -> tuple[int, ...]:
    """Return the positions of words in phrases as "no doubt", which look like a denial."""
    if language is None:
        return ()
    found = places_of(language.affirming, [word.form for word in words])
    return tuple(sorted({at for place in found for at in range(*place)}))


def doubts(
    words: Sequence[PrintWord], other: Sequence[PrintWord], language: Language | None
) -> tuple[int, ...]:
    """Return the positions of words that the other sentence denies in order to affirm.

    "There is doubt" is set against "there is no doubt": a word of an affirming phrase stands
    outside of one.

    Args:
        words: of a sentence.
        other: those of the other one.
        language: of both.
    """
    if language is None:
        return ()
    denied = {other[at].form for at in affirmations(other, language) if other[at].content}
    own = set(affirmations(words, language))
    return tuple(at for at, w in enumerate(words) if w.form in denied and at not in own)
