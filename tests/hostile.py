"""A record with any words in every place a person sees: what hostile text is tested with."""

from __future__ import annotations

from tests.records import Desk, rejected, utterance, witness
from variorum.model.record import Record


def hostile(words: str) -> Record:
    """Return a record with ``words`` in every place that is shown."""
    on = Desk(
        (
            witness("A", (("headline", words), ("paragraph", f"{words} one")), outlet=words),
            witness("B", (("headline", "Quiet"), ("paragraph", f"{words} two"))),
        )
    )
    prints = [on.quotation("A", f"{words} one", None), on.quotation("B", f"{words} two", None)]
    lost = on.variant("shortened", "major", ("A", "one"), ("B", ""), reasons=(words,))
    sides = [on.statement("A", f"{words} one"), on.statement("B", f"{words} two")]
    told = utterance(
        on, words, prints, variants=(lost,),
        segments=on.segments(prints, ((words, words), ("one", "two")), ((1, lost),)),
    )  # fmt: skip
    return on.record(
        stories=(on.story("AB", words),),
        quotations=tuple(prints),
        utterances=(told,),
        statements=tuple(sides),
        relations=(on.relation("same", 1, *sides, why=words),),
        single=(sides[0].id,),
        copies=(on.copy("A", "B", words),),
        times=(on.time("A", "one", "2031-05-02", words),),
        flags=(on.flag("number-clash", "A", words, words),),
        rejected=(rejected(words, words),),
    )
