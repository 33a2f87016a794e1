"""An age that another age, or a year of birth, does not bear out: ``dies at 91 … born in 1944``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from variorum import languages
from variorum.align.flagging.ages import ages_of
from variorum.align.flagging.bearers import Bearer, bearers_of
from variorum.align.flagging.clashing import flag_clash
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.spans import Span, covers
from variorum.model.words import words_in

# Ages further apart are of two people.
APART = 10
# An age is the years since a birth, or one less before the birthday; two less in the first months
# of a year, as a death may be of the last one.
YEARS, EARLY = range(2), range(3)
EARLY_MONTHS = ("", "-01", "-02")
# A birth further off than this is no slip but another life.
FAR = 20
YEAR = 4
# So many words behind "born" stands its year: "born in Wismar in 1950".
REACH = 5
# The word behind an age, which may tell of whom it is, has so many letters at most.
WORD = 30

_Ages = Sequence[tuple[str, Bearer, Span]]


def find_age_slips(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, for an age that an age or a birth told elsewhere denies.

    ``The 64-year-old`` is the one named last, where nobody else has an age and this age stands
    nowhere else. ``He was born in 1944`` is of the only one whose age is told, now or at death.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    ages = list(ages_of(item, language))
    again, died = _patterns(language)
    yield from _of_the_last(item, ages, again)
    yield from _of_births(item, ages, died)


def _of_the_last(item: AnnotatedArticle, ages: _Ages, again: re.Pattern[str]) -> Iterator[Flag]:
    """Yield ``the 64-year-old`` who is 62 by name."""
    text, language = item.article.text, languages.find(item.article.language)
    if language is None or len({bearer for _, bearer, _ in ages}) != 1:
        return
    name, bearer, first = ages[0]
    words = list(words_in(text))
    for found in again.finditer(text, first[1]):
        named = [who for span, _, who in bearers_of(item, language) if span[1] <= found.start()]
        leads = [one.form for one, word in pairwise(words) if word.form.split("-")[0] == found[1]]
        behind = next((one.form for one in words_in(text, (found.end(), found.end() + WORD))), "")
        alone = language.times.articles.issuperset(leads) and behind not in language.role_nouns
        near = 0 < abs(int(found[1]) - int(text[slice(*first)])) <= APART
        if near and alone and named[-1:] == [bearer]:
            yield flag_clash("number-clash", item.article, (first, found.span(1)), name)
            return


def _of_births(item: AnnotatedArticle, ages: _Ages, died: re.Pattern[str]) -> Iterator[Flag]:
    """Yield a year of birth and an age, where a text has one of each."""
    text, language = item.article.text, languages.find(item.article.language)
    born = list(_births(item, language)) if language else []
    spans = [age for _, _, age in ages]
    spans += [found.span(1) for found in died.finditer(text)]
    alone = len({text[slice(*span)] for span in spans}) == 1
    if not alone or len(born) != 1 or item.article.published is None:
        return
    year = _year_of(item, spans[0]) or int(item.article.published.edtf[:YEAR])
    off = year - int(text[slice(*born[0])]) - int(text[slice(*spans[0])])
    fits = EARLY if item.article.published.edtf[YEAR:7] in EARLY_MONTHS else YEARS
    if off not in fits and abs(off) <= FAR:
        yield flag_clash("number-clash", item.article, (spans[0], born[0]))


def _births(item: AnnotatedArticle, language: Language) -> Iterator[Span]:
    """Yield the years of ``she was born in 1944`` and of ``Born in 1944, she``."""
    years = {time.span[0]: time for time in item.times if len(time.edtf) >= YEAR}
    for sentence in item.sentences:
        words = list(words_in(item.article.text, sentence))
        for at, word in enumerate(words):
            if word.form not in language.times.births:
                continue
            before = [one.form for one in words[:at] if one.form not in language.be_forms]
            own = not before or before[-1] in language.subject_pronouns
            behind = (one.span for one in words[at + 1 : at + 1 + REACH])
            for span in behind:
                time = next((t for t in years.values() if covers(t.span, span)), None)
                if own and time and item.article.text[slice(*span)] == time.edtf[:YEAR]:
                    yield span


def _year_of(item: AnnotatedArticle, place: Span) -> int | None:
    """Return the year that the sentence of a place tells, None where it tells none."""
    sentence = next((one for one in item.sentences if covers(one, place)), place)
    told = [time.edtf[:YEAR] for time in item.times if covers(sentence, time.span)]
    return int(told[0]) if told and told[0].isdecimal() else None


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of ``the 64-year-old`` and of ``died at the age of 91``."""
    words = language.contrasts
    fatal = {form for form, fate in words.fates.items() if fate == "killed"}
    articles, old, aged, died = (
        "|".join(map(re.escape, sorted(listed)))
        for listed in (language.times.articles, words.old, words.aged, fatal)
    )
    again = rf"\b(?:{articles}) (\d{{1,2}})-(?:{old})\b"
    at_death = rf"\b(?:{died})\b[^.;:]{{0,40}}?\b(?:{aged})(?: of)? (\d{{1,3}})\b"
    return re.compile(again, re.IGNORECASE), re.compile(at_death)
