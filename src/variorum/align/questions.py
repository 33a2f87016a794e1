"""Prints whose words are the question's, not the answer's.

A reporter's words that the speaker was asked about are at times printed as the speaker's own. That
is no print of the answer, and a variant of it to know of.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import Print, PrintWord
from variorum.align.speakers import match_speakers
from variorum.model.identity import Reading, sign
from variorum.model.story import Variant

# How much of a print's content the question must have, and how many words of it at least.
ENOUGH = 0.6
LEAST_SHARED = 3
LEAST_PLAIN = 2


def echoes_question(one: Print, question: Print, answers: Sequence[Print]) -> bool:
    """Tell whether the words of a print match a question better than the answers to it.

    Names weigh little here: they stand in the question, the answer and everything else.
    """
    speakers = {
        match_speakers(one.quotation.speaker, answer.quotation.speaker, one.language)
        for answer in answers
    }
    if "same" not in speakers or "other" in speakers:
        return False
    shared = _shared(one, question)
    content = {word.key for word in one.words if word.content}
    plain = {word.key for word in shared if not word.is_name}
    keys = {word.key for word in shared}
    if len(keys) < LEAST_SHARED or len(plain) < LEAST_PLAIN or len(keys) < ENOUGH * len(content):
        return False
    best = max((len({w.key for w in _shared(one, answer)}) for answer in answers), default=0)
    return len(keys) > best


def question_variant(one: Print, question: Print) -> Variant:
    """Return the variant that sets a print beside the question it repeats."""
    found = dict.fromkeys(one.article.text[slice(*word.span)] for word in _shared(one, question))
    readings = [
        Reading(witness=side.article.id, spans=side.quotation.spans) for side in (one, question)
    ]
    unsigned = Variant(
        id="",
        kind="matches-the-question",
        weight="major",
        readings=tuple(sorted(readings, key=lambda reading: (reading.witness, reading.spans))),
        reasons=(f"shared with the question: {', '.join(sorted(found))}",),
    )
    return sign(unsigned, {side.article.id: side.article for side in (one, question)})


def _shared(one: Print, other: Print) -> list[PrintWord]:
    keys = {word.key for word in other.words if word.content}
    return [word for word in one.words if word.content and word.key in keys]
