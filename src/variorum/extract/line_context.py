"""The place of each line in its page, as numbers: neighbours, runs of prose, repetitions.

The numbers are computed for all lines of a page at once, in time linear in its length. The idea
that an article is the heaviest run of text on its page is from Pasternack and Roth, "Extracting
article text from the web with maximum subsequence segmentation" (WWW 2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.extract.line_shape import NAMES, ShapedLine

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

NEAR = 3
"""How many lines before and after a line show their own shape to it."""

_SHOWN = ("words", "capital", "lower", "end", "bullet", "inner_ends", "date", "digits")
DECAYS = (0.5, 0.8, 0.95)
"""How much of a line's weight is left one line further, for three widths of view."""

_FAR = 60.0


def first_view(lines: Sequence[ShapedLine]) -> Numbers:
    """Return one row a line: its own shape and its place among the shapes around it."""
    shape = np.array([line.shape for line in lines], dtype=np.float64)
    counts = np.array([line.count for line in lines])
    prose = _prose_weight(shape, counts)
    columns = [
        shape,
        _blanks(lines),
        _repeats(lines),
        _topic(lines, prose),
        _page(shape, counts, prose),
        _runs(prose, counts),
        _neighbours(shape),
    ]
    return np.hstack(columns).astype(np.float32)


def second_view(
    first: Numbers, chance: NDArray[np.float64], counts: NDArray[np.float64]
) -> Numbers:
    """Return the first view widened by the first guess for the lines around each line.

    ``chance`` is the first guess that a line is article text, ``counts`` its number of words.
    """
    columns: list[NDArray[np.float64]] = [around(chance[:, None], 5, fill=-1.0)]
    weight = np.minimum(counts, 60.0)
    for decay in DECAYS:
        for step in (1, -1):
            near = faded(chance * weight, decay, step)
            total = faded(weight, decay, step)
            columns += [(near / (total + 1e-6))[:, None], np.log1p(near)[:, None]]
    gain = (chance - 0.5) * np.sqrt(np.maximum(counts, 1.0))
    columns += [_segment(gain), _segment(chance - 0.5)]
    share = chance * weight
    columns.append(_cumulated(share))
    return np.hstack([first, np.hstack(columns).astype(np.float32)])


