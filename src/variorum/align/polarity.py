"""Whether a run of words denies: its negations, less those that affirm."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import PrintWord
from variorum.languages import Language
from variorum.model.words import Word


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
        and not (at + 1 < len(words) and _answers(word, words[at + 1], language))
    )


def _answers(word: PrintWord, following: PrintWord, language: Language) -> bool:
    """Tell a "no" that only answers, as in "No, I am leaving"."""
    return word.form in language.refusals and following.form in language.subject_pronouns


def affirmations(words: Sequence[PrintWord | Word], language: Language | None) -> tuple[int, ...]:
    """Return the positions of words in phrases as "no doubt", which look like a denial."""
    phrases = [phrase.split() for phrase in sorted(language.affirming)] if language else []
    openings = {phrase[0] for phrase in phrases}
    places: set[int] = set()
    for start, word in enumerate(words):
        if word.form not in openings:
            continue
        for phrase in phrases:
            if [one.form for one in words[start : start + len(phrase)]] == phrase:
                places.update(range(start, start + len(phrase)))
    return tuple(sorted(places))
