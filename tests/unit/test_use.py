"""What words in marks are when no cue claims them, on invented texts."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.attributing.use import Setting, use_of
from variorum.annotate.marks import find_marks
from variorum.annotate.tokens import tokens_in
from variorum.languages import find


def uses(sentence: str, *, heading: bool = False, language: str | None = "en") -> list[str]:
    """Return the use of each stretch of one sentence, asked of its marks alone."""
    marked = [m for m in find_marks(sentence, [(0, len(sentence))]) if m.level == 0]
    tokens = tokens_in(sentence, (0, len(sentence)), marked)
    alone = all(t.kind != "word" for t in tokens)
    places = {token.span: at for at, token in enumerate(tokens)}
    settings = [Setting(tokens=tokens, at=places[m.outer], heading=heading) for m in marked]
    known = find(language)
    return [
        use_of(sentence, stretch, setting, alone=alone, language=known)
        for stretch, setting in zip(marked, settings, strict=True)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The town reads “The Cold Water” at school.",
        "Her novel “Eels.” has sold well.",
        "The film “Eels” opens today.",
        "The choir sang songs like “Rain” and went home.",
        "The ad, titled “Why?”, ran for a week.",
        "He was a guest of “Harbour” host Bo Roe.",
        "The “Mend The Pool” tour reached Eskmouth.",
        "Radio Esk’s “Good Evening Valley” had him on.",
    ],
)
def test_titles(sentence: str) -> None:
    """A title is known by its capitals, or by the noun for a work beside it."""
    assert uses(sentence)[0] == "title"


@pytest.mark.parametrize(
    "sentence",
    [
        "The “summer plan” was dropped.",
        "A so-called “swim tax” came in.",
        "The “Great Leak” led to new rules.",
        "Bo “The Eel” Roe swam first.",
        "The film was a “Triumph” with the young.",
        "“Containment” has been the rule since.",
    ],
)
def test_scare_quotes(sentence: str) -> None:
    """A few words without a verb and without a speaker are quoted to distance."""
    assert uses(sentence) == ["scare"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan for “public baths as we know them” went ahead.",
        "The council slammed the plan as “mad” and left.",
        "To her the plan is “mad”.",
        "Poe, who denied all blame, went back to her “little pool”.",
        "A chorus of statements on “fair play” followed.",
    ],
)
def test_fragments(sentence: str) -> None:
    """More words, or a verb or noun of speech before them, make a fragment of what was said."""
    assert uses(sentence) == ["fragment"]


@pytest.mark.parametrize(
    "sentence",
    [
        "“It leaks.”",
        "“Out!” the crowd yelled.",
        "“Too cold,” a swimmer said.",
        "“Oh My Word,” a swimmer said.",
        "A sign by the pool: “It is closed for good.”",
    ],
)
def test_speech(sentence: str) -> None:
    """Whole sentences, and words that begin one in which someone speaks, are speech."""
    assert uses(sentence) == ["speech"]


def test_questions() -> None:
    """A string that ends with a question mark after a word of asking is a question."""
    assert uses("She raised the question “Who pays?” and sat down.") == ["question"]
    assert uses("She read “Who Pays?” on the train.") == ["title"]


@pytest.mark.parametrize(
    ("headline", "use"),
    [
        ("Mayor ‘misled’ council over pool", "fragment"),
        ("Mayor’s New Rule Is ‘Pure Madness’ For Swimmers", "fragment"),
        ("‘The Cold Water’ wins a prize", "title"),
    ],
)
def test_headlines(headline: str, use: str) -> None:
    """In a heading words in marks are someone's; capitals tell nothing where all words have one."""
    assert uses(headline, heading=True) == [use]


def test_a_language_without_a_file_is_read_by_form() -> None:
    """Without word lists a whole sentence is speech, and all else a fragment."""
    assert uses("Abc “Def ghi jkl.” mno", language=None) == ["speech"]
    assert uses("Abc “Def Ghi” mno", language=None) == ["fragment"]


def test_inches_are_no_marks() -> None:
    """A length in inches opens nothing."""
    read = Annotate()(article('A pool\nThe tiles are 12" wide and 8" long.'))
    assert read.quotations == ()


def test_many_stretches_in_one_sentence() -> None:
    """A sentence of thousands of stretches is read in time that grows with its length."""
    assert len(uses("He saw the " + "“pool”, " * 5_000)) == 5_000
