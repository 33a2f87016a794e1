"""Builds witnesses with known quotations, so that alignment is tested without annotating."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.articles import article
from variorum.model.annotation import AnnotatedArticle, Quotation, Speaker, Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quotation to build: its words, who is said to speak, and how it is printed."""

    words: str
    by: str | None = "Ada Brandt"
    kind: str = "person"
    how: str = "named"
    form: str = "direct"
    use: str = "speech"
    day: str | None = None
    answers: int | None = None
    verb: str = "said"
    negated: bool = False


def witness(
    *said: Said,
    source: str = "a.txt",
    headline: str = "The harbour",
    language: str = "en",
    before: str = "",
) -> AnnotatedArticle:
    """Return an article with one paragraph a quotation: its words, then who said them.

    ``answers`` is the number of the quotation that is the question; ``before`` a paragraph that
    the witness prints before each of them.
    """
    lines, places = [headline], []
    at = len(headline) + 1
    for one in said:
        if before:
            lines.append(before)
            at += len(before) + 1
        opened = at + (one.form == "direct")
        places.append((opened, opened + len(one.words)))
        line = f"“{one.words}”" if one.form == "direct" else one.words
        line += f" {one.verb} {one.by or 'somebody'} on {one.day or 'a day'}."
        lines.append(line)
        at += len(line) + 1
    told = article("\n".join(lines), source=source, language=language)
    quotations: list[Quotation] = []
    for one, span in zip(said, places, strict=True):
        question = None if one.answers is None else quotations[one.answers].id
        quotations.append(replace(_quotation(one, span, told), answers=question))
    times = tuple(
        _time(one.day, told, span) for one, span in zip(said, places, strict=True) if one.day
    )
    sentences = tuple(block.span for block in told.blocks)
    return AnnotatedArticle(
        article=told, sentences=sentences, quotations=tuple(quotations), times=times
    )


def in_headline(found: AnnotatedArticle) -> AnnotatedArticle:
    """Return an article whose first paragraph is its headline."""
    first, line, *rest = found.article.blocks
    blocks = (first, replace(line, kind="headline"), *rest)
    return replace(found, article=replace(found.article, blocks=blocks))


def _quotation(one: Said, span: Span, told: Article) -> Quotation:
    cue = told.text.index(f" {one.verb} ", span[1]) + 1
    after = cue + len(one.verb) + 1
    speaker = None
    if one.by:
        named = (after, after + len(one.by))
        speaker = Speaker(name=one.by, kind=one.kind, span=named, how=one.how)
    marks: list[Span] = [span] if one.form == "direct" else []
    opened = told.text.find("“", *span)
    if one.form == "mixed" and opened >= 0:
        marks = [(opened + 1, told.text.index("”", opened))]
    unsigned = Quotation(
        id="",
        witness=told.id,
        spans=(span,),
        marks=tuple(marks),
        form=one.form,
        use=one.use,
        speaker=speaker,
        cue=((cue, after - 1),),
        negated=one.negated,
    )
    return sign(unsigned, {told.id: told})


def _time(day: str, told: Article, after: Span) -> Time:
    at = told.text.index(day, after[1])
    unsigned = Time(id="", witness=told.id, span=(at, at + len(day)), edtf=day, basis="test")
    return sign(unsigned, {told.id: told})
