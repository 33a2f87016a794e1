"""The words of a print that a hedge weakens, or that a condition is on: those of its clause."""

from __future__ import annotations

from bisect import bisect_left

from variorum.align.collating.polarity import BREAK
from variorum.align.prints import Print, PrintWord

# A hedge weakens so many content words beside it.
REACH = 5


def content_beside(own: Print, places: range, *, step: int) -> list[str]:
    """Return the keys of content words beside a place, as far as no punctuation stands between.

    A comma right beside the place parts nothing, the end of a sentence always does.
    """
    text = own.article.text
    found: list[str] = []
    for at in places:
        here, there = sorted((own.words[at], own.words[at + step]), key=lambda word: word.span)
        parted = at != places[0] and BREAK.search(text[here.span[1] : there.span[0]])
        if parted or here.ends or len(found) == REACH:
            break
        word = own.words[at + step]
        found += [word.key] if word.content else []
    return found


def place_of(word: PrintWord, own: Print) -> int:
    """Return the position of a word in its print."""
    return bisect_left(own.words, word.span, key=lambda one: one.span)
