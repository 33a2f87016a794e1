"""A count in a heading that the text below does not bear out: ``Four villages`` above ``five``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.languages import Language, value_of_words
from variorum.model.annotation import AnnotatedArticle, Flag, Quantity
from variorum.model.spans import Span, covers
from variorum.model.vocabulary import FlagKind
from variorum.model.words import words_in

# Counts further apart than this are of two things.
APART = 3.0
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?\Z")


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure of the text, with the noun right behind it in the singular."""

    value: float
    unit: str | None
    span: Span


def find_tally_clashes(item: AnnotatedArticle, heading: Claim) -> Iterator[Flag]:
    """Yield a flag, without its id, where the text counts what a heading counts, and otherwise.

    What the heading counts has one figure only in the text, another one that is not far from it;
    that of the heading stands nowhere in the text, for anything. Headings with bounds or hedges are
    left alone. Where the figure stands in quote marks, the heading is against the quotation; a
    length of time counts only there, for a text tells of many.

    Args:
        item: the article.
        heading: the claim of a headline or a standfirst.
    """
    language = languages.find(item.article.language)
    asked = [q for q in heading.statement.quantities if q.unit is not None and q.value > 0]
    if language is None or heading.hedges or heading.denies or not asked:
        return
    counts = [
        count
        for block in item.article.blocks
        if block.kind == "paragraph"
        for count in _counts(item.article.text, block.span, language)
    ]
    values = {count.value for count in counts}
    for told in asked:
        facing = [count for count in counts if count.unit == told.unit]
        low, high = sorted((told.value, facing[0].value)) if facing else (0.0, 0.0)
        alone = len({count.value for count in facing}) == 1
        if told.unit in language.contrasts.lengths:
            alone = alone and _is_quoted(item, facing[0])
        if alone and told.value not in values and 0 < high <= low * APART:
            yield _flag(item, told, facing[0])


def _counts(text: str, span: Span, language: Language) -> Iterator[_Count]:
    """Yield the figures of a stretch of text, in digits or in one word each."""
    words = list(words_in(text, span))
    for at, word in enumerate(words):
        if _DIGITS.match(word.form):
            value: float | None = float(word.form.replace(",", ""))
        else:
            value = value_of_words(word.form, language.numbers, language.scales)
        if value is not None:
            behind = words[at + 1].form if at + 1 < len(words) else ""
            noun = behind if value == 1 and behind in language.people else None
            yield _Count(value, language.singular(behind) or noun, word.span)


def _is_quoted(item: AnnotatedArticle, count: _Count) -> bool:
    marks = (mark for quotation in item.quotations for mark in quotation.marks)
    return any(covers(mark, count.span) for mark in marks)


def _flag(item: AnnotatedArticle, told: Quantity, count: _Count) -> Flag:
    quoted = _is_quoted(item, count)
    kind: FlagKind = "standfirst-against-quotation" if quoted else "number-clash"
    return flag_clash(kind, item.article, (told.span, count.span), told.unit)
