"""A TEI document while it is written: names for what is pointed at, and pointers to words.

Spans overlap freely, so no element may stand for a span. As in the page for a browser, each text
is cut at every edge of a span; a span is then the run of its pieces, and a pointer names them all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.exports._apparatus import GAP, Edition
from variorum.exports._tei_elements import Element, add, write
from variorum.model.annotation import Speaker
from variorum.model.spans import Span, Spans

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that no edge of a span cuts; ``cited`` where something points at it."""

    span: Span
    cited: bool


@dataclass(slots=True)
class Draft:
    """Names and pointers of one document.

    ``speakers`` has a name for everybody who speaks, by name and kind; ``rows`` how many prints
    of one utterance a witness has at most; ``kinds`` the kinds of variants that are told of.
    """

    edition: Edition
    speakers: dict[tuple[str, str], str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=lambda: defaultdict(lambda: 1))
    kinds: set[str] = field(default_factory=set)
    _cited: dict[str, set[Span]] = field(default_factory=lambda: defaultdict(set))
    _pointing: list[tuple[Element, list[tuple[str, Span]]]] = field(default_factory=list)

    def name(self, witness: str, row: int = 1) -> str:
        """Return the xml:id of a witness, or of its second, third … print of an utterance."""
        siglum = self.edition.siglum(witness)
        safe = siglum if re.fullmatch("[A-Z]+", siglum) else f"w{self.edition.index(witness) + 1}"
        self.rows[witness] = max(self.rows[witness], row)
        return safe if row == 1 else f"{safe}.{row}"

    def label(self, witness: str, span: Span) -> str:
        """Return what names a stretch of a witness: ``A.12-48``."""
        return f"{self.name(witness)}.{span[0]}-{span[1]}"

    def language(self, witnesses: Iterable[str]) -> str | None:
        """Return the tag of the one language of all these witnesses; None where it is unknown."""
        known = {self.edition.witnesses[w].language or "" for w in witnesses}
        return known.pop() if len(known) == 1 and _LANGUAGE.fullmatch(min(known)) else None

    def speaker(self, name: str, found: Sequence[Speaker]) -> str:
        """Return the xml:id of a speaker; the kind is the one its prints give first."""
        kinds = [s.kind for s in found if s.name == name] + [s.kind for s in found]
        key = (name, kinds[0] if kinds else "")
        return self.speakers.setdefault(key, f"speaker.{len(self.speakers) + 1}")

    def cite(self, element: Element, readings: Iterable[tuple[str, Spans]]) -> None:
        """Let ``element`` point at spans, as far as their words are kept."""
        spans = [
            (witness, span)
            for witness, several in readings
            for span in several
            if self.edition.kept(witness, span)
        ]
        for witness, span in spans:
            self._cited[witness].add(span)
        self._pointing.append((element, spans))

    def quote(self, element: Element, witness: str, spans: Spans) -> None:
        """Write the words at ``spans``, with a gap for what stands between two of them."""
        end: int | None = None
        for span in spans:
            if end is not None:
                glue = self.edition.between(witness, end, span[0])
                write(element, glue if glue != GAP else " ")
                if glue == GAP:
                    add(element, "gap", reason="interruption")
                    write(element, " ")
            end = span[1]
            words = self.edition.kept(witness, span)
            if words is None:
                size = str(span[1] - span[0])
                label = self.label(witness, span)
                add(element, "gap", reason="withheld", n=label, unit="chars", quantity=size)
            else:
                write(element, words)

    def add_quotation(self, parent: Element, witness: str, spans: Spans) -> None:
        """Add the words of one witness with the witness beside them."""
        cit = add(parent, "cit")
        quote = add(cit, "quote")
        self.quote(quote, witness, spans)
        self.cite(quote, [(witness, spans)])
        name = self.name(witness)
        add(cit, "ref", self.edition.siglum(witness), target=f"#{name}")

    def cut(self, witness: str, stretches: Iterable[Span]) -> dict[int, Piece]:
        """Return the pieces of a text by where they start: cut at every edge of a span."""
        inside: dict[int, int] = {edge: 0 for stretch in stretches for edge in stretch}
        for start, end in self._cited[witness]:
            inside[start] = inside.get(start, 0) + 1
            inside[end] = inside.get(end, 0) - 1
        edges, depth = sorted(inside), 0
        found = {}
        for start, end in pairwise(edges):
            depth += inside[start]
            found[start] = Piece((start, end), depth > 0)
        return found

    def point(self, texts: dict[str, dict[int, Piece]]) -> None:
        """Set the pointers, once it is known into which pieces each text is cut."""
        for element, spans in self._pointing:
            names = [
                f"#{self.label(witness, piece.span)}"
                for witness, span in spans
                for piece in run(texts[witness], span)
            ]
            if names:
                element.set("source", " ".join(dict.fromkeys(names)))


def run(pieces: dict[int, Piece], span: Span) -> Iterator[Piece]:
    """Yield the pieces that make up a stretch."""
    at, end = span
    while at < end:
        yield pieces[at]
        at = pieces[at].span[1]
