"""The question that a print answers: asked by a quotation, or told by the narrator before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.align.prints import Print, PrintWord, read_words
from variorum.languages import Language
from variorum.model.article import Article
from variorum.model.spans import Span, Spans, strip
from variorum.model.words import Word, words_in

# A question stands in the sentence of its answer or in one of so many before it, not further
# before it than so many code points.
SENTENCES = 2
REACH = 400
# A question word follows the verb of asking within so many words.
OPENING = 12
# What is quoted behind a verb of speech, or a pause, is the answer.
PAUSES = (",", ":")
OPEN_MARKS = ("“", '"', "«", "„")
CLOSE_MARKS = ("”", '"', "»", "’")


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

    It is a sentence with a question mark right before the print, one in marks a little further
    before it, or a clause that a verb of asking brings in: "asked whether the dam was safe, she
    said".
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
            mark = text.rfind("?", *part)
            if mark >= 0 and (at >= own - 1 or text[mark + 1 : mark + 2] in CLOSE_MARKS):
                yield strip(text, (part[0], mark + 1))
            elif (clause := _clause(answer, part)) is not None:
                yield clause


def _clause(answer: Print, part: Span) -> Span | None:
    """Return the clause that a verb of asking brings in: from its question word to the answer."""
    text, language = answer.article.text, answer.language
    words = list(words_in(text, part))
    if language is None or not words:
        return None
    for at, word in enumerate(words):
        if not _is_asking(word.form, language):
            continue
        opening = language.question_words
        if word.form in language.variants.prompting:
            opening |= language.complementisers
        for after in words[at + 1 : at + 1 + OPENING]:
            if after.form in opening:
                return strip(text, (after.span[0], _quoted(answer, words[at:], after.span[1])))
    return None


def _quoted(answer: Print, words: Sequence[Word], start: int) -> int:
    """Return where the answer is quoted behind a place, or else where the words end.

    Words in marks that no verb of speech and no pause stands before are the question's.
    """
    text, cues = answer.article.text, answer.language.cues if answer.language else {}
    for before, word in pairwise(word for word in words if word.span[1] >= start):
        between = text[before.span[1] : word.span[0]].strip()
        marked = between.endswith(OPEN_MARKS)
        if marked and (between.startswith(PAUSES) or before.form in cues):
            return before.span[1] + text[before.span[1] : word.span[0]].index(between[-1])
    return words[-1].span[1]


def _is_asking(form: str, language: Language) -> bool:
    cue = language.cues.get(form)
    return form in language.variants.prompting or (
        cue is not None and cue.group == "ask" and cue.form != "base"
    )
