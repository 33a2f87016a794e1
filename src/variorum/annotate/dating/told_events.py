"""The events a text dates, by their nouns, so that it can count from them again.

After ``The vote was held on 3 May``, ``two days after the vote`` has a date: that noun stood in
the clause of one date only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.annotate.dating.tenses import REACH, WORD
from variorum.languages import Language
from variorum.model.spans import Span

# How many words of an event's name are looked at for its noun.
_NAME = 3
_SENTENCE = re.compile(r"[.;:!?“”\"]\s")
_OPENS = re.compile(r", |\(")
_CLOSES = re.compile(rf"[^,.;:!?()]{{0,{REACH}}}[,)]\s?")
_CLAUSE = re.compile(r"[,;:.!?“”\"—–()]")


def nouns_before(text: str, span: Span, language: Language) -> Iterator[str]:
    """Yield the words of the clause before a date that may name the event it dates."""
    clause = _CLAUSE.split(text[max(0, span[0] - REACH) : span[0]])[-1]
    for word in WORD.findall(clause):
        if _may_name(word.lower(), language):
            yield word.lower()


def tells_birth(text: str, span: Span, language: Language) -> bool:
    """Tell whether the clause before a date is of a birth, long before what the text is about."""
    clause = _CLAUSE.split(text[max(0, span[0] - REACH) : span[0]])[-1]
    return any(word.lower() in language.times.births for word in WORD.findall(clause))


def tells_noun(text: str, span: Span, language: Language) -> bool:
    """Tell whether a date is of the subject of its sentence: ``The mill, built in 1932, burnt``.

    An aside opens with the past form of a verb (``built``, ``which was built``), is closed by a
    comma or a bracket, and no verb stands before it.
    """
    head = _SENTENCE.split(text[max(0, span[0] - REACH) : span[0]])[-1]
    subject, *asides = _OPENS.split(head)
    closed = _CLOSES.match(text, span[1])
    if len(asides) != 1 or closed is None:
        return False
    after = WORD.match(text, closed.end())
    if after and after[0].lower() in language.times.joint:
        return False
    tells = [_is_past(word.lower(), language) for word in WORD.findall(subject)]
    opening = [word.lower() for word in WORD.findall(asides[0])]
    skipped = language.relatives | language.auxiliaries
    verb = next((word for word in opening if word not in skipped), "")
    return bool(tells) and not any(tells) and _is_past(verb, language)


def event_after(text: str, end: int, language: Language) -> Iterator[tuple[str, int]]:
    """Yield the words that may name the event counted from, each with where it ends."""
    words = [match for _, match in zip(range(_NAME + 1), WORD.finditer(text, end), strict=False)]
    if not words or words[0][0].lower() not in language.times.articles:
        return
    for match in words[1:]:
        if not _may_name(match[0].lower(), language):
            return
        yield match[0].lower(), match.end()


def _is_past(word: str, language: Language) -> bool:
    return word in language.past or word.endswith(tuple(language.past_endings))


def _may_name(word: str, language: Language) -> bool:
    return (
        len(word) > 2
        and word.isalpha()
        and word not in language.function_words
        and not _is_past(word, language)
        and word not in language.months.keys() | language.weekdays.keys()
    )
