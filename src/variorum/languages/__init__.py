"""One file per language: word lists and the few functions that a list cannot say.

A language is data. ``find`` returns it by its ISO 639-1 code, ``detect`` names the language of a
text or refuses. A file ``xx.py`` of this drawer defines ``LANGUAGE``; long lists stand beside it
in ``xx.toml``.
"""

from __future__ import annotations

import sys
from functools import cache

from variorum.drawers import keys, take
from variorum.languages._calendar import dated as dated
from variorum.languages._calendar import read_iso_dates as read_iso_dates
from variorum.languages._contrast_words import ContrastWords as ContrastWords
from variorum.languages._flag_words import FlagWords as FlagWords
from variorum.languages._frequencies import common_words as common_words
from variorum.languages._language import Cue as Cue
from variorum.languages._language import Language as Language
from variorum.languages._numerals import scale_of as scale_of
from variorum.languages._numerals import value_of_words as value_of_words
from variorum.languages._place_words import PlaceActs as PlaceActs
from variorum.languages._place_words import PlaceWords as PlaceWords
from variorum.languages._samples import Printed, sample
from variorum.languages._stances import is_spoken as is_spoken
from variorum.languages._stances import reckons as reckons
from variorum.languages._stances import stance as stance
from variorum.languages._stances import withholds as withholds
from variorum.languages._time_words import TimeWords as TimeWords
from variorum.languages._untruths import calls_untrue as calls_untrue
from variorum.languages._untruths import judges_report as judges_report
from variorum.languages._untruths import says_untrue as says_untrue
from variorum.languages._variant_words import VariantWords as VariantWords
from variorum.languages._verbs import finite_cues as finite_cues
from variorum.languages._verbs import finite_verbs as finite_verbs
from variorum.languages._verbs import helping_verbs as helping_verbs
from variorum.languages._verbs import noun_openers as noun_openers

# What is asked of a text to tell its language.
LEAST_WORDS = 4
LEAST_SHARE = 0.2
LEAST_TELLTALES = 0.05
LEAST_LEAD = 0.05
# A text of fewer words may have no telltale: its common words tell it, so many and so large a part.
SHORT = 60
LEAST_COMMON = 4
LEAST_COMMON_SHARE = 0.5


@cache
def find(code: str | None) -> Language | None:
    """Return the language with this ISO 639-1 code (``en`` or ``en-GB``), None if unknown."""
    short = (code or "").replace("_", "-").split("-")[0].lower()
    if short not in keys(sys.modules[__name__]):
        return None
    found = take(sys.modules[__name__], short).LANGUAGE
    assert isinstance(found, Language)  # noqa: S101 - a contract test holds every file to it
    return found


def detect(text: str) -> str | None:
    """Return the code of the language of ``text``, or None where its words do not tell.

    The share of its own function words in a bounded sample decides: high in running text of a
    language, low in any other, and needs no model of the languages that are not known. Some must
    be words that few other languages have; or, in a short text, most others common ones.
    """
    words = sample(text)
    if len(words) < LEAST_WORDS:
        return None
    ranked = sorted((_share(words, code), code) for code in keys(sys.modules[__name__]))
    best, code = ranked[-1]
    second = ranked[-2][0] if len(ranked) > 1 else 0.0
    return code if best >= LEAST_SHARE and best - second >= LEAST_LEAD else None


def _share(words: list[Printed], code: str) -> float:
    """Return the share of a language's function words, 0 where no others tell of it.

    In a short text what may be a name counts for nothing.
    """
    language = find(code)
    if language is None:
        return 0.0
    telltales = sum(word.form in language.telltales for word in words)
    short = len(words) < SHORT
    if telltales < LEAST_TELLTALES * len(words) and not (short and _is_common(words, language)):
        return 0.0
    counted = [word for word in words if not (short and _may_be_name(word, language))]
    return sum(word.form in language.function_words for word in counted) / max(1, len(counted))


def _is_common(words: list[Printed], language: Language) -> bool:
    """Tell a text of a language: most words that are no function words are common ones."""
    others = {word.form.removesuffix("'s") for word in words} - language.function_words
    common = sum(form in common_words(language.code) for form in others)
    return common >= max(LEAST_COMMON, LEAST_COMMON_SHARE * len(others))


def _may_be_name(word: Printed, language: Language) -> bool:
    known = word.form in language.function_words or word.form in common_words(language.code)
    return word.capital and not known
