"""Headings that say, in nobody's name, what the article below quotes from one speaker.

"Strait will close, no question" above a quotation of those words is a print of it, and may be
stronger than it. Refuse rather than guess: what the narrator tells too, what two speakers say, and
other numbers or names make no echo.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Quotation
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, overlap, strip
from variorum.model.words import stem_of, words_in

_HEADINGS = frozenset({"headline", "standfirst"})
# So much of the content of a heading, and so many words of it, stand in the words that it echoes.
ENOUGH = 0.75
LEAST = 3
# No article has more headings.
MOST = 10


@dataclass(frozen=True, slots=True)
class _Said:
    """Content words, by stem, and the one who says them: nobody for the narrator."""

    speaker: str | None
    keys: frozenset[str]


def find_echoes(found: AnnotatedArticle, language: Language | None) -> tuple[Quotation, ...]:
    """Return a quotation of use ``echo``, without speaker and cue, for each heading that echoes.

    Args:
        found: an article with its sentences, mentions and quotations.
        language: of the article; None: content words are not known, nothing is an echo.
    """
    if language is None:
        return ()
    article = found.article
    blocks = [block.span for block in article.blocks if block.kind in _HEADINGS][:MOST]
    headings = [
        strip(article.text, span)
        for span in blocks
        if not any(_touches(one, span) for one in found.quotations)
    ]
    said = [*_quoted(found, language), *_narrated(found, language)] if headings else []
    echoes = (span for span in headings if _echoes(span, found, said, language))
    return tuple(_signed(span, article) for span in echoes)


def _quoted(found: AnnotatedArticle, language: Language) -> Iterator[_Said]:
    for one in found.quotations:
        if one.use == "speech" and one.speaker is not None and not one.negated:
            yield _Said(one.speaker.name, _keys(found.article, one.spans, language))


def _narrated(found: AnnotatedArticle, language: Language) -> Iterator[_Said]:
    """Yield what each sentence of the paragraphs tells besides what it quotes.

    A heading that is printed again as a paragraph is none of the narrator's.
    """
    article = found.article
    titles = {article.text[slice(*b.span)].strip() for b in article.blocks if b.kind in _HEADINGS}
    starts = [b.span[0] for b in article.blocks]
    quoted = sorted(span for one in found.quotations for span in one.spans)
    ends = list(accumulate((end for _, end in quoted), max))
    for sentence in found.sentences:
        kind = article.blocks[bisect_right(starts, sentence[0]) - 1].kind
        if kind == "paragraph" and article.text[slice(*sentence)] not in titles:
            first = bisect_right(ends, sentence[0])
            last = bisect_left(quoted, (sentence[1], 0))
            yield _Said(None, _keys(article, (*_outside(sentence, quoted[first:last]),), language))


def _outside(sentence: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a sentence that no quotation covers."""
    start = sentence[0]
    for first, last in quoted:
        if first > start:
            yield start, first
        start = max(start, last)
    if start < sentence[1]:
        yield start, sentence[1]


def _echoes(
    heading: Span, found: AnnotatedArticle, said: Sequence[_Said], language: Language
) -> bool:
    """Tell whether one speaker alone says what a heading says, with its numbers and names."""
    keys = _keys(found.article, (heading,), language)
    alike = [one for one in said if len(one.keys & keys) >= max(LEAST, ENOUGH * len(keys))]
    speakers = {one.speaker for one in alike}
    if len(speakers) != 1 or None in speakers:
        return False
    names = tuple(m.span for m in found.mentions if overlap(m.span, heading))
    firm = _keys(found.article, names, language) | {key for key in keys if key[0].isdigit()}
    return any(firm <= one.keys for one in alike)


def _keys(article: Article, spans: Spans, language: Language) -> frozenset[str]:
    """Return the stems of the content words in some spans, numbers in digits."""
    forms = (
        word.form.removesuffix("'s") for span in spans for word in words_in(article.text, span)
    )
    return frozenset(
        str(language.numbers.get(form, "")) or stem_of(form) or form
        for form in forms
        if form not in language.function_words
    )


def _touches(one: Quotation, span: Span) -> bool:
    return any(overlap(part, span) for part in (*one.spans, *one.cue, *one.sources))


def _signed(span: Span, article: Article) -> Quotation:
    unsigned = Quotation(
        id="",
        witness=article.id,
        spans=(span,),
        marks=(),
        form="indirect",
        use="echo",
        speaker=None,
        cue=(),
    )
    return sign(unsigned, {article.id: article})
