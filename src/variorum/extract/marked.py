"""Typing the lines of a page that has mark-up.

The body is found in :mod:`variorum.extract.body_lines`; the lines around its beginning are told
apart by their elements and by what the page declares of itself. Nothing here changes the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.extract.body_lines import find_body
from variorum.extract.line_cues import Cues, read_cues
from variorum.extract.other_voices import without_teasers
from variorum.extract.person_names import is_label, people_in
from variorum.extract.post_times import is_clock
from variorum.extract.printed_dates import dates_in
from variorum.model.article import Block, Page
from variorum.model.words import words_in

ABOVE, BELOW = 6, 3
"""How many lines above a headline, and below the first paragraph, may still be its own."""
_BESIDE_DATE = 4
_BYLINE_WORDS, _DATE_WORDS, _SECTION_WORDS = 16, 14, 15
_STANDFIRST_WORDS = 5
_PARAGRAPH_WORDS = 12
_BY = re.compile(r"(?:(?:written|posted|published|reported|story|words)\s+)?by:?\s+[^\W\d_]", re.I)
_STOP = re.compile(r"[.!?:;,…][\"”’»)]*$")
# Elements whose lines are running text, where those of a list or a table are not.
_RUNNING = re.compile(r"(?:^|/)(?:p|div|blockquote|span|article|section|main|body)(?:\.[^/]*)?$")
_NO_NAME = re.compile(r"[\d.]")
_LOOK = 300


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    words: tuple[str, ...]
    cues: Cues
    body: bool


def type_lines(page: Page) -> tuple[Block, ...]:
    """Return one block for each line of ``page``, in page order.

    Args:
        page: a page with its ``markup``; the paths of its lines name the elements around them.
    """
    cues = read_cues(page.lines)
    body = find_body(page, cues)
    lines = [
        _Line(text, tuple(word.form for word in words_in(text)), cue, inside)
        for text, cue, inside in zip(_texts(page), cues, body, strict=True)
    ]
    kinds = without_teasers(_texts(page), _Typing(page, lines).kinds(), page.metadata.language)
    return _whole_sentences(page, kinds)


def _whole_sentences(page: Page, kinds: Sequence[str]) -> tuple[Block, ...]:
    """Return a block a line, but one for lines that a line break cuts inside a sentence."""
    blocks: list[Block] = []
    path = ""
    for kind, line in zip(kinds, page.lines, strict=True):
        before = blocks[-1] if blocks else None
        if before and kind == before.kind == "paragraph" and line.path == path:
            last, first = page.text[before.span[1] - 1], page.text[line.span[0]]
            runs_on = first.islower() and (last.isalnum() or last in ",–")
            if runs_on and _RUNNING.search(path):
                blocks[-1] = Block(kind, (before.span[0], line.span[1]))
                continue
        blocks.append(Block(kind, line.span))
        path = line.path
    return tuple(blocks)


def _texts(page: Page) -> list[str]:
    return [page.text[slice(*line.span)] for line in page.lines]


class _Typing:
    """The kinds of the lines of one page; a line's kind is the first rule that claims it."""

    def __init__(self, page: Page, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._language = page.metadata.language
        self._title = _forms(page.metadata.title)
        self._outlet = _forms(page.metadata.outlet)
        self._people = [_forms(name) for name in page.metadata.byline]
        prose = [n for n, line in enumerate(lines) if line.body and self._is_paragraph(line)]
        inside = [n for n, line in enumerate(lines) if line.body]
        self._first = prose[0] if prose else (inside[0] if inside else len(lines))
        self._last = inside[-1] if inside else -1
        self._headline = self._find_headline()

    def kinds(self) -> list[str]:
        """Return one kind a line."""
        return [self._kind(number, line) for number, line in enumerate(self._lines)]

    def _kind(self, number: int, line: _Line) -> str:
        if number == self._headline:
            return "headline"
        if self._headline is not None and line.words == self._lines[self._headline].words:
            return "furniture"
        if is_clock(line.text):
            return "furniture"
        near = self._start() - ABOVE <= number <= self._first + BELOW
        if near and self._is_byline(line):
            return "byline"
        if near and self._is_date(line):
            return "date"
        if line.cues.caption and not line.cues.link:
            return "caption" if self._start() <= number <= self._last else "furniture"
        if self._is_standfirst(number, line):
            return "standfirst"
        if not line.body:
            return "furniture"
        return "section" if _is_section(line) else "paragraph"

    def _start(self) -> int:
        return self._first if self._headline is None else min(self._headline, self._first)

    def _find_headline(self) -> int | None:
        """Return the line that prints the title nearest above the body."""
        ranked = [
            (self._titled(line), -abs(self._first - number), number)
            for number, line in enumerate(self._lines[: self._first + BELOW])
            if line.words and line.words != self._outlet and not is_label(line.text)
        ]
        ranked = [entry for entry in ranked if entry[0] > 0]
        return max(ranked)[2] if ranked else None

    def _titled(self, line: _Line) -> int:
        """Return 4 for the title in an h1, 3 for the title, 2 for another h1, 0 for neither."""
        if line.cues.furniture and line.cues.heading != 1:
            return 0
        if self._title and _same(line.words, self._title):
            return 4 if line.cues.heading == 1 else 3
        return 2 if line.cues.heading == 1 and not line.cues.furniture else 0

    def _is_paragraph(self, line: _Line) -> bool:
        long = len(line.words) >= _PARAGRAPH_WORDS and not line.cues.heading
        return long and not (line.cues.caption or line.cues.standfirst or line.cues.header)

    def _is_byline(self, line: _Line) -> bool:
        if not 0 < len(line.words) <= _BYLINE_WORDS or line.cues.heading == 1:
            return False
        if _BY.match(line.text) or any(_within(name, line.words) for name in self._people):
            return not line.text.endswith((".", "!", "?"))
        named = len(line.words) > 1 and not _NO_NAME.search(line.text)
        return line.cues.byline and named and (not line.cues.date or any(people_in(line.text)))

    def _is_date(self, line: _Line) -> bool:
        if not 0 < len(line.words) <= _DATE_WORDS or line.cues.heading == 1:
            return False
        if line.cues.date and any(character.isdigit() for character in line.text):
            return True
        rest, dated = line.text[:_LOOK], False
        for (start, end), _, _ in dates_in(rest, self._language):
            rest, dated = rest.replace(line.text[start:end], " ", 1), True
        return dated and len(_forms(rest)) <= _BESIDE_DATE

    def _is_standfirst(self, number: int, line: _Line) -> bool:
        """Between headline and first paragraph, by its class or as a heading or head matter."""
        if self._headline is None or not self._headline < number <= self._first:
            return False
        if len(line.words) < _STANDFIRST_WORDS or line.cues.furniture or line.cues.link:
            return False
        if line.cues.standfirst:
            return True
        if number == self._first or number - self._headline > ABOVE:
            return False
        above = self._lines[self._headline + 1 : number]
        if any(len(o.words) >= _STANDFIRST_WORDS or self._is_date(o) for o in above):
            return False
        return line.cues.header or line.cues.heading == 2


def _is_section(line: _Line) -> bool:
    if line.cues.heading:
        return True
    short = 0 < len(line.words) <= _SECTION_WORDS
    return line.cues.strong and short and not _STOP.search(line.text)


def _forms(text: str | None) -> tuple[str, ...]:
    return tuple(word.form for word in words_in(text or ""))


def _same(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Tell whether two titles agree, where one may carry the outlet's name behind it."""
    if words == title:
        return True
    from rapidfuzz.distance import Levenshtein

    short, long = sorted((words, title), key=len)
    if len(short) < 3 or len(long) > 80:
        return False
    if long[: len(short)] == short and len(long) - len(short) <= 6:
        return True
    return Levenshtein.normalized_similarity(short, long) >= 0.8


def _within(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(name)
    return size > 1 and any(words[n : n + size] == name for n in range(len(words) - size + 1))
