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
    heading = on.quotation("A", words, None)
    louder = on.variant("headline-stronger", "major", ("A", words), ("B", "two"), reasons=(words,))
    asked = on.quotation("B", "Quiet", None, form="indirect", use="question")
    echo = on.variant("matches-the-question", "major", ("A", words), ("B", "Quiet"))
    lost = on.variant("shortened", "major", ("A", "one"), ("B", ""), reasons=(words,))
    sides = [on.statement("A", f"{words} one", words), on.statement("B", f"{words} two")]
    told = utterance(
        on, words, prints, variants=(lost,),
        segments=on.segments(prints, ((words, words), ("one", "two")), ((1, lost),)),
    )  # fmt: skip
    echoed = utterance(
        on, words, (heading, *prints), variants=(louder, echo), question=asked.id,
        segments=on.segments((heading, *prints), ((words, words, words), ("", "one", "two"))),
    )  # fmt: skip
    same = on.relation("same", 1, *sides, why=words)
    return on.record(
        stories=(on.story("AB", words),),
        quotations=(heading, asked, *prints),
        utterances=(told, echoed),
        statements=tuple(sides),
        relations=(same,),
        single=(sides[0].id,),
        copies=(on.copy("A", "B", words),),
        origins=(on.origin("AB", "copied", told.id, same.id),),
        omissions=(on.omission("B", "left-out-of-own-source", "A", f"{words} one"),),
        times=(on.time("A", "one", "2031-05-02", words),),
        flags=(on.flag("number-clash", "A", words, words),),
        rejected=(rejected(words, words),),
    )