def _prose_weight(shape: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Words in lines that read like sentences, else 0."""
    lower = shape[:, NAMES.index("lower")]
    end = shape[:, NAMES.index("end")]
    ended = (end >= 1) & (end <= 4)
    prose = (counts >= 10) & (lower >= 0.5) & (ended | (counts >= 30))
    return np.where(prose, np.minimum(counts, 80.0), 0.0)


def _blanks(lines: Sequence[ShapedLine]) -> NDArray[np.float64]:
    """Blank lines above and below each line."""
    above = np.minimum(np.array([line.blank for line in lines], dtype=np.float64), 4.0)
    above[:1] = 4.0  # blank lines around a text tell nothing
    below = np.append(above[1:], 4.0)
    return np.column_stack([above, below, np.full(len(above), (above > 0).mean())])


def _repeats(lines: Sequence[ShapedLine]) -> NDArray[np.float64]:
    """How often a line, and its first four words, stand on the page, and which print this is."""
    whole = Counter(line.words for line in lines)
    heads = Counter(line.words[:4] for line in lines)
    seen: Counter[tuple[str, ...]] = Counter()
    rows = []
    for line in lines:
        seen[line.words] += 1
        rows.append(
            (
                min(whole[line.words], 5),
                min(seen[line.words], 5),
                min(heads[line.words[:4]], 8),
            )
        )
    return np.array(rows, dtype=np.float64)


def _topic(lines: Sequence[ShapedLine], prose: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of a line's long words that the page's prose uses, in how many of its lines."""
    spread: Counter[str] = Counter()
    kinds = [{w for w in line.words if len(w) > 4} for line in lines]
    for words, weight in zip(kinds, prose, strict=True):
        if weight:
            spread.update(words)
    total = max(1, int((prose > 0).sum()))
    rows = []
    for words, weight in zip(kinds, prose, strict=True):
        own = 1 if weight else 0
        uses = sorted(spread[w] - own for w in words)
        size = len(uses) or 1
        known = sum(1 for u in uses if u > 0) / size
        often = sum(uses) / size / total
        rows.append((known if uses else -1.0, often, uses[-1] / total if uses else 0.0))
    return np.array(rows, dtype=np.float64)


def _page(
    shape: NDArray[np.float64], counts: NDArray[np.float64], prose: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Position in the page, and what kind of page it is."""
    size = len(counts)
    place = np.arange(size, dtype=np.float64)
    passed = _cumulated(counts)
    whole = np.array(
        [np.log1p(size), np.log1p(counts.sum()), prose.sum() / max(counts.sum(), 1.0),
         np.log1p((prose > 0).sum()), np.median(counts), np.log1p(prose.max())]
    )  # fmt: skip
    return np.column_stack(
        [place / size, np.minimum(place, 200), np.minimum(size - 1 - place, 200), passed,
         _cumulated(prose), np.tile(whole, (size, 1))]
    )  # fmt: skip


def _runs(prose: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Prose near each line on both sides, distances to it, and the page's heaviest run."""
    columns = []
    for decay in DECAYS:
        for step in (1, -1):
            columns.append(np.log1p(faded(prose, decay, step)))
            columns.append(np.log1p(faded(counts, decay, step)))
    is_prose = prose > 0
    for flags in (is_prose, ~is_prose):
        for step in (1, -1):
            columns.append(_distance(flags, step))
    segments = [
        _segment(np.where(is_prose, np.minimum(prose, 40.0), -cost)) for cost in (3.0, 10.0)
    ]
    return np.hstack([np.column_stack(columns), *segments])


def _neighbours(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    """The shapes of the lines before and after each line."""
    shown = shape[:, [NAMES.index(name) for name in _SHOWN]]
    return around(shown, NEAR, fill=-2.0)


def around(values: NDArray[np.float64], reach: int, *, fill: float) -> NDArray[np.float64]:
    """Stack the rows ``reach`` lines before and after each row, without the row itself."""
    size, width = values.shape
    padded = np.full((size + 2 * reach, width), fill)
    padded[reach : reach + size] = values
    steps = [s for s in range(2 * reach + 1) if s != reach]
    return np.hstack([padded[s : s + size] for s in steps])


def faded(values: NDArray[np.float64], decay: float, step: int) -> NDArray[np.float64]:
    """Sum of the values before (step 1) or after (step -1) each line, fading with distance."""
    carried = 0.0
    result = []
    for value in values[::step].tolist():
        result.append(carried)
        carried = carried * decay + value
    return np.array(result, dtype=np.float64)[::step]


def _distance(flags: NDArray[np.bool_], step: int) -> NDArray[np.float64]:
    """Lines since the last flagged line (step 1) or to the next one (step -1)."""
    last = _FAR
    result = []
    for flag in flags[::step].tolist():
        result.append(last)
        last = 1.0 if flag else min(last + 1.0, _FAR)
    return np.array(result, dtype=np.float64)[::step]


def _cumulated(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of the total that stands before each line."""
    total = values.sum()
    if total <= 0:
        return np.zeros((len(values), 1))
    before: NDArray[np.float64] = np.cumsum(values) - values
    return np.column_stack([before / total])


def _segment(gain: NDArray[np.float64]) -> NDArray[np.float64]:
    """Signed distances to the start and end of the contiguous run with the greatest total gain."""
    best = total = 0.0
    start = first = 0
    last = -1
    for place, value in enumerate(gain.tolist()):
        if total <= 0:
            total, start = 0.0, place
        total += value
        if total > best:
            best, first, last = total, start, place
    places = np.arange(len(gain), dtype=np.float64)
    since, until = places - first, last - places
    inside = (since >= 0) & (until >= 0)
    return np.column_stack([since.clip(-_FAR, _FAR), until.clip(-_FAR, _FAR), inside])
