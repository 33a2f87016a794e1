"""Annotate: an article in, the same article with everything found inside it out."""

from __future__ import annotations

from dataclasses import dataclass

from variorum import languages
from variorum.annotate.honorifics import find_honorific_clashes
from variorum.annotate.marks import Marked, find_marks
from variorum.annotate.names import find_mentions
from variorum.annotate.quotations import find_quotations
from variorum.annotate.sentences import find_sentences
from variorum.annotate.statements import find_statements
from variorum.annotate.times import find_times
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.article import Article
from variorum.model.identity import sign


@dataclass(frozen=True, slots=True)
class Annotate:
    """The stage that reads each article by rules; it has no parameters."""

    def __call__(self, article: Article) -> AnnotatedArticle:
        """Return ``article`` with its sentences, mentions, quotations, statements and times.

        A text in a language without a file of rules still gets sentences and what stands in
        quote marks.
        """
        language = languages.find(article.language)
        marked = find_marks(article.text, (block.span for block in article.body()))
        sentences = find_sentences(article, marked, language)
        mentions = find_mentions(article, sentences, language)
        times = find_times(article, language)
        quotations = find_quotations(
            article, sentences=sentences, marked=marked, mentions=mentions, language=language
        )
        statements = find_statements(
            article, sentences=sentences, quotations=quotations, times=times, language=language
        )
        flags = (
            *find_honorific_clashes(article, mentions, language),
            *find_unbalanced(article, marked),
        )
        return AnnotatedArticle(
            article=article,
            sentences=sentences,
            mentions=mentions,
            quotations=quotations,
            statements=statements,
            times=times,
            flags=tuple(sorted(flags, key=lambda f: (f.spans, f.kind))),
        )


def find_unbalanced(article: Article, marked: tuple[Marked, ...]) -> tuple[Flag, ...]:
    """Return a flag for each stretch whose opening or closing mark is not printed."""
    sources = {article.id: article}
    return tuple(
        sign(
            Flag(
                id="",
                kind="unbalanced-marks",
                witness=article.id,
                spans=(stretch.outer,),
                note=f"a quotation whose {'closing' if stretch.opened else 'opening'} mark "
                "is not printed",
            ),
            sources,
        )
        for stretch in marked
        if not stretch.balanced
    )
