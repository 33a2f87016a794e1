"""Counts and dates that one claim leaves open and the other fills: the open one is broader."""

from __future__ import annotations

import pytest

from tests.standing import first, joined, told
from tests.stated import FILLER, stated
from variorum.align.claims import Claim
from variorum.align.rarity import rarity
from variorum.align.relating.likeness import compare
from variorum.align.relating.openness import opener_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Dozens of voters were turned away.", "Some 38 voters were sent home.", ("broader", 0)),
        ("The blaze hurt several cooks.", "The fire hurt 4 cooks.", ("broader", 0)),
        ("The fire hurt 4 cooks.", "Several other cooks suffered burns.", ("broader", 1)),
        ("The fire hurt several cooks.", "The fire, 9 days old, hurt cooks.", ("same", 0)),
        ("The fire hurt cooks.", "The fire hurt 4 cooks.", ("same", 0)),
        ("The well stood dry about 5 years.", "The well stood dry for 5 years.", ("same", 0)),
    ],
)
def test_an_open_count_is_broader_than_a_number_of_the_same(
    one: str, other: str, expected: tuple[str, int]
) -> None:
    """Only a number of what the open word counts fills it; what is passed over is not open."""
    assert told(joined(one, other)) == expected


def dated(line: str, source: str) -> Claim:
    """Return a claim of a line with the dates that it prints."""
    known = {"9 May 2030": "2030-05-09", "May 2030": "2030-05"}
    printed = next((words for words in known if words in line), None)
    times = [(printed, known[printed])] if printed else []
    return first(stated(line + FILLER, source=source, times=times))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The mill closed in May 2030.", "The mill shut on 9 May 2030.", 0),
        ("The mill shut on 9 May 2030.", "The mill closed in May 2030.", 1),
        ("The mill closed after the May 2030 vote.", "The mill shut on 9 May 2030.", None),
        ("The mill closed.", "The mill shut on 9 May 2030.", None),
    ],
)
def test_a_longer_time_is_broader(one: str, other: str, expected: int | None) -> None:
    """A month holds its days, where it tells when and does not name something by its date."""
    claims = dated(one, "0.txt"), dated(other, "1.txt")
    rare = rarity([[claim.keys] for claim in claims])
    found = opener_of(*claims, compare(*claims, rare))
    assert (found and found[0]) is (claims[expected] if expected is not None else None)
