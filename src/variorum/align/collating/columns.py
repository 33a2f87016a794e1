"""Collation of n rows of words without a base text: which words stand in one column.

Rows join the table one by one, longest first and then by their words, so that the order in which
they are given says nothing. Each is aligned with the table by a weighted longest common
subsequence (Needleman and Wunsch 1970) that prefers content words and unbroken runs; only words
are aligned, so no comma can outweigh one. The table is the variant graph of CollateX in the form
of parallel segmentation (TEI P5, 12.2): every word of every row stands in exactly one column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from variorum.align.prints import Print, PrintWord
from variorum.align.subsequence import in_common

CONTENT = 4
SAME_STEM = 3
FUNCTION = 1
RUN = 1
# Larger tables are aligned by plain common subsequence, which takes no table of this size.
CELLS = 250_000
# Two sentences belong together when the words they share make up this part of the shorter one.
SENTENCE_SHARE = 0.25
# An end of a sentence this much longer than another is no other wording of it.
LONGER = 2

Column = tuple[int | None, ...]


@dataclass(slots=True)
class _Cell:
    """A column while the table grows: the word of each row in it."""

    words: dict[int, PrintWord] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)

    @property
    def ends(self) -> bool:
        """Tell whether a sentence ends here in any row."""
        return any(word.ends for word in self.words.values())


def columns(rows: Sequence[Print]) -> tuple[Column, ...]:
    """Return the columns in order: for each row the position of its word there, or None."""
    first, *others = sorted(range(len(rows)), key=lambda at: _rank(rows[at]))
    table = [_put(_Cell(), word, at, first) for at, word in enumerate(rows[first].words)]
    for row in others:
        table = _added(table, rows[row].words, row)
    return tuple(tuple(cell.at.get(at) for at in range(len(rows))) for cell in table)


def _rank(row: Print) -> tuple[object, ...]:
    forms = tuple(word.form for word in row.words)
    return (row.echo, -len(forms), forms, tuple(word.ends for word in row.words))


def _added(table: list[_Cell], words: Sequence[PrintWord], row: int) -> list[_Cell]:
    """Return the table with one more row in it."""
    pairs = _together(table, words, _pairs(table, words))
    grown: list[_Cell] = []
    left, right = -1, -1
    for column, word in [*pairs, (len(table), len(words))]:
        before = (left >= 0 and not table[left].ends, right >= 0 and not words[right].ends)
        gap = table[left + 1 : column]
        held = words[right + 1 : word]
        closes = word == len(words) or any(one.ends for one in held)
        grown += _filled(gap, held, right + 1, row=row, inside=before, last=closes)
        if column < len(table):
            grown.append(_put(table[column], words[word], word, row))
        left, right = column, word
    return grown


def _put(cell: _Cell, word: PrintWord, at: int, row: int) -> _Cell:
    cell.words[row] = word
    cell.at[row] = at
    return cell


def _filled(
    cells: list[_Cell],
    words: Sequence[PrintWord],
    first: int,
    *,
    row: int,
    inside: tuple[bool, bool],
    last: bool,
) -> list[_Cell]:
    """Fill a gap between two shared words: what ends or begins a sentence stays beside it.

    Args:
        cells: the columns in the gap.
        words: the words of the row in the gap.
        first: the position of the first of them.
        row: the number of the row.
        inside: whether the gap begins inside a sentence, in the table and in the row.
        last: whether no shared word follows in the row's sentence.
    """
    if not words:
        return cells
    heads, middles, tails = _sentences([cell.ends for cell in cells], inside[0])
    head, middle, tail = _sentences([word.ends for word in words], inside[1])
    placed = [(word, first + at) for at, word in enumerate(words)]
    closing, opening = cells[slice(*heads)], cells[slice(*tails)]
    closed, opened = placed[slice(*head)], placed[slice(*tail)]
    lone = [_put(_Cell(), word, at, row) for word, at in placed[slice(*middle)]]
    if last and _unlike(closing, closed):
        closing, closed = [_put(_Cell(), word, at, row) for word, at in closed] + closing, []
    if _unlike(opening, opened):
        opening, opened = opening + [_put(_Cell(), word, at, row) for word, at in opened], []
    return [
        *_zipped(closing, closed, row),
        *cells[slice(*middles)],
        *lone,
        *_zipped(opening, opened, row),
    ]


def _unlike(cells: Sequence[_Cell], words: Sequence[tuple[PrintWord, int]]) -> bool:
    """Tell whether one of two ends of a sentence is much longer: no wording of the other."""
    shorter, longer = sorted((len(cells), len(words)))
    return shorter > 0 and longer > LONGER * shorter + LONGER


def _sentences(
    ends: Sequence[bool], inside: bool
) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    """Cut a gap in the end of a sentence, whole sentences, and the beginning of one."""
    stops = [at + 1 for at, end in enumerate(ends) if end]
    head = (stops[0] if stops else len(ends)) if inside else 0
    tail = max(stops[-1] if stops else 0, head)
    return (0, head), (head, tail), (tail, len(ends))


def _zipped(cells: list[_Cell], words: Sequence[tuple[PrintWord, int]], row: int) -> list[_Cell]:
    """Set words into columns side by side, the last into the last, in new ones if too few."""
    if not words:
        return cells
    more = [_Cell() for _ in range(len(words) - len(cells))]
    grown = [*cells[:-1], *more, *cells[-1:]]
    places = [*grown[: len(words) - 1], grown[-1]]
    for cell, (word, at) in zip(places, words, strict=True):
        _put(cell, word, at, row)
    return grown


def _pairs(table: Sequence[_Cell], words: Sequence[PrintWord]) -> list[tuple[int, int]]:
    """Return which columns and words are aligned, in order."""
    if len(table) * len(words) > CELLS:
        forms = [_first_form(cell) for cell in table]
        return in_common(forms, [word.form for word in words])
    width = len(words) + 1
    best = [[0] * width]
    ending = [[0] * width]
    for gains in _gains(table, words):
        above, above_end = best[-1], ending[-1]
        line_end = [0] * width
        for j, gain in gains.items():
            line_end[j + 1] = gain + max(above[j], above_end[j] + RUN if above_end[j] else 0)
        best.append(list(accumulate(map(max, above, line_end), max)) if gains else above)
        ending.append(line_end)
    return _traced(best, ending)


def _gains(table: Sequence[_Cell], words: Sequence[PrintWord]) -> Iterator[dict[int, int]]:
    """Yield for each column what it is worth to set a word into it, by the places of the words.

    Words that have nothing in common with a column are left out.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    inflected: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        alike[word.form].append(at)
        if word.content:
            inflected[word.key].append(at)
    for cell in table:
        held = cell.words.values()
        gains = {at: SAME_STEM for key in {w.key for w in held} for at in inflected.get(key, ())}
        for form in {w.form for w in held}:
            gains |= {at: _worth(words[at].content) for at in alike.get(form, ())}
        yield gains


