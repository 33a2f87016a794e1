"""What the trained annotator finds is made exact by the marks of the text."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum import languages
from variorum.annotate.annotator import Found
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.attributing.learned import learned_drafts
from variorum.annotate.marks import find_marks
from variorum.annotate.names import find_mentions
from variorum.annotate.quotations import find_quotations
from variorum.annotate.sentences import find_sentences
from variorum.languages import Language
from variorum.model.annotation import Quotation
from variorum.model.spans import Span


def _english() -> Language:
    language = languages.find("en")
    assert language is not None
    return language


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def _found(text: str, cue: str, source: str | None, *content: str) -> Found:
    parts = tuple(_span(text, part) for part in content)
    return Found(_span(text, cue), (source and _span(text, source)) or None, parts)


def _drafts(text: str, *found: Found) -> list[Draft]:
    outer = [m for m in find_marks(text, [(0, len(text))]) if m.level == 0]
    return learned_drafts(text, found, outer, _english())


def _quotations(text: str, *found: Found) -> tuple[Quotation, ...]:
    read = article(text)
    marked = find_marks(text, [b.span for b in read.body()])
    sentences = find_sentences(read, marked, _english())
    return find_quotations(
        read,
        sentences=sentences,
        marked=marked,
        mentions=find_mentions(read, sentences, _english()),
        language=_english(),
        found=found,
    )


def _contents(text: str, draft: Draft) -> list[str]:
    return [text[start:end] for start, end in draft.spans]


@pytest.mark.parametrize(
    ("content", "expected", "form"),
    [
        ("the dam is safe", "the dam is safe", "indirect"),
        ("“We are ready,", "We are ready,", "direct"),
        ("We are ready", "We are ready,", "direct"),
        ("We are", "We are ready,", "direct"),
        ("the dam is “entirely", "the dam is “entirely sound”", "mixed"),
    ],
)
def test_marks_decide_where_a_content_ends(content: str, expected: str, form: str) -> None:
    """Words in marks are wholly in a content or wholly outside it."""
    text = "“We are ready,” Brask said that the dam is safe. He says the dam is “entirely sound”."
    draft = _drafts(text, _found(text, "said", "Brask", content))[0]
    assert (_contents(text, draft), draft.form) == ([expected], form)


def test_a_content_that_only_grazes_words_in_marks_leaves_them() -> None:
    """One mark at the edge of a content is not the words inside."""
    text = "Brask said it rained “all through the night and the day after”."
    draft = _drafts(text, _found(text, "said", "Brask", "it rained “"))[0]
    assert _contents(text, draft) == ["it rained"]


def test_figures_keep_their_signs() -> None:
    """A sign of percent is part of what was said; a full stop is not."""
    text = "Turnout was 71%, said Brask."
    draft = _drafts(text, _found(text, "said", "Brask", "Turnout was 71%,"))[0]
    assert _contents(text, draft) == ["Turnout was 71%"]


def test_speech_about_speech_stays_in_the_quotation_around_it() -> None:
    """A cue inside marks begins no quotation of its own."""
    text = "“He said it was over,” Brask recalled."
    assert _drafts(text, _found(text, "said", "He", "it was over")) == []


def test_contents_never_overlap() -> None:
    """Of two attributions that claim the same words the first keeps them."""
    text = "Brask said the mayor claimed the dam is safe."
    drafts = _drafts(
        text,
        _found(text, "said", "Brask", "the mayor claimed the dam is safe"),
        _found(text, "claimed", "the mayor", "the dam is safe"),
    )
    assert [_contents(text, d) for d in drafts] == [["the mayor claimed the dam is safe"]]


def test_a_question_a_negation_and_more_speech_are_told_by_the_cue() -> None:
    """The words of the cue say what kind of speech it is."""
    text = "She did not say it rained. Rao asked whether it rained. He added that it poured."
    drafts = _drafts(
        text,
        _found(text, "did not say", "She", "it rained"),
        _found(text, "asked", "Rao", "whether it rained"),
        _found(text, "added", "He", "that it poured"),
    )
    assert [(d.negated, d.use, d.goes_on) for d in drafts] == [
        (True, "speech", False),
        (False, "question", False),
        (False, "speech", True),
    ]


def test_words_in_marks_that_were_not_found_are_still_quotations() -> None:
    """Rules and marks add what the annotator did not find; each word is quoted once."""
    text = "Brask said the dam was safe.\n“We looked at it,” Ada Rao said. “Twice.”"
    found = _found(text, "said", "Brask", "the dam was safe")
    quotations = _quotations(text, found)
    contents = [[text[a:b] for a, b in q.spans] for q in quotations]
    assert contents == [["the dam was safe"], ["We looked at it,", "Twice."]]
    assert quotations[1].speaker is not None
    assert quotations[1].speaker.name == "Ada Rao"


def test_a_learned_attribution_replaces_the_rule_for_its_cue() -> None:
    """The same cue makes one quotation, with the content the annotator gave."""
    text = "Brask said the dam was safe, while engineers kept on working."
    found = _found(text, "said", "Brask", "the dam was safe")
    assert [[text[a:b] for a, b in q.spans] for q in _quotations(text, found)] == [
        ["the dam was safe"]
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("A final vote is expected soon.", "is expected", None, "A final vote"),
        (
            "Torvane is recalling kettles that have cracked.",
            "is recalling",
            None,
            "kettles that have",
        ),
        ("The plan was rejected as bogus.", "rejected as", None, "bogus"),
        ("An earlier version said the fine was £40m.", "said", "An earlier version", "the fine"),
    ],
)
def test_what_attributes_nothing_is_no_quotation(
    text: str, cue: str, source: str | None, content: str
) -> None:
    """Nobody's expectation of a thing, and a text that corrects itself, are not speech."""
    assert _drafts(text, _found(text, cue, source, content)) == []


