"""Attributions within one sentence: content, cue, source, and who is told or asked."""

from __future__ import annotations

import pytest

from variorum.annotate.attributing.indirect import attributions
from variorum.annotate.attributing.sources import Range
from variorum.annotate.marks import find_marks
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import find


def words(text: str, tokens: list[Token], part: Range | None) -> str | None:
    """Return the words of a range of tokens."""
    return None if part is None else text[tokens[part[0]].span[0] : tokens[part[1] - 1].span[1]]


def read(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return source, cue and first content of each attribution of a sentence."""
    language = find("en")
    assert language is not None
    marked = [m for m in find_marks(text, [(0, len(text))]) if m.level == 0]
    tokens = tokens_in(text, (0, len(text)), marked)
    return [
        (
            words(text, tokens, a.source),
            words(text, tokens, a.cue),
            words(text, tokens, a.content[0]),
        )
        for a in attributions(tokens, language)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor warned that it leaks.", "The mayor", "warned", "that it leaks"),
        ("The agency estimated it would cost £5.", "The agency", "estimated", "it would cost £5"),
        ("The firm denied the claim.", "The firm", "denied", "the claim"),
        ("The mayor plans to close it.", "The mayor", "plans", "to close it"),
        ("She told the Evening Post that it leaks.", "She", "told", "that it leaks"),
        ("She told the Evening Post it leaks.", "She", "told", "it leaks"),
        ("She told reporters on Monday it leaks.", "She", "told", "it leaks"),
        ("He said in a speech in Lund that it leaks.", "He", "said", "that it leaks"),
        ("Poe continues to say that it leaks.", "Poe", "continues to say", "that it leaks"),
        ("Poe was quoted as saying it leaks.", "Poe", "was quoted as saying", "it leaks"),
        ("Despite the cost, Bo Roe has said it leaks.", "Bo Roe", "has said", "it leaks"),
        ("However, officials said it leaks.", "officials", "said", "it leaks"),
        ("The city urged swimmers to stay away.", "The city", "urged", "to stay away"),
        ("Roe, who runs it, said it leaks.", "Roe", "said", "it leaks"),
        ("Roe, a coach, said it leaks.", "Roe, a coach,", "said", "it leaks"),
        ("Roe left early, saying that it leaks.", "Roe", "saying", "that it leaks"),
        ("It leaks, says union", "union", "says", "It leaks"),
        ("It has leaked, Roe said on Monday.", "Roe", "said", "It has leaked"),
        ("She told the paper in the port, Lund, that it leaks.", "She", "told", "that it leaks"),
        ("LUND – It has leaked, the agency said.", "the agency", "said", "It has leaked"),
        ("The bath, which Roe promised to mend, is old.", "Roe", "promised", "to mend"),
        ("Roe was asked whether it leaks.", None, "was asked", "whether it leaks"),
        ("It is said that it leaks.", None, "is said", "that it leaks"),
        ("Poe says it leads with 52.1%.", "Poe", "says", "it leads with 52.1%"),
        ("It rose to 45€, said Poe.", "Poe", "said", "It rose to 45€"),
        ("£40m was lost, Poe said.", "Poe", "said", "£40m was lost"),
        ("It was sold in the U.S., Poe said.", "Poe", "said", "It was sold in the U.S."),
        ("Jo Roe, who plays Tim, said the crowd heard it.", "Jo Roe", "said", "the crowd heard it"),
        (
            "Jo Roe, a coach, had earlier said it leaks.",
            "Jo Roe, a coach,",
            "had earlier said",
            "it leaks",
        ),
        ("It opens 24/7 and May says it leaks.", "May", "says", "it leaks"),
        ("At least ten people have died, officials say.", "officials", "say", None),
        ("The leak cost £5m to mend, Jo Roe said.", "Jo Roe", "said", "The leak cost £5m to mend"),
        ("On Monday Jo Roe said it leaks.", "Jo Roe", "said", "it leaks"),
        ("The firm refused to say that it leaks.", "The firm", "refused to say", "that it leaks"),
        ("Poe called Roe a liar.", "Poe", "called", "Roe a liar"),
        ("Poe added that it leaks.", "Poe", "added", "that it leaks"),
    ],
)
def test_attribution(text: str, source: str | None, cue: str, content: str | None) -> None:
    """Source, cue and content are the phrases a reader would underline."""
    assert read(text) == [(source, cue, content or text[: text.index(",")])]


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "His claims were many, and the reports of leaks were few.",
        "The plan proposed by Roe was dropped.",
        "The United States won.",
        "The so-called “summer plan” was read in full.",
        "He walked in, asked a question.",
        "The firm calls back the kettles.",
        "Neither side has agreed to the offer.",
        "Norfoods is recalling 5,000 kettles sold across Norland.",
        "Jo Roe conceded late on Sunday in a televised address.",
        "I called Mrs Poe an hour ago.",
        "The minister called Mr Roe on Tuesday.",
        "Mary Poe added sugar to the tea.",
        "Lund City claimed a third straight win on Saturday.",
        "Norfoods announced a dividend.",
        "The council declared two days of mourning and left.",
        "• An earlier version said that the fine was £40m.",
        "Ms Poe declined to comment.",
        "Owners told to stop using the kettle.",
        "Passengers urged not to travel.",
        "An earlier version of this article said that the fine was £40m.",
    ],
)
def test_nouns_and_participles_are_no_cues(text: str) -> None:
    """Words that only look like speech verbs attribute nothing."""
    assert read(text) == []


def test_content_stops_before_the_main_clause() -> None:
    """After a leading “when X was asked about A,” the main clause is not asked."""
    assert read("When Roe was asked about the cost of it, he said it was small.") == [
        (None, "was asked", "about the cost of it"),
        ("he", "said", "it was small"),
    ]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Asked whether she would stay, Poe said: “Not now.”", "whether she would stay"),
        ("Asked if it leaks, Poe said: “No.”", "if it leaks"),
    ],
)
def test_a_question_before_the_answer_is_no_part_of_it(text: str, question: str) -> None:
    """What the speaker was asked is attributed apart from what she said."""
    assert [(cue, content) for _, cue, content in read(text)] == [
        ("Asked", question),
        ("said", text[text.index("“") :]),
    ]


def test_a_second_speaker_ends_the_content_of_the_first() -> None:
    """The part after “Poe said” ends where another source has a cue of its own."""
    assert read("“It leaks,” Poe said, “but not much,” and then Roe said: “Really?”") == [
        ("Poe", "said", "“It leaks,”"),
        ("Roe", "said", "“Really?”"),
    ]


def test_an_empty_content_is_attributed_to_nobody() -> None:
    """Between a cue and the next one, joined by "and", there may be no words at all."""
    assert read("said saying and said") == []
