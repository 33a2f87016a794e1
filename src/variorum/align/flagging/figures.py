"""The counts of an article as they stand in its sentences, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.languages import Language, value_of_words
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span, covers
from variorum.model.words import Word, words_in

# The noun of a count stands behind it within so many words: "19 badly injured pupils".
NOUN = 4
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+\Z|\d{1,6}\Z")
_SIGNS = frozenset("£$€¥%#")
_YEARS = range(1500, 2100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: its value, where it stands, and its noun in the singular, if one is behind it.

    ``sentence`` is its sentence by number, ``words`` the words of it, ``at`` which of them the
    count is, and ``noun_at`` the noun, or the count where it has none.
    """

    value: float
    span: Span
    noun: str
    sentence: int
    words: Sequence[Word]
    at: int
    noun_at: int

    @property
    def before(self) -> list[str]:
        """Return the words before the count, the nearest first."""
        return [word.form for word in reversed(self.words[: self.at])]

    @property
    def behind(self) -> list[str]:
        """Return the words behind the noun."""
        return [word.form for word in self.words[self.noun_at + 1 :]]

    @property
    def between(self) -> list[str]:
        """Return the words between the count and its noun."""
        return [word.form for word in self.words[self.at + 1 : self.noun_at]]


def figures_of(item: AnnotatedArticle, language: Language) -> Iterator[Figure]:
    """Yield the counts in the sentences of an article, in order.

    No money, percentages, results, dates, years or ages (``12-year-old``) are counts.

    Args:
        item: the article.
        language: of the article.
    """
    text = item.article.text
    shares = [q.span for one in item.statements for q in one.quantities if q.unit == "%"]
    dated = [*(time.span for time in item.times), *shares]
    for number, sentence in enumerate(item.sentences):
        words = list(words_in(text, sentence))
        for at, word in enumerate(words):
            value = _value(words, at, language)
            if value is None or any(a <= word.span[0] < b for a, b in dated):
                continue
            around = text[max(0, word.span[0] - 1) : word.span[0]] + text[word.span[1] :][:1]
            if _SIGNS.isdisjoint(around):
                noun, place = _noun(text, words, at, language)
                if noun or value not in _YEARS:
                    yield Figure(value, word.span, noun, number, words, at, place)


def is_told(figure: Figure, item: AnnotatedArticle) -> bool:
    """Tell whether a count stands in a paragraph, not in a heading.

    Args:
        figure: a count of the article.
        item: the article.
    """
    told = (block.span for block in item.article.blocks if block.kind == "paragraph")
    return any(covers(span, figure.span) for span in told)


def measures_of(language: Language) -> frozenset[str]:
    """Return the nouns that measure, where others count: ``hour``, ``mile``."""
    words = language.variants.measures | language.variants.clock_units | language.currencies.keys()
    return frozenset(words | language.contrasts.lengths.keys())


def _value(words: Sequence[Word], at: int, language: Language) -> float | None:
    form = words[at].form
    if any(behind.form in language.scales for behind in words[at + 1 : at + 2]):
        return None
    if _DIGITS.match(form):
        return float(form.replace(",", ""))
    if form in language.flags.dozens:
        led = at > 0 and words[at - 1].form in language.times.articles | language.variants.articles
        return float(language.flags.dozens[form]) if led else None
    return value_of_words(form, language.numbers, {})


def _noun(text: str, words: Sequence[Word], at: int, language: Language) -> tuple[str, int]:
    """Return the noun that is counted and its place: the first plural of the words right behind."""
    for place in range(at + 1, min(len(words), at + 1 + NOUN)):
        form = words[place].form
        if not text[words[place - 1].span[1] : words[place].span[0]].isspace():
            break
        if form in language.flags.crowds:
            return form, place
        if (noun := language.singular(form)) is not None:
            return noun, place
        if form in language.function_words:
            break
    return "", at