def _traced(best: list[list[int]], ending: list[list[int]]) -> list[tuple[int, int]]:
    """Read the best alignment off the tables, from the end."""
    pairs = []
    i, j = len(best) - 1, len(best[0]) - 1
    running = False
    while i and j:
        if ending[i][j] and (running or ending[i][j] == best[i][j]):
            pairs.append((i - 1, j - 1))
            before = ending[i - 1][j - 1]
            running = bool(before) and before + RUN >= best[i - 1][j - 1]
            i, j = i - 1, j - 1
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _first_form(cell: _Cell) -> str:
    return min(word.form for word in cell.words.values())


def _together(
    table: Sequence[_Cell], words: Sequence[PrintWord], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Drop the pairs of two sentences that share too little: a stray "the" aligns nothing."""
    lefts = _numbered([cell.ends for cell in table])
    rights = _numbered([word.ends for word in words])
    content = [any(word.content for word in cell.words.values()) for cell in table]
    sizes: dict[tuple[str, int], int] = {}
    for side, numbers, weights in (
        ("left", lefts, content),
        ("right", rights, [word.content for word in words]),
    ):
        for number, weighty in zip(numbers, weights, strict=True):
            sizes[side, number] = sizes.get((side, number), 0) + _worth(weighty)
    shared: dict[tuple[int, int], int] = {}
    for i, j in pairs:
        place = lefts[i], rights[j]
        shared[place] = shared.get(place, 0) + _worth(words[j].content)
    return [
        (i, j)
        for i, j in pairs
        if shared[lefts[i], rights[j]]
        >= SENTENCE_SHARE * min(sizes["left", lefts[i]], sizes["right", rights[j]])
    ]


def _worth(content: bool) -> int:
    return CONTENT if content else FUNCTION


def _numbered(ends: Sequence[bool]) -> list[int]:
    """Return the number of the sentence each word stands in."""
    numbers, number = [], 0
    for end in ends:
        numbers.append(number)
        number += end
    return numbers
