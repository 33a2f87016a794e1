"""The variants of a print that repeats the question: what it makes of the answer to that."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.align.collating.asked import Question
from variorum.align.collating.forces import denies
from variorum.align.collating.hedges import opening_hedge
from variorum.align.collating.polarity import denials
from variorum.align.collating.questions import content_keys
from variorum.align.collating.segments import spans_of
from variorum.align.prints import Print, PrintWord, read_words
from variorum.model.article import Article
from variorum.model.identity import Reading, sign
from variorum.model.story import Variant

# An answer that denies has its "no" among so many words.
OPENING = 4
# A headline says what a print says if it has so much of its content.
MOSTLY = 0.8


def question_variants(one: Print, question: Question, answer: Print) -> Iterator[Variant]:
    """Yield the variants that set a print beside the question it repeats, and its answer.

    It matches the question. It is the contrary of the answer where that opens with a "no"; and a
    headline of its witness that says the same is stronger than an answer with a hedge.
    """
    said = Reading(witness=one.witness, spans=one.quotation.spans)
    asked = Reading(witness=question.article.id, spans=question.spans)
    keys = content_keys(question.words)
    shared = {one.said([word]) for word in one.words if word.content and word.key in keys}
    reason = f"shared with the question: {', '.join(sorted(shared))}"
    articles = one.article, answer.article
    yield _variant("matches-the-question", (said, asked), articles, reason)
    if _turns_denial(one, answer):
        replied = Reading(witness=answer.witness, spans=answer.quotation.spans)
        reason = "the answer denies what is printed as said"
        yield _variant("polarity-reversed", (said, replied), articles, reason)
    for heading, hedged, hedge in _headlines(one, answer):
        reason = f"hedge not printed: “{hedge}”"
        yield _variant("headline-stronger", (heading, hedged), articles, reason)


def _turns_denial(one: Print, answer: Print) -> bool:
    """Tell whether a print affirms the question that the answer opens by denying."""
    language = one.language
    if language is None or denials(one.words, language) or denies(one):
        return False
    opening = answer.words[:OPENING]
    denied = denials(opening, language)
    no = [at for at, word in enumerate(opening) if word.form in language.refusals]
    return bool(no) and (no[0] in denied or no[0] == 0)


def _headlines(one: Print, answer: Print) -> Iterator[tuple[Reading, Reading, str]]:
    """Yield the headlines that say what a print says, and what limits the answer in them."""
    sought, limited = content_keys(one.words), _limited(answer)
    for block in one.article.blocks:
        if block.kind != "headline" or limited is None:
            continue
        hedge, spans = limited
        words = read_words(one.article, [block.span], one.language)
        if len(sought & content_keys(words)) >= MOSTLY * len(sought):
            heading = Reading(witness=one.witness, spans=(block.span,))
            yield heading, Reading(witness=answer.witness, spans=spans), answer.said(hedge)


def _limited(answer: Print) -> tuple[tuple[PrintWord, ...], tuple[tuple[int, int], ...]] | None:
    """Return the hedge that opens a sentence of an answer, and that sentence."""
    start = 0
    for at, word in enumerate(answer.words):
        if word.ends or at == len(answer.words) - 1:
            hedge = opening_hedge(answer.words[start : at + 1], answer.language)
            if hedge:
                return hedge, spans_of(range(start, at + 1), answer)
            start = at + 1
    return None


def _variant(
    kind: str, readings: tuple[Reading, Reading], articles: tuple[Article, Article], reason: str
) -> Variant:
    unsigned = Variant(
        id="",
        kind=kind,
        weight="major",
        readings=tuple(sorted(readings, key=lambda reading: (reading.witness, reading.spans))),
        reasons=(reason,),
    )
    return sign(unsigned, {article.id: article for article in articles})
