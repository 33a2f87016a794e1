"""Small pieces of the page's mark-up; every word of a source passes through :func:`escaped`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._clean import visible
from variorum.model.identity import Reading
from variorum.model.record import Witness
from variorum.model.spans import Span, Spans
from variorum.model.story import StatementReading

COLOURS = 8
# Up to how many witnesses each has a column of its own in every row.
_ABREAST = 4
NOTHING = '<span class="vh"> nothing here</span>'
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")


def escaped(words: str) -> str:
    """Return words as text of a page or as the value of a quoted attribute."""
    return html.escape(visible(words), quote=True)


def language(witness: Witness) -> str:
    """Return the ``lang`` attribute for a witness's words; empty where the language is unknown."""
    known = witness.language or ""
    return f' lang="{known if _LANGUAGE.fullmatch(known) else ""}"'


@dataclass(frozen=True, slots=True)
class Markup:
    """Mark-up that needs the record's look-ups: chips, links to sentences, readings.

    ``desk`` is the address of the form that rules on the record, "" where nobody rules.
    """

    edition: Edition
    desk: str = ""

    def ruled(self, id_: str, label: str) -> str:
        """Return the link to the form that rules on a row; nothing where nobody rules."""
        if not self.desk:
            return ""
        named = f'<span class="vh"> on {label}</span>'
        return f' <a class="rule" href="{escaped(self.desk)}?on={escaped(id_)}">Rule{named}</a>'

    def chip(self, witness: str) -> str:
        """Return a witness's letter on its colour."""
        siglum = escaped(self.edition.siglum(witness))
        return f'<span class="chip {self.colour(witness)}">{siglum}</span>'

    def colour(self, witness: str) -> str:
        """Return the class that gives a witness its colour."""
        return f"c{self.edition.index(witness) % COLOURS}"

    def chips(self, witnesses: Iterable[str]) -> str:
        """Return the letters of several witnesses."""
        return " ".join(map(self.chip, dict.fromkeys(witnesses)))

    def anchor(self, witness: str, span: Span) -> str:
        """Return the fragment that names a span: ``A.12-48``."""
        return f"{self.edition.siglum(witness)}.{span[0]}-{span[1]}"

    def lights(self, readings: Iterable[tuple[str, Spans]]) -> str:
        """Return the attribute that names the spans a row lights."""
        names = [self.anchor(w, span) for w, spans in readings for span in spans]
        return f' data-spans="{" ".join(dict.fromkeys(names))}"'

    def cell(self, witness: str, spans: Spans) -> str:
        """Return the words at ``spans`` as a link to their sentence; a dash where none are."""
        if not spans:
            return f'<span class="absent">{labels.ABSENT}{NOTHING}</span>'
        words = escaped(self.edition.words(witness, spans))
        attributes = language(self.edition.witnesses[witness])
        href = f"#{self.anchor(witness, spans[0])}"
        return f'<a class="cell" href="{href}" dir="auto"{attributes}>{words}</a>'

    def beside(self, witnesses: Sequence[Witness], printed: Mapping[str, str]) -> str:
        """Return what witnesses print, a column a witness where there is room for that.

        Args:
            witnesses: those of the story, in their order.
            printed: what stands in a row, by witness, as mark-up.
        """
        items = (
            f'<li class="at{at}">{self.chip(witness.id)} {printed[witness.id]}</li>'
            for at, witness in enumerate(witnesses)
            if witness.id in printed
        )
        abreast = len(witnesses) <= _ABREAST
        kind = f"beside abreast n{len(witnesses)}" if abreast else "beside"
        return f'<ul class="{kind}">{"".join(items)}</ul>'

    def readings(self, readings: Sequence[Reading | StatementReading]) -> str:
        """Return readings as a list, witnesses with the same words together."""
        items = (
            f"<li>{self.chips(witnesses)} {self.cell(r.witness, r.spans)}{self._held(r)}</li>"
            for witnesses, r in self.edition.grouped(readings)
        )
        return f'<ul class="readings">{"".join(items)}</ul>'

    def _held(self, reading: Reading | StatementReading) -> str:
        """Return on whose word a witness prints a statement, nothing where on its own."""
        name = self.edition.holder(reading)
        return f' <span class="facts attribution">({escaped(name)})</span>' if name else ""


def pick(row: str, label: str) -> str:
    """Return the link that chooses a row."""
    return f'<a class="pick" href="#{row}">{label}</a>'


def table(title: str, head: tuple[str, ...], rows: Iterable[str], *, kind: str = "") -> str:
    """Return a table: what each row is, and its words."""
    columns = "".join(f'<th scope="col">{name}</th>' for name in head)
    widths = "".join(f'<col class="col{at}">' for at in range(len(head)))
    return (
        f'<table class="{kind or "plain"}"><caption class="vh">{title}</caption>'
        f"<colgroup>{widths}</colgroup>"
        f'<thead class="vh"><tr>{columns}</tr></thead><tbody>{"".join(rows)}</tbody></table>\n'
    )


def row(id_: str, lights: str, head: str, body: str, *, kind: str = "") -> str:
    """Return a row of such a table: its id, the spans it lights, its label and its words."""
    classes = f' class="{kind}"' if kind else ""
    return f'<tr id="{id_}"{classes}{lights}><th scope="row">{head}</th><td>{body}</td></tr>\n'


def facts(parts: Iterable[str]) -> str:
    """Return small print beside a row: parts that are already mark-up."""
    return f'<p class="facts">{" · ".join(filter(None, parts))}</p>'
