"""Phrases of opinion ("I think") that one print has and another has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.align.collating.attitudes import has_attitude
from variorum.align.collating.doubts import demands, proposes
from variorum.align.collating.hedges import brings_in
from variorum.align.collating.scopes import is_denied, is_parted, place_of
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of

Words = Sequence[PrintWord]
# "What" opens the clause of a phrase within so many words.
NEAR = 4


def opinions_in(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return the phrases of opinion among words of a print, on something that another has too."""
    said = {word.key for word in other.words if word.content}
    listed = language.variants.mitigations
    line = "".join(word.form for word in other.words)
    forms = [word.form for word in words]
    found = []
    for start, stop in places_of(listed, forms):
        before = forms[start - 1] if start else ""
        given = before in language.variants.conditions or language.negates(before)
        # "Nothing to suggest that" leaves no doubt.
        led = before in language.phrase_ends and forms[start] in language.variants.matrices
        given = given or (led and is_denied(place_of(words[start], own), own, language))
        given = given or proposes(before, forms[start], language)
        # "If you ask me, it is shut", but "if you ask me why, it is shut".
        given = given or _goes_on(words[start:stop], own, language)
        given = given or _compares(forms[:stop], stop - start, other, language)
        given = given or demands(words[start:stop], words[stop:], language)
        given = given or has_attitude(words[start:stop], own, other, language)
        # An editor's bracket parts a word: "[W]e hope".
        if given or brings_in(words[start:stop], other) or "".join(forms[start:stop]) in line:
            continue
        behind = _behind(words[stop:], own, language)[: 1 if stop == start + 1 else None]
        if not behind or any(key in said for key in behind):
            found.append(words[start:stop])
    return found


def _compares(forms: Sequence[str], length: int, other: Print, language: Language) -> bool:
    """Tell whether the last words only compare: the other print does too, or "what it looked like".

    Args:
        forms: the words up to the end of a phrase of opinion.
        length: how many of them the phrase has.
        other: the print that lacks it.
        language: of both.
    """
    if " ".join(forms[-length:]) not in language.variants.similes:
        return False
    if not language.asking_words.isdisjoint(forms[-length - NEAR : -length]):
        return True
    return bool(places_of(language.variants.similes, [word.form for word in other.words]))


def _goes_on(phrase: Words, own: Print, language: Language) -> bool:
    """Tell whether a phrase that opens with a condition is the beginning of a longer one."""
    opens = phrase[0].form in language.variants.conditions
    return opens and not is_parted(place_of(phrase[-1], own), own)


def _behind(words: Words, own: Print, language: Language) -> list[str]:
    """Return the keys of the content words to the end of a clause, of a sentence if it has none."""
    stop = next((at + 1 for at, word in enumerate(words) if word.ends), len(words))
    joint = next((at for at in _joints(words[:stop], own, language) if at), stop)
    keys = [[word.key for word in words[:end] if word.content] for end in (joint, stop)]
    return keys[0] or keys[1]


def _joints(words: Words, own: Print, language: Language) -> Iterator[int]:
    """Yield where punctuation and a conjunction begin another clause: ", and we would"."""
    begins = language.subject_pronouns | language.determiners
    for at, (before, joint) in enumerate(pairwise(words[:-1]), 1):
        joined = joint.form in language.conjunctions and words[at + 1].form in begins
        if joined and is_parted(place_of(before, own), own):
            yield at
