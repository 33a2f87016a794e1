"""Whether a run of words denies: its negations, less those that affirm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.align.once import once_of_words
from variorum.align.opposites import in_one_place, opposites, other_sides
from variorum.align.prints import PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of
from variorum.model.words import Word

# Two sentences in which a listed word stands for its contrary share so many words, as do a denial
# and an affirmation; of the content of the denied words so much.
SHARED = 2
MOST = 0.75
# So short a word is no contrary by its beginning ("in" and "inin").
LEAST = 4
# "That" stands so near behind a word that calls its clause wrong to say; what the clause is told
# to be stands so near behind a verb ("is a complete myth that").
NEAR = 3
# A negation turns round a verb so many words behind it.
GOVERNED = 5
BREAK = re.compile(r"[,;:.!?—–]|\s-")


@once_of_words
def denials(words: Sequence[PrintWord], language: Language | None) -> tuple[int, ...]:
    """Return the positions of the words that deny; "wrong to say that" does, and "a myth that"."""
    if language is None:
        return ()
    affirming = set(affirmations(words, language))
    deferred = {at for at, _ in places_of(language.variants.deferring, [w.form for w in words])}
    return tuple(
        at
        for at, word in enumerate(words)
        if at in deferred
        or refutes(words, at, language)
        or (
            at not in affirming
            and language.negates(word.form)
            and not (at + 1 < len(words) and _denies_less(word, words[at + 1], language))
        )
    )


def undone(words: Sequence[PrintWord], denied: Sequence[int], at: int, language: Language) -> bool:
    """Tell whether a second denial beside one undoes it: "it is not wrong to say that".

    Args:
        words: of a print.
        denied: the positions of those that deny.
        at: the position of one of them.
        language: of the words.
    """
    near = (sorted((at, place)) for place in denied if 0 < abs(place - at) <= GOVERNED)
    return any(
        not any(word.ends or word.form in language.conjunctions for word in words[start:stop])
        for start, stop in near
    )


def refutes(words: Sequence[PrintWord], at: int, language: Language) -> bool:
    """Tell whether a word calls the clause behind it untrue: "wrong to say that", "a myth that".

    "The myth that had haunted the town" has no such clause.

    Args:
        words: of a print.
        at: the position of the word.
        language: of the words.
    """
    form, behind = words[at].form, words[at + 1 : at + 4 + NEAR]
    joints = language.complementisers & language.clause_relatives
    if form in language.variants.misjudging and len(behind) > NEAR:
        speaks = behind[0].form in language.linkers and behind[1].form in language.cues
        if speaks and any(word.form in joints for word in behind[2 : 2 + NEAR]):
            return True
    if form not in language.variants.refuting or len(behind) < NEAR or words[at].ends:
        return False
    before = [word.form for word in words[max(0, at - NEAR) : at]]
    definite = before[-1:] and before[-1] in language.times.articles
    told = not definite and not language.auxiliaries.isdisjoint(before)
    running = language.auxiliaries | language.modals
    return told and behind[0].form in joints and behind[1].form not in running


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
    denied = [denials(side, language) for side in (one, other)]
    if len(denied[0]) % 2 != len(denied[1]) % 2:
        return None
    found = contraries_in(one, other, language)
    if found is None:
        return None
    told = {word.form for word in (*one, *other) if word not in found}
    if told & language.variants.denying:
        return None
    # "Does not mean nothing" is no contrary of "means something".
    beside = [
        sum(side[at] is not word for at in places)
        for side, word, places in zip((one, other), found, denied, strict=True)
    ]
    return found if beside[0] % 2 == beside[1] % 2 else None


def contraries_in(
    one: Sequence[PrintWord], other: Sequence[PrintWord], language: Language
) -> tuple[PrintWord, PrintWord] | None:
    """Return two words that say the contrary, each on one side only, whatever else denies.

    Listed ones stand in one place, "rose" where the other has "fell"; of two sides one is taken
    anywhere ("against", "support").
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
    placed = in_one_place(one, other, opposites(language)) or other_sides(one, other, language)
    # "My client is guilty" and "is innocent" share one word, and differ in no other.
    if placed is None or len(common) >= SHARED:
        return placed
    rest = [{w.key for w in side if w.content} for side in (one, other)]
    bare = [keys - {word.key} for keys, word in zip(rest, placed, strict=True)]
    return placed if bare[0] == bare[1] == common and common else None


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
