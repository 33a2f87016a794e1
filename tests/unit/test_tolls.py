"""Counts that differ: a toll that grew, another scope, a bound with room, a clash."""

from __future__ import annotations

import pytest

from tests.standing import FIRST_DAY, LATER, NEXT_DAY, joined, told


def test_counts_of_one_fate_in_other_words_clash() -> None:
    """Killed and death toll count one thing: another figure of one day excludes the first."""
    pair = "A slide killed 12 people.", "The death toll stands at 14."
    found = joined(*pair, published=(FIRST_DAY, FIRST_DAY))
    assert told(found) == ("incompatible", 0)
    assert found is not None
    assert found.finding == "sentences alike: 0.90; number 12 ≠ 14 killed"
    assert told(joined(*pair, published=(FIRST_DAY, NEXT_DAY))) == ("other-time", 0)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("A slide killed 12 people.", "The death toll rose to 14.", "other-time"),
        ("A slide killed about 40 people.", "The slide left 38 dead.", "same"),
        ("A slide killed at least 12 people.", "The slide left 17 dead.", "broader"),
        ("A slide killed 12 people.", "A slide killed 14 goats.", None),
        ("A slide killed 12 people.", "A slide killed 9 hikers.", "other-scope"),
        (
            "A slide killed 12 people across the country.",
            "A slide killed 9 people in the valley.",
            "other-scope",
        ),
        ("A slide killed 12 people across the country.", "A slide killed 14 people.", None),
        (
            "A slide shut 12 roads in the north province.",
            "A slide shut 14 roads nationwide.",
            "other-scope",
        ),
        (
            "A slide shut 12 roads to the pass.",
            "A slide shut 14 roads to the pass.",
            "incompatible",
        ),
        ("A slide shut 12 roads to the pass.", "A slide shut 40 roads to the pass.", None),
        ("A slide shut 12 roads for 3 days.", "A slide shut 14 roads for 4 days.", None),
        ("A slide killed 12 people.", "A slide killed 14 people in the courtyard.", None),
        (
            "A slide killed 15 people.",
            "A slide killed 15 people: 13 boys and 2 cooks killed.",
            "same",
        ),
        ("A slide killed 12 people.", "A slide left 14 of the killed buried.", None),
        ("A slide killed 12 people.", "A slide injured 14 people.", None),
        ("A slide left 56 dead.", "Brenn, 58, was killed.", None),
    ],
)
def test_counts_of_one_fate_are_set_against_each_other(
    one: str, other: str, relation: str | None
) -> None:
    """Growth, rounding, bounds and scopes are told; of another part or fate nothing is said."""
    found = joined(one, other, published=(FIRST_DAY, FIRST_DAY))
    assert (found and found.relation) == relation


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        ("A slide killed 12 people in Velm.", "A slide killed 9 people nationwide.",
         "number 12 ≠ 9; in Velm ≠ nationwide"),
        ("A slide killed 12 people.", "A slide killed 9 hikers.",
         "12 people ≠ 9 hiker (killed)"),
    ],
)  # fmt: skip
def test_both_scopes_are_shown(one: str, other: str, finding: str) -> None:
    """A reader is told the words by which two figures are of other scopes."""
    found = joined(one, other)
    assert found is not None
    assert found.finding == f"sentences alike: 0.90; {finding}"


def test_a_count_of_one_night_that_did_not_grow_excludes_the_other() -> None:
    """Printed on two sides of midnight a smaller figure clashes; of what passes it is a change."""
    night = (FIRST_DAY, NEXT_DAY)
    fewer = joined("A slide killed 12 people.", "The slide left 9 dead.", published=night)
    assert told(fewer) == ("incompatible", 0)
    found = joined("12 hikers are missing.", "The 9 hikers are still missing.", published=night)
    assert told(found) == ("other-time", 0)
    roads = "A slide shut 14 roads to the pass.", "A slide shut 12 roads to the pass."
    assert told(joined(*roads, published=night)) == ("incompatible", 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A slide shut 12 roads to the pass.", "A slide shut 14 roads to the pass."),
        ("Some 12 grocers joined the suit.", "14 grocers joined the suit against Velm."),
        ("Police arrested 12 people.", "There were 14 arrests."),
    ],
)
def test_what_nothing_lets_grow_is_of_no_other_time(one: str, other: str) -> None:
    """A count that does not go on is no other one for being printed on another day."""
    for day in (NEXT_DAY, "2031-05-09"):
        assert joined(one, other, published=(FIRST_DAY, day)) is None


def test_counts_of_a_day_that_both_name_exclude_one_another() -> None:
    """Printed a day apart, two figures of what was done on one named day are no growth."""
    pair = "On Friday police arrested 12 people.", "There were 14 arrests on Friday."
    days = [("Friday", "2031-05-02")]
    found = joined(*pair, published=(FIRST_DAY, NEXT_DAY), times=days)
    assert told(found) == ("incompatible", 0)


