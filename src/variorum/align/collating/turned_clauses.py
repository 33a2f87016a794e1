"""What one of two prints affirms and the other denies or leaves open, read off them as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.collating.denied_bounds import bounds_denied
from variorum.align.collating.denied_clauses import LONG, denied_clause, moved_denial
from variorum.align.collating.findings import Contrast
from variorum.align.collating.forces import denies
from variorum.align.collating.matrices import asserted_clause
from variorum.align.collating.polarity import contrary
from variorum.align.collating.scopes import asks_alone, opens_question
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

Words = Sequence[PrintWord]


def clauses_turned(
    pair: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> Iterator[Contrast]:
    """Yield what one print affirms and the other denies, be it in other words.

    Of a long print the sentences that both share are asked only. A question says neither.
    """
    asked = [opens_question(side, row, language) for side, row in zip(words, pair, strict=True)]
    if asks_alone(*pair, language) or asked[0] != asked[1]:
        return
    long = max(len(row.words) for row in pair) > LONG
    whole = words if long else (pair[0].words, pair[1].words)
    if found := contrary(*whole, language):
        shown = found[:1], found[1:]
        yield Contrast("polarity-reversed", "major", "contraries", shown)
        return
    if moved := moved_denial(*words, language):
        shown = moved[:1], moved[1:]
        yield Contrast("polarity-reversed", "major", "other words denied", shown)
        return
    bounded = bounds_denied(*words, language)
    for at in (0, 1) if denies(pair[0]) == denies(pair[1]) and not bounded else ():
        sides = (pair[at], words[at]), (pair[1 - at], words[1 - at])
        if shared := denied_clause(*sides, language):
            reason = f"denied on one side only: “{pair[at].said(shared)}”"
            yield Contrast("polarity-reversed", "major", reason)
            return
        if shared := asserted_clause(*sides, language):
            reason = f"left open on one side only: “{pair[at].said(shared)}”"
            yield Contrast("polarity-reversed", "major", reason, firmer=at == 0)
            return
