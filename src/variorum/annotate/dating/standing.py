"""Tells whether what looks like a time expression is one where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.annotate.dating.frames import Frame
from variorum.annotate.dating.periods import WINTER
from variorum.annotate.dating.tenses import REACH, WORD, Tense, tense_around
from variorum.languages import Language

# Numbers between these are years without a word that says so, unless something is counted.
LIKELY = (1900, 2040)
# What stands after a range of years that is a heading's or an aside's.
_CLOSES = {"", "\n", ":", ";", ",", ".", ")"}


def stands(frame: Frame, text: str, language: Language) -> bool:
    """Tell whether an expression is one where it stands."""
    said, times = frame.says(), language.times
    before = words_before(text, frame.span[0])
    if not said - {"day_part"}:
        return False
    if said == {"weekday"} and before[-1:] and before[-1] in times.epithets:
        return not _cased_before(text, frame.span[0])[:1].isupper()
    if not said & {"year", "shift", "lean"} and before[-1:] and before[-1] in times.sets:
        return False
    after = WORD.match(text, frame.span[1] + 1)
    if (
        after
        and after[0].lower().removesuffix("s") in language.day_parts
        and (after[0].endswith("s"))
    ):
        return False
    if not frame.bare:
        return True
    if said == {"year"}:
        return _is_year(frame, text, before, language)
    if said == {"month"}:
        return _is_month(frame, text, before, language)
    if said == {"part"}:
        return _is_season(frame, text, before, language)
    if said == {"shift"}:
        return tense_around(text, frame.span, language) is Tense.FUTURE
    return bool(before) and before[-1] in times.at


def _is_year(frame: Frame, text: str, before: Sequence[str], language: Language) -> bool:
    """``in 2019``, ``the 2019 election``; ``in 2000 homes`` counts homes."""
    word = before[-1] if before else ""
    times = language.times
    if word in times.fiscal or " ".join(before[-2:]) in times.era or word in times.era:
        return True
    if not text[frame.span[0]].isdigit():
        return False
    closed, opened = text[frame.span[0] - 1 : frame.span[0]], text[frame.span[1] :][:1]
    if closed in {"-", "–"} or (frame.until and (closed == "(" or not before)):
        return True
    after = re.compile(r"[ ]([^\W\d_]+)").match(text, frame.span[1])
    noun = after[1] if after else ""
    if (closed == "(" and opened == ")") or (noun[:1].isupper() and not word.isdigit()):
        return True
    counted = language.plurals.keys() | language.currencies.keys() | language.scales.keys()
    counts = noun in counted or (noun.endswith("s") and noun not in language.function_words)
    if word in times.owners or word.endswith(("'s", "’s")):
        return bool(noun) and not counts
    listed = len(word) == 4 and word.isdigit()
    if listed or word in language.date_prepositions | times.parts | times.about | times.maybe:
        return not counts
    if frame.until is not None:
        return frame.until > (frame.year or 0) and opened in _CLOSES
    cased = _cased_before(text, frame.span[0])
    if cased[:1].isupper() and word not in language.function_words:
        return False
    likely = LIKELY[0] < (frame.year or 0) < LIKELY[1] and frame.year != 2000
    numbered = cased.islower() and word not in language.function_words
    return (
        likely
        and not counts
        and word not in language.contrasts.bounds
        and (bool(noun) or not numbered)
    )


def _is_month(frame: Frame, text: str, before: Sequence[str], language: Language) -> bool:
    """``in November``; a name that is a common word needs a preposition, and no person has it."""
    word = before[-1] if before else ""
    name = WORD.match(text, frame.span[0])
    names = [n for n, number in language.months.items() if number == frame.month]
    short = name is not None and len(name[0]) < max(map(len, names))
    pointed = text[frame.span[1] : frame.span[1] + 1] == "."
    end = WORD.match(text, frame.span[1] + 1)
    dashed = text[frame.span[1] : frame.span[1] + 1] in {"-", "–"}
    ranged = dashed and end is not None and end[0].lower() in language.months
    if short and not (pointed or ranged) and word not in language.date_prepositions:
        return False
    shy = name is not None and name[0].lower() in language.times.shy_months
    prepositions = language.date_prepositions | language.times.parts
    if shy and not ranged and word not in prepositions:
        return False
    after = WORD.match(text, frame.span[1] + 1)
    cue = language.cues.get(after[0]) if after and text[frame.span[1]] == " " else None
    speaks = cue is not None and cue.form in {"past", "third"}
    return not (speaks or word in language.honorifics or word in language.first_names)


def _is_season(frame: Frame, text: str, before: Sequence[str], language: Language) -> bool:
    """``in the summer``; what is another word too needs a preposition."""
    if frame.part is None or frame.part > WINTER:
        return False
    words = list(before[-2:])
    article = bool(words) and words[-1] in language.times.articles
    rest = words[:-1] if article else words
    preposed = bool(rest) and rest[-1] in (language.date_prepositions | language.times.parts) - {
        "of",
        "and",
        "to",
        "for",
        "between",
        "as",
    }
    name = text[slice(*frame.span)].lower()
    after = WORD.match(text, frame.span[1] + 1)
    bare_noun = after is None or after[0] in language.function_words
    return (preposed and bare_noun) if name in language.times.shy_seasons else preposed or article


def is_verb(frame: Frame, text: str, language: Language) -> bool:
    """Tell whether a season's name is a verb behind a modal: ``will fall``, ``may also fall``."""
    if frame.says() != {"part"} or text[slice(*frame.span)] not in language.times.shy_seasons:
        return False
    before = words_before(text, frame.span[0])
    while before and before[-1] in language.adverbs:
        before.pop()
    return bool(before) and before[-1] in language.modals


def words_before(text: str, end: int) -> list[str]:
    """Return the words shortly before a place, in lower case."""
    return [word.lower() for word in WORD.findall(text, max(0, end - REACH), end)]


def _cased_before(text: str, end: int) -> str:
    """Return the word before as it is printed, nothing at the beginning or after a point."""
    words = WORD.findall(text, max(0, end - REACH), end)
    return words[-1] if words and text[:end].rstrip().endswith(words[-1]) else ""