def test_a_report_without_a_source_is_kept_where_it_has_a_clause() -> None:
    """“It was said that …” says something, though nobody is named."""
    text = "It was said that the dam is safe."
    assert len(_drafts(text, _found(text, "was said", None, "that the dam is safe"))) == 1


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Owners told to stop at once.", "told", "Owners", "to stop at once"),
        ("Residents were told that it is safe.", "were told", "Residents", "that it is safe"),
    ],
)
def test_those_who_are_told_do_not_speak(text: str, cue: str, source: str, content: str) -> None:
    """The subject of a passive, also without its auxiliary, is no source."""
    assert all(d.source is None for d in _drafts(text, _found(text, cue, source, content)))


def test_who_is_asked_is_kept_for_the_answer() -> None:
    """“Poe was asked about …” is a question to Poe, not Poe's words."""
    text = "Mary Poe was asked about the cost of the dam."
    (draft,) = _drafts(text, _found(text, "was asked about", "Mary Poe", "the cost of the dam"))
    assert (draft.use, draft.source, draft.asked) == ("question", None, _span(text, "Mary Poe"))


def test_a_mark_never_closed_stays_whole() -> None:
    """A content that takes in an unclosed mark ends with it, full stop and all."""
    text = "Brask said it rained, “and the quay is next."
    (draft,) = _drafts(text, _found(text, "said", "Brask", "it rained, “and the quay is next"))
    assert draft.spans[0][1] == len(text)


@pytest.mark.parametrize(
    ("body", "cue", "count"),
    [
        ("Torvane recalled 9,000 kettles over a faulty cord.", "recalled", 0),
        ("Ada Poe recalled that the kettles had leaked.", "recalled", 1),
        ("The recall covers two models sold since June.", "covers", 0),
        ("The Marden court overturned the conviction of Ada Poe.", "overturned", 0),
        ("The agency covers two models sold since June.", "covers", 1),
    ],
)
def test_a_verb_that_does_something_says_nothing(body: str, cue: str, count: int) -> None:
    """Who recalls kettles says nothing, nor does a thing, nor a court that overturns."""
    text = f"Kettles\n{body}"
    source, content = body.split(f" {cue} ")
    found = Found(_span(text, cue), _span(text, source), (_span(text, content.rstrip(".")),))
    assert len(learned_drafts(text, [found], (), _english())) == count
