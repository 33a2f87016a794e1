"""Whom “he” and “she” stand for, by what names, nouns and pronouns tell of men and women."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.prints import Said, witness
from variorum import languages
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.annotate.speaking.genders import (
    gender_behind,
    gender_beside,
    gender_of_description,
)

ENGLISH = languages.find("en")


def last(body: str) -> str | None:
    """Return whom an article takes for the speaker of its last words."""
    speaker = Annotate()(article(f"Mural row\n{body}")).quotations[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Governor Ebba Lund sued the painter Ulf Harl over a mural. He said it was his own.",
            "Ulf Harl",
        ),
        (
            "Governor Ebba Lund sued the painter Ulf Harl over a mural. She said it was ugly.",
            "Ebba Lund",
        ),
        (
            "The waitress Ontje Vik met the mason Quill Harl in court. He said the wall was sound.",
            "Quill Harl",
        ),
        (
            "Prince Odo opened the fair. The duchess laughed. “It is cold,” she said. “I like it,”"
            " he said.",
            "Odo",
        ),
        (
            "Governor Ebba Lund met banker Ulf Harl on Friday. She said the talks were useful."
            " He called them “a waste of time”.",
            "Ulf Harl",
        ),
        ("Ontje Vik left the cabinet on Friday. He said the tax was a mistake.", "Ontje Vik"),
        (
            "Ontje Vik left the cabinet after a row with Mrs Harl. He said the tax was a mistake.",
            "Ontje Vik",
        ),
    ],
)
def test_a_pronoun_is_whom_names_and_nouns_let_it_be(body: str, name: str) -> None:
    """A woman who leads the sentence is not “he”, whatever tells that she is one."""
    assert last(body) == name


@pytest.mark.parametrize(
    "body",
    [
        "Ontje Vik fired architect Karl Brem after a row. He said the roof was safe.",
        "Ontje Vik left the cabinet after a row with Mrs Harl. She said the tax was a mistake.",
        "The actress Quill Foss and her husband came to court. Foss wept. “It is over,” he said.",
    ],
)
def test_a_pronoun_is_left_open_between_an_unknown_subject_and_one_it_fits(body: str) -> None:
    """Where nothing tells whether the subject is a man, another man may be meant."""
    assert last(body) is None


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("the actress Ada Vale left", "f"),
        ("the bishop Ada Vale left", ""),
        ("Later her aunt, Ada Vale, left", "f"),
        ("Later Ada Vale, a mother of two, left", "f"),
        ("Later Ada Vale, the first woman to win, left", "f"),
        ("Later Ada Vale, the king said, left", ""),
        ("Later Ada Vale, a friend of the queen, left", ""),
        ("Later Ada Vale. A man left", ""),
    ],
)
def test_a_noun_beside_a_name_tells_its_gender(text: str, gender: str) -> None:
    """The title before a name and an aside about it tell; other words beside it do not."""
    assert ENGLISH is not None
    at = text.index("Ada Vale")
    assert gender_beside(text, (at, at + len("Ada Vale")), ENGLISH) == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("the queen of Esk", "f"),
        ("The Queen", "f"),
        ("Prince Odo", "m"),
        ("The bishop", ""),
        ("a friend of the queen", ""),
        ("Ada King", ""),
    ],
)
def test_a_description_tells_the_gender_by_its_chief_noun(name: str, gender: str) -> None:
    """A king or a queen is one by the noun, a surname tells nothing."""
    assert ENGLISH is not None
    assert gender_of_description(name, ENGLISH) == gender


def test_an_utterance_has_the_name_printed_and_not_the_one_inferred() -> None:
    """Whom a pronoun was taken for is not told where another report names somebody else."""
    words = "the old wall leans so far that no child should ever walk below it on the way to school"
    inferred = witness(Said(words=words, by="Ebba Lindqvist", how="pronoun"))
    named = witness(Said(words=words, by="Ulf Harl"), source="b.txt")
    (found,) = find_utterances([inferred, named])
    assert found.speaker == "Ulf Harl"


@pytest.mark.parametrize(
    ("behind", "gender"),
    [
        (" met his wife in Esk", "m"),
        (" came with her dog", "f"),
        (" sold the mill in May and left her deputy there", "f"),
        (" met her in Esk", ""),
        (" gave her flowers", ""),
        (" met a nurse and his dog", ""),
        (" called the king and his son", ""),
        (" left early", ""),
    ],
)
def test_what_a_subject_has_tells_its_gender(behind: str, gender: str) -> None:
    """“His wife” is the subject’s where nobody else stands between; “met her” tells nothing."""
    assert ENGLISH is not None
    assert gender_behind(behind, (0, len(behind)), ENGLISH) == gender


def test_a_pronoun_behind_an_owner_is_whom_the_possessive_lets_it_be() -> None:
    """A man who met his wife is not “she”."""
    assert last("Strand met his wife in Esk. “We are happy,” she said.") != "Strand"
    assert last("Strand met his rival Tom Holt in Esk. He said the deal was close.") == "Strand"
