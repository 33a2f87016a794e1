"""Cutting a collation into readable segments.

A stretch is a run of columns in which the same rows speak and either all agree or not; none runs
over the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.align.collating.columns import Column, columns
from variorum.align.prints import Print, PrintWord
from variorum.model.spans import Span, Spans, covers

# A print is silent where its words begin late or end early by so much, in words or in content.
SILENT_WORDS = 4
SILENT_CONTENT = 2
# So many function words between two differences do not part them.
BRIDGE = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Columns that belong together: where ``agrees``, all rows but the ``silent`` are alike.

    ``cells`` holds for each row the positions of its words, ``sentence`` the number of the
    sentence.
    """

    agrees: bool
    silent: frozenset[int]
    columns: tuple[Column, ...]
    cells: tuple[tuple[int, ...], ...]
    sentence: int


def segmented(rows: Sequence[Print]) -> tuple[Stretch, ...]:
    """Return the stretches of the collation of ``rows``, in order."""
    table = columns(rows)
    stretches: list[Stretch] = []
    for number, block in enumerate(_blocks(table, rows)):
        silence = _silence(block, rows)
        labels = [
            (_agree(column, silence[at], rows), silence[at]) for at, column in enumerate(block)
        ]
        parts = [
            [block[at] for at, _ in run]
            for _, run in groupby(enumerate(labels), key=lambda item: item[1])
        ]
        kinds = [label for label, _ in groupby(labels)]
        for (agrees, silent), part in _bridged(kinds, parts, rows):
            cells = tuple(positions(part, row) for row in range(len(rows)))
            stretches.append(Stretch(agrees, silent, tuple(part), cells, number))
    return tuple(stretches)


def _blocks(table: Sequence[Column], rows: Sequence[Print]) -> list[list[Column]]:
    """Cut the table where a sentence ends in any row."""
    blocks: list[list[Column]] = [[]]
    for column in table:
        blocks[-1].append(column)
        if any(at is not None and row.words[at].ends for row, at in zip(rows, column, strict=True)):
            blocks.append([])
    return [block for block in blocks if block]


def _silence(block: Sequence[Column], rows: Sequence[Print]) -> list[frozenset[int]]:
    """Tell for each column of a sentence which rows begin later or have ended."""
    silent: list[set[int]] = [set() for _ in block]
    for row in range(len(rows)):
        here = [at for at, column in enumerate(block) if column[row] is not None]
        edges = [(0, here[0]), (here[-1] + 1, len(block))] if here else [(0, len(block))]
        for start, end in edges:
            words = [word for column in block[start:end] for word in _words(column, rows)[:1]]
            content = sum(word.content for word in words)
            if not here or len(words) >= SILENT_WORDS or content >= SILENT_CONTENT:
                for at in range(start, end):
                    silent[at].add(row)
    return [frozenset(found) for found in silent]


def _words(column: Column, rows: Sequence[Print]) -> list[PrintWord]:
    return [row.words[at] for row, at in zip(rows, column, strict=True) if at is not None]


def _agree(column: Column, silent: frozenset[int], rows: Sequence[Print]) -> bool:
    words = _words(column, rows)
    return len(words) == len(rows) - len(silent) and len({word.form for word in words}) == 1


Labelled = tuple[tuple[bool, frozenset[int]], list[Column]]


def _bridged(
    kinds: Sequence[tuple[bool, frozenset[int]]],
    parts: Sequence[list[Column]],
    rows: Sequence[Print],
) -> list[Labelled]:
    """Join two differences that only a few function words part, so that they read as one."""
    joined: list[Labelled] = []
    for kind, part in zip(kinds, parts, strict=True):
        if len(joined) > 1 and _is_bridge(joined[-1], (joined[-2][0], kind), rows):
            _, bridge = joined.pop()
            joined[-1][1].extend(bridge + part)
        else:
            joined.append((kind, part))
    return joined


def _is_bridge(
    between: Labelled,
    around: tuple[tuple[bool, frozenset[int]], tuple[bool, frozenset[int]]],
    rows: Sequence[Print],
) -> bool:
    (agrees, silent), part = between
    plain = not any(word.content for column in part for word in _words(column, rows))
    return agrees and len(part) <= BRIDGE and plain and around == ((False, silent),) * 2


def positions(part: Sequence[Column], row: int) -> tuple[int, ...]:
    """Return the positions of a row's words in some columns."""
    return tuple(at for column in part if (at := column[row]) is not None)


def spans_of(places: Sequence[int], row: Print) -> Spans:
    """Return the spans of words of a row: an unbroken run of its text is one span."""
    spans: list[Span] = []
    last = -2
    for at in places:
        word = row.words[at]
        outer = row.quotation.spans
        joined = (spans[-1][0], word.span[1]) if spans else word.span
        between = row.article.text[spans[-1][1] : word.span[0]] if spans else ""
        if at == last + 1 and (not between.strip() or any(covers(s, joined) for s in outer)):
            spans[-1] = joined
        else:
            spans.append(word.span)
        last = at
    return tuple(spans)
