"""Small signs of the exports: marks stay with their words, arrows stand on a ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import dam
from tests.records import Desk
from tests.records import witness as recorded
from variorum.exports import Surface, html, text
from variorum.exports._apparatus import Edition
from variorum.model.spans import Spans


@pytest.mark.parametrize("mark", ["“", "'", "«", "$", "("])
def test_an_opening_mark_stands_with_the_word_after_it(mark: str) -> None:
    """No cell ends in a mark that opens the next; a mark close behind a word stays with it."""
    words = f"the dredger was {mark}old"
    on = Desk((recorded("A", (("paragraph", f"{words}, they’d"),)),))
    print_ = on.quotation("A", f"{words}, they’d", None)
    edition = Edition(on.record(quotations=(print_,)))
    cells: list[Spans] = [
        on.spans("A", "the dredger was"),
        on.spans("A", "old"),
        on.spans("A", "they"),
    ]
    shown = [edition.words(print_.witness, cell) for cell in edition._with_points(print_, cells)]
    assert shown[:2] == ["the dredger was", f"{mark}old,"]


@pytest.mark.parametrize(("basis", "sign"), [("unknown", "="), ("date", "→"), ("credit", "→")])
def test_an_arrow_needs_a_ground(basis: str, sign: str) -> None:
    """Where nothing says who copied whom, no direction is printed."""
    record = dam.record()
    record = replace(record, copies=tuple(replace(c, basis=basis) for c in record.copies))
    shown = text.render(record, Surface(width=80, colour=False))
    line = next(line for line in shown.split("COPIES")[1].split("\n") if line.strip())
    assert line.split()[1] == sign
    assert f'<span aria-hidden="true">{sign}</span>' in html.render(record, Surface())
