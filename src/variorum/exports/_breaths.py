"""What one row of a collation prints, as its first witness has it."""

from __future__ import annotations

from variorum.exports._apparatus import Edition, Row, touch
from variorum.model.identity import Reading
from variorum.model.spans import Spans


def said_in(edition: Edition, row: Row) -> Spans:
    """Return the words of all prints that make the cells of a row, with the words that deny them.

    They stand in the text of the row's first witness: the others of the row print them alike.
    """
    first = row.witnesses[0]
    prints = [edition.quotations[id_] for id_ in row.prints]
    cells = Reading(witness=first, spans=tuple(span for cell in row.cells for span in cell))
    own = [print_ for print_ in prints if touch(cells, print_)] or prints[:1]
    return tuple(span for print_ in own for span in edition.said(print_))
