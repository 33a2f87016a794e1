"""Headings that say, in nobody's name, what the article below quotes from one speaker.

"Strait will close, no question" above a quotation of those words is a print of it, and may be
stronger than it. Refuse rather than guess: what the narrator tells too, what two speakers say, and
other numbers or names make no echo, nor what is denied, asked or told in another order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from variorum.annotate.asserted import ENOUGH, LEAST, asserts, key_of
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Quotation
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, overlap, strip
from variorum.model.words import words_in

_HEADINGS = frozenset({"headline", "standfirst"})
# No article has more headings.
MOST = 10
# Of so many quotations with its words at most is a heading an echo.
ALIKE = 20
_LABEL = re.compile(r":\s")


@dataclass(frozen=True, slots=True)
class _Said:
    """Content words, by stem, and the quotation that they are of: none for the narrator's."""

    of: Quotation | None
    keys: frozenset[str]

    @property
    def speaker(self) -> str | None:
        """The name of the one who says them: nobody for the narrator."""
        return self.of.speaker.name if self.of and self.of.speaker else None


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
            yield _Said(one, _keys(found.article, one.spans, language))


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
    if _LABEL.search(found.article.text, *heading):
        return False
    keys = _keys(found.article, (heading,), language)
    alike = [one for one in said if len(one.keys & keys) >= max(LEAST, ENOUGH * len(keys))]
    speakers = {one.speaker for one in alike}
    if len(speakers) != 1 or None in speakers or len(alike) > ALIKE:
        return False
    names = tuple(m.span for m in found.mentions if overlap(m.span, heading))
    firm = _keys(found.article, names, language) | {key for key in keys if key[0].isdigit()}
    if not any(firm <= one.keys for one in alike):
        return False
    return all(one.of and asserts(one.of, heading, found, language) for one in alike)


def _keys(article: Article, spans: Spans, language: Language) -> frozenset[str]:
    """Return the stems of the content words in some spans, numbers in digits."""
    keys = (key_of(w, language) for span in spans for w in words_in(article.text, span))
    return frozenset(key for key in keys if key is not None)


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
