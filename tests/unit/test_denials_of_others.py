"""Denials on one side only that turn nothing round, and days in two spellings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum.align.collating.polarity import denies_alone
from variorum.align.prints import read_print
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle

RUSH = "As long as the northern dam holds through the spring"
TALKS = "I do not let any barges of the Esk line through the lock"


def kinds(*articles: AnnotatedArticle) -> set[str]:
    """Return the kinds of the variants of all utterances."""
    return {v.kind for found in find_utterances(articles) for v in found.variants}


def between(one: Said, other: Said) -> set[str]:
    """Return the kinds of the variants between two prints."""
    return kinds(witness(one), witness(other, source="b.txt"))


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        (f"{RUSH}, we are in no hurry", f"{RUSH}, we are happy", False),
        (f"{RUSH}, we are in no hurry", f"{RUSH}, we are in a hurry", True),
    ],
)
def test_what_is_denied_is_said_by_the_other(one: str, other: str, turned: bool) -> None:
    """No hurry is not the contrary of being happy."""
    found = between(Said(words=one), Said(words=other))
    assert ("polarity-reversed" in found) is turned


@pytest.mark.parametrize(("words", "alone"), [("was not", True), ("This was not", False)])
def test_a_denial_with_a_subject_of_its_own(words: str, alone: bool) -> None:
    """A negation alone has no subject: "this was not" is a clause beside others."""
    found = witness(Said(words=f"{words} fraud"))
    said = read_print(found.quotations[0], found)
    assert denies_alone(said.words[:-1], said.language) is alone


def test_a_verb_denies_what_it_governs() -> None:
    """Who declines to let boats in does not let them in, in the sentence that the verb governs."""
    told = f"to let any barges of the Esk line through. {TALKS}"
    declined = Said(words=told, form="indirect", verb="declined")
    assert "polarity-reversed" not in between(Said(words=TALKS), declined)


@pytest.mark.parametrize(
    ("other", "turned"),
    [("a new toll on barges at the northern lock", True), ("a protest at the new toll", False)],
)
def test_a_thing_is_denied_where_the_other_has_it(other: str, turned: bool) -> None:
    """What somebody does not agree to is affirmed by who says most of it, not two words."""
    one = Said(
        words="any new toll on barges at the northern lock",
        form="indirect",
        verb="agreed to",
        negated=True,
    )
    found = between(one, Said(words=other, form="indirect", verb="agreed to"))
    assert ("polarity-reversed" in found) is turned


def test_a_day_of_a_month_in_two_spellings() -> None:
    """The 12th of a month is its day 12."""
    first = Said(words="It may not work out for the northern lock on June 12th")
    other = Said(words="the northern lock may not work out by June 12 in Velm", form="indirect")
    assert "date-changed" not in between(first, other)
    assert "date-changed" in between(first, Said(words=other.words.replace("12", "14")))


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("whether the lower lock was safe for the ferries in winter", False),
        ("the lower lock was safe for the ferries in winter", True),
    ],
)
def test_a_question_denies_nothing(told: str, turned: bool) -> None:
    """A question that is reported neither affirms nor denies what its answer says.

    Of two prints of one question one may be turned round.
    """
    answer = Said(words="The lower lock was not safe for the ferries in winter")
    other = Said(words=told, form="indirect")
    assert ("polarity-reversed" in between(answer, other)) is turned
    asked = replace(answer, words=f"{answer.words}?")
    assert "polarity-reversed" in between(asked, other)
