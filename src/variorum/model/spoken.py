"""Statements that stand in somebody's own words, between direct quote marks."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from variorum.model.annotation import Quotation, Statement
from variorum.model.spans import Span, covers


def is_spoken(quotation: Quotation) -> bool:
    """Tell whether a quotation is direct speech: somebody's own words, in whole sentences."""
    return quotation.form == "direct" and quotation.use == "speech"


def spoken_in(
    statements: Iterable[Statement], quotations: Iterable[Quotation]
) -> Mapping[str, str]:
    """Return the direct speech that each statement stands in, by the ids of both.

    A statement that stands in none has no entry.

    Args:
        statements: of any witnesses.
        quotations: of the same ones, as they were when the statements were found.
    """
    return quoted_in(statements, filter(is_spoken, quotations))


def quoted_in(
    statements: Iterable[Statement], quotations: Iterable[Quotation]
) -> Mapping[str, str]:
    """Return the quotation that each statement begins in, by the ids of both.

    Args:
        statements: of any witnesses.
        quotations: those asked about.
    """
    quoted: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for one in quotations:
        quoted[one.witness] += ((span, one.id) for span in one.spans)
    for found in quoted.values():
        found.sort()
    told = {}
    for statement in statements:
        first, near = statement.spans[0], quoted.get(statement.witness, [])
        at = bisect_right(near, first[0], key=lambda pair: pair[0][0]) - 1
        if at >= 0 and covers(near[at][0], first):
            told[statement.id] = near[at][1]
    return told
