"""Statements joined again by the sentence they stand in.

A statement is a clause. What an article says in another place is looked for in whole sentences:
``the 21 residents who are ill`` takes up ``nineteen residents have fallen ill``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from variorum.model.annotation import AnnotatedArticle, Statement
from variorum.model.spans import union
from variorum.model.spoken import spoken_in

# What a sentence is told as, the least sure of its clauses first.
_MODALITIES = ("possible", "planned", "claimed", "fact")


def by_sentence(item: AnnotatedArticle) -> AnnotatedArticle:
    """Return an article with one statement for all that stand in a sentence.

    It has the id of the first, the spans, times and quantities of all, the holder they share, and
    the modality of the least sure; it is denied where the first one is. What stands in direct
    speech is left out.
    """
    spoken = spoken_in(item.statements, item.quotations)
    told = [one for one in item.statements if one.id not in spoken]
    if not item.sentences:
        return replace(item, statements=tuple(told))
    starts = [start for start, _ in item.sentences]
    ordered = sorted(told, key=lambda one: one.spans)
    found = groupby(ordered, key=lambda one: bisect_right(starts, one.spans[0][0]))
    return replace(item, statements=tuple(_joined(tuple(same)) for _, same in found))


def _joined(same: Sequence[Statement]) -> Statement:
    first = same[0]
    holders = {one.holder for one in same}
    quantities = {q.span: q for one in same for q in one.quantities}
    return replace(
        first,
        spans=union(span for one in same for span in one.spans),
        holder=first.holder if len(holders) == 1 else None,
        modality=min((one.modality for one in same), key=_MODALITIES.index),
        times=tuple(dict.fromkeys(time for one in same for time in one.times)),
        places=tuple(dict.fromkeys(place for one in same for place in one.places)),
        quantities=tuple(quantities[span] for span in sorted(quantities)),
    )
