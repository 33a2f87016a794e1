"""Windows: how much of an article the trained annotator sees at once.

A window is whole sentences, as many as fit, behind the end of what came before them. What comes
before is read but not annotated again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variorum.annotate.words import Numbers, Words

# How many pieces a window has at most, the two that frame it left out.
PIECES = 254
# How many of them may be what came before.
BEFORE = 64


@dataclass(frozen=True, slots=True)
class Window:
    """The words from ``start`` to ``end``; those from ``core`` on are annotated by it."""

    start: int
    core: int
    end: int


def windows_of(words: Words, *, pieces: int = PIECES, before: int = BEFORE) -> list[Window]:
    """Return the windows of an article; every word is in the core of exactly one.

    Args:
        words: of the article.
        pieces: how many pieces a window has at most; a longer word stands alone.
        before: how many of them may be what came before the core.
    """
    cuts = np.append(np.flatnonzero(words.starts), len(words))
    windows: list[Window] = []
    core = 0
    while core < len(words):
        start = _before(words.firsts, cuts, core, before)
        end = int(np.searchsorted(words.firsts, words.firsts[start] + pieces, side="right")) - 1
        if end < len(words):
            whole = cuts[np.searchsorted(cuts, end, side="right") - 1]
            end = max(int(whole) if whole > core else end, core + 1)
        windows.append(Window(start, core, end))
        core = end
    return windows


def _before(firsts: Numbers, cuts: Numbers, core: int, before: int) -> int:
    """Return the earliest beginning of a sentence at most so many pieces ahead of ``core``."""
    earliest = np.searchsorted(firsts, firsts[core] - before)
    return min(int(cuts[np.searchsorted(cuts, earliest)]), core)
