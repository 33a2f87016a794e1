"""Quote marks: the stretches of a text that stand inside them, in every convention.

One pass over each paragraph, no look back further than a few open marks, so time grows with
the length of the text. A mark that never closes or never opens is recovered, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from variorum.annotate.mark_roles import FAMILIES, NESTING_IN_ITSELF, Sign, role, signs_in
from variorum.model.spans import Span, strip

# Deeper nesting than this is noise; marks beyond it are left as ordinary characters.
DEEPEST = 8
_SENTENCE_END = re.compile(r"[.!?…]['’”\")\]]?\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch inside quote marks.

    Args:
        outer: the stretch with its marks.
        inner: the stretch without them.
        level: 0 for an outermost stretch, 1 inside another, and so on.
        opened: whether its opening mark is printed.
        closed: whether its closing mark is printed.
        single: whether its marks are single ones.
        joins: whether it carries on the outermost stretch before it, over a paragraph break.
        carries_on: whether the next outermost stretch joins it with an opening mark of its own.
    """

    outer: Span
    inner: Span
    level: int = 0
    opened: bool = True
    closed: bool = True
    single: bool = False
    joins: bool = False
    carries_on: bool = False

    @property
    def balanced(self) -> bool:
        """Tell whether both marks are there, or left out by the convention for paragraphs."""
        return self.opened and (self.closed or self.carries_on)


@dataclass(slots=True)
class _Paragraph:
    """The state of the scan within one paragraph."""

    text: str
    span: Span
    open: list[Sign] = field(default_factory=list)
    found: list[Marked] = field(default_factory=list)
    reached: int = -1

    def read(self, sign: Sign, carried: str | None) -> None:
        """Take one more sign into account."""
        if carried == sign.family and sign.span[0] == self.span[0]:
            self.open.append(sign)
            return
        verdict = role(sign, [o.shape for o in self.open])
        if verdict == "open":
            self._opens(sign)
        elif verdict == "close":
            self._closes(sign)

    def end(self) -> None:
        """Close what is still open at the paragraph's end."""
        while self.open:
            self._give_up(self.open.pop(), self.span[1])

    def _opens(self, sign: Sign) -> None:
        if self.open and self.open[-1].family == sign.family not in NESTING_IN_ITSELF:
            self._give_up(self.open.pop(), sign.span[0])
        if len(self.open) < DEEPEST:
            self.open.append(sign)

    def _closes(self, sign: Sign) -> None:
        families = [o.family for o in self.open]
        if sign.family not in families:
            self._lost_opening(sign)
            return
        while self.open[-1].family != sign.family:
            self._give_up(self.open.pop(), sign.span[0])
        mate = self.open.pop()
        self._add(
            outer=(mate.span[0], sign.span[1]),
            inner=(mate.span[1], sign.span[0]),
            single=sign.family == "single",
        )

    def _lost_opening(self, sign: Sign) -> None:
        if self.open or not sign.leans_left:
            return
        start = max(self.reached, self.span[0])
        if self.found:
            boundary = _SENTENCE_END.search(self.text, start, sign.span[0])
            start = boundary.end() if boundary else start
        start, _ = strip(self.text, (start, sign.span[0]))
        self._add(
            outer=(start, sign.span[1]),
            inner=(start, sign.span[0]),
            opened=False,
            single=sign.family == "single",
        )

    def _give_up(self, sign: Sign, end: int) -> None:
        """Record a stretch whose closing mark never came; a weak single mark is none."""
        if sign.family == "single" and sign.shape in "'’":
            return
        _, end = strip(self.text, (sign.span[1], end))
        self._add(
            outer=(sign.span[0], end),
            inner=(sign.span[1], end),
            closed=False,
            single=sign.family == "single",
        )

    def _add(
        self, *, outer: Span, inner: Span, opened: bool = True, closed: bool = True, single: bool
    ) -> None:
        self.reached = max(self.reached, outer[1])
        inner = strip(self.text, inner)
        if inner[0] < inner[1]:
            self.found.append(
                Marked(outer=outer, inner=inner, opened=opened, closed=closed, single=single)
            )


