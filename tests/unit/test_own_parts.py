"""A stretch belongs to the cue that reaches it, not to whichever stands nearest."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum import languages
from variorum.annotate.annotator import Found
from variorum.annotate.marks import find_marks
from variorum.annotate.names import find_mentions
from variorum.annotate.quotations import find_quotations
from variorum.annotate.sentences import find_sentences
from variorum.model.annotation import Quotation
from variorum.model.spans import Span


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def _found(text: str, cue: str, source: str | None, *content: str) -> Found:
    parts = tuple(_span(text, part) for part in content)
    return Found(_span(text, cue), (source and _span(text, source)) or None, parts)


def _quotations(text: str, *found: Found) -> tuple[Quotation, ...]:
    read, language = article(text), languages.find("en")
    marked = find_marks(text, [b.span for b in read.body()])
    sentences = find_sentences(read, marked, language)
    return find_quotations(
        read,
        sentences=sentences,
        marked=marked,
        mentions=find_mentions(read, sentences, language),
        language=language,
        found=found,
    )


def _contents(text: str, *found: Found) -> list[list[str]]:
    return [[text[a:b] for a, b in q.spans] for q in _quotations(text, *found)]


def test_a_part_in_another_sentence_has_another_cue() -> None:
    """What stands behind the words of another sentence is not what the cue reports."""
    text = "Brask promised a new dam. Nobody in Lund knew about its cost."
    found = _found(text, "promised", "Brask", "a new dam", "about its cost")
    assert _contents(text, found) == [["a new dam"]]


def test_a_part_before_another_sentence_has_another_cue() -> None:
    """The same holds for what stands before the cue."""
    text = "The dam leaks, Lund found out late. It will be mended, Brask promised."
    found = _found(text, "promised", "Brask", "The dam leaks", "It will be mended")
    assert _contents(text, found) == [["It will be mended"]]


def test_parts_of_one_sentence_stay_together() -> None:
    """Words in between part nothing as long as the sentence goes on."""
    text = "Brask expressed hope on Monday that the dam would hold."
    found = _found(text, "expressed", "Brask", "hope", "that the dam would hold")
    assert _contents(text, found) == [["hope", "that the dam would hold"]]


@pytest.mark.parametrize(
    ("tag", "topic"), [("said Brask of", "the old dam"), ("Brask told", "a crowd in Lund")]
)
def test_what_was_spoken_of_is_not_what_was_said(tag: str, topic: str) -> None:
    """A noun behind the tag of a speech is no part of it."""
    text = f"“It will not last,” {tag} {topic}."
    cue = next(word for word in tag.split() if word != "Brask" and word != "of")
    found = _found(text, cue, "Brask", "It will not last", topic)
    assert _contents(text, found) == [["It will not last,"]]


def test_a_speech_goes_on_behind_another_report_in_its_tag() -> None:
    """A sentence in marks is more of the speech, not of what its tag reports besides."""
    text = "“It leaks,” said Brask, who had warned of floods. “We must mend it.” It rained."
    found = (
        _found(text, "said", "Brask", "It leaks"),
        _found(text, "had warned", "who", "of floods. “We must mend it."),
    )
    assert _contents(text, *found) == [["It leaks,", "We must mend it."], ["of floods"]]


def test_a_report_without_a_speech_before_it_keeps_its_second_sentence() -> None:
    """Where no speech goes before, a sentence in marks bears out what was reported."""
    text = "Brask warned of floods. “We must mend it.” It rained."
    found = _found(text, "warned", "Brask", "of floods. “We must mend it.")
    assert _contents(text, found) == [["of floods. “We must mend it.”"]]


def test_a_line_in_single_marks_heads_what_follows() -> None:
    """A short paragraph in single marks is no turn of a speaker who has double ones."""
    text = "Dam leaks\n“It leaks,” said Ada Brask.\n'It is grim.'\n“We must mend it,” she added."
    title = next(q for q in _quotations(text) if text[slice(*q.spans[0])] == "It is grim.")
    assert (title.use, title.speaker, title.turn) == ("fragment", None, None)


def test_a_line_in_single_marks_is_speech_where_all_speech_is() -> None:
    """Where single marks are the rule, a paragraph in them is someone's."""
    text = "Dam leaks\n‘It leaks,’ said Ada Brask.\n‘It is grim.’\n‘We must mend it,’ she added."
    line = next(q for q in _quotations(text) if "It is grim." in text[slice(*q.spans[-1])])
    assert line.use == "speech"


@pytest.mark.parametrize(
    ("body", "cue", "source", "kept"),
    [
        (
            "Asked whether the kiln leaks, Ada Poe said it did.",
            *("Asked", None, ["whether the kiln leaks", "it did"]),
        ),
        (
            "Poe said it leaks, but Roe said it does not.",
            *("said", "Poe", ["it leaks", "it does not"]),
        ),
        (
            "Ada Poe said that Bo Roe said the kiln leaks.",
            *("said", "Ada Poe", ["that Bo Roe said the kiln leaks"]),
        ),
    ],
)
def test_reports_side_by_side_are_told_apart(
    body: str, cue: str, source: str | None, kept: list[str]
) -> None:
    """What a second source says is no part of what the first says, unless that one reports it."""
    text = f"Kiln shut\n{body}"
    content = text[text.index(cue) + len(cue) + 1 : -1]
    read = _quotations(text, _found(text, cue, source, content))
    assert [text[slice(*q.spans[0])] for q in read] == kept


@pytest.mark.parametrize(
    ("body", "source", "content", "kept"),
    [
        ("Will it hold? It will, said Poe.", "Poe", "Will it hold? It will", "It will"),
        ("Poe said it holds. Few agree.", "Poe", "it holds. Few agree", "it holds"),
    ],
)
def test_a_sentence_without_marks_beside_a_content_is_not_said(
    body: str, source: str, content: str, kept: str
) -> None:
    """A question before the answer, or what the outlet says next, is no part of what is said."""
    text = f"Dam to be looked at\n{body}"
    (read,) = _quotations(text, _found(text, "said", source, content))
    assert text[slice(*read.spans[0])] == kept
