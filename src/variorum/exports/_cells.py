"""Cells of a table that a spreadsheet opens without being steered by what a source prints."""

from __future__ import annotations

import re

from variorum.exports._clean import visible

# What begins a formula, or makes a program look for one behind it.
_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n]")


def safe(cell: str) -> str:
    """Return a cell that no program takes for a formula, with what acts made visible.

    A cell that would be one begins with an apostrophe, which makes it text.
    """
    shown = visible(cell)
    return f"'{shown}" if _FORMULA.match(shown) else shown
