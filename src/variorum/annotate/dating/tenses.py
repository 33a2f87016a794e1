"""The tense of the clause around a time expression, by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from variorum.annotate.dating.prospects import is_awaited, is_prospect
from variorum.annotate.dating.schedules import is_arranged, is_due, may_be_verb
from variorum.languages import Language
from variorum.model.spans import Span

# How far a cue of the future may stand from the expression it governs, in code points.
REACH = 80
WORD = re.compile(r"[\w'’]+")
POSSESSIVES = {"'s", "’s"}
_STOP = re.compile(r"[.;!?”]")
_BREAK = re.compile(r"[,;:.!?“”\"—–()]")


class Tense(Enum):
    """What a clause speaks of; an aim (``to be shut by May``) points ahead, if not far.

    What is due (``expects rain by Friday``) lies ahead too, if not far.

    A limit (``was put off until May``) may lie on either side; what is arranged (``sits in May``)
    lies ahead.
    """

    PAST = "past"
    LIMIT = "limit"
    DUE = "due"
    AIM = "aim"
    ARRANGED = "arranged"
    FUTURE = "future"


def tense_around(text: str, span: Span, language: Language) -> Tense | None:
    """Tell the tense of the clause around an expression, no further than ``REACH``.

    Returns:
        None where no word says so.
    """
    start, end = span
    before = WORD.findall(_BREAK.split(text[max(0, start - REACH) : start])[-1])
    tense = _tense(before[::-1], language, backwards=True)
    owned = text[end : end + 2] in POSSESSIVES
    rest = WORD.findall(_BREAK.split(text[end : end + REACH])[0])
    further = [
        WORD.findall(part) for part in _STOP.split(text[end : end + REACH])[0].split(",")[1:]
    ]
    if tense is not Tense.FUTURE and not owned and is_due(before, rest, language):
        return Tense.DUE
    whole = start <= REACH or _BREAK.search(text, start - REACH, start) is not None
    if tense is None and before and before[-1].lower() in language.times.deadlines:
        ends = whole and _is_end(before[-1], language)
        open_ = ends and (
            _is_open(before, language) or is_arranged(before, rest, language, further=further)
        )
        return Tense.FUTURE if open_ else Tense.AIM
    if tense is Tense.PAST and _is_limit(before, language, owned=owned):
        return Tense.LIMIT
    if tense is not None:
        return tense
    owned = owned and before[-1:] != [] and before[-1].lower() not in language.prepositions
    if whole and not owned and is_arranged(before, rest, language, further=further):
        return Tense.ARRANGED
    if len(before) > 2:
        return None
    after = _BREAK.split(text[end : end + REACH].lstrip(", "))[0]
    return _tense(WORD.findall(after), language, backwards=False)


def _is_open(before: Sequence[str], language: Language) -> bool:
    """Tell whether a clause, told before a time, is of the present: ``has until May``."""
    low = [word.lower() for word in before]
    past = set(language.variants.tenses.values())
    finite = language.auxiliaries | (language.modals - past)
    return any(word in finite or _lasts(word, language) for word in low)


def _is_end(word: str, language: Language) -> bool:
    """Tell a preposition before the end of what goes on: ``until``."""
    times = language.times
    return word.lower() in times.until - times.infinitive - times.through


def _lasts(word: str, language: Language) -> bool:
    """Tell a verb of the present for what stays as it is: ``stay``, ``remains``."""
    past = (word.removesuffix("s") + ending for ending in language.past_endings)
    return word in language.places.standing and any(one in language.times.lasting for one in past)


def is_passive(text: str, end: int, language: Language) -> bool:
    """Tell whether the clause before a place has a passive: ``was moved``."""
    low = [word.lower() for word in WORD.findall(_BREAK.split(text[max(0, end - REACH) : end])[-1])]
    ends = tuple(language.past_endings)
    return any(
        one in language.be_forms and (two in language.past or two.endswith(ends))
        for one, two in pairwise(low)
    )


def _is_limit(before: Sequence[str], language: Language, *, owned: bool) -> bool:
    """Tell whether a preposition of the end, perhaps of a part, stands last: ``until early``.

    None is one of what lasted, began (``from 3 May``) or was not so before (``stayed until``), or
    where the time is a noun's (``added to Monday's``).
    """
    times = language.times
    low = [word.lower() for word in before]
    parts = {word for part in times.parts | times.articles for word in part.split()}
    at = next((n for n in reversed(range(len(low))) if low[n] not in parts), None)
    last = low[at] if at is not None else ""
    if last not in times.deadlines & times.until or (owned and last in times.infinitive):
        return False
    if at and last in times.infinitive and low[at - 1] in language.times.part_halves:
        return False  # ``in the night to Tuesday``
    dated = language.numbers.keys() | language.weekdays.keys() | language.months.keys()
    begun = any(
        one in times.since and (two[0].isdigit() or two in dated) for one, two in pairwise(low)
    )
    said = f" {' '.join(low)} "
    lasted = any(f" {words} " in said for words in times.lasting)
    return not (begun or lasted or any(map(language.negates, low)))


def _tense(words: Sequence[str], language: Language, *, backwards: bool) -> Tense | None:
    """Return the tense of the first word that has one."""
    low = [word.lower() for word in words]
    for at, word in enumerate(low):
        if word in language.months and words[at] != word:
            continue
        left, right = low[at + 1 : at + 2], low[max(0, at - 1) : at]
        if not backwards:
            left, right = right, left
        beside = {f"{word} {other}" for other in right} | {f"{other} {word}" for other in left}
        negated = any(language.negates(other) for other in (word, *left, *right))
        negated = negated and word not in language.planned  # ``will not run until Friday``
        if _is_unmet(word, right, language):
            return Tense.PAST
        if (word in language.future and not negated) or beside & language.planned:
            return Tense.FUTURE
        lefts = low[at + 1 :] if backwards else low[:at][::-1]
        if word in language.times.infinitive and _leads_in(right, lefts, words, language):
            ahead = _is_bound(lefts, language) or is_awaited(lefts, language)
            return Tense.FUTURE if ahead else Tense.AIM
        if words[at] == word and is_prospect(word, lefts, language):
            return Tense.FUTURE
        if backwards and word in language.times.present:
            return None
        if left and left[0] in language.times.passive | language.times.present:
            continue
        if left and backwards and _lasts(left[0], language):
            continue
        name = words[at] != word and not backwards  # ``Ahmed``
        if word in language.times.unchanged and left and _is_single(left[0], words, language):
            return Tense.PAST
        regular = word.endswith(tuple(language.past_endings)) and not name
        if word in language.past | language.times.pasts or (
            regular and not _is_attribute(left, right, language)
        ):
            return Tense.PAST
    return None


def _leads_in(
    right: Sequence[str], lefts: Sequence[str], words: Sequence[str], language: Language
) -> bool:
    """Tell ``to`` before a verb, though it be another word too (``is to last``)."""
    last = _is_bound(lefts, language) and bool(right) and right[0] in language.times.leans
    return bool(right) and (last or may_be_verb(right[0], words, language))


def _is_bound(lefts: Sequence[str], language: Language) -> bool:
    """Tell what is now to be, by the words before ``to``, the nearest first (``is now due``)."""
    now = language.be_forms - language.past
    due = language.future & language.times.deadlines
    rest = lefts[1:] if lefts and lefts[0] in due else lefts
    rest = rest[1:] if rest is not lefts and rest and rest[0] in language.adverbs else rest
    return bool(rest) and rest[0] in now


def _is_unmet(word: str, right: Sequence[str], language: Language) -> bool:
    """Tell a modal of what was not so, or is not known to have been: ``should have come``."""
    modal = word in language.modals and word not in language.planned
    return modal and not language.variants.perfect.isdisjoint(right)


def _is_single(word: str, words: Sequence[str], language: Language) -> bool:
    """Tell whether a subject takes ``-s`` in the present, so that a bare verb is of the past."""
    if word in language.subject_pronouns:
        return word not in language.plain_subjects
    return (
        word not in words
        and not word.endswith("s")
        and word.isalpha()
        and (
            word not in language.months.keys() | language.weekdays.keys() | language.function_words
        )
    )


def _is_attribute(left: Sequence[str], right: Sequence[str], language: Language) -> bool:
    """Tell whether a participle belongs to the noun after it: ``the proposed sale``."""
    if not left or not right or right[0] in language.function_words or not right[0].isalpha():
        return False
    return left[0] not in language.function_words or left[0] in language.determiners | (
        language.adverbs
    )
