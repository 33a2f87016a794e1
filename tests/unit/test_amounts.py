"""Amounts of other units, currencies, parts and scales: never the same unless they round alike."""

from __future__ import annotations

import pytest

from tests.reported import between, told

_MAST = "The steel mast on the hill near Velm is {} tall."
_PRIZE = "The choir from Velm won a prize of {} in the contest."
_BOAR = "The wild boar in the yard of the inn weighed {}."
_VOTE = "{} the farmers in the valley voted for the new dam."
_FAIR = "{} visitors came to the cattle fair in Velm."


@pytest.mark.parametrize(
    ("line", "one", "other", "relation"),
    [
        (_MAST, "210 metres", "690 feet", "same"),
        (_MAST, "210 metres", "900 feet", "incompatible"),
        (_MAST, "0.2 kilometres", "200 metres", "same"),
        (_MAST, "0.2 kilometres", "260 metres", "incompatible"),
        (_MAST, "210 metres", "210 feet", "incompatible"),
        (_BOAR, "90 kilos", "200 pounds", "same"),
        (_BOAR, "90 kilos", "130 pounds", "incompatible"),
        (_PRIZE, "900 euros", "€900", "same"),
        (_PRIZE, "900 euros", "900 crowns", "incompatible"),
        (_PRIZE, "900 dollars", "A$900", ""),
        (_PRIZE, "900 euros", "7,000 crowns", ""),
        (_VOTE, "A third of", "Two thirds of", "incompatible"),
        (_VOTE, "A third of", "33% of", "same"),
        (_VOTE, "Half", "A quarter of", "incompatible"),
        (_VOTE, "Most of", "A quarter of", "incompatible"),
        (_VOTE, "Most of", "Three quarters of", "broader"),
        ("{} farmers in the valley voted for the new dam.", "Most", "A third of", "incompatible"),
        ("{} the orchard was under water.", "Half", "A quarter of", "incompatible"),
        (_BOAR, "2 tonnes", "2 tons", "same"),
        (_FAIR, "About 3,200", "Some 3,600", "incompatible"),
        (_FAIR, "About 3,200", "Some 3,250", "same"),
        (_FAIR, "About 3,200", "2,500", "incompatible"),
        (_FAIR, "Dozens of", "Seven", "incompatible"),
        (_FAIR, "Dozens of", "Some 40", "broader"),
        (_FAIR, "Dozens of", "Up to 40", "broader"),
        (_FAIR, "Dozens of", "Up to nine", "incompatible"),
        (_FAIR, "Tens of thousands of", "30,000", "broader"),
        (_FAIR, "Tens of thousands of", "3,000", "incompatible"),
        (_FAIR, "Hundreds of", "Thousands of", "incompatible"),
        (_FAIR, "Dozens of", "At least seven", ""),
    ],
)
def test_amounts_are_set_against_each_other(line: str, one: str, other: str, relation: str) -> None:
    """Sizes are converted and rounded; money is not, and a dollar may be of several countries."""
    assert told(line.format(one), line.format(other)) == relation


@pytest.mark.parametrize(
    ("line", "one", "other", "shown"),
    [
        (_PRIZE, "900 euros", "900 crowns", "amount 900 euros ≠ 900 crowns"),
        (_MAST, "210 metres", "900 feet", "number 210 metres ≠ 900 feet"),
        (_MAST, "210 metres", "690 feet", "number 210 metres ≈ 690 feet"),
        (_FAIR, "About 3,200", "Some 3,250", "number 3,200 ≈ 3,250"),
        (_VOTE, "A third of", "33% of", "number A third ≈ 33%"),
    ],
)
def test_both_amounts_are_shown_with_their_units(
    line: str, one: str, other: str, shown: str
) -> None:
    """Whoever reads that two say the same, or not, sees both figures."""
    found = between(line.format(one), line.format(other))
    assert found is not None
    parts = shown.split(" ", 1)
    sign = " ≈ " if "≈" in shown else " ≠ "
    turned = f"{parts[0]} {sign.join(reversed(parts[1].split(sign)))}"
    assert found.reasons[-1] in (shown, turned)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The second half of the match in Velm was dull.", "Half of the match in Velm was dull."),
        ("A third man was seen at the gate in Velm.", "A fourth man was seen at the gate in Velm."),
        (
            "It rained in Velm for half an hour on Monday.",
            "It rained in Velm on Monday for an age.",
        ),
    ],
)
def test_a_rank_and_a_stretch_of_time_are_no_part(one: str, other: str) -> None:
    """Only a part of a whole that is named is a share: no second half, third man, half hour."""
    assert told(one, other) != "incompatible"


def test_a_town_may_be_the_one_that_is_named() -> None:
    """``In the town`` is no other place than ``in Velm``, so that two figures are of one scope."""
    pair = "Some 900 people live in Velm.", "About 800 people live in the town."
    assert told(*pair) != "other-scope"
