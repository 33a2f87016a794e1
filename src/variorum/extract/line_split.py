"""Cutting copied text into its visible lines, and joining lines that were wrapped at a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.extract.line_shape import ShapedLine, measure

Raw = tuple[int, int, int, int]
"""Start, end, blank lines above, columns of indentation."""

WIDEST = 110
NARROWEST = 40


def printed_lines(text: str) -> list[Raw]:
    """Return the visible lines of ``text`` in order, wrapped paragraphs joined.

    Blank lines give no line. Outer white space is not part of a line.
    """
    return _unwrapped(text, list(_raw_lines(text)))


def measured(text: str, lines: Sequence[Raw]) -> list[ShapedLine]:
    """Return the lines of ``text`` with their shapes."""
    return [
        measure(text, (start, end), blank=blank, indent=indent)
        for start, end, blank, indent in lines
    ]


def _raw_lines(text: str) -> Iterator[Raw]:
    """Yield each line that has a visible character, as printed."""
    place = 0
    blank = 0
    for printed in text.splitlines(keepends=True):
        bare = printed.strip()
        if bare:
            indent = len(printed) - len(printed.lstrip())
            yield place + indent, place + indent + len(bare), min(blank, 9), min(indent, 40)
            blank = 0
        else:
            blank += 1
        place += len(printed)


def _unwrapped(text: str, lines: list[Raw]) -> list[Raw]:
    """Join lines that stop only because the next word would have passed a fixed column.

    Text counts as wrapped when most of its adjacent lines are full to one column, which is
    its widest line.
    """
    width = max((end - start for start, end, _, _ in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return lines
    adjacent = [n for n in range(len(lines) - 1) if lines[n + 1][2] == 0]
    full = {n for n in adjacent if _is_full(text, lines[n], lines[n + 1], width)}
    if len(full) < 3 or 2 * len(full) < len(adjacent):
        return lines
    joined: list[Raw] = []
    for n, line in enumerate(lines):
        if n - 1 in full:
            start, _, blank, indent = joined[-1]
            joined[-1] = (start, line[1], blank, indent)
        else:
            joined.append(line)
    return joined


def _is_full(text: str, line: Raw, following: Raw, width: int) -> bool:
    """Say whether the first word of the following line would not have fitted on this one."""
    start, end = following[0], min(following[1], following[0] + width)
    word = text[start:end].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width and line[1] - line[0] > width // 2
