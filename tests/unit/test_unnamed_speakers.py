"""Speakers of whom two witnesses tell no name: one only where role or words say so."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum import languages
from variorum.align.gathering.speakers import Match, match_speakers
from variorum.align.utterances import find_utterances
from variorum.model.annotation import Speaker

SAID = "the ship would stay on the bank until the tide turned"


@pytest.mark.parametrize(
    ("one", "other", "matched"),
    [
        ("Police", "the police", "same"),
        ("The operator", "the operator", "same"),
        ("a spokesman for the mill", "the mill’s spokesman", "vague"),
        ("A resident", "a resident", "vague"),
        ("residents", "residents", "vague"),
        ("a spokesman for the operator", "the operator", "open"),
        ("police", "the operator", "unlike"),
        ("a spokesman for the mill", "a spokesman for the union", "unlike"),
    ],
)
def test_roles_are_compared(one: str, other: str, matched: Match) -> None:
    """A role is the same in other articles, several may have it, or it is another."""
    first, second = (
        Speaker(name=name, kind="group", span=None, how="role") for name in (one, other)
    )
    assert match_speakers(first, second, languages.find("en")) == matched
    assert match_speakers(second, first, languages.find("en")) == matched


@pytest.mark.parametrize(
    ("one", "other", "form", "count"),
    [
        ("police", "the police", "indirect", 1),
        ("police", "the operator", "indirect", 2),
        ("police", "the operator", "direct", 1),
    ],
)
def test_two_roles_are_joined_by_words_in_marks_alone(
    one: str, other: str, form: str, count: int
) -> None:
    """What two unnamed bodies say in like words is one utterance only where both quote it."""
    articles = [
        witness(Said(words=SAID, by=by, how="role", kind="group", form=form), source=f"{by}.txt")
        for by in (one, other)
    ]
    assert len(find_utterances(articles)) == count


@pytest.mark.parametrize(
    ("said", "verb", "count"),
    [
        (SAID, "said", 1),
        ("the ship had not stayed on any bank as the tide turned", "said", 2),
        (SAID, "denied", 2),
    ],
)
def test_a_body_and_a_person_are_joined_by_words_in_a_row(said: str, verb: str, count: int) -> None:
    """A named body says what a named person says only in the same words, never denying them."""
    person = witness(Said(words=SAID, by="Ada Brandt", form="indirect"), source="a.txt")
    body = Said(words=said, by="Harbour Water", kind="organisation", form="indirect", verb=verb)
    assert len(find_utterances([person, witness(body, source="b.txt")])) == count


@pytest.mark.parametrize(("said", "count"), [(SAID, 2), (SAID.replace("would", "would not"), 1)])
def test_what_one_role_denies_no_other_speaker_says(said: str, count: int) -> None:
    """A denial is a print of the same words with a negation, not of the words themselves."""
    person = witness(Said(words=said, by="Ada Brandt", form="indirect"), source="a.txt")
    role = Said(words=SAID, by="the captain", how="role", form="indirect", verb="denied")
    assert len(find_utterances([person, witness(role, source="b.txt")])) == count
