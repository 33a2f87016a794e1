"""The question that a print answers: asked by a quotation, or told by the narrator before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.align.prints import Print, PrintWord, read_words
from variorum.languages import Language
from variorum.model.article import Article
from variorum.model.spans import Span, Spans, strip
from variorum.model.words import words_in

# A question stands in the sentence of its answer or in one of so many before it, not further
# before it than so many code points.
SENTENCES = 2
REACH = 400


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question and where its witness prints them."""

    article: Article
    spans: Spans
    words: tuple[PrintWord, ...]


def of_quotation(asked: Print) -> Question:
    """Return a quotation that is a question."""
    return Question(asked.article, asked.quotation.spans, asked.words)


def asked_before(answer: Print) -> Question | None:
    """Return the question that the text around a print tells of, None where it tells of none.

    A sentence asks where it has a question mark, outside the print, or a verb of asking: "asked
    whether the dam was safe, she said".
    """
    spans = tuple(_asking(answer))
    if not spans:
        return None
    return Question(answer.article, spans, read_words(answer.article, spans, answer.language))


def _asking(answer: Print) -> Iterator[Span]:
    """Yield what asks in the sentences before a print and in its own, without its words."""
    text, sentences = answer.article.text, answer.found.sentences
    (start, _), (_, end) = answer.quotation.spans[0], answer.quotation.spans[-1]
    own = bisect_right(sentences, start, key=lambda span: span[0]) - 1
    for at in range(max(0, own - SENTENCES), min(own + 1, len(sentences))):
        first, last = sentences[at]
        if last < start - REACH:
            continue
        for part in ((first, min(last, start)), (max(first, end), last)):
            span = strip(text, part)
            if span[0] < span[1] and _asks(answer, span):
                yield span


def _asks(answer: Print, span: Span) -> bool:
    text, language = answer.article.text, answer.language
    if "?" in text[slice(*span)]:
        return True
    return language is not None and any(
        _is_asking(word.form, language) for word in words_in(text, span)
    )


def _is_asking(form: str, language: Language) -> bool:
    cue = language.cues.get(form)
    return form in language.variants.prompting or (
        cue is not None and cue.group == "ask" and cue.form in ("past", "participle", "gerund")
    )
