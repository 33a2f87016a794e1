"""The words by which the language of a text is told."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.words import words_in

# How much of a text is looked at in one place, in code points.
SAMPLE = 4_000


@dataclass(frozen=True, slots=True)
class Printed:
    """A word, and whether it is printed with a capital, as names are."""

    form: str
    capital: bool


def sample(text: str) -> list[Printed]:
    """Return words, numbers left out, from the head, the middle and the end of ``text``."""
    parts = [text]
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        parts = [text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]]
    return [
        Printed(word.form, part[word.span[0]].isupper())
        for part in parts
        for word in words_in(part)
        if word.form[0].isalpha()
    ]
