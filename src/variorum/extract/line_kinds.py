"""From chances to kinds: one headline, its byline and date beside it, the rest line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.extract.line_model import KINDS
from variorum.extract.line_shape import NAMES, ShapedLine

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Chances = NDArray[np.float64]

CUT_INSIDE = 0.25
CUT_OUTSIDE = 0.8
"""A line whose chance of being article text is above this is article text: in the run of lines
that is most like a body, and outside it, where one had better be sure."""
_LAST = 0.6
"""The chance that the last line of the body has at least if it does not end a sentence."""
_BODY = 0.4
"""A line adds to such a run what its chance lies above this, and takes away what it lies below."""
_GAP = 12
"""Unlikely lines in a row after which nothing belongs to the same body."""
_FAINT = 0.2
_ENOUGH = 0.25
"""The first stretch of a page with this share of the weight of the heaviest holds the body; lines
below the faint chance have no weight."""

_SURE = 0.5
"""The chance from which a line is taken for the headline at once."""
_LIKELY = 0.3
"""The chance from which a line of the page's head is a headline or standfirst."""
_FAINTLY = 0.05
"""The chance from which a line above a body without a headline is its title: on WCXB 10 of 18."""
_PROSE = 15
"""Words from which a line of the article is surely below the headline."""
_LEAST_TITLE = 4
_MOST_TITLE = 25
_MOST_SUFFIX = 6
"""Words a title has at least and at most, and an outlet's name after it at most."""
_END = NAMES.index("end")
_INNER_ENDS = NAMES.index("inner_ends")
_SENTENCE_ENDS = (1.0, 2.0, 3.0)
_QUESTION = 3.0
"""The ends of a line, as in its shape, that end a sentence, and that of a question."""

_INSIDE = [KINDS.index(k) for k in ("paragraph", "section", "standfirst")]
_OUTSIDE = [KINDS.index(k) for k in ("furniture", "byline", "date", "caption")]
_HEADLINE = KINDS.index("headline")
_STANDFIRST = KINDS.index("standfirst")


def decide(
    lines: Sequence[ShapedLine], article: Chances, kinds: Chances, menus: Sequence[bool]
) -> list[str]:
    """Return the kind of each line.

    Args:
        lines: the lines of one page.
        article: for each line, the chance that it is article text.
        kinds: for each line, the chance of each of :data:`KINDS`.
        menus: for each line, whether it is a row of links.
    """
    inside = _inside(lines, article)
    named = [
        "furniture" if menu and not within else _best(row, _INSIDE if within else _OUTSIDE)
        for row, within, menu in zip(kinds, inside, menus, strict=True)
    ]
    body = next((n for n, line in enumerate(lines) if inside[n] and line.count >= _PROSE), 0)
    head = _headline(lines, inside, kinds, menus)
    if head is None:
        head = _faint_title(lines[:body], inside, kinds, menus)
    if head is None:
        return named
    head = next((n for n in reversed(range(body)) if _same_title(lines[n], lines[head])), head)
    named[head] = "headline"
    for place, line in enumerate(lines):
        if place != head and _same_title(line, lines[head]) and line.count < _PROSE:
            named[place] = "furniture"
        elif head < place < body and kinds[place, _STANDFIRST] > _LIKELY and not menus[place]:
            named[place] = "standfirst"
    return named


def _inside(lines: Sequence[ShapedLine], article: Chances) -> NDArray[np.bool_]:
    """Tell which lines are article text: where none seems to be, those that end like a sentence.

    A few pasted sentences have no page around them to be judged by.
    """
    sentences = ended(lines)
    inside = likely(article, sentences, asked(lines))
    if not inside.any():
        inside = sentences
    return inside


def ended(lines: Sequence[ShapedLine]) -> NDArray[np.bool_]:
    """Tell which lines end a sentence, be it before their last words."""
    return np.array(
        [line.shape[_END] in _SENTENCE_ENDS or line.shape[_INNER_ENDS] > 0 for line in lines]
    )


def asked(lines: Sequence[ShapedLine]) -> NDArray[np.bool_]:
    """Tell which lines end in a question mark."""
    return np.array([line.shape[_END] == _QUESTION for line in lines])


