"""Clauses that one print calls untrue, or denies twice."""

from __future__ import annotations

import pytest

from tests.unit.test_other_words import GRAVE, kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It would be wrong to claim that the treaty failed", "The treaty failed"),
        ("I am not persuaded that the roof is sound", "The roof is sound"),
        ("It is a myth that the wine cures colds", "The wine cures colds"),
        ("It is simply untrue that the judge was paid", "The judge was paid"),
        ("It is far from certain that the club will return", "The club will return"),
        ("There is nothing to suggest that the guard slept", "The guard slept"),
        (
            "No proof was found that the well is foul. That does not mean that it is free of lead",
            "No proof was found that the well is foul. It is free of lead",
        ),
    ],
)
def test_a_cut_of_the_words_that_call_a_clause_untrue_is_a_reversal(one: str, other: str) -> None:
    """Whatever stands in the clause or beside it; the words that are cut are no hedge."""
    assert kinds(one, other, form="direct") & GRAVE == {"polarity-reversed"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is not wrong to say that the well has lead", "The well has lead"),
        ("It is no lie to claim that the roof leaked", "The roof leaked"),
        ("It is not untrue that the guard owes the club money", "The guard owes the club money"),
        ("It does not mean nothing that we sold it", "It means something that we sold it"),
        ("It is a shame that the guard sold the boat", "The guard sold the boat"),
        ("It is the myth that had ruined the town", "The myth had ruined the town"),
        ("It is wrong that the guard sold the boat", "The guard sold the boat"),
    ],
)
def test_what_is_twice_denied_or_only_blamed_is_not_reversed(one: str, other: str) -> None:
    """A clause that is called wrong to say, and that denied, is affirmed."""
    assert not kinds(one, other, form="direct") & GRAVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The guard will not leave unless the club pays",
            "The guard will leave only if the club pays",
        ),
        ("We shall not sign unless the roof is mended", "We shall sign only if the roof is mended"),
    ],
)
def test_not_unless_is_only_if(one: str, other: str) -> None:
    """One denial in two forms is no reversal."""
    assert not kinds(one, other, form="direct") & GRAVE
    assert not kinds(other, one) & GRAVE


def test_a_negation_that_turns_nothing_round_is_no_word_taken_out() -> None:
    """What the other print denies in its own words is another wording."""
    found = kinds(
        "The pool will not open before June", "The pool will open only in June", form="direct"
    )
    assert found == {"wording"}