def test_what_goes_on_to_be_counted_may_be_more_on_the_next_day() -> None:
    """Burnt land is found to be more from day to day, as the dead are."""
    pair = "The fire burnt 120 hectares of pine.", "The fire burnt 140 hectares of pine."
    assert told(joined(*pair, published=(FIRST_DAY, NEXT_DAY))) == ("other-time", 0)
    assert told(joined(*pair, published=(NEXT_DAY, FIRST_DAY))) == ("incompatible", 0)


def test_part_of_a_place_is_narrower() -> None:
    """Who names the whole is broader than who names parts of it."""
    pair = "The army left parts of Velm.", "The army left Velm."
    assert told(joined(*pair)) == ("broader", 1)


def test_another_count_on_another_day_is_of_another_time() -> None:
    """A count that grew from one day to the next is told with both figures and days."""
    pair = "The slide killed 9 hikers.", "The slide killed 14 hikers."
    found = joined(*pair, published=(FIRST_DAY, NEXT_DAY))
    assert found is not None
    assert found.relation == "other-time"
    shown = f"number 9 ≠ 14 killed; printed {FIRST_DAY}, {NEXT_DAY}"
    assert found.finding == f"sentences alike: 0.90; {shown}"
    assert joined(*pair, published=(FIRST_DAY, LATER)) is None


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        ("The slide killed at least 9 hikers.", "A slide killed 14 hikers.", "number from 9 ⊃ 14"),
        ("The slide killed dozens of hikers.", "The slide killed 38 hikers.", "dozens ⊃ 38"),
    ],
)
def test_what_leaves_a_count_open_is_broader(one: str, other: str, finding: str) -> None:
    """A bound with room, and a vague count, hold the figure of the other."""
    for pair, place in (((one, other), 0), ((other, one), 1)):
        found = joined(*pair)
        assert told(found) == ("broader", place)
        assert found is not None
        assert found.finding == f"sentences alike: 0.90; {finding}"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Nobody was hurt in the fire.", "Eleven people were hurt in the fire.", "incompatible"),
        ("No one was hurt in the fire.", "The fire left 11 cooks hurt.", "incompatible"),
        (
            "No injuries were reported in the mill fire.",
            "2 people were injured in the mill fire.",
            "incompatible",
        ),
        (
            "No arrests were made at the march.",
            "3 people were arrested at the march.",
            "incompatible",
        ),
        ("Nobody was hurt so far in the fire.", "11 people were hurt in the fire.", "other-time"),
        ("Nobody else was hurt in the fire.", "11 people were hurt in the fire.", None),
        ("No serious injuries followed the fire.", "11 were injured in the fire.", None),
        ("Nobody was killed in the fire.", "11 people were hurt in the fire.", None),
        ("Nobody was hurt in the Brel fire.", "11 people were hurt in the Esk fire.", None),
        ("Nobody was hurt.", "11 people were hurt.", None),
    ],
)
def test_nobody_and_some_cannot_both_be_true(one: str, other: str, relation: str | None) -> None:
    """That nobody met a fate excludes a count of those who did, of one event and all of them."""
    for pair in ((one, other), (other, one)):
        found = joined(*pair, published=(FIRST_DAY, FIRST_DAY))
        assert (found and found.relation) == relation


def test_nobody_may_have_become_some() -> None:
    """A count that was printed on a later day, or at a later hour, is of another time."""
    pair = "Nobody was killed in the mill fire.", "11 people were killed in the mill fire."
    assert told(joined(*pair, published=(FIRST_DAY, NEXT_DAY))) == ("other-time", 0)
    hours = (f"{FIRST_DAY}T09:00", f"{FIRST_DAY}T15:00")
    assert told(joined(*pair, published=hours)) == ("other-time", 0)
    assert told(joined(*pair, published=(NEXT_DAY, FIRST_DAY))) == ("incompatible", 0)
    assert joined(*pair, published=(FIRST_DAY, LATER)) is None


@pytest.mark.parametrize(
    ("one", "relation"),
    [
        ("Nobody was hurt in the mill fire.", "incompatible"),
        ("No one was injured in the mill fire.", "incompatible"),
        ("Nobody was hurt so far in the mill fire.", "other-time"),
        ("No injuries were reported in the mill fire.", "other-time"),
        ("Nobody has been hurt in the mill fire.", "other-time"),
    ],
)
def test_who_was_hurt_was_so_then(one: str, relation: str) -> None:
    """A later page finds out who died; of those who were hurt then the first page was wrong."""
    other = "11 people were hurt in the mill fire."
    assert told(joined(one, other, published=(FIRST_DAY, NEXT_DAY))) == (relation, 0)
