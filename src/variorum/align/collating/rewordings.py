"""Prints that have hardly a word in common: nothing of them stands in one place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from variorum.align.prints import Print, PrintWord

# So many content words of each have none in the other, and so many of the shorter are in both.
OTHER = 2
SHARED = 0.5

Words = Sequence[PrintWord]


def reworded(pair: tuple[Print, Print], words: tuple[Words, Words], known: Collection[str]) -> bool:
    """Tell whether a print is another one in other words throughout.

    Two direct quotations that share little are two parts of a speech, and so are words of which
    one print has no more than the other.

    Args:
        pair: the prints.
        words: the words of each that stand for one another.
        known: the kinds that are told of the two.
    """
    if all(one.quotation.form == "direct" for one in pair):
        return False
    keys = [{word.key for word in side if word.content} for side in words]
    alone = keys[0] - keys[1], keys[1] - keys[0]
    if not known:
        return all(alone)
    shared = len(keys[0] & keys[1])
    return min(map(len, alone)) >= OTHER and shared < SHARED * min(map(len, keys))
