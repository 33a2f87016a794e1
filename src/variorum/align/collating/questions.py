"""Prints whose words are the question's, not the answer's.

A reporter's words that the speaker was asked about are at times printed as the speaker's own. That
is no print of the answer, and a variant of it to know of.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.collating.asked import Question
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, PrintWord

# How much of a print's content the question must have, and how many words of it at least; fewer
# where they stand inside the marks of both.
ENOUGH = 0.6
LEAST_PLAIN = 2
# A print that nothing else joins to the answer has so many, or is in marks.
LEAST_SHARED = 3


def echoes_question(one: Print, question: Question, answers: Sequence[Print]) -> bool:
    """Tell whether the words of a print match a question better than the answers to it.

    More is needed of a print whose marks hold words that the question has not. Names weigh nothing:
    they stand in the question, the answer and everything else; in a headline any word may look
    like one.
    """
    speakers = {
        match_speakers(one.quotation.speaker, answer.quotation.speaker, one.language)
        for answer in answers
    }
    if "same" not in speakers or "other" in speakers:
        return False
    marked = any(word.marks is not None and word.content for word in one.words)
    if not marked and len(content_keys(one.words) & content_keys(question.words)) < LEAST_SHARED:
        return False
    return repeats_question(one, question, answers)


def repeats_question(one: Print, question: Question, answers: Sequence[Print]) -> bool:
    """Tell whether a print has the question's words and not the answers', whoever speaks.

    A word that it shares with an answer and not with the question makes it a print of that.
    """
    asked = content_keys(question.words)
    content = content_keys(one.words)
    shared = content & asked
    plain = shared - ({w.key for w in one.words if w.is_name} if not one.in_headline else set())
    marked = content_keys([word for word in one.words if word.marks is not None])
    if not plain or len(shared) < ENOUGH * len(content):
        return False
    if not (marked and marked <= asked):
        least = LEAST_SHARED if marked else LEAST_PLAIN
        if len(plain) < LEAST_PLAIN or len(shared) < least:
            return False
    said = [content_keys(_asserted(answer)) for answer in answers]
    if any(not (content & words) <= asked for words in said):
        return False
    return all(len(plain & words) < len(plain) for words in said)


def content_keys(words: Sequence[PrintWord]) -> set[str]:
    """Return the keys of the content words among some."""
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
