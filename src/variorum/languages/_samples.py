"""The words by which the language of a text is told."""

from __future__ import annotations

from variorum.model.words import words_in

# How much of a text is looked at in one place, in code points.
SAMPLE = 4_000


def sample(text: str) -> list[str]:
    """Return words, numbers left out, from the head, the middle and the end of ``text``."""
    parts = [text]
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        parts = [text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]]
    return [word.form for part in parts for word in words_in(part) if word.form[0].isalpha()]
