"""The tense of the clause around a time expression, by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.languages import Language

# How far a cue of the future may stand from the expression it governs, in code points.
REACH = 60
WORD = re.compile(r"[\w'’]+")
_BREAK = re.compile(r"[,;:.!?“”\"—–()]")


def speaks_of_future(match: re.Match[str], language: Language) -> bool | None:
    """Tell the tense of the clause around an expression, no further than ``REACH``.

    Returns:
        True for what is to come, False for what is past, None where no word says so.
    """
    text, (start, end) = match.string, match.span()
    before = _BREAK.split(text[max(0, start - REACH) : start])[-1]
    words = WORD.findall(before.lower())
    tense = _tense(words[::-1], language)
    if tense is not None or len(words) > 2:
        return tense
    after = _BREAK.split(text[end : end + REACH])[0]
    return _tense(WORD.findall(after.lower()), language)


def _tense(words: Sequence[str], language: Language) -> bool | None:
    """Return the tense of the first word that has one; ``words`` may run backwards."""
    for at, word in enumerate(words):
        beside = {f"{word} {other}" for other in words[at + 1 : at + 2]}
        beside |= {f"{word} {other}" for other in words[max(0, at - 1) : at]}
        negated = any(language.negates(other) for other in words[max(0, at - 1) : at + 2])
        if (word in language.future and not negated) or beside & language.planned:
            return True
        if word in language.past or word.endswith(tuple(language.past_endings)):
            return False
    return None