def likely(
    article: Chances, sentences: NDArray[np.bool_], questions: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_]:
    """Tell which lines are likely article text.

    A body ends with a sentence, and does not begin with a question: that is the title of a film
    or of another page, unless the chance says otherwise.

    Args:
        article: for each line, the chance that it is.
        sentences: for each line, whether a sentence ends in it.
        questions: for each line, whether it ends in a question mark; None: none does.
    """
    start, end = _body(article)
    inside: NDArray[np.bool_] = article > CUT_OUTSIDE
    inside[start:end] = article[start:end] > CUT_INSIDE
    while end > start and not (
        inside[end - 1] and (sentences[end - 1] or article[end - 1] > _LAST)
    ):
        end -= 1
        inside[end] = False
    asks = np.zeros(len(article), bool) if questions is None else questions
    while start < end and not (inside[start] and (not asks[start] or article[start] > _LAST)):
        inside[start] = False
        start += 1
    return inside


def _body(article: Chances) -> tuple[int, int]:
    """Return the run of lines that is most like one body, and what joins it without a gap.

    It is the run of the greatest sum (Bentley, "Programming pearls", 1984) in the page's first
    weighty stretch.
    """
    outset, limit = _stretch(article)
    article = article[outset:limit]
    best, run, start = 0.0, 0.0, 0
    body = (0, 0)
    for place, gain in enumerate(article - _BODY):
        if run <= 0:
            run, start = 0.0, place
        run += gain
        if run > best:
            best, body = run, (start, place + 1)
    first, end = body
    while first > 0 and article[first - 1] > CUT_INSIDE:
        first -= 1
    while 0 < end < len(article) and article[end] > CUT_INSIDE:
        end += 1
    return outset + first, outset + end


def _stretch(article: Chances) -> tuple[int, int]:
    """Return the first weighty stretch of lines without a long gap; a feed may follow after one."""
    places = np.flatnonzero(article > CUT_INSIDE)
    if not len(places):
        return 0, 0
    breaks = np.flatnonzero(np.diff(places) > _GAP)
    firsts = places[np.append(0, breaks + 1)]
    lasts = places[np.append(breaks, len(places) - 1)]
    passed = np.append(0.0, np.cumsum((article - _FAINT).clip(0.0)))
    weights = passed[lasts + 1] - passed[firsts]
    chosen = int(np.argmax(weights >= _ENOUGH * weights.max()))
    return int(firsts[chosen]), int(lasts[chosen]) + 1


def _best(row: Chances, group: Sequence[int]) -> str:
    return KINDS[group[int(np.argmax(row[group]))]]


def _headline(
    lines: Sequence[ShapedLine],
    inside: NDArray[np.bool_],
    kinds: Chances,
    menus: Sequence[bool],
) -> int | None:
    """Return the line most like a headline, or, where none is, most like a heading of any kind."""
    eligible = ~np.array(menus)
    chances = kinds[:, _HEADLINE] * eligible
    best = int(np.argmax(chances))
    if chances[best] >= _SURE:
        return best
    either = (kinds[:, _HEADLINE] + kinds[:, _STANDFIRST]) * (eligible & ~inside)
    best = int(np.argmax(either))
    return best if either[best] >= _LIKELY else None


def _faint_title(
    above: Sequence[ShapedLine],
    inside: NDArray[np.bool_],
    kinds: Chances,
    menus: Sequence[bool],
) -> int | None:
    """Return the line above the body that a title may be, where nothing is like a headline."""
    titles = [
        place
        for place, line in enumerate(above)
        if _LEAST_TITLE <= line.count <= _MOST_TITLE and not inside[place] and not menus[place]
    ]
    best = max(titles, key=lambda place: float(kinds[place, _HEADLINE]), default=None)
    return best if best is not None and kinds[best, _HEADLINE] >= _FAINTLY else None


def _same_title(one: ShapedLine, other: ShapedLine) -> bool:
    """Tell whether two lines print one title, one of them perhaps with the outlet's name after."""
    short, long = sorted((one.words, other.words), key=len)
    if len(short) < _LEAST_TITLE:
        return bool(short) and short == long
    return long[: len(short)] == short and len(long) - len(short) <= _MOST_SUFFIX