def find_marks(text: str, paragraphs: Iterable[Span]) -> tuple[Marked, ...]:
    """Return the stretches of ``text`` inside quote marks, in order, outer before inner.

    Knows “ ”, ‘ ’, straight marks, « », ‹ ›, „ “, ” ”, 「 」, 『 』 and `` ''; tells apostrophes
    apart. Where each paragraph opens and only the last closes, each paragraph's stretch is one
    record, the later ones with ``joins``.

    Args:
        text: the text of an article.
        paragraphs: the spans in which marks pair; a mark never pairs across two of them.
    """
    found: list[Marked] = []
    waiting: int | None = None
    run: tuple[int, int] | None = None
    led = False
    for span in paragraphs:
        marked = _scan(text, span, None if waiting is None else _family(text, found[waiting]))
        if waiting is not None and marked and marked[0].outer[0] == strip(text, span)[0]:
            found[waiting] = replace(found[waiting], carries_on=marked[0].opened)
            marked[0] = replace(marked[0], joins=True)
            run = run or (waiting, len(found))
        elif waiting is not None:
            run = None
        last = len(found)
        found.extend(marked)
        waiting = _unclosed_at_end(text, span, found)
        if run and waiting != last:
            if led and _tells(text, span, found[last]):
                _part(text, found, run)
            run = None
        if run is None and waiting is not None:
            led = found[waiting].outer[0] > strip(text, span)[0]
    return tuple(found)


def _tells(text: str, paragraph: Span, last: Marked) -> bool:
    """Tell whether words that say who speaks seem to follow the last stretch of a speech."""
    behind = text[last.outer[1] : paragraph[1]].lstrip()
    return last.closed and behind != "" and (text[last.inner[1] - 1] in ",?!" or behind[0] == ",")


def _part(text: str, found: list[Marked], run: tuple[int, int]) -> None:
    """Part the first paragraph of a speech from the others, where both tell who speaks.

    (``Poe said “it is … ⏎ “We are many, ⏎ “and strong,” said Roe.``) A first mark that opens in
    the middle of a sentence was then never closed.
    """
    first, second = (found[at] for at in run)
    opens = text[first.inner[0]].isupper()
    found[run[0]] = replace(first, carries_on=opens and first.carries_on)
    found[run[1]] = replace(second, joins=False)


def _scan(text: str, span: Span, carried: str | None) -> list[Marked]:
    paragraph = _Paragraph(text, strip(text, span))
    for sign in signs_in(text, paragraph.span):
        paragraph.read(sign, carried)
    paragraph.end()
    ordered = sorted(paragraph.found, key=lambda m: (m.outer[0], -m.outer[1]))
    return _levelled(ordered)


def _levelled(ordered: list[Marked]) -> list[Marked]:
    """Give each stretch the number of stretches around it."""
    around: list[int] = []
    levelled = []
    for marked in ordered:
        while around and around[-1] <= marked.outer[0]:
            around.pop()
        levelled.append(replace(marked, level=len(around)))
        around.append(marked.outer[1])
    return levelled


def _family(text: str, marked: Marked) -> str:
    """Return the family of the mark that opens a stretch."""
    start = marked.outer[0]
    return FAMILIES.get(text[start], "double")


def _unclosed_at_end(text: str, span: Span, found: list[Marked]) -> int | None:
    """Return the place in ``found`` of the outermost stretch left open at the paragraph's end."""
    end = strip(text, span)[1]
    for place in range(len(found) - 1, max(-1, len(found) - 1 - DEEPEST), -1):
        marked = found[place]
        if marked.level == 0:
            unclosed = marked.opened and not marked.closed and marked.outer[1] == end
            return place if unclosed and marked.outer[0] >= span[0] else None
    return None
