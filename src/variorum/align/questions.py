"""Prints whose words are the question's, not the answer's.

A reporter's words that the speaker was asked about are at times printed as the speaker's own. That
is no print of the answer, and a variant of it to know of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.asked import Question
from variorum.align.forces import denies
from variorum.align.polarity import denials
from variorum.align.prints import Print, PrintWord
from variorum.align.speakers import match_speakers
from variorum.model.article import Article
from variorum.model.identity import Reading, sign
from variorum.model.story import Variant

# How much of a print's content the question must have, and how many words of it at least; fewer
# where they stand inside the marks of both.
ENOUGH = 0.6
LEAST_PLAIN = 2
# A print that nothing else joins to the answer has so many, or is in marks.
LEAST_SHARED = 3
# An answer that denies has its "no" among so many words.
OPENING = 4


def echoes_question(one: Print, question: Question, answers: Sequence[Print]) -> bool:
    """Tell whether the words of a print match a question better than the answers to it.

    All that a print has inside marks must stand in the question. Names weigh nothing: they stand
    in the question, the answer and everything else; in a headline any word may look like one.
    """
    speakers = {
        match_speakers(one.quotation.speaker, answer.quotation.speaker, one.language)
        for answer in answers
    }
    if "same" not in speakers or "other" in speakers:
        return False
    marked = any(word.marks is not None and word.content for word in one.words)
    if not marked and len(_keys(one.words) & _keys(question.words)) < LEAST_SHARED:
        return False
    return repeats_question(one, question, answers)


def repeats_question(one: Print, question: Question, answers: Sequence[Print]) -> bool:
    """Tell whether a print has the question's words and not the answers', whoever speaks."""
    asked = _keys(question.words)
    content = _keys(one.words)
    shared = content & asked
    plain = shared - ({w.key for w in one.words if w.is_name} if not one.in_headline else set())
    marked = _keys([word for word in one.words if word.marks is not None])
    if not plain or len(shared) < ENOUGH * len(content) or not marked <= asked:
        return False
    if not marked and len(plain) < LEAST_PLAIN:
        return False
    said = [_keys(_asserted(answer)) for answer in answers]
    return all(len(plain & words) < len(plain) for words in said)


def question_variants(one: Print, question: Question, answer: Print) -> Iterator[Variant]:
    """Yield the variants that set a print beside the question it repeats, and its answer."""
    yield _question_variant(one, question)
    if turns_denial(one, answer):
        reading = Reading(witness=answer.witness, spans=answer.quotation.spans)
        reason = "the answer denies what is printed as said"
        yield _variant("polarity-reversed", (one, reading), answer.article, reason)


def _question_variant(one: Print, question: Question) -> Variant:
    asked = _keys(question.words)
    found = {
        one.article.text[slice(*word.span)]
        for word in one.words
        if word.content and word.key in asked
    }
    shown = f"shared with the question: {', '.join(sorted(found))}"
    reading = Reading(witness=question.article.id, spans=question.spans)
    return _variant("matches-the-question", (one, reading), question.article, shown)


def _variant(kind: str, sides: tuple[Print, Reading], article: Article, reason: str) -> Variant:
    one, facing = sides
    readings = [Reading(witness=one.witness, spans=one.quotation.spans), facing]
    unsigned = Variant(
        id="",
        kind=kind,
        weight="major",
        readings=tuple(sorted(readings, key=lambda reading: (reading.witness, reading.spans))),
        reasons=(reason,),
    )
    return sign(unsigned, {side.id: side for side in (one.article, article)})


def turns_denial(one: Print, answer: Print) -> bool:
    """Tell whether a print affirms the question that the answer opens by denying."""
    language = one.language
    if language is None or denials(one.words, language) or denies(one):
        return False
    opening = answer.words[:OPENING]
    denied = denials(opening, language)
    no = [at for at, word in enumerate(opening) if word.form in language.refusals]
    return bool(no) and (no[0] in denied or no[0] == 0)


def _keys(words: Sequence[PrintWord]) -> set[str]:
    return {word.key for word in words if word.content}


def _asserted(answer: Print) -> list[PrintWord]:
    """Return the words of an answer without the sentences that ask the question again."""
    text, kept, sentence = answer.article.text, [], []
    for word in answer.words:
        sentence.append(word)
        if word.ends:
            kept += [] if "?" in text[word.span[1] : word.span[1] + 2] else sentence
            sentence = []
    return kept + sentence
