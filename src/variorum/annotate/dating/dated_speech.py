"""Speech that its sentence dates: ``On 4 May 2023 she said: "Today we sign."`` and its like.

Its words of time (``today``, ``next year``) count from the day it was spoken on, not from the
publication of the report.
"""

from __future__ import annotations

import re

from variorum.annotate.dating.tenses import REACH, WORD
from variorum.languages import Language
from variorum.model.spans import Span

# How far speech is followed behind its date, in code points.
_SPEECH = 300
# How many words may open the sentence before the date, and stand between it and the verb of speech.
_OPENING = 5
_STOP = re.compile(r"[.!?:;”\"\n]\s")
_MARK = re.compile(r"[“\"]")


def opens_sentence(text: str, span: Span, language: Language) -> bool:
    """Tell whether a date stands in the words that open its sentence: ``In a speech on 4 May``."""
    head = _STOP.split(text[max(0, span[0] - REACH) : span[0]])[-1]
    words = WORD.findall(head)
    return len(words) <= _OPENING and all(
        word.lower() in language.prepositions for word in words[:1]
    )


def speaks_from(text: str, dated: Span, place: int, language: Language) -> bool:
    """Tell whether what stands at a place is in the speech that a date before it dates.

    Args:
        text: of the block.
        dated: where the date stands, in the opening of its sentence.
        place: where the words of time begin.
        language: of the text.
    """
    between = text[dated[1] : place]
    if len(between) > _SPEECH:
        return False
    mark = _MARK.search(between)
    tag, speech = (between[: mark.start()], between[mark.end() :]) if mark else (between, "")
    if re.search(r"[.!?]\s", tag) or re.search(r"[”\"]", speech):
        return False
    words = [word.lower() for word in WORD.findall(tag)]
    for at, word in enumerate(words[: _OPENING + 1]):
        cue = language.cues.get(word)
        if cue is not None and cue.form == "past":
            return mark is not None or at + 1 < len(words)
        if word in language.past | language.times.pasts:
            return False
    return False
