"""The words a record keeps of one witness: all, only what it points at, or none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.model.record import Witness
from variorum.model.spans import Span, Spans

# Quote marks, of which a statement has both or none.
MARKS = '“”‘’„«»‹›「」『』"'


@dataclass(frozen=True, slots=True)
class KeptWords:
    """The text of a witness, or its excerpts joined where they touch, by where they start."""

    starts: list[int]
    pieces: list[str]

    @classmethod
    def of(cls, witness: Witness) -> KeptWords:
        """Return what the record keeps of ``witness``."""
        if witness.text is not None:
            return cls([0], [witness.text])
        starts: list[int] = []
        pieces: list[list[str]] = []
        end = -1
        for excerpt in sorted(witness.excerpts, key=lambda e: (e.span[0], -e.span[1])):
            if excerpt.span[0] > end:
                starts.append(excerpt.span[0])
                pieces.append([])
                end = excerpt.span[0]
            if excerpt.span[1] > end:
                pieces[-1].append(excerpt.words[end - excerpt.span[0] :])
                end = excerpt.span[1]
        return cls(starts, ["".join(parts) for parts in pieces])

    def around(self, span: Span, size: int) -> tuple[str, str]:
        """Return up to ``size`` characters before and after a span, as far as they are kept."""
        found = bisect_right(self.starts, span[0]) - 1
        if found < 0:
            return "", ""
        piece = self.pieces[found]
        first, last = (place - self.starts[found] for place in span)
        return piece[max(0, first - size) : first], piece[last : last + size]

    def at(self, span: Span) -> str | None:
        """Return the words at ``span``; None where the record does not keep all of them."""
        found = bisect_right(self.starts, span[0]) - 1
        if found < 0:
            return None
        start, piece = self.starts[found], self.pieces[found]
        return piece[span[0] - start : span[1] - start] if span[1] <= start + len(piece) else None

    def told(self, spans: Iterable[Span], between: str) -> str:
        """Return the words at ``spans``, a sign between two; where none are kept, the places."""
        told, last = "", None
        for start, end in spans:
            parted = self.at((last, start)) if last is not None and last <= start else None
            told += "" if last is None or (parted and not parted.strip(MARKS)) else between
            found = self.at((start, end))
            told += f"[{start}–{end}]" if found is None else found
            last = end
        return told

    def joined(self, cue: Spans, spans: Spans) -> Spans:
        """Return words with the cue that introduces them, one span where only blanks part them."""
        if not cue:
            return spans
        found: list[Span] = []
        for start, end in sorted({*cue, *spans}):
            between = self.at((found[-1][1], start)) if found else None
            blank = between is not None and not between.strip()
            found = [*found[:-1], (found[-1][0], end)] if blank else [*found, (start, end)]
        return tuple(found)
