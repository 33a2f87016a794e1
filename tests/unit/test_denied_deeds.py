"""Reversals told in other words, names that differ, and hedges that a verb of speech is none of."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances


def kinds(one: str, other: str, *, form: str = "indirect") -> set[str]:
    """Return the kinds of the variants of a direct print and another one."""
    articles = [witness(Said(words=one)), witness(Said(words=other, form=form), source="b.txt")]
    return {variant.kind for found in find_utterances(articles) for variant in found.variants}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "There is no question of a lockout at the mill",
            "there was no doubt that there would be a lockout at the mill",
        ),
        (
            "There is no question of selling the ferry",
            "there could be no doubt about the selling of the ferry",
        ),
        ("I did not lend the pilot a single crown", "he had lent the pilot money"),
        ("I never showed the buyer a map", "he had shown the buyer a chart of the coast"),
    ],
)
def test_what_is_denied_in_one_print_and_said_in_the_other(one: str, other: str) -> None:
    """Helping words between do not hide a reversal, nor does another word for the object."""
    assert "polarity-reversed" in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He did not die of the fall but of the cold", "he had died of the cold"),
        ("There is no doubt that the lock holds", "there was no question that the lock held"),
        ("We never lease boats to strangers", "they leased boats and crews to neighbours"),
    ],
)
def test_what_is_denied_of_another_thing(one: str, other: str) -> None:
    """A denial of another deed, or of the deed to others, turns nothing round."""
    assert "polarity-reversed" not in kinds(one, other)


def test_two_names_are_no_paraphrase_and_no_other_spelling() -> None:
    """Two names of two words in both marks are another name, and nothing else."""
    one = "We have made an offer to Mateus Rolim and we wait"
    told = kinds(one, one.replace("Mateus Rolim", "Matias Roldan"), form="direct")
    assert told == {"name-changed"}


def test_who_says_so_is_not_said_to_have_done_it() -> None:
    """The verb of speech is no hedge of its content; an attitude is one."""
    one = "The pilot is said to have sold the chart"
    assert "hedge-absent" in kinds(one, "the pilot had sold the chart")


def test_what_stands_elsewhere_in_the_sentence_is_not_cut() -> None:
    """A verb that moves behind its object is put otherwise; one that is gone is cut."""
    one = "We will reopen the upper lock of the canal and its mill"
    assert "shortened" not in kinds(one, "the upper lock of the canal and its mill would reopen")
    assert "shortened" in kinds(f"{one} by May", "they would reopen the upper lock and its mill")
