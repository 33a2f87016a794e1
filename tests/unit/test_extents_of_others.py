"""Lists and parts that the other print does not cut."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances


def kinds(one: str, other: str, *, form: str = "indirect") -> set[str]:
    """Return the kinds of the variants between a direct print and another one."""
    second = witness(Said(words=other, form=form), source="b.txt")
    return {v.kind for u in find_utterances([witness(Said(words=one)), second]) for v in u.variants}


@pytest.mark.parametrize(
    ("one", "other", "narrower"),
    [
        (
            "I am writing to Harbour Board and Lock Office about the leak of my letter",
            "I am writing to @HarbourBoard and @TheLockOfc about the leak of my letter",
            False,
        ),
        (
            "I am writing to Harbour Board and Lock Office about the leak of my letter",
            "I am writing to Harbour Board about the leak of my letter",
            True,
        ),
        (
            "The mayor left all matters of the lower lock, and also has asked the board for help",
            "the mayor left all matters of the lower lock and is speaking with the board",
            False,
        ),
        (
            "They earned from the mill and its barns in Port Velm, as well as ferries, for years",
            "they earned from the mill at Velm for years",
            False,
        ),
        (
            "They hid what the barges earned from their owners, papers and letters show.",
            "they hid what the barges earned from their owners",
            False,
        ),
        (
            "The inspectors took letters on Velm and other harbours in the raid on Monday",
            "the inspectors took letters on Velm in the raid on Monday",
            True,
        ),
    ],
)
def test_a_list_is_cut_where_an_item_is_left(one: str, other: str, narrower: bool) -> None:
    """Handles, clauses, the place of an item and sources are no item that is left of a list."""
    assert ("narrower" in kinds(one, other)) is narrower


@pytest.mark.parametrize(
    ("one", "broader"),
    [
        ("The gates will open in May as part of the repairs of the northern lock", False),
        ("The gates shut in May, but other parts of the northern lock will open", False),
        ("The toll is seen as one of the repairs of the northern lock that open it in May", True),
        ("The gates and one part of the northern lock will open in May", True),
    ],
)
def test_a_part_of_things(one: str, broader: bool) -> None:
    """What comes "as part of" a thing, and its other parts, are no part that is made the whole."""
    other = "the repairs of the northern lock will open the gates in May"
    assert ("broader" in kinds(one, other)) is broader


def test_nothing_is_broader_by_a_denial() -> None:
    """Of a part that is affirmed and a whole that is denied the second is no broader."""
    one = "The holders of tickets will get part of the money for the fair back"
    denied = "holders of tickets will not get the money for the fair back"
    assert "broader" in kinds(one, denied.replace(" not", ""))
    assert "broader" not in kinds(one, denied)
