"""Look-ups over one record: words, sigla, and the collation of an utterance's prints."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from variorum.exports import _labels as labels
from variorum.exports._denials import Denials
from variorum.exports._kept import KeptWords
from variorum.exports._paired import paired
from variorum.model.annotation import Quotation, Statement, Time
from variorum.model.identity import Reading
from variorum.model.record import Record, Witness
from variorum.model.spans import Span, Spans, covers, overlap
from variorum.model.story import (
    Origin,
    Passage,
    Segment,
    StatementReading,
    Utterance,
    Variant,
)
from variorum.model.words import words_in

GAP = f" {labels.BROKEN_OFF} "
# Signs that belong to the word after them, and how many of them are looked for.
_OPENING = "\"'“‘„‚«»‹›「『([{¿¡$€£¥#"
MARKS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a collation: the witnesses that print exactly these words, and the cells.

    ``heading`` is the kind of block that a print stands in outside the running text, or "".
    """

    witnesses: tuple[str, ...]
    cells: tuple[Spans, ...]
    prints: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Look-ups over one record.

    ``origins`` are those that rest on what has this id; ``counts`` tells in how many statements
    a word stands.
    """

    record: Record
    witnesses: dict[str, Witness] = field(init=False)
    quotations: dict[str, Quotation] = field(init=False)
    statements: dict[str, Statement] = field(init=False)
    times: dict[str, Time] = field(init=False)
    utterances: dict[str, Utterance] = field(init=False)
    origins: dict[str, list[Origin]] = field(init=False)
    counts: Counter[str] = field(init=False)
    denials: Denials = field(init=False)
    _words: dict[str, KeptWords] = field(init=False)
    _order: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the record once."""
        record = self.record
        made = object.__setattr__
        made(self, "witnesses", {w.id: w for w in record.witnesses})
        made(self, "quotations", {q.id: q for q in record.quotations})
        made(self, "statements", {s.id: s for s in record.statements})
        made(self, "times", {t.id: t for t in record.times})
        made(self, "utterances", {u.id: u for u in record.utterances})
        made(self, "denials", Denials.of(record))
        made(self, "origins", _by_what_rests(record.origins))
        made(self, "_words", {w.id: KeptWords.of(w) for w in record.witnesses})
        made(self, "_order", {w.id: at for at, w in enumerate(record.witnesses)})
        stated = (words_in(self.words(s.witness, s.spans)) for s in record.statements)
        made(self, "counts", Counter(form for words in stated for form in {w.form for w in words}))

    def siglum(self, witness: str) -> str:
        """Return the letter of a witness."""
        return self.witnesses[witness].siglum

    def index(self, witness: str) -> int:
        """Return a witness's place among all, from 0: its colour hangs on it."""
        return self._order[witness]

    def words(self, witness: str, spans: Iterable[Span]) -> str:
        """Return the words at ``spans`` (positions, where none are kept), with our sign between."""
        return self._words[witness].told(spans, GAP)

    def quoted(self, witness: str, spans: Iterable[Span]) -> str:
        """Return the words at ``spans`` as they are quoted elsewhere: ``[…]`` between two."""
        return self._words[witness].told(spans, labels.LEFT_OUT)

    def kept(self, witness: str, span: Span) -> str | None:
        """Return the exact words at ``span``; None where the record does not keep them."""
        return self._words[witness].at(span)

    def around(self, witness: str, span: Span, size: int) -> tuple[str, str]:
        """Return what stands before and after a span, so many characters, as far as it is kept."""
        return self._words[witness].around(span, size)

    def likeness(self, witness: str, spans: Spans) -> str:
        """Return what tells readings apart: their words, or where they stand if none are kept."""
        kept = all(self.kept(witness, span) is not None for span in spans)
        return f"{'' if kept else self.siglum(witness)}{self.words(witness, spans)}"

    def excerpts(self, witness: str) -> Iterable[tuple[int, str]]:
        """Yield the unbroken stretches of a witness that the record keeps, with their starts."""
        kept = self._words[witness]
        return zip(kept.starts, kept.pieces, strict=True)

    def length(self, passage: Passage) -> int:
        """Return how many words a passage has."""
        return sum(1 for _ in words_in(self.words(passage.witness, (passage.span,))))

    def place_of(self, witness: str, spans: Spans) -> tuple[int, Spans]:
        """Return a key that sorts by witness, then by place in its text."""
        return (self.index(witness), spans)

    def rows(self, utterance: Utterance) -> tuple[Row, ...]:
        """Return the collation of an utterance, in the order of the witnesses.

        Prints with the very same words share a row, and so do prints of one witness that stand
        in different columns: one answer, told in several breaths. Prints in headings come last.
        """
        rows: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in self.breaths(utterance):
            cells = self._with_cues(row)
            words = (self.likeness(row.witnesses[0], cell) for cell in cells)
            rows[(row.heading, *words)].append(replace(row, cells=cells))
        ordered = sorted(
            rows.values(),
            key=lambda same: (same[0].heading != "", self.index(same[0].witnesses[0])),
        )
        return tuple(
            Row(
                tuple(dict.fromkeys(w for row in same for w in row.witnesses)),
                same[0].cells,
                tuple(print_ for row in same for print_ in row.prints),
                same[0].heading,
            )
            for same in ordered
        )

    def breaths(self, utterance: Utterance) -> list[Row]:
        """Return a row a print, prints of one witness together where their cells are apart."""
        rows: list[Row] = []
        prints = [self.quotations[p] for p in utterance.prints]
        for at in sorted(range(len(prints)), key=lambda at: self.index(prints[at].witness)):
            print_ = prints[at]
            cells = self._with_points(print_, [s.readings[at].spans for s in utterance.segments])
            heading = self.heading(print_)
            before = rows[-1] if rows else None
            beside = before and (before.witnesses, before.heading) == ((print_.witness,), heading)
            if before and beside and _apart(before.cells, cells):
                both = tuple(a or b for a, b in zip(before.cells, cells, strict=True))
                rows[-1] = Row(before.witnesses, both, (*before.prints, print_.id), heading)
            else:
                rows.append(Row((print_.witness,), cells, (print_.id,), heading))
        return rows

    def heading(self, print_: Quotation | Reading) -> str:
        """Return the kind of the heading or caption a print stands in, "" if in none."""
        start = print_.spans[0][0]
        blocks = self.witnesses[print_.witness].blocks
        found = (b.kind for b in blocks if b.span[0] <= start < b.span[1])
        kind = next(found, "")
        return kind if labels.heading_of(kind) else ""

    def between(self, witness: str, end: int, start: int) -> str:
        """Return what to set between two stretches: as printed if blank, else the sign."""
        words = self._words[witness].at((end, start)) if end <= start else None
        if words is None or words.strip():
            return GAP
        return " " if words else ""

    def _with_points(self, print_: Quotation, cells: list[Spans]) -> tuple[Spans, ...]:
        """Return each cell with the points after it: no character of the print is left out."""
        if not cells:
            return (print_.spans,)
        starts = sorted(span[0] for spans in cells for span in spans)
        return tuple(
            tuple(self._pointed(print_, span, starts) for span in spans) for spans in cells
        )

    def _pointed(self, print_: Quotation, span: Span, starts: list[int]) -> Span:
        whole = next((s for s in print_.spans if covers(s, span)), span)
        at = bisect_right(starts, span[0])
        end = whole[1]
        if at < len(starts):
            end = min(self._opening(print_.witness, whole, starts[at]), whole[1])
        start = whole[0] if at <= 1 else self._opening(print_.witness, whole, span[0])
        end = max(end, span[1])
        words = self._words[print_.witness].at((start, end))
        if words is None or words.isspace():
            return span
        return (end - len(words.lstrip()), start + len(words.rstrip()))

    def _opening(self, witness: str, whole: Span, start: int) -> int:
        """Return where a stretch begins with the opening marks that stand close before it."""
        before = self._words[witness].at((max(whole[0], start - MARKS), start)) or ""
        marks = before[len(before.rstrip(_OPENING)) :]
        left = before[: len(before) - len(marks)]
        return start - len(marks) if left[-1:].isspace() else start

    def differs(self, segment: Segment) -> bool:
        """Tell whether those who have words in a segment have other words."""
        present = [r for r in segment.readings if r.spans]
        words = {self.words(r.witness, r.spans).casefold() for r in present}
        return not segment.agrees and len(words) > 1

    def echoes(self, told: Utterance) -> list[tuple[Variant, Reading]]:
        """Return the prints whose words are the question's, with the variant that says so."""
        asked = self.quotations.get(told.question or "")
        return [
            (variant, reading)
            for variant in told.variants
            if variant.kind == "matches-the-question"
            for reading in variant.readings
            if asked is None or not touch(reading, asked)
        ]

    def said(self, print_: Quotation) -> Spans:
        """Return the words of a print; where they are no clause or turned by the cue, with that."""
        cue = self.denials.bare.get(print_.id) or self.denials.prints.get(print_.id, ())
        return self._words[print_.witness].joined(cue, print_.spans)

    def stated(self, one: Statement) -> Spans:
        """Return the words of a statement; where somebody denies it, with the words that do."""
        kept, cue = self._words[one.witness], self.denials.statements.get(one.id, ())
        return paired(kept, kept.joined(cue, one.spans))

    def shown(self, reading: Reading | StatementReading) -> Spans:
        """Return the words of a reading; where somebody denies them, with the words that do."""
        id_ = reading.statement if isinstance(reading, StatementReading) else ""
        kept, cue = self._words[reading.witness], self.denials.statements.get(id_, ())
        return paired(kept, kept.joined(cue, reading.spans))

    def _with_cues(self, row: Row) -> tuple[Spans, ...]:
        """Return the cells of a row, the first words of each denied print with its cue."""
        cells = list(row.cells)
        for print_ in (self.quotations[p] for p in row.prints if p in self.denials.prints):
            cue = self.denials.prints[print_.id]
            if any(_any_overlap(spans, cue) for spans in cells):
                continue  # It is collated itself, as the verb of an act is.
            own = (at for at, spans in enumerate(cells) if _any_overlap(spans, print_.spans))
            if (at := next(own, None)) is not None:
                cells[at] = self._words[print_.witness].joined(cue, cells[at])
        return tuple(cells)

    def holder(self, reading: Reading | StatementReading) -> str:
        """Return on whose word a witness prints a statement, "" where it is the outlet's own."""
        id_ = reading.statement if isinstance(reading, StatementReading) else ""
        statement = self.statements.get(id_)
        return statement.holder.name if statement and statement.holder else ""

    def grouped(
        self, readings: Iterable[Reading | StatementReading]
    ) -> list[tuple[tuple[str, ...], Reading | StatementReading]]:
        """Return readings, together where the very same words stand on the same holder's word.

        The words are those ``shown``: what one denies and another confirms is not the same.
        """
        groups: dict[tuple[str, str], list[Reading | StatementReading]] = defaultdict(list)
        for reading in readings:
            words = self.likeness(reading.witness, self.shown(reading))
            groups[words, self.holder(reading)].append(reading)
        found = [
            (tuple(sorted({r.witness for r in same}, key=self.index)), same[0])
            for same in groups.values()
        ]
        return sorted(found, key=lambda pair: (not pair[1].spans, self.index(pair[0][0])))


def _by_what_rests(origins: Iterable[Origin]) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        for id_ in origin.of:
            found[id_].append(origin)
    return found


def touch(reading: Reading, asked: Quotation) -> bool:
    """Tell whether a reading has words of a quotation."""
    return reading.witness == asked.witness and _any_overlap(reading.spans, asked.spans)


def _any_overlap(ones: Spans, others: Spans) -> bool:
    return any(overlap(one, other) for one in ones for other in others)


def _apart(one: tuple[Spans, ...], other: tuple[Spans, ...]) -> bool:
    return len(one) > 1 and not any(a and b for a, b in zip(one, other, strict=True))
