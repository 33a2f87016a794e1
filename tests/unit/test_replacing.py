"""Statements alike in all but what was done, or who did it, are not the same."""

from __future__ import annotations

import pytest

from tests.stated import pair


def relations(one: str, other: str) -> set[str]:
    """Return how two lines stand to one another."""
    return {relation.relation for relation in pair(f"{one}\n", f"{other}\n")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The guild mended the sails of the mill.", "The guild burned the sails of the mill."),
        ("The bishop blessed the ferry at Orley.", "The bishop inspected the ferry at Orley."),
        ("The cook had fallen asleep.", "The cook had been singing."),
        ("The abbey bought the organ in Orley.", "The abbey was given the organ in Orley."),
        ("A nurse found the coin in the well.", "A gardener found the coin in the well."),
        ("The teachers rejected the fee on Friday.", "The drivers rejected the fee on Friday."),
        ("The governor waved the flag at Orley.", "The bishop waved the flag at Orley."),
        ("The patrol freed Ivo Tarn.", "The court freed Ada Brill on Friday."),
        (
            "Police were driven from the barn at Orley.",
            "Boys were driven from the barn at Orley.",
        ),
        ("The port of Orley is in the hands of the army.", "The town of Lund is in army hands."),
        ("The guild still owns the pier at Orley.", "The guild sold the pier at Orley to a bank."),
    ],
)
def test_another_act_or_actor_in_one_place_is_another_thing(one: str, other: str) -> None:
    """What lies far in meaning from what it replaces tells of something else."""
    assert not relations(one, other) & {"same", "stronger"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The guild mended the sails of the mill.", "The guild repaired the sails of the mill."),
        ("The abbey bought the organ in Orley.", "The abbey acquired the organ in Orley."),
        ("Guards searched the barn at Orley.", "Officers searched the barn at Orley."),
        ("The firm will shut the dock at Orley.", "The company will shut the dock at Orley."),
        ("A lorry struck the old gate at Orley.", "A truck struck the old gate at Orley."),
        ("The gale wrecked the mill at Orley.", "The gale destroyed the mill at Orley."),
        ("President Brenn quit on Friday in Orley.", "Odd Brenn stepped down on Friday in Orley."),
    ],
)
def test_other_words_for_one_act_or_actor_are_the_same(one: str, other: str) -> None:
    """What lies near in meaning may be the same."""
    assert relations(one, other) == {"same"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court upheld the duty on salt.", "The court lifted the duty on salt."),
        ("The jury freed Odd Brenn.", "The jury convicted Odd Brenn."),
        ("Ada Brill won the race in Orley.", "Ada Brill came second in the race in Orley."),
        ("The party holds Orley by six votes.", "The party has lost Orley by six votes."),
        ("The crowd cheered the new king in Orley.", "The crowd booed the new king in Orley."),
        ("The rebels kept the truce.\nThey broke", "The rebels violated the truce.\nThey broke"),
        ("A white ferry left the port of Orley.", "A black ferry left the port of Orley."),
        ("A thief in a red cap ran off.", "A thief in a blue cap ran off."),
    ],
)
def test_opposed_acts_and_colours_are_no_one_thing(one: str, other: str) -> None:
    """Opposites lie near in meaning, so they are told by lists."""
    assert relations(one, other) <= {"incompatible"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A grey ferry left the port of Orley.", "A gray ferry left the port of Orley.", {"same"}),
        ("A ferry left by the red gate of Orley.", "A ferry left by the gate of Orley.", {"same"}),
        ("The dam almost burst in May.", "The dam nearly burst in May.", {"same"}),
        ("Almost 400 ewes fled Orley.", "Nearly 400 ewes fled Orley.", {"same"}),
        ("The dam almost burst in May.", "The dam burst in May.", set()),
        ("The guild all but failed in May.", "The guild failed in May.", set()),
    ],
)
def test_a_near_miss_is_no_deed(one: str, other: str, expected: set[str]) -> None:
    """What nearly came about did not; before a number the word only bounds it."""
    assert relations(one, other) == expected
