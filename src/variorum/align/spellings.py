"""Words that are one word, written short or with a slip of the keys."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import PrintWord

# Shorter words are other words by a letter; where the last letters differ, the ending does.
LEAST = 4
ENDING = 1


def contracts(one: Sequence[PrintWord], other: Sequence[PrintWord]) -> bool:
    """Tell whether one word with an apostrophe stands for the two of the other side ("I'm")."""
    if len(one) != 1 or len(other) != 2 or "'" not in one[0].form:
        return False
    short = one[0].form.replace("'", "")
    letters = iter("".join(word.form for word in other))
    return short[0] == other[0].form[0] and all(letter in letters for letter in short)


def slipped(one: Sequence[PrintWord], other: Sequence[PrintWord]) -> bool:
    """Tell whether two words differ by one letter that is missing, other or out of its place."""
    from rapidfuzz.distance import OSA

    if len(one) != 1 or len(other) != 1 or one[0].is_number or other[0].is_number:
        return False
    first, second = one[0].form, other[0].form
    if min(len(first), len(second)) < LEAST or first[-ENDING:] != second[-ENDING:]:
        return False
    return sorted(first) == sorted(second) and OSA.distance(first, second) == 1
