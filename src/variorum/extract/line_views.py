"""What the learned parts are shown of the lines of a page, and how their chances are pooled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.extract.line_context import first_view
from variorum.extract.line_period import period_view
from variorum.extract.line_shape import ShapedLine
from variorum.extract.line_words import phrases_view, words_view

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Chances = NDArray[np.float64]


def form(lines: Sequence[ShapedLine]) -> tuple[Numbers, Numbers]:
    """Return two tables of one row a line: its shape and place, and the patterns around it."""
    return first_view(lines), period_view(lines)


def views(form: tuple[Numbers, Numbers], words: Numbers, phrases: Numbers) -> tuple[Numbers, ...]:
    """Return the plain view of each line, by place and words, and the wide one, by all there is."""
    place, patterns = form
    return np.hstack([place, words]), np.hstack([place, patterns, words, phrases])


def wording(lines: Sequence[ShapedLine], leanings: Chances) -> tuple[Numbers, Numbers]:
    """Return two tables of one row a line: how its words lean, and how its phrases do."""
    return words_view(lines, leanings), phrases_view(lines, leanings)


def pooled(one: Chances, other: Chances) -> Chances:
    """Return the chance whose log odds are the mean of those of two chances.

    See Genest and Zidek, "Combining probability distributions" (Statistical Science, 1986).
    """
    for_it, against = np.sqrt(one * other), np.sqrt((1.0 - one) * (1.0 - other))
    chance: Chances = for_it / np.maximum(for_it + against, 1e-12)
    return chance
