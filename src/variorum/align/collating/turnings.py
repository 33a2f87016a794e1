"""Whether one of two readings of a sentence denies what the other one affirms."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from variorum.align.collating.differences import Difference
from variorum.align.collating.forces import denies
from variorum.align.collating.polarity import (
    affirmations,
    contraries_in,
    declines,
    denials,
    denies_alone,
    denies_aside,
    doubts,
)
from variorum.align.collating.scopes import asks_alone, is_parted, opens_question
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# A negation counts as the difference where it stands among so few words.
NARROW = 5
# What runs on for so many words is no sentence, and its negations tell nothing.
LONG_SENTENCE = 150
# In a print of so many words a denial in the next sentence may be the one that is missed.
SHORT = 40
# Two sentences of which one may turn the other round share this part of their content.
ALIKE = 0.6
# A deed and who or what it was done to are so many content words.
DEED = 2

Words = Sequence[PrintWord]


@dataclass(frozen=True, slots=True)
class _Side:
    """What a sentence denies: how often, and how often besides in contrast ("not a fee").

    ``affirms`` and ``denies`` tell whether it does so at the difference, ``near`` whether a word of
    either stands in it, ``content`` the keys of the content words by place.
    """

    count: int
    contrasted: int
    affirms: bool
    denies: bool
    near: bool
    content: Mapping[int, str]


def turned(difference: Difference) -> bool:
    """Tell whether one side alone denies, by the words that differ, in a sentence much alike."""
    if not _may_turn(difference):
        return False
    one, other = _side(difference, 0), _side(difference, 1)
    kept = [one.content, other.content]
    at_place = sorted([[one.affirms, one.denies], [other.affirms, other.denies]])
    if at_place == [[False, True], [True, False]]:
        # "No question of" beside "no doubt about": what is told of is the rest.
        held = difference.first, difference.second
        kept = [{a: k for a, k in k.items() if a not in h} for k, h in zip(kept, held, strict=True)]
    elif _denies_another(difference):
        return False
    if not (one.near or other.near):
        return False
    if not _much_alike(kept, difference) and not _denies_deed(difference, kept):
        return False
    every = one.count + one.contrasted, other.count + other.contrasted
    return one.count % 2 != other.count % 2 and every[0] % 2 != every[1] % 2


def _may_turn(difference: Difference) -> bool:
    """Tell whether a difference is so narrow, and so plain, that a negation may be all of it."""
    rows, language = (difference.one, difference.other), difference.language
    whole = difference.whole
    width = max(_telling(side, language) for side in difference.words)
    if width > NARROW or max(map(len, whole)) > LONG_SENTENCE:
        return False
    one, other = difference.words
    if not (one and other) and not denies_alone(one or other, language):
        return False
    if language and (_asks_alone(rows, whole, language) or contraries_in(*whole, language)):
        return False
    if any(denies_aside(side, language) for side in difference.words):
        return False
    return not _denies_elsewhere(rows, whole, language)


def _telling(words: Words, language: Language | None) -> int:
    """Return how many words are more than helping verbs, articles and joints: "that there was"."""
    if language is None:
        return len(words)
    plain = language.auxiliaries | language.modals | language.times.articles
    plain |= language.complementisers
    return sum(word.form not in plain for word in words)


def _asks_alone(
    rows: tuple[Print, Print], whole: Sequence[Sequence[PrintWord]], language: Language
) -> bool:
    """Tell whether one of two sentences is a question, reported or not, and the other is none."""
    asked = [opens_question(side, row, language) for side, row in zip(whole, rows, strict=True)]
    return asked[0] != asked[1] or asks_alone(*rows, language)


def _side(difference: Difference, at: int) -> _Side:
    """Return what the sentence of a side denies."""
    language, whole = difference.language, difference.whole
    row, sentence = (difference.one, difference.other)[at], difference.sentences[at]
    words, facing, here = whole[at], whole[1 - at], (difference.first, difference.second)[at]
    affirmed = set(affirmations(words, language))
    denied = list(denials(words, language))
    kept = {word.key for word in facing}
    contrasted = [place for place in denied if _contrasts(row, sentence[place], kept)]
    denied = [place for place in denied if place not in contrasted]
    denied += doubts(words, facing, language)
    plain = [word for place, word in enumerate(words) if place not in affirmed]
    declined = sum(_declines_alone(word, facing, language) for word in plain) if language else 0
    places = [{sentence[place] for place in side} for side in (affirmed, denied)]
    near = {*here, min(here, default=0) - 1}
    return _Side(
        count=len(denied) + declined + denies(row) + _excepts(words, facing, language),
        contrasted=len(contrasted),
        affirms=bool(places[0] & near),
        denies=bool(places[1] & near),
        near=any(side & {*here} for side in places),
        content={place: row.words[place].key for place in sentence if row.words[place].content},
    )


def _excepts(words: Words, facing: Words, language: Language | None) -> int:
    """Return 1 where words have "unless" and the other side "if" in its place, else 0."""
    turned = language.variants.negated_conditions if language else {}
    forms = [{word.form for word in side} for side in (words, facing)]
    return int(any(b in forms[0] - forms[1] and a in forms[1] for a, b in turned.items()))


def _contrasts(row: Print, at: int, kept: Collection[str]) -> bool:
    """Tell a "not" behind punctuation, which denies no clause: "a furnace, not a fee".

    Where the other side keeps the word behind it, it is the difference: "he, not Poe, did it" and
    "Poe did it".

    Args:
        row: the print that denies.
        at: where its negation stands.
        kept: the keys of the other side's words.
    """
    language = row.language
    if language is None or not at or row.words[at - 1].ends or not is_parted(at - 1, row):
        return False
    behind = [word for word in row.words[at + 1 : at + 2] if word.content and word.key in kept]
    adverbs = [word.form in language.adverbs for word in row.words[at : at + 2]]
    return not behind and adverbs[0] and not all(adverbs[1:])


def _denies_elsewhere(
    rows: tuple[Print, Print], whole: Sequence[Sequence[PrintWord]], language: Language | None
) -> bool:
    """Tell whether the print that denies less here makes up for it in its next sentence.

    "I do not call it theft" and "I call it very bad post. Theft I do not say". What both prints
    deny besides makes up for nothing.
    """
    counts = [len(denials(side, language)) for side in whole]
    if counts[0] == counts[1]:
        return False
    at = counts.index(min(counts))
    less, more = (len(denials(row.words, language)) for row in (rows[at], rows[1 - at]))
    return len(rows[at].words) <= SHORT and less >= more


def _denies_another(difference: Difference) -> bool:
    """Tell whether what one side denies is another thing than the other says in its place.

    "No hurry" is not the contrary of "happy".
    """
    content = [[word for word in side if word.content] for side in difference.words]
    said = [{word.key for word in side} for side in difference.whole]
    for at, side in enumerate(difference.words):
        denied = denials(side, difference.language)
        behind = [word.key for word in side[denied[-1] + 1 :] if word.content] if denied else []
        if behind and content[1 - at] and said[1 - at].isdisjoint(behind):
            return True
    return False


def _declines_alone(word: PrintWord, facing: Sequence[PrintWord], language: Language) -> bool:
    """Tell a word that denies as a negation does ("denied", "inability") on one side alone."""
    listed = word.form in language.variants.denying or declines(word, language)
    if language.negates(word.form):
        return False
    return listed and not any(other.key == word.key for other in facing)


def _denies_deed(difference: Difference, kept: Sequence[Mapping[int, str]]) -> bool:
    """Tell whether the word that one side denies is the other's too, as half of their content is.

    "I never offered the man a job" and "he had offered the man a post at the bank", but not "we do
    not sell to children" and "they sold to farmers".
    """
    shared = set(kept[0].values()) & set(kept[1].values())
    most = max(len(set(side.values())) for side in kept)
    language = difference.language
    if language is None or len(shared) < DEED or 2 * len(shared) < most:
        return False
    for words in difference.whole:
        denied = denials(words, language)
        behind = words[denied[0] + 1 :] if len(denied) == 1 else ()
        keys = [word.key for word in words if word.content]
        deed = next((word.key for word in behind if word.content), "")
        if deed in shared and keys.count(deed) == 1 and not _is_another(behind, shared, language):
            return True
    return False


def _is_another(behind: Words, shared: Collection[str], language: Language) -> bool:
    """Tell whether words that the other side lacks stand behind a preposition: "to children"."""
    led = False
    for word in behind:
        led = word.form in language.prepositions or (led and word.key not in shared)
        if led and word.content and word.key not in shared:
            return True
    return False


def _much_alike(kept: Sequence[Mapping[int, str]], difference: Difference) -> bool:
    """Tell whether two sentences share most of their content, given by place."""
    one, other = (set(side.values()) for side in kept)
    least, most = sorted(map(len, (one, other)))
    return len(one & other) >= ALIKE * (least if difference.direct else most)
