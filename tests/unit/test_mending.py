"""What the annotator found is mended where the words right beside it tell more."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.annotator import Found
from variorum.annotate.attributing.mending import mended
from variorum.model.spans import Span


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("The firm, she said, lied.", ("The firm", "said", "lied"), ("she", "lied")),
        (
            "Voters who left early said it was late.",
            ("who left early", "said", "it was late"),
            ("Voters who left early", "it was late"),
        ),
        (
            "A nurse who treated Mr Poe said he was calm.",
            ("Mr Poe", "said", "he was calm"),
            ("A nurse who treated Mr Poe", "he was calm"),
        ),
        (
            "According to Ada Poe, who was there, it fell.",
            ("Ada Poe", "According to", "who was there, it fell"),
            ("Ada Poe", "it fell"),
        ),
        (
            "It fell, the builder who saw it, Ada Poe, said.",
            ("Ada Poe", "said", "It fell, the builder who saw it"),
            ("the builder who saw it, Ada Poe", "It fell"),
        ),
        (
            "Rain came. It fell, a clerk who asked not to be named said.",
            ("who", "asked", "not to be named said"),
            ("a clerk who asked not to be named", "It fell"),
        ),
        (
            "Farmers who begged the crew to stay said it fell.",
            ("Farmers", "begged", "the crew to stay said it fell"),
            ("Farmers", "the crew to stay said it fell"),
        ),
        (
            "Farmers who asked the crew to stay said it fell.",
            ("Farmers", "asked", "the crew to stay said it fell"),
            ("Farmers who asked the crew to stay", "it fell"),
        ),
        ("Ada Poe said it fell.", ("Ada Poe", "said", "it fell"), ("Ada Poe", "it fell")),
        ("*** said it fell.", ("***", "said", "it fell"), ("***", "it fell")),
        ("Few believe him.", ("Few", "believe", "him"), None),
    ],
)
def test_sources_and_contents_are_made_whole(
    text: str, found: tuple[str, str, str], expected: tuple[str, str] | None
) -> None:
    """The words beside a source or content decide what belongs to it."""
    english = languages.find("en")
    assert english is not None
    source, cue, content = (_span(text, words) for words in found)
    told = [
        (text[slice(*one.source)] if one.source else "", text[slice(*one.content[0])])
        for one in mended(text, [Found(cue, source, (content,))], english)
    ]
    assert told == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“He was calm,” said a nurse who treated Bo Poe.", "a nurse who treated Bo Poe"),
        ("“He was calm,” said a lawyer representing Bo Poe.", "a lawyer representing Bo Poe"),
        ("“He was calm,” said the acting mayor Bo Poe.", "Bo Poe"),
        ("Bo Poe, the judge said, “showed no pity”.", "the judge"),
    ],
)
def test_a_name_in_a_clause_about_a_speaker_does_not_speak(body: str, name: str) -> None:
    """Who is treated, represented or judged is not who speaks."""
    read = Annotate()(article(f"Court sits again\n{body}"))
    assert [q.speaker.name for q in read.quotations if q.speaker] == [name]


def test_what_a_speaker_is_doing_is_no_content() -> None:
    """A circumstance before the source stands outside of what was said."""
    body = "The vote was held.\nLeaving the hall, Mayor Ada Poe said: “We lost.”"
    found = Annotate()(article(f"Vote in Velm\n{body}"))
    assert [found.article.words(*q.spans) for q in found.quotations] == [("We lost.",)]


@pytest.mark.parametrize(
    "heading", ["What Poe told the court", "What the coroner said on the gate"]
)
def test_a_heading_that_asks_what_was_said_says_nothing(heading: str) -> None:
    """“What” is no word of Poe’s; in marks it is."""
    found = Annotate()(article(f"{heading}\nThe gate fell. “What?” Poe said."))
    assert [found.article.words(*one.spans) for one in found.quotations] == [("What?",)]


def test_a_thing_that_was_promised_to_somebody_is_no_content() -> None:
    """“That” and “you” say nothing of what was promised."""
    text = "This is not the map that I promised you."
    english = languages.find("en")
    assert english is not None
    parts = _span(text, "that"), _span(text, "you")
    told = Found(_span(text, "promised"), _span(text, "I"), parts)
    assert list(mended(text, [told], english)) == []
    body = "Ada Poe said she won. This is not the map that I promised you."
    found = Annotate()(article(f"Map lost in Velm\n{body}"))
    assert [found.article.words(*one.spans) for one in found.quotations] == [("she won",)]
