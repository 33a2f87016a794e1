"""Small signs of the exports: marks stay with their words, arrows stand on a ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import dam
from tests.records import Desk
from tests.records import witness as recorded
from variorum.exports import Surface, html, text
from variorum.exports import _labels as labels
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
    assert labels.direction(basis) == sign


@pytest.mark.parametrize(
    ("basis", "credited", "told"),
    [
        ("unknown", False, "same run of words as in A, not credited"),
        ("date", False, "same run of words as in A, dated before it, not credited"),
        ("credit", True, "copied from A, credited"),
    ],
)
def test_only_a_credit_says_that_words_were_copied(basis: str, credited: bool, told: str) -> None:
    """What stands in two witnesses is the same run of words; more is said on a ground only."""
    record = dam.record()
    copies = tuple(replace(c, basis=basis, credited=credited) for c in record.copies)
    record = replace(record, copies=copies)
    shown = text.render(record, Surface(width=80, colour=False))
    assert f"  B  20 words, {told}\n" in shown.split("COPIED\n")[1]
    assert html.render(record, Surface()).count(f">20 words, {told}</a>") == 2
