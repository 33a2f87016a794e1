"""The words of a print that a hedge weakens, or that a condition is on: those of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from variorum.align.collating.polarity import BREAK
from variorum.align.once import once
from variorum.align.prints import Print, PrintWord, read_words
from variorum.languages import Language
from variorum.model.spans import overlap

# A hedge weakens so many content words beside it; such a part of them, or of what a condition is
# on, stands in the other print, or they are not shared.
REACH = 5
SHARED = 0.4
# So many words stand between a relative pronoun and a hedge at most where nothing else is said,
# and between a negation and the hedge that it denies.
ASIDE = 3
DENIED = 6
_STOP = re.compile(r"[;:]")


def content_beside(own: Print, places: range, *, step: int) -> list[str]:
    """Return the keys of content words beside a place, as far as no punctuation stands between.

    A comma right beside the place parts nothing, a colon and the end of a sentence do. What stands
    before a relative clause is no part of it.
    """
    text = own.article.text
    opening = own.language.clause_relatives if own.language and step < 0 else frozenset()
    found: list[str] = []
    for at in places:
        here, there = sorted((own.words[at], own.words[at + step]), key=lambda word: word.span)
        between = text[here.span[1] : there.span[0]]
        parted = (BREAK if at != places[0] else _STOP).search(between)
        if parted or here.ends or len(found) == REACH:
            break
        word = own.words[at + step]
        if word.form in opening:
            break
        found += [word.key] if word.content else []
    return found


def aside_of(first: int, last: int, own: Print, language: Language) -> int | None:
    """Return where the relative clause begins of which a hedge is all: "…, which is unlikely, …".

    Args:
        first: the position of the first word of the hedge.
        last: that of its last word.
        own: the print that has it.
        language: of the print.
    """
    if not is_parted(last, own):
        return None
    for at in range(first - 1, max(-1, first - 1 - ASIDE), -1):
        if own.words[at].form in language.relatives:
            return at
        if own.words[at].content:
            return None
    return None


def is_parted(at: int, own: Print) -> bool:
    """Tell whether punctuation stands behind a word."""
    if at + 1 >= len(own.words):
        return True
    return bool(BREAK.search(own.article.text[own.words[at].span[1] : own.words[at + 1].span[0]]))


def is_denied(at: int, own: Print, language: Language) -> bool:
    """Tell whether a negation stands before a word in its clause: "no sign that it might"."""
    for place in range(at - 1, max(-1, at - 1 - DENIED), -1):
        if own.words[place].ends or is_parted(place, own):
            return False
        if language.negates(own.words[place].form):
            return True
    return False


def asks(own: Print, language: Language) -> bool:
    """Tell whether a print is a reported question: "whether the dam was safe"."""
    if own.quotation.form == "direct":
        return False
    asking = language.complementisers - language.clause_relatives
    return not asking.isdisjoint(word.form for word in own.words[:1])


def asks_alone(one: Print, other: Print, language: Language) -> bool:
    """Tell whether one of two prints is a reported question and the other is no question."""
    asked = [asks(row, language) or is_asked(0, row) for row in (one, other)]
    return asked[0] != asked[1] and (asks(one, language) or asks(other, language))


def is_asked(at: int, own: Print) -> bool:
    """Tell whether the sentence of a word is a question."""
    text = own.article.text
    last = next((word for word in own.words[at:] if word.ends), own.words[-1])
    return "?" in text[last.span[1] : last.span[1] + 2]


def opens_question(words: Sequence[PrintWord], own: Print, language: Language) -> bool:
    """Tell whether words of a print begin a question, with its word or its verb: "Who would sell?".

    "You say it is not so?" asks in the form of a statement, and is none.
    """
    opening = language.question_words | language.auxiliaries | language.modals
    return bool(words) and words[0].form in opening and is_asked(place_of(words[0], own), own)


def place_of(word: PrintWord, own: Print) -> int:
    """Return the position of a word in its print."""
    return bisect_left(own.words, word.span, key=lambda one: one.span)


@once
def sentence_of(one: Print) -> Sequence[PrintWord]:
    """Return the words of the sentences that a print lies in."""
    sentences, spans = one.found.sentences, one.quotation.spans
    at = bisect_left(sentences, spans[0][0], key=lambda span: span[1])
    held = []
    while at < len(sentences) and sentences[at][0] < spans[-1][1]:
        if any(overlap(sentences[at], span) for span in spans):
            held.append(sentences[at])
        at += 1
    return read_words(one.article, held, one.language)
