"""Prints as collation sees them: the words of a quotation, in order, each with its span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from variorum import languages
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Mention, Quotation
from variorum.model.article import Article
from variorum.model.spans import Span, covers, hull, overlap
from variorum.model.words import Word, stem_of, words_in

# No name is longer, in code points.
NAME = 200
_ENDS = re.compile(r"[.!?…。！？]")
_BREAKS = re.compile(r"\n\s*\n")
_EDGE = re.compile(r"[^\w\s]*")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_HEADINGS = ("headline", "standfirst")
_NAMED = frozenset({"person", "organisation", "group", "place"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PrintWord:
    """A word of a print, equal to itself alone: the same word elsewhere is another one.

    ``form`` is its case-folded shape, ``key`` what two inflections of it share, ``#`` and a value
    for a number. ``date`` is the part of a date it is: ``year``, ``month``, ``day``, ``weekday``
    or nothing. ``ends``: a sentence ends after it. ``elides``: an ellipsis or an editor's bracket
    follows it. ``marks``: the number of the marks it stands in, None outside marks. ``rank``: the
    value of an ordinal or of a part ("second", "half"), empty for other words.
    """

    form: str
    key: str
    span: Span
    content: bool
    is_name: bool = False
    date: str = ""
    ends: bool = False
    elides: bool = False
    marks: int | None = None
    rank: str = ""

    @property
    def is_number(self) -> bool:
        """Tell a number from a word: numbers are equal or not, never alike."""
        return self.key[0] == "#"


@dataclass(frozen=True, kw_only=True, eq=False)
class Print:
    """A quotation with its article, its words and the language they are in; equal to itself alone.

    ``echo``: the witness prints these words a second time: nothing is missing where they end.
    """

    quotation: Quotation
    found: AnnotatedArticle
    words: tuple[PrintWord, ...]
    language: Language | None
    echo: bool = False

    @property
    def article(self) -> Article:
        """Return the article that prints it."""
        return self.found.article

    @property
    def witness(self) -> str:
        """Return the id of the witness."""
        return self.quotation.witness

    @cached_property
    def in_headline(self) -> bool:
        """Tell whether the print begins in a headline or a standfirst."""
        start = self.quotation.spans[0][0]
        blocks = (b for b in self.article.blocks if b.kind in _HEADINGS)
        return any(b.span[0] <= start < b.span[1] for b in blocks)

    def said(self, words: Sequence[PrintWord]) -> str:
        """Return words as this witness prints them."""
        return " ".join(self.article.text[slice(*word.span)] for word in words)


def read_print(quotation: Quotation, found: AnnotatedArticle) -> Print:
    """Return the words of a quotation; a word on the edge of a span is cut there."""
    language = languages.find(found.article.language)
    names = [m.span for m in _mentioned(quotation, found) if m.kind in _NAMED]
    words: list[PrintWord] = []
    for word in read_words(found.article, quotation.spans, language):
        opens = not words or words[-1].ends
        shown = found.article.text[word.span[0]]
        mentioned = any(overlap(span, word.span) for span in names)
        named = not shown.islower() and (mentioned or (shown.isupper() and not opens))
        inside = (at for at, span in enumerate(quotation.marks) if covers(span, word.span))
        is_name, marks = named and word.content and not word.date, next(inside, None)
        if is_name or marks is not None:
            word = replace(word, is_name=is_name, marks=marks)
        words.append(word)
    return Print(quotation=quotation, found=found, words=_with_days(words), language=language)


def read_words(
    article: Article, spans: Sequence[Span], language: Language | None
) -> tuple[PrintWord, ...]:
    """Return the words of some spans of an article; names and marks are not told of."""
    raw = [word for span in spans for word in words_in(article.text, span)]
    return tuple(
        _read(word, behind and behind.span, article.text, language)
        for word, behind in zip_longest(raw, raw[1:])
    )


def sentences_in(words: Sequence[PrintWord]) -> Iterator[Sequence[PrintWord]]:
    """Yield words sentence by sentence."""
    start = 0
    for at, word in enumerate(words):
        if word.ends or at == len(words) - 1:
            yield words[start : at + 1]
            start = at + 1


def _mentioned(quotation: Quotation, found: AnnotatedArticle) -> list[Mention]:
    """Return the mentions that may stand in a quotation, which stand in the order of the text."""
    first, last = hull(quotation.spans)
    start = bisect_left(found.mentions, first - NAME, key=lambda mention: mention.span[0])
    stop = bisect_left(found.mentions, last, key=lambda mention: mention.span[0])
    return [
        m for m in found.mentions[start:stop] if any(overlap(m.span, s) for s in quotation.spans)
    ]


def _read(word: Word, after: Span | None, text: str, language: Language | None) -> PrintWord:
    """Return a word with what its form says, and the text up to the word behind it."""
    form = word.form.removesuffix("'s")
    shown = text[word.span[0]]
    dated = _date_part(form, capital=shown.isupper(), language=language)
    number = _number(form, language)
    ends, elides = _after(word, after, text, language)
    return PrintWord(
        form=form,
        key=f"#{number}" if number else stem_of(_verb(form, language)) or form,
        span=word.span,
        content=bool(number) or _carries(form, language),
        date=dated,
        ends=ends,
        elides=elides,
        rank=_rank(form, language),
    )


def _verb(form: str, language: Language | None) -> str:
    """Return the verb of an irregular past ("left": "leave"), any other word as it is."""
    return language.variants.pasts.get(form, form) if language else form


def _carries(form: str, language: Language | None) -> bool:
    """Tell a content word from a function word; without word lists, by its length."""
    if language is None:
        return len(form) > 3 or not form.isascii()
    return form not in language.function_words and not language.contracted(form)


def _number(form: str, language: Language | None) -> str:
    """Return the value of a number as digits, empty for other words."""
    if form[0].isdigit():
        return form.replace(",", "")
    if language is None or form in language.function_words or form not in language.numbers:
        return ""
    return str(language.numbers[form])


def _rank(form: str, language: Language | None) -> str:
    """Return the value of an ordinal, in letters or digits, or of a part of a whole."""
    if form[0].isdigit() and form[-2:] in _ORDINAL_ENDINGS and form[:-2].isdigit():
        return f"{form[:-2]}."
    if language is None:
        return ""
    if form in language.ordinals:
        return f"{language.ordinals[form]}."
    return str(language.fractions.get(form, ""))


def _date_part(form: str, *, capital: bool, language: Language | None) -> str:
    """Return which part of a date a word is by itself."""
    if len(form) == 4 and form.isdigit() and form[:2] in {"19", "20"}:
        return "year"
    if language is None or not capital:
        return ""
    return "month" if form in language.months else "weekday" * (form in language.weekdays)


def _with_days(words: list[PrintWord]) -> tuple[PrintWord, ...]:
    """Mark the numbers beside the name of a month as days of it: "12th" is "12"."""
    marked = []
    for at, word in enumerate(words):
        beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
        day = word.is_number and word.form[:2].strip("stndrh").isdigit() and not word.date
        by_month = day and any(one.date == "month" for one in beside)
        key = f"#{word.form[:2].strip('stndrh')}"
        marked.append(replace(word, date="day", key=key) if by_month else word)
    return tuple(marked)


def _after(
    word: Word, following: Span | None, text: str, language: Language | None
) -> tuple[bool, bool]:
    """Tell whether a sentence ends after a word, and whether an ellipsis follows it."""
    if following is None:
        edge = _EDGE.match(text, word.span[1], word.span[1] + 5)
        return bool(edge and _ENDS.search(edge[0])), bool(edge and _ELLIPSIS.search(edge[0]))
    between = text[word.span[1] : following[0]]
    if _BREAKS.search(between):
        return True, False
    elides = bool(_ELLIPSIS.search(between))
    if not _ENDS.search(between):
        return False, elides
    short = len(word.form) == 1 and word.form.isalpha() and word.form.isascii()
    abbreviated = language is not None and word.form in language.abbreviations
    if between.startswith(".") and (short or abbreviated) and not elides:
        return False, elides
    starts = text[following[0]]
    return starts.isupper() or not starts.islower(), elides
