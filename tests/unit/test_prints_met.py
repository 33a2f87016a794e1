"""Prints that share little, or are a heading or a question, and yet of one utterance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from tests.prints import Said, witness
from variorum.align.gathering.occasions import is_recalled
from variorum.align.utterances import find_utterances, read_prints
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle

QUAY = "Three tugs lay at anchor off the customs house while gulls circled the empty fish market."
HALL = "Councillors heard a long debate about parking charges, school meals and a leaking roof."


def sizes(*articles: AnnotatedArticle) -> list[int]:
    """Return how many prints each utterance has, the most first."""
    return sorted((len(one.prints) for one in find_utterances(articles)), reverse=True)


def against(one: str, other: str, *, by: str = "Ada Brandt") -> list[int]:
    """Return the sizes of the utterances of two prints."""
    return sizes(witness(Said(words=one)), witness(Said(words=other, by=by), source="b.txt"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferrymen here are kind, but we will not be bullied", "We will not be bullied"),
        ("If need be we shall do it all over again, and gladly", "We shall do it all over again"),
    ],
)
def test_one_content_word_among_the_same_words(one: str, other: str) -> None:
    """Four words in a row are enough for one speaker, though one of them alone says anything."""
    assert against(one, other) == [2]


def test_one_content_word_is_not_enough_for_another_speaker_or_in_other_words() -> None:
    """Another speaker needs more, and so does a word that stands among others."""
    assert against("We will not be bullied", "We will not be bullied", by="Bo Rand") == [1, 1]
    assert against("We will not be bullied", "Nobody on the quay was ever bullied") == [1, 1]
    assert against(
        "We will sail again before the summer", "We will sail again before the winter"
    ) == [1, 1]


def test_a_heading_over_a_quotation_that_another_witness_prints_too() -> None:
    """A heading joins a print of another witness though its own article has a better one."""
    trap = "I think the northern lock is a trap for boats, the pilots and ferrymen agree"
    words = f"{trap}, and the mayor knows it as well as I do, whatever he may tell his council"
    heading = "northern lock is one big trap", "the mayor is one big trap"
    told = [_over(one, f"We have many troubles. {trap}") for one in heading]
    first = witness(Said(words=words), before=QUAY)
    assert sizes(first, told[0]) == [3]
    assert sizes(first, told[1]) == [2, 1]


def _over(heading: str, words: str) -> AnnotatedArticle:
    """Return an article with a heading of its own words over a quotation."""
    above = Said(words=heading, form="indirect", by="harbour chief", how="role")
    body = witness(above, Said(words=words), source="b.txt", before=HALL)
    blocks = [*body.article.blocks]
    blocks[2] = replace(blocks[2], kind="headline")
    return replace(body, article=replace(body.article, blocks=tuple(blocks)))


def test_a_question_that_nobody_answers_is_a_print_of_what_its_speaker_says() -> None:
    """What one outlet ends with "asked", and another with "said", is one utterance."""
    words = "Did you see the crack in the northern lock? It grew by a foot overnight"
    asked = witness(Said(words=words, use="question", verb="asked"))
    assert sizes(asked, witness(Said(words=words), source="b.txt")) == [2]
    assert sizes(asked) == []


def test_a_question_that_is_answered_is_none_of_the_answer() -> None:
    """A question stays apart from the words that answer it."""
    question = Said(words="Will the northern lock be mended by June?", use="question", by="Bo Rand")
    answer = Said(words="The northern lock will be mended by June", answers=0)
    told = [question, answer]
    assert sizes(witness(*told), witness(*told, source="b.txt", headline="The lock")) == [2]


@pytest.mark.parametrize(
    ("opening", "recalled"),
    [
        ("In March", True),
        ("Last winter", True),
        ("A year ago", True),
        ("In June", False),
        ("At the hall that was built in March", False),
    ],
)
def test_words_of_long_ago(opening: str, recalled: bool) -> None:
    """A sentence that opens with a time long gone tells of no speech of the day of its page."""
    line = f"The mill\n{opening}, Ada Brandt said: “We have no plans to sell the lock.”"
    later = f"{opening[:1].lower()}{opening[1:]}"
    behind = f"The mill\nAda Brandt said {later}: “We have no plans to sell the lock.”"
    for text in (line, behind):
        told = Annotate()(article(text, published="2031-06-20"))
        (one,) = read_prints([told]).values()
        assert is_recalled(one) == recalled


def test_a_promise_of_today_and_one_of_long_ago() -> None:
    """Like words of one speaker are two utterances where one witness tells of long ago."""
    words = "“We have no plans to sell the lock, and the guild will hear it first if we do,”"
    now = f"The lock\nThe board met in the rain.\n{words} said Ada Brandt."
    said = "said: “We have no plans to sell the mill. The guild has nothing to hear.”"
    told = [
        [
            Annotate()(article(text, source=name, published="2031-06-20"))
            for name, text in (("a.txt", now), ("b.txt", f"{QUAY}\n{opening} {said}\n{HALL}"))
        ]
        for opening in ("On Thursday Ada Brandt", "In March Ada Brandt")
    ]
    assert [sizes(*pair) for pair in told] == [[2], [1, 1]]
