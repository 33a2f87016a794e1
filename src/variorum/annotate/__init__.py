"""Annotate: an article in, the same article with everything found inside it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum import languages
from variorum.annotate.annotator import Findings, Found, find
from variorum.annotate.cut_marks import cut_at_tags
from variorum.annotate.dating.asides import find_asides
from variorum.annotate.echoes import find_echoes
from variorum.annotate.honorifics import find_honorific_clashes
from variorum.annotate.ledger import with_places
from variorum.annotate.marks import Marked, find_marks
from variorum.annotate.names import find_mentions
from variorum.annotate.placing.judging import Judge
from variorum.annotate.quotations import find_quotations
from variorum.annotate.references import find_dangling_references
from variorum.annotate.sentences import find_sentences
from variorum.annotate.statements import find_statements
from variorum.annotate.syntax import Syntax, joined
from variorum.annotate.times import find_times
from variorum.annotate.unread import find_unread
from variorum.annotate.weekdays import find_weekday_clashes
from variorum.annotate.words import words_of
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag, Mention, Quotation
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Annotate:
    """The stage that reads each article: a trained annotator, and rules for what is exact.

    Args:
        model: the path of an annotator of one's own; None: the one that ships.
        threads: on how many threads it runs; what it finds is the same on any number.
    """

    model: str | None = None
    threads: int = 1

    def __call__(self, article: Article) -> AnnotatedArticle:
        """Return ``article`` with its sentences, mentions, quotations, statements and times.

        A text in a language without a file of rules still gets sentences, what stands in
        quote marks, numbers, and names by their capital letters, and a flag that says so.

        Raises:
            SetupError: the annotator cannot be loaded.
        """
        language = languages.find(article.language)
        marked = _marked(article, language)
        sentences = find_sentences(article, marked, language)
        findings = self._findings(article, sentences, marked)
        mentions = find_mentions(article, sentences, language, findings.names)
        times = find_times(article, language, _named(article, mentions, language))
        quotations = find_quotations(
            article,
            sentences=sentences,
            marked=marked,
            mentions=mentions,
            language=language,
            found=findings.attributions,
        )
        asides = find_asides(article.text, times, findings.syntax)
        statements = find_statements(
            article,
            sentences=sentences,
            quotations=quotations,
            times=times,
            language=language,
            syntax=findings.syntax,
            asides=asides,
        )
        annotated = AnnotatedArticle(
            article=article, sentences=sentences, mentions=mentions, quotations=quotations
        )
        annotated = replace(annotated, statements=statements, times=times)
        annotated = with_places(annotated, language, self._judge(findings), asides=asides)
        flags = _flags(annotated, marked, language)
        return replace(annotated, quotations=_with_echoes(annotated, language), flags=flags)

    def _judge(self, findings: Findings) -> Judge | None:
        return Judge(findings.syntax, threads=self.threads) if findings.syntax else None

    def syntax_of(self, article: Article) -> Syntax | None:
        """Return how the words of an article hang together, None where that is not known."""
        language = languages.find(article.language)
        marked = _marked(article, language)
        sentences = find_sentences(article, marked, language)
        return self._findings(article, sentences, marked).syntax

    def _findings(self, article: Article, sentences: Spans, marked: Sequence[Marked]) -> Findings:
        """Return what the annotator finds, nothing in a language it has not learned.

        A heading is read by itself: it is no context of the paragraph below it.
        """
        if languages.find(article.language) is None:
            return Findings()
        body = article.body()
        parts = [[block.span] for block in body if block.kind != "paragraph"]
        parts.append([block.span for block in body if block.kind == "paragraph"])
        found = [
            find(words_of(article.text, part, sentences, marked), self.model, threads=self.threads)
            for part in parts
        ]
        parsed = [part.syntax for part in found if part.syntax is not None]
        return Findings(
            tuple(sorted((one for part in found for one in part.attributions), key=_cue)),
            tuple(sorted(name for part in found for name in part.names)),
            joined(parsed) if len(parsed) == len(found) else None,
        )


def _marked(article: Article, language: Language | None) -> tuple[Marked, ...]:
    """Return what stands in an article's quote marks."""
    marked = find_marks(article.text, (block.span for block in article.body()))
    return cut_at_tags(marked, article.text, language)


def _named(article: Article, mentions: Sequence[Mention], language: Language | None) -> Spans:
    """Return where persons are named, and places whose name begins with a month (``June Lake``)."""
    months = language.times.given_months if language else frozenset[str]()
    return tuple(
        sorted(
            one.span
            for one in mentions
            if one.kind == "person"
            or (one.kind == "place" and _first_word(article.text, one.span) in months)
        )
    )


def _first_word(text: str, span: Span) -> str:
    return text[slice(*span)].split()[0].lower()


def _with_echoes(found: AnnotatedArticle, language: Language | None) -> tuple[Quotation, ...]:
    """Return the quotations of an article, and the headings that echo them, in order."""
    told = (*found.quotations, *find_echoes(found, language))
    return tuple(sorted(told, key=lambda one: (one.spans, one.id)))


def _flags(
    found: AnnotatedArticle, marked: tuple[Marked, ...], language: Language | None
) -> tuple[Flag, ...]:
    """Return the flags that the parts of an article raise by themselves, in order."""
    article = found.article
    flags = (
        *find_honorific_clashes(article, found.mentions, language),
        *find_weekday_clashes(article, found.times, language),
        *find_dangling_references(found, marked, language),
        *find_unbalanced(article, marked),
        *find_unread(article, language),
    )
    return tuple(sorted(flags, key=lambda f: (f.spans, f.kind)))


def _cue(found: Found) -> Span:
    return found.cue


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
