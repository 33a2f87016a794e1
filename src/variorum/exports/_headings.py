"""Headings that are stronger than what is said: those that print it, and those that do not."""

from __future__ import annotations

from variorum.exports._apparatus import Edition, Row, touch
from variorum.model.annotation import Quotation
from variorum.model.identity import Reading
from variorum.model.story import Utterance, Variant

OF_A_HEADING = "headline-stronger"


def stronger(edition: Edition, told: Utterance, row: Row) -> tuple[Variant, ...]:
    """Return the variants by which a heading that prints an utterance is stronger than it."""
    prints = [edition.quotations[id_] for id_ in row.prints]
    return tuple(
        variant
        for variant in _stronger(told)
        if any(_tells_of(r, one) for r in variant.readings for one in prints)
    )


def apart(edition: Edition, told: Utterance) -> list[tuple[str, Variant, Reading]]:
    """Return the headings that are stronger than an utterance they do not print, by kind."""
    prints = [edition.quotations[id_] for id_ in told.prints]
    headings = [print_ for print_ in prints if edition.heading(print_)]
    return [
        (kind, variant, reading)
        for variant in _stronger(told)
        if not any(_tells_of(r, one) for r in variant.readings for one in headings)
        for reading in variant.readings
        if reading.spans and (kind := edition.heading(reading))
    ]


def _stronger(told: Utterance) -> list[Variant]:
    return [variant for variant in told.variants if variant.kind == OF_A_HEADING]


def _tells_of(reading: Reading, print_: Quotation) -> bool:
    """Tell whether a reading is of a print: of its words, or of what it lacks."""
    lacks = not reading.spans and reading.witness == print_.witness
    return lacks or touch(reading, print_)
